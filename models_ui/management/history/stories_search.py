"""What did team search go through in the last sixty days?"""

from __future__ import annotations

from models_ui.management.history import faults, images
from models_ui.management.history.requests_search import (
    embedding,
    guard,
    intent,
    ranker,
    reranker,
    spelling,
    summaries,
)
from models_ui.management.history.steps import Step, Story, approved, asked, made

_ME = "scientist2"

SMOOTH: tuple[Story, ...] = (
    made(intent(4), by=_ME, at="back 42 13:20", why="The classifier of queries as it runs today.", after="+1h"),
    made(
        ranker(1),
        by=_ME,
        at="back 40 09:55",
        why="One endpoint for the rankers of four shops instead of four endpoints. Saves about 900 euros a month.",
        approver="approver2",
        after="+2h30m",
        comment="Good idea. Watch the time of the first call after a model was swapped out.",
    ),
    made(
        reranker(1),
        by=_ME,
        at="back 37 14:25",
        why="Triton instead of Flask: 38 ms at p99, was 140.",
        after="next 09:30",
        comment="It reads the feature store, so the VPC is right.",
    ),
    made(intent(5), by=_ME, at="back 32 10:30", why="Adds Norwegian and Danish.", approver="approver2", after="+50m"),
    made(
        guard(1),
        by=_ME,
        at="back 31 11:00",
        why="Checks what people type before it reaches the assistant. Legal has read the licence, ticket LEG-118.",
        after="next 13:15",
        comment="Licence accepted by Jonas, and LEG-118 says yes.",
    ),
    made(
        ranker(2),
        by=_ME,
        at="back 21 09:40",
        why="Version 2 of all rankers. The cache is off: every shop has its own hours.",
        after="+1h30m",
        clones=ranker(1),
    ),
    made(
        embedding("embed-e5-large-2", image=images.own("embed-server:0.9.1")),
        by="approver2",
        at="back 16 10:20",
        why="Vectors for the product catalogue.",
        after="+4h",
        comment="Fine. The image has a version and was scanned.",
    ),
)

ROUGH: tuple[Story, ...] = (
    (
        *asked(spelling(2), by=_ME, at="back 33 15:30", why="Learns from the corrections that people made themselves."),
        Step(act="withdraw", who=_ME, at="next 09:10"),
    ),
    (
        *asked(
            embedding("embed-bge-m3-cpu", image=images.own("embed-server:0.9.1")),
            by=_ME,
            at="back 29 13:45",
            why="Vectors on ordinary machines, to compare with the ones that we have.",
        ),
        Step(
            act="reject",
            who="approver2",
            at="+1h25m",
            text="A comparison belongs on a development account. We do not keep two sets of vectors in step here.",
        ),
    ),
    (
        *asked(
            summaries(1),
            by="approver2",
            at="back 28 09:50",
            why="Summaries of reviews. Needed for the release on Thursday.",
        ),
        Step(act="try-to-approve", who="approver2", at="+11m"),
        approved("approver", "+2h40m", "A colleague decides, also before a release. Now it is decided: go."),
    ),
    (
        *asked(intent(6), by=_ME, at="back 20 10:15", why="Trained on a year of queries instead of a quarter."),
        approved("approver2", "+1h", faults=(faults.broken_before("query-intent-bert-6"),)),
    ),
    (
        *asked(summaries(2), by=_ME, at="back 9 09:45", why="Longer reviews. Same weights."),
        approved(
            "approver",
            "+1h20m",
            faults=(
                faults.answer_lost("summaries-qwen-2"),
                faults.forbidden("DescribeModel", "summaries-qwen-2", always=True),
            ),
        ),
        # No faults any more: the permission was there again when the admin let AWS be asked.
        Step(act="reconcile", who="admin", at="+55m"),
    ),
    (
        *asked(spelling(3), by=_ME, at="back 5 13:35", why="Knows the brand names of this season."),
        approved(
            "approver2",
            "+1h05m",
            faults=(
                faults.answer_lost("spell-fix-pytorch-3"),
                faults.forbidden("DescribeModel", "spell-fix-pytorch-3", always=True),
            ),
        ),
    ),
    (
        *asked(intent(7), by=_ME, at="back 2 14:20", why="Knows the names of the new shops."),
        approved("approver", "+1h12m", "Same as 6, other data."),
    ),
)
