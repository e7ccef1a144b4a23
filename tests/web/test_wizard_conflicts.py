"""What becomes of a save that comes too late?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from tests import factories
from tests.web.filling import PIPELINE, begun, post, shown

pytestmark = pytest.mark.django_db


def test_second_save_gets_the_difference_and_overwrites_nothing(client: Client) -> None:
    draft = begun(client, {"ModelName": "old"})
    post(client, draft, "basics", ModelName="theirs")
    response = client.post(f"/drafts/{draft.id}/basics/", {"version": draft.version, "ModelName": "mine"})
    text = response.content.decode()
    assert response.status_code == 409
    assert "<del>theirs</del><ins>mine</ins>" in text
    assert Draft.objects.get().document == {"ModelName": "theirs"}


def test_what_was_typed_is_carried_to_be_kept(client: Client) -> None:
    draft = begun(client, {"ModelName": "old"})
    post(client, draft, "basics", ModelName="theirs")
    text = client.post(
        f"/drafts/{draft.id}/basics/", {"version": draft.version, "ModelName": "mine", "action": "review"}
    ).content.decode()
    controls = dict(re.findall(r'<input type="hidden" name="(ModelName|version)" value="([^"]*)"', text))
    assert 'name="action" value="review">Keep mine' in text
    client.post(f"/drafts/{draft.id}/basics/", controls)
    assert Draft.objects.get().document == {"ModelName": "mine"}


def test_post_that_is_sent_twice_is_no_conflict(client: Client) -> None:
    draft = begun(client, {})
    for _ in range(2):
        response = client.post(f"/drafts/{draft.id}/basics/", {"version": draft.version, "ModelName": "churn-8"})
    assert response.status_code == 302


def test_other_connection_alone_is_a_conflict(client: Client) -> None:
    draft = begun(client)
    other = factories.connection("sandbox-eu", region="eu-west-1")
    post(client, draft, "basics", ModelName="theirs")
    response = client.post(f"/drafts/{draft.id}/basics/", {"version": draft.version, "connection": str(other.id)})
    assert response.status_code == 409
    assert "sandbox-eu" in response.content.decode()


def test_typed_text_of_a_screen_that_is_gone_is_shown_to_copy(client: Client) -> None:
    draft = begun(client, factories.request(**PIPELINE))
    post(client, draft, "containers", action="remove:Containers.1")
    response = client.post(
        f"/drafts/{draft.id}/container-2/", {"version": draft.version, "Containers.1.Image": "typed:1"}
    )
    assert response.status_code == 409
    assert "typed:1" in response.content.decode()


def test_conflict_takes_the_whole_page_for_htmx(client: Client) -> None:
    draft = begun(client, {"ModelName": "old"})
    post(client, draft, "basics", ModelName="theirs")
    response = client.post(
        f"/drafts/{draft.id}/basics/", {"version": draft.version, "ModelName": "m"}, headers={"HX-Request": "true"}
    )
    assert response.headers["HX-Retarget"] == "body"


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "²"])
def test_version_that_nobody_saw_is_a_conflict(client: Client, version: str) -> None:
    draft = begun(client, {"ModelName": "old"})
    response = client.post(f"/drafts/{draft.id}/basics/", {"version": version, "ModelName": "mine"})
    assert response.status_code == 409
    assert Draft.objects.get().document == {"ModelName": "old"}


def test_save_of_a_submitted_draft_is_409_with_what_was_typed(client: Client) -> None:
    sally = factories.scientist()
    made = factories.submission(sally)
    client.force_login(sally)
    response = post(client, Draft.objects.get(), "basics", ModelName="too-late")
    text = response.content.decode()
    assert response.status_code == 409
    assert "too-late" in text
    assert f"/submissions/{made.id}/" in text


def test_submitted_draft_is_shown_but_not_to_be_filled_in(client: Client) -> None:
    sally = factories.scientist()
    factories.submission(sally)
    client.force_login(sally)
    text = shown(client, Draft.objects.get(), "basics")
    assert "This request has been submitted" in text
    assert 'name="ModelName"' not in text


def test_discarded_draft_is_shown_but_not_saved(client: Client) -> None:
    draft = begun(client)
    operations.discard(draft_id=draft.id, by=draft.owner, at=factories.NOW)
    assert "This draft was discarded" in shown(client, draft, "basics")
    assert post(client, draft, "basics", ModelName="x").status_code == 409


@pytest.mark.parametrize("path", ["", "basics/", "review/", "request.json", "findings.json"])
def test_draft_of_another_team_is_not_there(client: Client, path: str) -> None:
    draft = factories.draft(factories.scientist("rita", teams=("search",)))
    client.force_login(factories.scientist())
    assert client.get(f"/drafts/{draft.id}/{path}").status_code == 404


@pytest.mark.parametrize("maker", [factories.approver, factories.admin, factories.auditor])
def test_other_roles_of_the_team_fill_in_no_drafts(client: Client, maker: Any) -> None:
    draft = factories.draft(factories.scientist())
    client.force_login(maker())
    assert client.get(f"/drafts/{draft.id}/basics/").status_code == 404
    assert post(client, draft, "basics", ModelName="x").status_code == 404


def test_stranger_is_asked_to_sign_in(client: Client) -> None:
    draft = factories.draft(factories.scientist())
    answer = post(client, draft, "basics", ModelName="x")

    assert answer.status_code == 401
    assert 'id="password"' in answer.content.decode()


def test_colleague_who_fills_in_too_becomes_an_author(client: Client) -> None:
    draft = factories.draft(factories.scientist())
    cora = factories.scientist("cora")
    client.force_login(cora)
    post(client, draft, "basics", ModelName="cora-1")
    assert cora in Draft.objects.get().authors.all()
