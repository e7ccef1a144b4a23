"""As whom, where and how patiently is AWS called?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore import credentials
from botocore.exceptions import ClientError

from models_ui.aws.accounts import WrongAccount
from models_ui.aws.sessions import Caller, client
from models_ui.contract.envelopes import Target
from tests.sandbox.calls import request
from tests.sandbox_server import Sandbox

ROLE = "arn:aws:iam::123456789012:role/ModelsUiCreateModel"
CALLER = Caller("models-ui-7.1", "sally")


def target(**members: Any) -> Target:
    """Return a target in the seeded account."""
    return Target(**{"account": "123456789012", "region": "us-east-1", "role": None, **members})


def sagemaker(*, sends: bool = True, caller: Caller = CALLER, **members: Any) -> Any:
    """Return a client for a target."""
    return client("sagemaker", target(**members), caller=caller, sends=sends)


@pytest.mark.parametrize(("sends", "attempts"), [(True, 1), (False, 3)])
def test_only_a_call_with_an_effect_is_never_made_twice(sandbox: Sandbox, sends: bool, attempts: int) -> None:  # noqa: FBT001
    sandbox.faults({"operation": "CreateModel", "action": "error-before", "times": None})
    with pytest.raises(ClientError):
        sagemaker(sends=sends).create_model(**request())
    assert len(sandbox.calls("CreateModel")) == attempts


def test_a_client_is_shared_by_all_who_speak_as_the_same(sandbox: Sandbox) -> None:
    assert sagemaker() is sagemaker(caller=Caller("another", "sam"))
    assert sagemaker(role=ROLE) is not sagemaker(role=ROLE, caller=Caller("another", "sam"))
    assert sagemaker() is not sagemaker(region="eu-west-1")


def test_eight_threads_at_once_get_one_client(sandbox: Sandbox) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert len({id(made) for made in threads.map(lambda _: sagemaker(), range(8))}) == 1


def test_a_role_is_assumed_once_in_the_name_of_submission_and_requester(sandbox: Sandbox) -> None:
    sagemaker(role=ROLE).create_model(**request("one"))
    sagemaker(role=ROLE).create_model(**request("two"))
    assumed = sandbox.calls("AssumeRole")
    assert [(call["name"], call["session"], call["source_identity"]) for call in assumed] == [
        (ROLE, "models-ui-7.1", "sally")
    ]
    assert [call["session"] for call in sandbox.calls("CreateModel")] == ["models-ui-7.1"] * 2


def test_names_too_short_for_sts_are_made_longer(sandbox: Sandbox) -> None:
    sagemaker(role=ROLE, caller=Caller("m", "s")).list_models()
    assert [(call["session"], call["source_identity"]) for call in sandbox.calls("AssumeRole")] == [("m-", "s-")]


def test_a_role_that_refuses_the_source_identity_is_not_tried_without_it(sandbox: Sandbox) -> None:
    sandbox.faults({"operation": "AssumeRole", "action": "refuse", "code": "AccessDenied", "times": None})
    with pytest.raises(ClientError, match="AccessDenied"):
        sagemaker(role=ROLE).create_model(**request())
    assert len(sandbox.calls("AssumeRole")) == 1
    assert sandbox.calls("CreateModel") == []


def test_without_a_role_nothing_is_assumed(sandbox: Sandbox) -> None:
    sagemaker().create_model(**request())
    assert sandbox.calls("AssumeRole") == []


@pytest.mark.parametrize("role", [None, ROLE])
def test_nothing_is_sent_with_the_credentials_of_another_account(sandbox: Sandbox, role: str | None) -> None:
    with pytest.raises(WrongAccount, match="account 123456789012, but the request is for account 210987654321"):
        sagemaker(account="210987654321", role=role).create_model(**request())
    assert sandbox.ledger()["calls"] == []


def test_a_role_of_another_account_leads_there(sandbox: Sandbox) -> None:
    there = "arn:aws:iam::210987654321:role/ModelsUiCreateModel"
    assert sagemaker(account="210987654321", role=there).list_models()["Models"] == []
    assert [call["account"] for call in sandbox.calls("ListModels")] == ["210987654321"]


def test_an_address_of_sagemaker_alone_is_obeyed(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_SAGEMAKER", sandbox.url)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    assert sagemaker().meta.endpoint_url == sandbox.url
    assert client("sts", target(), caller=CALLER, sends=False).meta.endpoint_url == "http://127.0.0.1:9"


def test_credentials_are_asked_for_anew_before_they_end(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    made = sagemaker(role=ROLE)
    made.list_models()

    def later() -> datetime:
        return datetime.now(UTC) + timedelta(minutes=55)

    monkeypatch.setattr(credentials, "_local_now", later)
    monkeypatch.setattr(made._request_signer._credentials, "_time_fetcher", later)
    made.list_models()
    assert len(sandbox.calls("AssumeRole")) == 2
