"""What waits for a decision when the demo begins? Six requests, each of another kind."""

from __future__ import annotations

from models_ui.management.history import images
from models_ui.management.history.requests_risk import churn, disputes, fraud
from models_ui.management.history.requests_search import EXPERIMENT_ROLE, embedding, guard, ranker
from models_ui.management.history.steps import Step, Story, asked, begun, revised, sent_back

OPEN: tuple[Story, ...] = (
    # An image that may be another one tomorrow, and a role that nobody has used so far.
    asked(
        embedding("embed-bge-m3-gpu", image=images.own("embed-server:latest"), role=EXPERIMENT_ROLE),
        by="scientist2",
        at="ago 2d4h40m",
        why="Better vectors for long texts. Our own role, since the shared one cannot read the new bucket.",
    ),
    # A second revision, after what the approver asked for.
    (
        *asked(
            fraud(31, tag="latest"),
            by="scientist",
            at="ago 1d3h20m",
            why="Retrained on the first half of November. AUC 0.946.",
        ),
        sent_back("approver", "ago 22h", "Pin the image to a version. sagemaker-xgboost:latest moves under us."),
        *revised(
            fraud(31), by="scientist", at="ago 19h43m", why="Image pinned to 1.7-1 as asked; nothing else differs."
        ),
    ),
    # Many models behind one container; a colleague who may approve has a hand in it.
    (
        begun("scientist2", "ago 18h10m", clones=ranker(2)),
        Step(act="save", who="scientist2", at="+12m", request=ranker(3)),
        Step(act="save", who="approver2", at="+14m", request=ranker(3)),
        Step(
            act="submit",
            who="scientist2",
            at="+12m",
            text="Adds the Danish shop. Tomás set the cache, so somebody else should decide.",
        ),
    ),
    # Another region, and a token in the environment.
    asked(
        disputes(2, region=images.EUROPE),
        by="scientist",
        connection="sandbox-eu",
        at="ago 3h30m",
        why="The pilot went well: 91 % in the right queue. This one is for the European cases.",
    ),
    # A pipeline inside the VPC.
    asked(
        churn(43),
        by="scientist",
        at="ago 50m",
        why="Weekly retraining. Same code, one more week of data.",
        clones=churn(42),
    ),
    # A gated model, with the licence accepted.
    asked(
        guard(2),
        by="scientist2",
        at="ago 32m",
        why="Same guard for the second assistant. LEG-118 covers both.",
        clones=guard(1),
    ),
)
