"""What did team risk go through in the last sixty days?"""

from __future__ import annotations

from models_ui.management.history import faults
from models_ui.management.history.requests_risk import (
    chargeback,
    churn,
    credit_limit,
    disputes,
    documents,
    fraud,
    packaged,
)
from models_ui.management.history.steps import Step, Story, approved, asked, made, revised, sent_back

_ME = "scientist"
_WEEKLY = "Weekly retraining. Same code, one more week of data."

SMOOTH: tuple[Story, ...] = (
    made(
        fraud(24),
        by=_ME,
        at="back 42 09:12",
        why="The fraud score as it runs today, first time through the new gate.",
        comment="First one through here. I compared image, data and role with what runs: the same.",
    ),
    made(churn(38), by=_ME, at="back 41 10:05", why=_WEEKLY, after="+2h16m"),
    made(fraud(25), by=_ME, at="back 36 09:30", why="Retrained on September. AUC 0.941, was 0.938.", after="+40m"),
    made(
        chargeback(9),
        by=_ME,
        at="back 35 13:10",
        why="First LightGBM for chargebacks. Offline it beats the rules by 11 points of recall.",
        approver="approver2",
        after="next 10:25",
        comment="The image is ours and was scanned this morning. Fine.",
    ),
    made(fraud(26), by=_ME, at="back 30 09:26", why="Adds the merchant category as a feature.", approver="approver2"),
    made(churn(40), by=_ME, at="back 27 10:02", why=_WEEKLY, after="+1h05m", clones=churn(39)),
    made(
        credit_limit(2),
        by=_ME,
        at="back 26 15:20",
        why="Recalibrated after the change of the interest rates. Reviewed by model risk, file 2291.",
        after="next 09:40",
        comment="I read the file of model risk. Tier 2, so one approval is enough.",
    ),
    made(
        disputes(1),
        by=_ME,
        at="back 23 11:44",
        why="Pilot: sorts disputes into nine queues. Two weeks, internal users only.",
        after="+3h",
        comment="For the pilot. Before it goes live the weights have to come from our own bucket.",
    ),
    made(churn(41), by=_ME, at="back 19 10:08", why=_WEEKLY, approver="approver2", after="+35m", clones=churn(40)),
    made(
        documents(9, region="eu-west-1"),
        by=_ME,
        connection="sandbox-eu",
        at="back 15 14:02",
        why="The European documents must be read in Europe. Same weights as version 8.",
        after="next 11:10",
        comment="Region and bucket are both Ireland. Good.",
    ),
    made(fraud(29), by=_ME, at="back 10 09:21", why="Drops three features that nobody could explain.", after="+2h"),
    made(
        packaged(3),
        by=_ME,
        at="back 8 13:30",
        why="Served from the registry instead of a copied archive, as the platform team asks.",
        approver="approver2",
        comment="Package 3 is the approved one. This is how it should be done.",
    ),
    made(fraud(30), by=_ME, at="back 6 09:12", why="Retrained on October. AUC 0.944.", after="+1h20m"),
    made(churn(42), by=_ME, at="back 4 10:01", why=_WEEKLY, after="+3h12m", clones=churn(41)),
)

ROUGH: tuple[Story, ...] = (
    (
        *asked(credit_limit(1, tagged=False), by=_ME, at="back 39 11:15", why="The credit limit model, moved here."),
        sent_back("approver", "+2h20m", "There are no tags. Finance cannot book it without team and cost-centre."),
        *revised(credit_limit(1), by=_ME, at="+55m", why="Tags added, nothing else changed."),
        approved("approver", "+25m"),
    ),
    (
        *asked(
            documents(7, data="s3://acme-models/kyc/seven/model.tar.gz"),
            by=_ME,
            at="back 38 09:48",
            why="Reads the new format of Dutch identity cards.",
        ),
        approved("approver2", "+1h10m"),
        Step(act="edit", who=_ME, at="+20m"),
        *revised(documents(7), by=_ME, at="+9m", why="The folder is called 7. I had typed it by hand."),
        approved("approver2", "+30m", "Only the location differs from what I saw before."),
    ),
    (
        *asked(churn(39), by=_ME, at="back 34 10:06", why=_WEEKLY, clones=churn(38)),
        approved("approver", "+1h35m", faults=(faults.answer_lost("churn-pipeline-v39"),)),
    ),
    (
        *asked(
            fraud(1, name="redirect-drill-1"),
            by=_ME,
            at="back 25 15:00",
            why="Security drill. The worker stands still for ten minutes after the approval; meanwhile somebody with a "
            "password of the database points this submission at sandbox-eu. It must not be sent.",
        ),
        approved("approver", "+15m", "Approved for the drill, for sandbox in us-east-1 only.", pickup="10m"),
        Step(act="redirect", who="", at="+6m", connection="sandbox-eu"),
    ),
    (
        *asked(documents(8), by=_ME, at="back 24 09:35", why="Fewer false alarms on worn cards."),
        Step(act="open", who="approver", at="+1h"),
        Step(act="take-back", who=_ME, at="+4m"),
        *revised(
            documents(8, data="s3://acme-models/kyc/8b/model.tar.gz"),
            by=_ME,
            at="+6m",
            why="Took 8b, trained on all of it.",
        ),
        Step(act="try-to-approve", who="approver", at="+3m"),
        approved("approver", "+12m", "Seen again: 8b instead of 8."),
    ),
    (
        *asked(fraud(27), by=_ME, at="back 22 09:24", why="Retrained after the outage of the feature store."),
        approved("approver", "+45m", faults=(faults.forbidden("CreateModel", "fraud-xgb-v27"),)),
        Step(act="retry", who=_ME, at="+2h05m"),
    ),
    (
        *asked(chargeback(10), by=_ME, at="back 18 16:12", why="Retrained with the disputes of summer."),
        Step(act="take-back", who=_ME, at="next 09:05"),
        Step(act="withdraw", who=_ME, at="+1h30m"),
    ),
    (
        *asked(fraud(28), by=_ME, at="back 17 09:33", why="Adds the age of the device."),
        Step(act="made-elsewhere", who="", at="+10m", request=fraud(28)),
        approved("approver2", "+1h15m"),
        Step(act="edit", who=_ME, at="+35m"),
        *revised(
            fraud(28, name="fraud-xgb-v28-2"), by=_ME, at="+8m", why="Someone made v28 from a notebook. Renamed ours."
        ),
        approved("approver2", "+20m", "Only the name differs. I have asked who made the other one."),
    ),
    (
        *asked(
            credit_limit(3, role="arn:aws:iam::123456789012:role/PlatformAdmin"),
            by=_ME,
            at="back 14 11:02",
            why="Same model with the platform role, since mine could not read the new bucket.",
        ),
        Step(
            act="reject",
            who="approver",
            at="+50m",
            text="A model never runs with an administrator's role. Ask the platform team for read access to the bucket.",
        ),
    ),
    (
        *asked(
            credit_limit(4), by=_ME, at="back 3 13:40", why="Same as version 3, with the ordinary role and read access."
        ),
        sent_back(
            "approver2",
            "next 14:20",
            "Version 4 was trained before the correction of the income data. Take 5, or tell me why 4.",
        ),
    ),
    made(
        chargeback(12),
        by=_ME,
        at="back 2 10:15",
        why="Retrained with corrected labels; 11 was never sent.",
        after="+1h40m",
        faults=(faults.slow_down("chargeback-lgbm-12"),),
    ),
)
