"""With which forms may somebody begin, and what does beginning with one make?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.blueprints import operations
from models_ui.blueprints.models import Version
from models_ui.drafts.models import Draft
from tests import factories
from tests.blueprints import forms
from tests.factories import IMAGE, ROLE_ARN
from tests.web.conftest import Visit

STARTERS = Path(operations.__file__).parent / "starters"


@pytest.fixture
def form(db: None) -> Version:
    return forms.made()


def quick() -> Version:
    return forms.made(json.loads((STARTERS / "quick-create.json").read_text()), name="quick-create")


def test_forms_of_my_teams_stand_before_the_other_ways(form: Version, sally: User, visit: Visit) -> None:
    page = visit(sally).get("/drafts/new/").content.decode()
    ways = ["Churn model from an S3 folder", "Clone a request</h2>", "Paste a request</h2>", "Start blank"]
    assert sorted(ways, key=page.index) == ways
    assert "Asks for 2 fields" in page


def test_form_of_another_team_is_not_offered(sally: User, sven: User, visit: Visit) -> None:
    forms.made(forms.outline(teams=["search"]))
    assert "Churn model" not in visit(sally).get("/drafts/new/").content.decode()
    assert "Churn model" in visit(sven).get("/drafts/new/").content.decode()


def test_quick_create_is_offered_first(form: Version, sally: User, visit: Visit) -> None:
    quick()
    page = visit(sally).get("/drafts/new/").content.decode()
    assert page.index("Quick create") < page.index("Churn model from an S3 folder")


def test_draft_begins_with_what_the_form_sets(form: Version, sally: User, visit: Visit) -> None:
    answer = visit(sally).post("/drafts/new/", {"blueprint": "churn", "connection": ""})
    draft = Draft.objects.get()
    assert answer["Location"] == f"/drafts/{draft.id}/model/"
    assert draft.document == {"PrimaryContainer": {"Image": IMAGE}, "ExecutionRoleArn": ROLE_ARN}
    assert draft.blueprint_version == form
    assert Event.objects.get(name="drafts.created").data["origin"] == "blueprint"


def test_draft_is_for_a_team_that_may_use_the_form(db: None, visit: Visit) -> None:
    both = factories.scientist("both", teams=("risk", "search"))
    forms.made(forms.outline(teams=["search"]))
    visit(both).post("/drafts/new/", {"blueprint": "churn", "connection": "", "team": "risk"})
    assert Draft.objects.get().team.slug == "search"


@pytest.mark.parametrize("name", ["churn", "none", "../x", "\0"])
def test_form_that_is_not_offered_begins_nothing(name: str, sally: User, visit: Visit) -> None:
    forms.made(forms.outline(teams=["search"]))
    assert visit(sally).post("/drafts/new/", {"blueprint": name, "connection": ""}).status_code == 404
    assert not Draft.objects.exists()


def test_form_that_cannot_begin_here_says_why(sally: User, visit: Visit) -> None:
    image = {"image": {"family": "xgboost", "version": "1.7-1"}}
    forms.made(forms.outline({"/PrimaryContainer/Image": {"value": image, "locked": True}}))
    answer = visit(sally).post("/drafts/new/", {"blueprint": "churn", "connection": ""})
    assert answer.status_code == 422
    assert 'href="#connection"' in answer.content.decode()
    assert not Draft.objects.exists()


def test_connection_that_the_team_chose_last_is_preselected(form: Version, sally: User, visit: Visit) -> None:
    first, other = factories.connection(), factories.connection("sandbox-eu", region="eu-west-1")
    for page in ("/", "/drafts/new/"):
        assert f'value="{other.id}" selected' not in visit(sally).get(page).content.decode()
    factories.draft(factories.scientist("sam"), where=other)
    for page in ("/", "/drafts/new/"):
        assert f'value="{other.id}" selected' in visit(sally).get(page).content.decode()
        assert f'value="{first.id}" selected' not in visit(sally).get(page).content.decode()


def test_only_connection_needs_no_choice(form: Version, sally: User, visit: Visit) -> None:
    where = factories.connection()
    visit(sally).post("/drafts/new/", {"blueprint": "churn"})
    assert Draft.objects.get().connection == where


def test_newcomer_finds_forms_at_home(sally: User, visit: Visit) -> None:
    quick()
    browser = visit(sally)
    assert "Start here" in browser.get("/").content.decode()
    browser.post("/drafts/new/", {"blueprint": "quick-create", "connection": ""})
    assert "Start here" not in browser.get("/").content.decode()


def test_approver_is_offered_none(form: Version, amir: User, visit: Visit) -> None:
    assert "Start here" not in visit(amir).get("/").content.decode()
