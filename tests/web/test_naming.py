"""Does the first screen help to a name that is free?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.drafts.models import Draft
from tests import factories
from tests.web.conftest import Visit
from tests.web.filling import begun, post, shown, swapped

pytestmark = pytest.mark.django_db

TAKEN = "already asks for a SageMaker model named churn in sandbox"


def name_of(draft: Draft) -> object:
    return Draft.objects.get(id=draft.id).document.get("ModelName")


@pytest.fixture
def taken(client: Client, sally: User) -> Draft:
    """A draft whose name another open submission has."""
    factories.submission(sally, factories.request("churn"))
    return begun(client, factories.request("churn"), owner=sally)


@pytest.mark.parametrize(
    ("action", "form"), [("stamp", r"churn-20\d{6}-\d{4}"), ("random", r"churn-\d[a-z]\d[a-z]"), ("bare", "churn")]
)
def test_button_makes_the_name_and_stays(client: Client, action: str, form: str) -> None:
    draft = begun(client, factories.request("x"))
    response = post(client, draft, "basics", ModelName="churn", action=f"{action}:ModelName")
    assert response.headers["Location"] == f"/drafts/{draft.id}/basics/?#ModelName"
    assert re.fullmatch(form, str(name_of(draft)))


def test_swap_brings_the_focus_to_the_name(client: Client) -> None:
    draft = begun(client, factories.request("x"))
    page = swapped(client, draft, "basics", ModelName="churn", action="random:ModelName").content.decode()
    assert re.search(rf'id="ModelName" autofocus data-focus name="ModelName" value="{name_of(draft)}"', page)


def test_two_presses_renew_the_suffix(client: Client) -> None:
    draft = begun(client, factories.request("churn"))
    for _ in range(3):
        post(client, draft, "basics", ModelName=str(name_of(draft)), action="random:ModelName")
    assert re.fullmatch(r"churn-\d[a-z]\d[a-z]", str(name_of(draft)))


def test_suggestion_is_offered_and_taken(client: Client) -> None:
    draft = begun(client, factories.request("", ModelName=None))
    assert 'value="suggest:ModelName">Use churn-7</button>' in shown(client, draft, "basics")
    post(client, draft, "basics", ModelName="", action="suggest:ModelName")
    assert name_of(draft) == "churn-7"


def test_hostile_location_is_made_harmless(client: Client) -> None:
    container = {"Image": factories.IMAGE, "ModelDataUrl": "s3://b/<script>alert(1)</script>\"'&/x y"}
    page = shown(client, begun(client, {"PrimaryContainer": container}), "basics")
    assert ">Use x-y</button>" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("step", ["basics", "review"])
def test_taken_name_is_said_where_it_is_shown(client: Client, taken: Draft, step: str) -> None:
    assert TAKEN in shown(client, taken, step)


def test_taken_name_is_said_when_the_screen_is_saved(client: Client, sally: User) -> None:
    factories.submission(sally, factories.request("churn"))
    draft = begun(client, factories.request("x"), owner=sally)
    response = post(client, draft, "basics", ModelName="churn", action="continue")
    assert (response.status_code, name_of(draft)) == (422, "churn")
    assert TAKEN in response.content.decode()


def test_taken_name_is_said_after_a_button_too(client: Client, taken: Draft) -> None:
    response = swapped(client, taken, "basics", ModelName="churn", action="bare:ModelName")
    assert TAKEN in response.content.decode()


def test_suffix_frees_the_name(client: Client, taken: Draft) -> None:
    page = swapped(client, taken, "basics", ModelName="churn", action="random:ModelName").content.decode()
    assert TAKEN not in page


def test_taken_name_is_in_the_findings_for_programs(client: Client, taken: Draft) -> None:
    (finding,) = client.get(f"/drafts/{taken.id}/findings.json").json()
    assert (finding["code"], finding["pointer"], finding["severity"]) == ("name-reserved", "/ModelName", "error")
    assert TAKEN in finding["message"]


def test_taken_name_keeps_the_draft_from_being_ready(client: Client, taken: Draft) -> None:
    assert "There is a problem (1)" in client.get("/drafts/").content.decode()
    assert "Basics has a problem" in client.get("/").content.decode()
    assert client.get(f"/drafts/{taken.id}/").headers["Location"] == f"/drafts/{taken.id}/basics/"


def test_other_team_learns_nothing_but_that_the_name_is_taken(sally: User, sven: User, visit: Visit) -> None:
    other = factories.submission(sally, factories.request("churn"))
    draft = factories.draft(sven, factories.request("churn"))
    for address in ("basics/", "review/", "findings.json"):
        page = visit(sven).get(f"/drafts/{draft.id}/{address}").content.decode()
        assert f"Another submission {TAKEN}" in page
        assert "sally" not in page
        assert str(other.id) not in page
