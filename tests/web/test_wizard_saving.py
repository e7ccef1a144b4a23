"""What does a post of a screen save, and where does it lead?"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from tests import factories
from tests.web.filling import PIPELINE, begun, post, swapped

pytestmark = pytest.mark.django_db


def test_continue_saves_and_leads_to_the_next_screen(client: Client) -> None:
    draft = begun(client, {})
    response = post(client, draft, "basics", ModelName="churn-8", action="continue")
    assert response.headers["Location"] == f"/drafts/{draft.id}/container/"
    assert Draft.objects.get().document == {"ModelName": "churn-8"}


def test_what_is_wrong_is_saved_and_told(client: Client) -> None:
    draft = begun(client, {})
    response = post(client, draft, "basics", ModelName="churn_8", action="continue")
    text = response.content.decode()
    assert response.status_code == 422
    assert Draft.objects.get().document == {"ModelName": "churn_8"}
    assert "<title>Error: Basics" in text
    assert '<a href="#ModelName">' in text


def test_same_words_stand_in_the_summary_and_beside_the_field(client: Client) -> None:
    text = post(client, begun(client, {}), "basics", ModelName="churn_8").content.decode()
    told = re.search(r'<a href="#ModelName">(.*?)</a>', text)
    assert told
    assert text.count(told[1]) == 2


def test_version_of_the_answer_can_be_saved_again(client: Client) -> None:
    draft = begun(client, {})
    text = post(client, draft, "basics", ModelName="churn_8").content.decode()
    assert f'name="version" value="{Draft.objects.get().version}"' in text


@pytest.mark.parametrize(
    ("action", "leads"),
    [
        ("back", "/drafts/{id}/container/"),
        ("review", "/drafts/{id}/review/"),
        ("save-exit", "/drafts/"),
        ("go:tags", "/drafts/{id}/tags/"),
        ("go:review", "/drafts/{id}/review/"),
        ("go:nowhere", "/drafts/{id}/review/"),
    ],
)
def test_other_buttons_save_and_lead_away_whatever_is_wrong(client: Client, action: str, leads: str) -> None:
    draft = begun(client)
    response = post(client, draft, "access", ExecutionRoleArn="nonsense", action=action)
    assert response.headers["Location"] == leads.format(id=draft.id)
    assert Draft.objects.get().document["ExecutionRoleArn"] == "nonsense"


def test_back_from_the_first_screen_stays(client: Client) -> None:
    draft = begun(client)
    assert post(client, draft, "basics", action="back").headers["Location"] == f"/drafts/{draft.id}/basics/"


def test_last_screen_leads_to_the_review(client: Client) -> None:
    draft = begun(client)
    assert post(client, draft, "tags").headers["Location"] == f"/drafts/{draft.id}/review/"


def test_change_from_the_review_leads_back_to_it(client: Client) -> None:
    draft = begun(client)
    response = post(client, draft, "basics", ModelName="churn-9", **{"return": "review"})
    assert response.headers["Location"] == f"/drafts/{draft.id}/review/"


def test_control_that_is_not_posted_leaves_its_place_alone(client: Client) -> None:
    draft = begun(client)
    post(client, draft, "access", action="continue")
    assert Draft.objects.get().document == draft.document


def test_connection_is_the_drafts_and_not_of_the_request(client: Client) -> None:
    draft = begun(client)
    other = factories.connection("sandbox-eu", region="eu-west-1")
    post(client, draft, "basics", connection=str(other.id))
    assert Draft.objects.get().connection == other
    assert Draft.objects.get().document == draft.document


def test_first_screen_wants_a_connection(client: Client) -> None:
    factories.connection()
    sally = factories.scientist()
    draft = operations.create(owner=sally, at=factories.NOW)
    client.force_login(sally)
    response = post(client, draft, "basics", ModelName="churn-8", connection="")
    assert response.status_code == 422
    assert '<a href="#connection">' in response.content.decode()


def test_row_is_added_without_javascript(client: Client) -> None:
    draft = begun(client)
    response = post(client, draft, "tags", action="add:Tags")
    assert response.headers["Location"].startswith(f"/drafts/{draft.id}/tags/?focus=Tags.0.Key")
    assert Draft.objects.get().document["Tags"] == [{"Value": ""}]


def test_focus_goes_to_the_new_row(client: Client) -> None:
    draft = begun(client)
    text = client.post(
        f"/drafts/{draft.id}/tags/", {"version": draft.version, "action": "add:Tags"}, follow=True
    ).content.decode()
    assert re.search(r'id="Tags\.0\.Key"[^>]*autofocus', text)


def test_row_that_was_removed_is_told_of(client: Client) -> None:
    draft = begun(client, factories.request(Tags=[{"Key": "team", "Value": "risk"}]))
    response = client.post(
        f"/drafts/{draft.id}/tags/", {"version": draft.version, "action": "remove:Tags.0"}, follow=True
    )
    assert "Tag 1 is removed." in response.content.decode()


def test_rows_swap_a_part_of_the_page_for_htmx(client: Client) -> None:
    draft = begun(client)
    response = swapped(client, draft, "tags", action="add:Tags")
    text = response.content.decode()
    assert response.status_code == 200
    assert 'id="step"' in text
    assert re.search(r'id="Tags\.0\.Key"[^>]*data-focus', text)


def test_what_a_button_did_is_spoken(client: Client) -> None:
    draft = begun(client, factories.request(Tags=[{"Key": "team", "Value": "risk"}]))
    response = swapped(client, draft, "tags", action="remove:Tags.0")
    assert json.loads(response.headers["HX-Trigger"]) == {"announce": {"value": "Tag 1 is removed."}}


def test_htmx_is_sent_on_to_the_next_screen(client: Client) -> None:
    draft = begun(client)
    assert swapped(client, draft, "basics").headers["HX-Redirect"] == f"/drafts/{draft.id}/container/"


def test_htmx_gets_errors_with_the_title(client: Client) -> None:
    response = swapped(client, begun(client, {}), "basics", ModelName="churn_8")
    assert response.status_code == 422
    assert "<title>Error: Basics" in response.content.decode()


def test_half_filled_row_is_not_judged_before_continue(client: Client) -> None:
    text = swapped(client, begun(client), "tags", action="add:Tags").content.decode()
    assert "There is a problem" not in text


def test_order_of_containers_changes_by_buttons(client: Client) -> None:
    draft = begun(client, factories.request(**PIPELINE))
    post(client, draft, "containers", action="down:Containers.0")
    containers: Any = Draft.objects.get().document["Containers"]
    assert [container["ContainerHostname"] for container in containers] == ["second", "first"]


def test_pipeline_begins_with_the_container_that_was_there(client: Client) -> None:
    draft = begun(client)
    response = post(client, draft, "basics", **{"ask.kind": "pipeline"})
    assert Draft.objects.get().document["Containers"] == [draft.document["PrimaryContainer"]]
    assert response.headers["Location"] == f"/drafts/{draft.id}/containers/"
