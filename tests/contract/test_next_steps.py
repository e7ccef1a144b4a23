"""Does what comes after CreateModel fit the SageMaker model?"""

from __future__ import annotations

from typing import Any

import botocore.session
import pytest
from botocore.validate import ParamValidator

from models_ui.contract.next_steps import Way, against_batch, ways

ARCHIVE = {"Image": "i", "ModelDataUrl": "s3://b/m.tar.gz"}
SOURCE = {"Image": "i", "ModelDataSource": {"S3DataSource": {"S3Uri": "s3://b/m/"}}}
MODEL = botocore.session.get_session().get_service_model("sagemaker")


def way(name: str, **members: Any) -> Way:
    """Return one of the ways of a model."""
    request = {"ModelName": "churn-7", "PrimaryContainer": ARCHIVE, **members}
    return next(way for way in ways(request) if way.name == name)


@pytest.mark.parametrize("name", ["endpoint", "batch"])
def test_every_call_is_one_that_boto3_would_send(name: str) -> None:
    for call in way(name).calls:
        shape = MODEL.operation_model(call.operation).input_shape
        assert ParamValidator().validate(call.parameters, shape).generate_report() == ""


@pytest.mark.parametrize("name", ["endpoint", "batch"])
def test_waiting_is_for_what_the_service_answers(name: str) -> None:
    wait = way(name).wait
    assert wait
    waiters = botocore.session.get_session().get_waiter_model("sagemaker")
    assert waiters.get_waiter(wait.waiter).operation == wait.asks
    status = MODEL.operation_model(wait.asks).output_shape.members[wait.status]
    assert wait.busy in status.enum


def test_model_is_named_in_each_way() -> None:
    assert [str(way(name).calls).count("'ModelName': 'churn-7'") for name in ("endpoint", "batch")] == [1, 1]


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"PrimaryContainer": SOURCE}, "data source"),
        ({"PrimaryContainer": None, "Containers": [ARCHIVE, SOURCE]}, "data source"),
        ({"PrimaryContainer": {**ARCHIVE, "Mode": "MultiModel"}}, "many models"),
        ({"InferenceExecutionConfig": {"Mode": "Direct"}}, "which container"),
    ],
)
def test_batch_is_not_offered_where_it_is_refused_but_the_reason_is_told(members: Any, sentence: str) -> None:
    found = way("batch", **members)
    assert sentence in found.reason
    assert found.calls == ()


@pytest.mark.parametrize(
    "request_",
    [
        {"PrimaryContainer": ARCHIVE},
        {"Containers": [ARCHIVE, ARCHIVE], "InferenceExecutionConfig": {"Mode": "Serial"}},
        {"PrimaryContainer": {**ARCHIVE, "Mode": "SingleModel"}},
        {"PrimaryContainer": {"ModelPackageName": "p"}},
    ],
)
def test_batch_is_offered_for_all_else(request_: Any) -> None:
    assert against_batch(request_) == ""
