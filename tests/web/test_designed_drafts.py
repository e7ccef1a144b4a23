"""What do the pages of a draft show that was begun with a form?"""

from __future__ import annotations

import re

import pytest
from django.urls import get_resolver

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.blueprints.models import Version
from models_ui.blueprints.sound_steps import RESERVED
from models_ui.drafts.models import Draft
from tests import factories
from tests.blueprints import forms
from tests.factories import IMAGE
from tests.web.conftest import Visit

DATA = "s3://acme-risk/churn/model.tar.gz"
FILLED = {"ModelName": "churn-7", "PrimaryContainer.ModelDataUrl": DATA, "action": "continue"}


def begun(sally: User, visit: Visit, version: Version | None = None) -> Draft:
    name = (version or forms.made()).blueprint.name
    where = factories.connection()
    visit(sally).post("/drafts/new/", {"blueprint": name, "connection": str(where.id)})
    return Draft.objects.get()


def test_screen_shows_the_fields_of_the_form(sally: User, visit: Visit) -> None:
    draft = begun(sally, visit)
    page = visit(sally).get(f"/drafts/{draft.id}/model/").content.decode()
    assert '<h1 tabindex="-1">Say which model</h1>' in page
    assert "Set by this form" in page
    assert "Churn model from an S3 folder, version 1" in page
    assert 'name="ModelName"' in page
    assert 'name="ExecutionRoleArn"' not in page
    assert "Begins with s3://acme-risk/" in page
    assert 'name="connection"' in page


def test_continue_leads_from_the_last_step_to_the_review(sally: User, visit: Visit) -> None:
    draft = begun(sally, visit)
    answer = visit(sally).post(f"/drafts/{draft.id}/model/", {**FILLED, "version": draft.version})
    assert answer["Location"] == f"/drafts/{draft.id}/review/"


@pytest.mark.parametrize("name", ["basics", "container", "more-access", "quick", "model-1", "review-2"])
def test_screen_that_the_form_has_not_is_not_found(name: str, sally: User, visit: Visit) -> None:
    draft = begun(sally, visit)
    assert visit(sally).get(f"/drafts/{draft.id}/{name}/").status_code in (302, 404)
    assert visit(sally).post(f"/drafts/{draft.id}/{name}/", {"version": draft.version}).status_code in (302, 404)


def test_no_step_of_a_form_hides_behind_another_address_of_a_draft() -> None:
    routes = [str(pattern.pattern) for pattern in get_resolver("models_ui.urls").url_patterns]
    words = {found[1] for route in routes if (found := re.fullmatch(r"drafts/<uuid:draft_id>/([a-z-]+)/", route))}
    assert "review" in words
    assert words <= RESERVED


def test_ordinary_screens_stand_behind_a_free_form(sally: User, visit: Visit) -> None:
    draft = begun(sally, visit, forms.made(forms.outline(free=True)))
    page = visit(sally).get(f"/drafts/{draft.id}/model/").content.decode()
    assert "More settings" in page
    assert f"/drafts/{draft.id}/more-access/" in page
    access = visit(sally).get(f"/drafts/{draft.id}/more-access/").content.decode()
    assert 'name="EnableNetworkIsolation"' in access
    assert "ExecutionRoleArn" not in access.split('id="screen"')[1].split("</form>")[0]
    answer = visit(sally).post(f"/drafts/{draft.id}/more-tags/", {"version": draft.version})
    assert answer["Location"] == f"/drafts/{draft.id}/review/"


@pytest.mark.parametrize(
    "crafted",
    [
        {"ExecutionRoleArn": "arn:aws:iam::123456789012:role/Other"},
        {"PrimaryContainer.Image": "other"},
        {"PrimaryContainer.present": "false"},
        {"EnableNetworkIsolation": "true"},
        {"action": "remove:/ExecutionRoleArn"},
        {"action": "remove:/PrimaryContainer"},
    ],
)
def test_crafted_post_changes_nothing_that_the_form_does_not_ask(
    crafted: dict[str, str], sally: User, visit: Visit
) -> None:
    draft = begun(sally, visit)
    before = draft.document
    visit(sally).post(f"/drafts/{draft.id}/model/", {"version": draft.version, "action": "save-exit", **crafted})
    assert Draft.objects.get().document == before


def test_review_has_the_sections_of_the_form_and_says_how_values_came_about(sally: User, visit: Visit) -> None:
    draft = begun(sally, visit)
    visit(sally).post(f"/drafts/{draft.id}/model/", {**FILLED, "version": draft.version})
    page = visit(sally).get(f"/drafts/{draft.id}/review/").content.decode()
    assert '<h2 id="card-model">Model</h2>' in page
    assert page.count("Filled in</span>") == 2
    assert page.count("Set by the form</span>") == 2
    assert "Access and network" not in page


def test_what_is_hidden_is_told_at_the_review(sally: User, visit: Visit) -> None:
    hidden = {"/EnableNetworkIsolation": {"show": "hidden", "value": True, "locked": True}}
    draft = begun(sally, visit, forms.made(forms.outline(hidden)))
    assert (
        "Network isolation" not in visit(sally).get(f"/drafts/{draft.id}/model/").content.decode().split("preview")[0]
    )
    page = visit(sally).get(f"/drafts/{draft.id}/review/").content.decode()
    section = page.split('id="card-more-access"')[1].split("</section>")[0]
    assert "Network isolation" in section
    assert "Change" not in section


