"""Which form did the demo's admins design, and who fills it in?"""

from __future__ import annotations

from typing import Any

from models_ui.contract.json_types import Document, Json
from models_ui.management.history import images
from models_ui.management.history.requests_risk import NETWORK, ROLE
from models_ui.management.history.steps import Step, Story

NAME = "risk-score"
CONTAINER = "/PrimaryContainer"
VARIABLES = f"{CONTAINER}/Environment"
XGBOOST: Document = {"family": "xgboost", "version": "1.7-1"}
SKLEARN: Document = {"family": "sklearn", "version": "1.2-1", "processor": "cpu"}
TAGS = [{"Key": "team", "Value": "{team}"}, {"Key": "cost-centre", "Value": "4410"}]
FIELDS: dict[str, Any] = {
    "/ModelName": {"required": True, "limit": {"prefixes": ["risk-"]}, "example": "risk-late-payment-3"},
    f"{CONTAINER}/ModelDataUrl": {
        "required": True,
        "limit": {"prefixes": ["s3://acme-models/"]},
        "help": "The archive in the bucket of the team, with the model and code/inference.py.",
        "example": "s3://acme-models/late-payment/3/model.tar.gz",
    },
    f"{CONTAINER}/Image": {
        "required": True,
        "label": "Framework",
        "help": "The version that the model was trained with.",
        "limit": {
            "choices": [{"image": XGBOOST, "label": "XGBoost 1.7"}, {"image": SKLEARN, "label": "scikit-learn 1.2"}]
        },
    },
    f"{VARIABLES}/SAGEMAKER_PROGRAM": {
        "label": "Entry point",
        "help": "The script in the folder code.",
        "value": "inference.py",
    },
    f"{VARIABLES}/SAGEMAKER_SUBMIT_DIRECTORY": {"show": "hidden", "value": "/opt/ml/model/code", "locked": True},
    "/ExecutionRoleArn": {"value": ROLE, "locked": True},
    "/VpcConfig": {"value": NETWORK, "locked": True},
    "/Tags": {"limit": {"includes": TAGS}},
}


def form(fields: dict[str, Any], *network: str) -> Document:
    """Return the form that scores of the team Risk are made with."""
    groups: list[Json] = [
        {"title": "Model", "places": ["/ModelName", f"{CONTAINER}/ModelDataUrl"]},
        {"title": "How it runs", "places": [f"{CONTAINER}/Image", f"{VARIABLES}/SAGEMAKER_PROGRAM"]},
        {"title": "Access", "places": ["/ExecutionRoleArn", "/VpcConfig", *network]},
        {"title": "Tags", "places": ["/Tags"]},
    ]
    steps: list[Json] = [{"name": "score", "title": "Score", "heading": "Describe the score", "groups": groups}]
    return {
        "format": 1,
        "operation": "CreateModel",
        "title": "Risk score",
        "summary": "For a score of team Risk. Network, role and cost centre are settled; you say which model.",
        "containers": {"kind": "primary"},
        "connection": "sandbox",
        "use": "real-time",
        "teams": ["risk"],
        "free": False,
        "fields": fields,
        "steps": steps,
    }


ISOLATION = "/EnableNetworkIsolation"
FIRST = form(FIELDS)
SECOND = form({**FIELDS, ISOLATION: {"value": True, "locked": True}}, ISOLATION)


def score(name: str, archive: str, *, isolated: bool, tags: tuple[Document, ...] = ()) -> Document:
    """Return a request as somebody of team Risk fills it in with the form."""
    settled: list[Document] = [{"Key": "team", "Value": "risk"}, {"Key": "cost-centre", "Value": "4410"}]
    return {
        "ModelName": name,
        "PrimaryContainer": {
            "Image": images.xgboost("1.7-1"),
            "ModelDataUrl": archive,
            "Environment": {"SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"},
        },
        "ExecutionRoleArn": ROLE,
        "VpcConfig": NETWORK,
        **({"EnableNetworkIsolation": True} if isolated else {}),
        "Tags": [*settled, *tags],
    }


LATE = score("risk-late-payment-3", "s3://acme-models/fraud/32/model.tar.gz", isolated=False)
DUE = score(
    "risk-chargeback-2",
    "s3://acme-models/chargeback/12/model.tar.gz",
    isolated=True,
    tags=({"Key": "data-classification", "Value": "confidential"},),
)

DESIGNS: tuple[Story, ...] = (
    (
        Step(act="design", who="admin", at="ago 20d4h", form=NAME, request=FIRST),
        # What was begun with the first version is told of the second.
        Step(act="design", who="admin", at="ago 2d5h", form=NAME, request=SECOND),
    ),
    (
        Step(act="begin", who="scientist", at="ago 2d7h", form=NAME),
        Step(act="save", who="scientist", at="+9m", request=LATE),
    ),
    (
        Step(act="begin", who="scientist", at="ago 1h20m", form=NAME),
        Step(act="save", who="scientist", at="+6m", request=DUE),
        Step(
            act="submit", who="scientist", at="+3m", text="Chargebacks doubled in October; the old score misses them."
        ),
    ),
)
