"""What is half filled in when the demo begins? Drafts at every step, with and without problems."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from models_ui.contract.json_types import Document
from models_ui.management.history import images
from models_ui.management.history.requests_risk import ROLE, churn, fraud, tags
from models_ui.management.history.requests_search import intent, reranker
from models_ui.management.history.steps import Step, Story, begun


def half_a_pipeline() -> Document:
    """Return next week's churn pipeline: a space in the second image, the third still to come, no role and no tags."""
    request: dict[str, Any] = deepcopy(churn(44))
    _, predict, post = request["Containers"]
    predict["Image"] = predict["Image"].replace("sagemaker-xgboost", "sagemaker xgboost")
    del post["Image"]
    return {name: request[name] for name in ("ModelName", "Containers", "InferenceExecutionConfig")}


def wrong_in_places() -> Document:
    """Return what somebody typed in a hurry: a name with an underscore, a location that is none, a tag without a key."""
    request: dict[str, Any] = deepcopy(intent(9))
    request["ModelName"] = "query_intent_bert_9"
    request["PrimaryContainer"]["ModelDataUrl"] = "acme-models/query-intent/9/model.tar.gz"
    request["Tags"].append({"Key": "", "Value": "until-christmas"})
    return request


def draft(
    owner: str,
    at: str,
    document: Document | None = None,
    *,
    connection: str = "sandbox",
    clones: Document | None = None,
) -> Story:
    """Return the steps of somebody who begins a draft and, with a document, fills it in a little later."""
    begin = begun(owner, at, connection=connection, clones=clones)
    if document is None:
        return (begin,)
    return (begin, Step(act="save", who=owner, at="+17m", request=document, connection=connection))


DRAFTS: tuple[Story, ...] = (
    # Only begun.
    draft("scientist", "ago 26m"),
    # The basics only.
    draft("scientist", "ago 5h", {"ModelName": "loan-default-catboost-1"}),
    # One container filled in, nothing else.
    draft(
        "scientist",
        "ago 1d2h",
        {
            "ModelName": "merchant-risk-sklearn-1",
            "PrimaryContainer": {
                "Image": images.SKLEARN,
                "ModelDataUrl": "s3://acme-models/merchant-risk/1/model.tar.gz",
                "Environment": {"SAGEMAKER_PROGRAM": "inference.py"},
            },
        },
    ),
    draft("scientist", "ago 45m", half_a_pipeline(), clones=churn(42)),
    # Ready to submit.
    draft(
        "scientist", "ago 7h", {**fraud(32), "ExecutionRoleArn": ROLE, "Tags": tags("confidential")}, clones=fraud(31)
    ),
    draft("scientist2", "ago 1h10m", wrong_in_places(), clones=intent(7)),
    draft("scientist2", "ago 6h", reranker(2), clones=reranker(1)),
    # Its network is begun: the security groups are missing.
    # A network without its security groups.
    draft("scientist2", "ago 3d", {"ModelName": "synonyms-t5-1", "VpcConfig": {"Subnets": ["subnet-0f3a19c2"]}}),
    (
        *draft("scientist2", "ago 4d2h", {"ModelName": "test-2"}),
        Step(act="discard", who="scientist2", at="+3m"),
    ),
)
