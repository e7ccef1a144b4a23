"""Which call shall go wrong next, and how?"""

from __future__ import annotations

from typing import Any
from urllib.error import HTTPError

import pytest
from botocore.exceptions import ClientError, ConnectionClosedError, ReadTimeoutError

from models_ui.sandbox.faults import NotAFault, Script
from tests.sandbox.calls import refusal, request
from tests.sandbox_server import Sandbox


def fault(action: str, **members: Any) -> dict[str, Any]:
    """Return an entry of a fault script for CreateModel."""
    return {"operation": "CreateModel", "action": action, **members}


def exists(sandbox: Sandbox) -> bool:
    """Tell whether the model of the test is there."""
    return bool(sandbox.client().list_models()["Models"])


def test_a_throttled_call_has_no_effect(sandbox: Sandbox) -> None:
    sandbox.faults(fault("throttle"))
    assert refusal(sandbox.client(), request()) == "ThrottlingException: Rate exceeded"
    assert not exists(sandbox)


def test_a_refused_call_says_what_the_script_says(sandbox: Sandbox) -> None:
    sandbox.faults(fault("refuse", code="ResourceLimitExceeded", message="Too many."))
    assert refusal(sandbox.client(), request()) == "ResourceLimitExceeded: Too many."
    assert not exists(sandbox)


@pytest.mark.parametrize(("action", "effect"), [("error-before", False), ("error-after", True)])
def test_a_broken_service_may_have_done_it_or_not(sandbox: Sandbox, action: str, effect: bool) -> None:  # noqa: FBT001
    sandbox.faults(fault(action, status=503))
    with pytest.raises(ClientError) as broken:
        sandbox.client().create_model(**request())
    assert broken.value.response["ResponseMetadata"]["HTTPStatusCode"] == 503
    assert exists(sandbox) == effect


@pytest.mark.parametrize(("action", "effect"), [("drop-before", False), ("drop-after", True)])
def test_a_dropped_connection_may_have_done_it_or_not(sandbox: Sandbox, action: str, effect: bool) -> None:  # noqa: FBT001
    sandbox.faults(fault(action))
    with pytest.raises(ConnectionClosedError):
        sandbox.client().create_model(**request())
    assert exists(sandbox) == effect


@pytest.mark.parametrize("action", ["delay", "delay-after"])
def test_a_delayed_answer_comes_too_late_for_the_impatient(sandbox: Sandbox, action: str) -> None:
    import boto3
    from botocore.config import Config

    impatient = boto3.client(
        "sagemaker",
        region_name="us-east-1",
        endpoint_url=sandbox.url,
        config=Config(read_timeout=0.1, retries={"total_max_attempts": 1}),
    )
    sandbox.faults(fault(action, seconds=0.4))
    with pytest.raises(ReadTimeoutError):
        impatient.create_model(**request())


def test_garbage_is_no_answer_although_the_model_is_there(sandbox: Sandbox) -> None:
    sandbox.faults(fault("garbage-after"))
    assert "ModelArn" not in sandbox.client().create_model(**request())
    assert exists(sandbox)


def test_tags_of_a_new_model_may_lag(sandbox: Sandbox) -> None:
    client = sandbox.client()
    sandbox.faults(fault("tag-lag", seconds=3600))
    late = client.create_model(**request("late", Tags=[{"Key": "a", "Value": "b"}]))["ModelArn"]
    soon = client.create_model(**request("soon", Tags=[{"Key": "a", "Value": "b"}]))["ModelArn"]
    assert client.list_tags(ResourceArn=late)["Tags"] == []
    assert client.list_tags(ResourceArn=soon)["Tags"] == [{"Key": "a", "Value": "b"}]


def test_a_fault_hits_as_often_as_it_says_and_the_name_it_says(sandbox: Sandbox) -> None:
    sandbox.faults(fault("throttle", times=2, name="b"))
    client = sandbox.client()
    client.create_model(**request("a"))
    assert [refusal(client, request("b"))[:10] for _ in range(2)] == ["Throttling"] * 2
    assert client.create_model(**request("b"))["ModelArn"].endswith("/b")


@pytest.mark.parametrize(("action", "raised"), [("drop-after", ConnectionClosedError), ("error-after", ClientError)])
def test_neighbours_can_go_wrong_too(sandbox: Sandbox, action: str, raised: type[Exception]) -> None:
    sandbox.faults({"operation": "AssumeRole", "action": action})
    with pytest.raises(raised):
        sandbox.client("sts").assume_role(RoleArn="arn:aws:iam::123456789012:role/a", RoleSessionName="tests")


def test_a_script_that_means_nothing_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(HTTPError, match="400"):
        sandbox.faults({"operation": "CreateModel", "action": "explode"})


@pytest.mark.parametrize(
    "entries",
    [
        {},
        ["throttle"],
        [{"action": "throttle"}],
        [{"operation": "CreateModel", "action": "explode"}],
        [{"operation": "CreateModel", "action": "delay", "seconds": "1"}],
        [{"operation": "CreateModel", "action": "throttle", "often": 1}],
    ],
)
def test_every_wrong_script_is_told_apart(entries: Any) -> None:
    with pytest.raises(NotAFault):
        Script().load(entries)
