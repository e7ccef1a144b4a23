"""How do tests and the demo steer the sandbox?"""

from __future__ import annotations

import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError

import pytest
from botocore.exceptions import ClientError, ConnectionClosedError

from tests.sandbox.calls import request
from tests.sandbox_server import Sandbox


def test_a_reset_forgets_models_calls_and_faults(sandbox: Sandbox) -> None:
    sandbox.client().create_model(**request())
    sandbox.faults({"operation": "CreateModel", "action": "throttle"})
    sandbox.reset()
    assert sandbox.ledger() == {"calls": [], "effects": []}
    assert sandbox.client().create_model(**request())["ModelArn"].endswith("/churn")


def test_the_ledger_tells_calls_and_effects_apart(sandbox: Sandbox) -> None:
    sandbox.faults({"operation": "CreateModel", "action": "drop-before", "name": "lost"})
    sandbox.client().create_model(**request())
    with pytest.raises(ClientError):
        sandbox.client().create_model(**request())
    with pytest.raises(ConnectionClosedError):
        sandbox.client().create_model(**request("lost"))
    assert [call["outcome"] for call in sandbox.calls("CreateModel")] == ["done", "ValidationException", None]
    assert [(effect["name"], effect["count"]) for effect in sandbox.ledger()["effects"]] == [("churn", 1)]


def test_a_call_from_before_a_reset_has_no_effect_after_it(sandbox: Sandbox) -> None:
    sandbox.faults({"operation": "CreateModel", "action": "delay", "seconds": 0.3})
    with ThreadPoolExecutor(1) as threads:
        late = threads.submit(sandbox.client().create_model, **request())
        while not sandbox.calls("CreateModel"):
            continue
        sandbox.reset()
        assert isinstance(late.exception(), ConnectionClosedError)
    assert sandbox.ledger() == {"calls": [], "effects": []}


def test_the_ledger_names_the_session_that_called(sandbox: Sandbox) -> None:
    import boto3

    role = "arn:aws:iam::123456789012:role/ModelsUiCreateModel"
    sts = sandbox.client("sts")
    key = sts.assume_role(RoleArn=role, RoleSessionName="nightly", SourceIdentity="sally")["Credentials"]
    boto3.client(
        "sagemaker",
        region_name="us-east-1",
        endpoint_url=sandbox.url,
        aws_access_key_id=key["AccessKeyId"],
        aws_secret_access_key=key["SecretAccessKey"],
        aws_session_token=key["SessionToken"],
    ).list_models()
    asked, listed = sandbox.ledger()["calls"]
    assert (asked["name"], asked["session"], asked["source_identity"]) == (role, "nightly", "sally")
    assert listed["session"] == "nightly"


@pytest.mark.parametrize(("method", "name"), [("GET", "reset"), ("POST", "ledger"), ("GET", "nothing")])
def test_there_are_no_other_controls(sandbox: Sandbox, method: str, name: str) -> None:
    with pytest.raises(HTTPError, match="404"):
        sandbox.control(method, name)


@pytest.mark.parametrize("on", ["yes", 1, None])
def test_account_checks_are_on_or_off(sandbox: Sandbox, on: object) -> None:
    with pytest.raises(HTTPError, match="400"):
        sandbox.control("POST", "account-checks", {"on": on})


def test_without_its_header_nobody_steers(sandbox: Sandbox) -> None:
    sandbox.client().create_model(**request())
    with pytest.raises(HTTPError):
        urllib.request.urlopen(f"{sandbox.url}/sandbox/reset", b"{}")  # noqa: S310 - our own server
    assert len(sandbox.ledger()["effects"]) == 1
