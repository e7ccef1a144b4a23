"""Does what was removed come back by a button, and does nobody see it meanwhile?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from models_ui.approvals import operations as approvals
from models_ui.drafts.models import Draft
from tests import factories
from tests.factories import NOW
from tests.web.filling import PIPELINE, begun, post, shown, swapped

pytestmark = pytest.mark.django_db

ENVIRONMENT: dict[str, Any] = {
    "PrimaryContainer": {"Image": factories.IMAGE, "Environment": {"A": "1", "HF_TOKEN": "hf_very_secret", "B": "2"}}
}
TAGS: dict[str, Any] = {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]}


def stored() -> Any:
    return Draft.objects.get().document


def test_removal_is_said_once_with_the_way_back(client: Client) -> None:
    draft = begun(client, TAGS)
    removed = swapped(client, draft, "tags", action="remove:Tags.0")
    text = removed.content.decode()
    assert text.count("<p>Tag 1 is removed.</p>") == 1
    assert 'name="action" value="undo"' in text
    assert json.loads(removed.headers["HX-Trigger"]) == {"announce": {"value": "Tag 1 is removed."}}


def test_undo_puts_it_back_and_the_focus_there(client: Client) -> None:
    draft = begun(client, TAGS)
    swapped(client, draft, "tags", action="remove:Tags.0")
    back = swapped(client, draft, "tags", action="undo")
    text = back.content.decode()
    assert stored() == TAGS
    assert json.loads(back.headers["HX-Trigger"]) == {"announce": {"value": "Tag 1 is back."}}
    assert 'id="Tags.0.Key" autofocus data-focus' in text
    assert 'value="undo"' not in text


def test_without_javascript_it_is_a_page_with_a_button(client: Client) -> None:
    draft = begun(client, TAGS)
    post_ = {"version": draft.version, "action": "remove:Tags.1"}
    text = client.post(f"/drafts/{draft.id}/tags/", post_, follow=True).content.decode()
    assert text.count("<p>Tag 2 is removed.</p>") == 1
    assert 'value="undo"' in text
    after = post(client, draft, "tags", action="undo")
    assert after.headers["Location"].startswith(f"/drafts/{draft.id}/tags/?focus=Tags.1.Key")
    assert stored() == TAGS


def test_it_is_offered_again_on_its_own_screen_only(client: Client) -> None:
    draft = begun(client, TAGS)
    post(client, draft, "tags", action="remove:Tags.0")
    post(client, draft, "tags", action="review")
    assert 'value="undo"' in shown(client, draft, "tags")
    assert 'value="undo"' not in shown(client, draft, "access")


def test_what_was_typed_and_saved_meanwhile_stays(client: Client) -> None:
    draft = begun(client, TAGS)
    post(client, draft, "tags", action="remove:Tags.0")
    now = Draft.objects.get()
    typed = {"Tags.0.Key": "typed", "Tags.0.Value": "2"}
    page = {"version": now.version, "sheet": "page"}
    client.post(f"/drafts/{draft.id}/tags/", {**page, **typed, "turn": 1, "action": "autosave"})
    client.post(f"/drafts/{draft.id}/tags/", {**page, **typed, "action": "undo"})
    assert stored() == {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "typed", "Value": "2"}]}


def test_container_comes_back_with_all_it_held(client: Client) -> None:
    document = factories.request(**PIPELINE)
    draft = begun(client, document)
    post(client, draft, "containers", action="remove:Containers.0")
    post(client, draft, "containers", action="undo")
    assert stored() == document


def test_second_press_says_that_nothing_is_left(client: Client) -> None:
    draft = begun(client, TAGS)
    post(client, draft, "tags", action="remove:Tags.0")
    post(client, draft, "tags", action="undo")
    text = swapped(client, draft, "tags", action="undo").content.decode()
    assert "There is nothing left to put back." in text
    assert stored() == TAGS


def test_hidden_value_comes_back_and_is_on_no_page(client: Client) -> None:
    draft = factories.draft(factories.scientist(), ENVIRONMENT)
    client.force_login(factories.scientist("cora"))
    removed = swapped(client, draft, "container", action="remove:PrimaryContainer.Environment.1")
    back = swapped(client, draft, "container", action="undo")
    assert stored() == ENVIRONMENT
    assert list(stored()["PrimaryContainer"]["Environment"]) == ["A", "HF_TOKEN", "B"]
    pages = removed.content + back.content + shown(client, draft, "container").encode()
    assert b"hf_very_secret" not in pages


def test_hidden_values_come_along_in_a_copied_container_and_are_on_no_page(client: Client) -> None:
    document = factories.request(PrimaryContainer=None, Containers=[ENVIRONMENT["PrimaryContainer"], {"Image": "b"}])
    draft = factories.draft(factories.scientist(), document)
    client.force_login(factories.scientist("cora"))
    copied = swapped(client, draft, "container-2", action="copy", **{"ask.copy": "0"})
    assert stored()["Containers"][1] == ENVIRONMENT["PrimaryContainer"]
    back = swapped(client, draft, "container-2", action="undo")
    assert stored() == document
    assert b"hf_very_secret" not in copied.content + back.content


def test_what_is_kept_is_erased_when_it_is_back_and_when_the_request_is_submitted(client: Client) -> None:
    draft = begun(client, factories.request(**TAGS))
    post(client, draft, "tags", action="remove:Tags.0")
    assert '"1"' in Draft.objects.get().taken_out
    post(client, draft, "tags", action="undo")
    assert Draft.objects.get().taken_out == ""
    post(client, draft, "tags", action="remove:Tags.0")
    approvals.submit(
        draft_id=draft.id, version=Draft.objects.get().version, justification="Why.", by=draft.owner, at=NOW
    )
    assert Draft.objects.get().taken_out == ""


def test_too_late_undo_shows_what_differs(client: Client) -> None:
    draft = begun(client, TAGS)
    post(client, draft, "tags", action="remove:Tags.0")
    late = Draft.objects.get().version
    post(client, draft, "basics", ModelName="theirs")
    answer = client.post(f"/drafts/{draft.id}/tags/", {"version": late, "action": "undo"})
    assert answer.status_code == 409
    assert stored()["ModelName"] == "theirs"


def test_containers_of_a_pipeline_are_offered_for_copying(client: Client) -> None:
    draft = begun(client, factories.request(**PIPELINE))
    text = shown(client, draft, "container-1")
    assert '<option value="1">Container 2: second</option>' in text
    assert "Copy from another container" not in shown(client, draft, "access")


def test_list_adds_a_copy(client: Client) -> None:
    draft = begun(client, factories.request(**PIPELINE))
    text = swapped(client, draft, "containers", action="duplicate:Containers.0").content.decode()
    assert 'id="Containers.2" autofocus' in text
    assert stored()["Containers"][2] == {"Image": factories.IMAGE}
