"""What does SageMaker answer to CreateModel, and what has it under a name?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.aws import create_model, sessions
from models_ui.aws.create_model import Created, Failed, Unanswered, Unknown
from models_ui.aws.sessions import Caller, client
from models_ui.contract.envelopes import Target
from tests.sandbox.calls import container, request
from tests.sandbox_server import Sandbox

ARN = "arn:aws:sagemaker:us-east-1:123456789012:model/churn"
CALLER = Caller("models-ui-7.1", "sally")


def sagemaker(*, role: str | None = None, account: str = "123456789012", sends: bool = True) -> Any:
    """Return a client of the product."""
    return client("sagemaker", Target(account, "us-east-1", role), caller=CALLER, sends=sends)


def test_a_model_is_created_with_the_id_that_cloudtrail_knows(sandbox: Sandbox) -> None:
    said = create_model.create(sagemaker(), request())
    assert isinstance(said, Created)
    assert said.arn == ARN
    assert said.request_id


def test_a_refusal_is_kept_with_code_text_status_and_id(sandbox: Sandbox) -> None:
    create_model.create(sagemaker(), request())
    said = create_model.create(sagemaker(), request())
    assert isinstance(said, Failed)
    assert (said.error.code, said.error.status) == ("ValidationException", 400)
    assert said.error.message == f'Cannot create already existing model "{ARN}".'
    assert said.error.request_id


UNCLEAR = [
    {"action": "error-before"},
    {"action": "error-after"},
    {"action": "error-before", "status": 503},
    {"action": "drop-before"},
    {"action": "drop-after"},
    {"action": "garbage-after"},
    {"action": "throttle"},
    {"action": "refuse", "code": "RequestTimeout"},
    {"action": "refuse", "code": "TooManyRequestsException"},
]


@pytest.mark.parametrize("fault", UNCLEAR, ids=lambda fault: "-".join(map(str, fault.values())))
def test_what_does_not_settle_it_is_unknown(sandbox: Sandbox, fault: dict[str, Any]) -> None:
    sandbox.faults({"operation": "CreateModel", **fault})
    assert isinstance(create_model.create(sagemaker(), request()), Unknown)
    assert len(sandbox.calls("CreateModel")) == 1


def test_silence_for_too_long_is_unknown(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.faults({"operation": "CreateModel", "action": "delay", "seconds": 0.4})
    monkeypatch.setattr(sessions, "_SEND", 0.1)
    said = create_model.create(sagemaker(), request())
    assert isinstance(said, Unknown)
    assert (said.error.code, said.error.status) == ("ReadTimeoutError", None)


@pytest.mark.parametrize("code", ["AccessDeniedException", "ResourceLimitExceeded", "ExpiredTokenException"])
def test_what_aws_refuses_for_good_has_failed(sandbox: Sandbox, code: str) -> None:
    sandbox.faults({"operation": "CreateModel", "action": "refuse", "code": code})
    said = create_model.create(sagemaker(), request())
    assert isinstance(said, Failed)
    assert said.error.code == code


def test_a_page_of_a_proxy_settles_nothing(sandbox: Sandbox) -> None:
    sandbox.faults({"operation": "CreateModel", "action": "refuse", "code": "", "message": "<html>403"})
    assert isinstance(create_model.create(sagemaker(), request()), Unknown)


def test_nothing_that_answers_is_unknown(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_SAGEMAKER", "http://127.0.0.1:9")
    said = create_model.create(sagemaker(), request())
    assert isinstance(said, Unknown)
    assert said.error.code == "EndpointConnectionError"


def test_a_request_that_boto3_does_not_take_was_not_sent(sandbox: Sandbox) -> None:
    said = create_model.create(sagemaker(), request(PrimaryContainer={"Framework": "x"}))
    assert isinstance(said, Failed)
    assert (said.error.code, sandbox.calls("CreateModel")) == ("ParamValidationError", [])


def test_a_request_for_another_account_was_not_sent(sandbox: Sandbox) -> None:
    said = create_model.create(sagemaker(account="210987654321"), request())
    assert isinstance(said, Failed)
    assert (said.error.code, sandbox.calls("CreateModel")) == ("WrongAccount", [])


def test_a_role_that_may_not_be_assumed_has_failed(sandbox: Sandbox) -> None:
    sandbox.faults({"operation": "AssumeRole", "action": "refuse", "code": "AccessDenied", "message": "No."})
    said = create_model.create(sagemaker(role="arn:aws:iam::123456789012:role/a"), request())
    assert isinstance(said, Failed)
    assert (said.error.code, sandbox.calls("CreateModel")) == ("AccessDenied", [])


def test_an_environment_value_is_not_kept_in_an_error(sandbox: Sandbox) -> None:
    secret = "hf_" + "s" * 1100
    sent = request(PrimaryContainer=container(Environment={"HF_TOKEN": secret}))
    said = create_model.create(sagemaker(), sent)
    assert isinstance(said, Failed)
    assert "ssss" not in said.error.message
    assert "primaryContainer.environment" in said.error.message


def test_find_tells_what_is_there(sandbox: Sandbox) -> None:
    create_model.create(sagemaker(), request())
    found = create_model.find(sagemaker(sends=False), "churn")
    assert found is not None
    assert (found.arn, found.document["ModelName"], found.created_at.tzinfo is not None) == (ARN, "churn", True)
    assert not {"ModelArn", "CreationTime", "ResponseMetadata"} & set(found.document)


def test_find_says_none_only_where_there_is_none(sandbox: Sandbox) -> None:
    assert create_model.find(sagemaker(sends=False), "churn") is None


OTHERS = [
    {"action": "refuse", "code": "ValidationException", "message": "1 validation error detected: …"},
    {"action": "refuse", "code": "ResourceNotFound", "message": "Could not find model"},
    {"action": "refuse", "code": "AccessDeniedException"},
    {"action": "throttle"},
    {"action": "error-before"},
    {"action": "drop-before"},
    {"action": "garbage-after"},
]


@pytest.mark.parametrize("fault", OTHERS, ids=lambda fault: "-".join(map(str, fault.values())))
def test_find_takes_no_other_answer_for_none(sandbox: Sandbox, fault: dict[str, Any]) -> None:
    create_model.create(sagemaker(), request())
    sandbox.faults({"operation": "DescribeModel", "times": None, **fault})
    with pytest.raises(Unanswered):
        create_model.find(sagemaker(sends=True), "churn")


def test_a_name_that_aws_does_not_take_is_not_absent(sandbox: Sandbox) -> None:
    with pytest.raises(Unanswered):
        create_model.find(sagemaker(sends=False), "no_name")


def test_tags_of_all_pages_are_told(sandbox: Sandbox) -> None:
    tags = [{"Key": f"k{number}", "Value": str(number)} for number in range(50)]
    create_model.create(sagemaker(), request(Tags=tags))
    found = create_model.tags(sagemaker(sends=False), ARN)
    assert found == {f"k{number}": str(number) for number in range(50)}


@pytest.mark.parametrize("action", ["throttle", "error-before", "drop-before", "garbage-after"])
def test_tags_that_are_not_told_are_not_absent(sandbox: Sandbox, action: str) -> None:
    create_model.create(sagemaker(), request())
    sandbox.faults({"operation": "ListTags", "action": action, "times": None})
    with pytest.raises(Unanswered):
        create_model.tags(sagemaker(sends=True), ARN)
