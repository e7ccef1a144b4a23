"""Does every kind of lock hold against whatever comes over the wire, and is each attempt on record?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.contract.json_types import Document
from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from tests import factories
from tests.blueprints import forms
from tests.factories import IMAGE, NOW, ROLE_ARN

pytestmark = pytest.mark.django_db

FIELDS: dict[str, Any] = {
    "/EnableNetworkIsolation": {"value": True, "locked": True},
    "/VpcConfig": {"locked": True, "show": "hidden"},
    "/Tags": {"value": [{"Key": "team", "Value": "{team}"}], "locked": True, "show": "hidden"},
    "/PrimaryContainer/Environment": {},
    "/PrimaryContainer/Environment/LEVEL": {"value": "info", "locked": True},
}
RIGHT: dict[str, Any] = {
    "ModelName": "churn-1",
    "PrimaryContainer": {
        "Image": IMAGE,
        "ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz",
        "Environment": {"LEVEL": "info"},
    },
    "ExecutionRoleArn": ROLE_ARN,
    "EnableNetworkIsolation": True,
    "Tags": [{"Key": "team", "Value": "risk"}],
}
# What is locked as a text, a flag, a list, an entry of a map, and to nothing; and posts that say otherwise.
CRAFTED: dict[str, dict[str, str]] = {
    "a text": {"ExecutionRoleArn": "arn:aws:iam::123456789012:role/Other"},
    "a text, emptied": {"ExecutionRoleArn": ""},
    "a text of the container": {"PrimaryContainer.Image": "evil"},
    "a flag": {"EnableNetworkIsolation": "false"},
    "a list, one entry more": {"Tags.1.Key": "a", "Tags.1.Value": "b"},
    "a list, another value": {"Tags.0.Value": "fraud"},
    "a list, taken away": {"Tags.present": "false"},
    "a list, by its button": {"action": "remove:Tags.0"},
    "a variable": {"PrimaryContainer.Environment.0.key": "LEVEL", "PrimaryContainer.Environment.0.value": "debug"},
    "nothing": {"VpcConfig.Subnets.0": "subnet-1"},
}
PASTED: dict[str, Document] = {
    "a text": {**RIGHT, "ExecutionRoleArn": "arn:aws:iam::123456789012:role/Other"},
    "a flag": {**RIGHT, "EnableNetworkIsolation": False},
    "a list": {**RIGHT, "Tags": [{"Key": "team", "Value": "fraud"}]},
    "a variable": {**RIGHT, "PrimaryContainer": {**RIGHT["PrimaryContainer"], "Environment": {"LEVEL": "debug"}}},
    "nothing": {**RIGHT, "VpcConfig": {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}},
}


@pytest.fixture
def sally(client: Client) -> User:
    user = factories.scientist()
    factories.connection()
    client.force_login(user)
    return user


@pytest.fixture
def draft(sally: User) -> Draft:
    version = forms.made(forms.outline(FIELDS, connection="sandbox"))
    return operations.create(owner=sally, document=RIGHT, blueprint=version, at=NOW)


def post(client: Client, draft: Draft, controls: dict[str, str], step: str = "model") -> Any:
    return client.post(f"/drafts/{draft.id}/{step}/", {"version": draft.version, **controls})


def submit(client: Client, draft: Draft) -> Any:
    post = {"version": draft.version, "justification": "Weekly."}
    return client.post(f"/drafts/{draft.id}/review/", post)


def refused() -> list[str]:
    return [event.reason for event in Event.objects.filter(name="access.denied")]


@pytest.mark.parametrize("controls", CRAFTED.values(), ids=CRAFTED)
def test_crafted_post_is_refused_and_recorded(client: Client, draft: Draft, controls: dict[str, str]) -> None:
    answer = post(client, draft, controls)

    assert answer.status_code == 403
    [reason] = refused()
    assert reason.startswith("This form sets ")
    assert reason in answer.content.decode()
    assert Draft.objects.get().document == draft.document


@pytest.mark.parametrize("controls", CRAFTED.values(), ids=CRAFTED)
def test_crafted_autosave_changes_nothing_that_is_locked(
    client: Client, draft: Draft, controls: dict[str, str]
) -> None:
    post(client, draft, {**controls, "action": "autosave", "sheet": "a", "turn": "1"})

    assert Draft.objects.get().document == draft.document


# A button cannot be pressed along with an autosave, and a variable may be named like a locked one while it is typed.
TYPED = {name: controls for name, controls in CRAFTED.items() if name not in {"a list, by its button", "a variable"}}


@pytest.mark.parametrize("controls", TYPED.values(), ids=TYPED)
def test_crafted_autosave_is_refused_and_recorded(client: Client, draft: Draft, controls: dict[str, str]) -> None:
    page = {"action": "autosave", "sheet": "a"}
    for turn in ("1", "2"):
        answer = post(client, draft, {**controls, **page, "turn": turn})
        assert answer.status_code == 422
        assert answer.content.decode().startswith("This form sets ")
        assert len(refused()) == int(turn)
    assert Draft.objects.get().version == draft.version


@pytest.mark.parametrize("controls", CRAFTED.values(), ids=CRAFTED)
def test_crafted_post_of_a_page_that_autosaved_is_refused_and_recorded(
    client: Client, draft: Draft, controls: dict[str, str]
) -> None:
    honest = {"ModelName": "churn-2", "sheet": "a"}
    assert post(client, draft, {**honest, "action": "autosave", "turn": "1"}).status_code == 200
    assert Draft.objects.get().version != draft.version

    assert post(client, draft, {**honest, **controls}).status_code == 403
    assert len(refused()) == 1
    assert Draft.objects.get().document == {**draft.document, "ModelName": "churn-2"}


def test_name_that_begins_like_that_of_a_locked_variable_can_be_typed(client: Client, draft: Draft) -> None:
    row = "PrimaryContainer.Environment.1"
    for turn, name in enumerate(("LEVE", "LEVEL", "LEVELS"), start=1):
        typed = {f"{row}.key": name, f"{row}.value": "", "action": "autosave", "sheet": "a", "turn": str(turn)}
        assert post(client, draft, typed).status_code == 200
    assert refused() == []


def test_crafted_autosave_of_a_page_that_is_too_late_is_no_attempt(client: Client, draft: Draft) -> None:
    """Such a page may be older than the lock."""
    post(client, draft, {"ModelName": "churn-2", "action": "save-exit"})
    late = {"ExecutionRoleArn": "me", "action": "autosave", "sheet": "a", "turn": "1"}
    assert post(client, draft, late).status_code == 409
    assert refused() == []


def test_post_that_says_what_is_locked_anyway_is_saved(client: Client, draft: Draft) -> None:
    answer = post(client, draft, {"ModelName": "churn-2", "ExecutionRoleArn": ROLE_ARN, "action": "save"})

    assert answer.status_code in (200, 302)
    assert Draft.objects.get().document["ModelName"] == "churn-2"
    assert refused() == []


def test_page_itself_may_be_posted_as_it_is(client: Client, draft: Draft) -> None:
    """No control of the page says anything of a locked place that would be taken for crafted."""
    page = client.get(f"/drafts/{draft.id}/model/").content.decode()
    assert 'name="ExecutionRoleArn"' not in page
    assert 'name="Tags' not in page


@pytest.mark.parametrize("document", PASTED.values(), ids=PASTED)
def test_pasted_request_is_told_and_never_submitted(client: Client, sally: User, document: Document) -> None:
    forms.made(forms.outline(FIELDS, connection="sandbox"))
    client.post("/drafts/import/", {"document": json.dumps(document), "connection": "", "blueprint": "churn"})

    pasted = Draft.objects.get()
    codes = [found["code"] for found in client.get(f"/drafts/{pasted.id}/findings.json").json()]
    assert "blueprint-locked" in codes
    assert submit(client, pasted).status_code in (403, 409, 422)
    assert not Submission.objects.exists()


def test_pasted_request_may_name_no_unknown_form(client: Client, sally: User) -> None:
    forms.made(forms.outline(teams=["fraud"]))
    forms.made(forms.outline(), name="other")
    answer = client.post("/drafts/import/", {"document": json.dumps(RIGHT), "connection": "", "blueprint": "churn"})

    assert answer.status_code == 422
    assert not Draft.objects.exists()


def test_clone_holds_its_locks_as_well(client: Client, draft: Draft, sally: User) -> None:
    submit(client, draft)
    submission = Submission.objects.get()
    client.post(f"/submissions/{submission.id}/clone/", {})

    copy = Draft.objects.exclude(id=draft.id).get()
    assert copy.blueprint_version == draft.blueprint_version
    assert post(client, copy, {"ExecutionRoleArn": "me"}).status_code == 403


def test_what_somebody_wrote_into_the_database_is_not_submitted(client: Client, draft: Draft) -> None:
    """Past every page and every operation."""
    Draft.objects.update(text=json.dumps({**RIGHT, "ExecutionRoleArn": "arn:aws:iam::123456789012:role/Other"}))

    assert submit(client, draft).status_code in (403, 409, 422)
    assert not Submission.objects.exists()