def test_approver_sees_what_was_chosen_against_what_was_fixed(sally: User, amir: User, visit: Visit) -> None:
    draft = begun(sally, visit)
    visit(sally).post(f"/drafts/{draft.id}/model/", {**FILLED, "version": draft.version})
    version = Draft.objects.get().version
    sent = visit(sally).post(f"/drafts/{draft.id}/review/", {"version": version, "justification": "It is better."})
    assert sent.status_code == 302
    decision = visit(amir).get(f"/approvals/{draft.id}/").content.decode()
    assert "Filled in with a form" in decision
    assert "<strong>2</strong> set by the form" in decision
    assert "<strong>2</strong> filled in" in decision
    page = visit(sally).get(f"/submissions/{draft.id}/").content.decode()
    assert "Churn model from an S3 folder, version 1" in page


def newer(version: Version) -> Version:
    document = forms.outline({"/PrimaryContainer/Image": {"value": f"{IMAGE}-2", "locked": True}})
    return forms.republished(version, document)


def test_draft_is_told_of_a_newer_version_and_moves_over(sally: User, visit: Visit) -> None:
    first = forms.made()
    draft = begun(sally, visit, first)
    browser, newer_url = visit(sally), f"/drafts/{draft.id}/form/newer/"
    assert browser.get(newer_url)["Location"] == f"/drafts/{draft.id}/"
    second = newer(first)
    for page in ("model", "review"):
        assert "This form has a newer version" in browser.get(f"/drafts/{draft.id}/{page}/").content.decode()
    shown = browser.get(newer_url).content.decode()
    assert f"{IMAGE}-2" in shown.split("What is different on the form")[0]
    answer = browser.post(newer_url, {"version": draft.version, "to": second.n})
    assert answer["Location"] == f"/drafts/{draft.id}/"
    moved = Draft.objects.get()
    assert moved.blueprint_version == second
    assert moved.document["PrimaryContainer"] == {"Image": f"{IMAGE}-2"}
    assert "newer version" not in browser.get(f"/drafts/{draft.id}/model/").content.decode()
    told = Event.objects.get(name="drafts.moved_to_version")
    assert (told.actor_label, told.subject_id, told.team) == ("sally", str(draft.id), "risk")
    assert told.data == {
        "from_version": 1,
        "blueprint": "churn",
        "blueprint_version": 2,
        "blueprint_digest": second.digest,
    }


def test_secret_that_a_newer_form_sets_is_not_shown(sally: User, visit: Visit) -> None:
    place = "/PrimaryContainer/Environment/HF_TOKEN"
    first = forms.made(forms.outline({place: {"value": "open-sesame-1", "locked": True}}))
    draft = begun(sally, visit, first)
    forms.republished(first, forms.outline({place: {"value": "open-sesame-2", "locked": True}}))
    page = visit(factories.scientist("simon")).get(f"/drafts/{draft.id}/form/newer/").content.decode()
    assert "Locked: (hidden)" in page
    assert "open-sesame" not in page


@pytest.mark.parametrize(("version", "to"), [(7, 2), (1, 3), (1, 1)])
def test_move_that_is_not_as_it_was_seen_moves_nothing(version: int, to: int, sally: User, visit: Visit) -> None:
    first = forms.made()
    draft = begun(sally, visit, first)
    newer(first)
    answer = visit(sally).post(f"/drafts/{draft.id}/form/newer/", {"version": version, "to": to})
    assert answer.status_code == 409
    assert Draft.objects.get().blueprint_version == first


def test_move_where_there_is_nothing_newer_is_refused(sally: User, visit: Visit) -> None:
    draft = begun(sally, visit)
    answer = visit(sally).post(f"/drafts/{draft.id}/form/newer/", {"version": draft.version, "to": 2})
    assert answer.status_code == 403
    assert "newest version" in Event.objects.get(name="access.denied").reason


def test_what_a_person_filled_in_stays_when_a_draft_moves_over(sally: User, visit: Visit) -> None:
    first = forms.made()
    draft = begun(sally, visit, first)
    visit(sally).post(f"/drafts/{draft.id}/model/", {**FILLED, "version": draft.version})
    second = newer(first)
    version = Draft.objects.get().version
    visit(sally).post(f"/drafts/{draft.id}/form/newer/", {"version": version, "to": second.n})
    document = Draft.objects.get().document
    assert document["ModelName"] == "churn-7"
    assert document["PrimaryContainer"] == {"Image": f"{IMAGE}-2", "ModelDataUrl": DATA}


def test_what_is_typed_into_a_form_is_saved_and_what_it_does_not_ask_is_not(sally: User, visit: Visit) -> None:
    draft = begun(sally, visit)
    typed = {"ModelName": "half-typed", "EnableNetworkIsolation": "true"}
    page = {"version": draft.version, "sheet": "page", "turn": 1, "action": "autosave"}
    answer = visit(sally).post(f"/drafts/{draft.id}/model/", {**page, **typed}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    after = Draft.objects.get()
    assert after.document == {**draft.document, "ModelName": "half-typed"}
    assert after.blueprint_version == draft.blueprint_version
