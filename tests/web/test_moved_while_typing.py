"""Does a page that was saved while somebody typed go on to work after its connection was changed on it?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from models_ui.audit.models import Event
from models_ui.blueprints.models import Version
from models_ui.connections.models import Connection
from models_ui.drafts import moving, operations
from models_ui.drafts.models import Draft
from tests import factories
from tests.blueprints import forms
from tests.factories import NOW
from tests.web.filling import post, swapped
from tests.web.test_autosave import press, send

pytestmark = pytest.mark.django_db

IMAGE = "PrimaryContainer.Image"
BY_ITS_FACTS = {"image": {"family": "sklearn", "version": "1.9-0"}}


def begun(client: Client, *, locked: bool) -> Draft:
    """Return a draft in us-east-1 with an image that its form names by its facts."""
    sally = factories.scientist()
    client.force_login(sally)
    version = forms.made(forms.outline({"/PrimaryContainer/Image": {"value": BY_ITS_FACTS, "locked": locked}}))
    return operations.create(owner=sally, connection=factories.connection(), blueprint=version, at=NOW)


def europe() -> Connection:
    return factories.connection("sandbox-eu", region="eu-west-1")


def typed(draft: Draft, where: Connection | None, *, locked: bool, name: str = "churn-8") -> dict[str, Any]:
    """Return what the page of this draft posts; an image that is locked has no control."""
    image = {} if locked else {IMAGE: draft.document["PrimaryContainer"]["Image"]}  # type: ignore[call-overload, index]
    return {"ModelName": name, "connection": str(where.id) if where else "", **image}


def stored() -> tuple[str, str, str]:
    """Return the name and the image of the draft, and the region of its words."""
    draft: Any = Draft.objects.get()
    return draft.document["ModelName"], draft.document["PrimaryContainer"]["Image"], draft.blueprint_words["region"]


@pytest.mark.parametrize("locked", [True, False])
def test_image_follows_with_every_autosave_and_with_the_button(client: Client, *, locked: bool) -> None:
    draft, there = begun(client, locked=locked), europe()
    for turn, name in enumerate(("a", "ab", "abc"), start=1):
        answer = send(client, draft, "model", turn=turn, **typed(draft, there, locked=locked, name=name))
        assert answer.status_code == 200
        assert (stored()[0], stored()[2]) == (name, "eu-west-1")
        assert ".eu-west-1." in stored()[1]
    answer = press(client, draft, "model", **typed(draft, there, locked=locked), action="save-exit")
    assert answer.status_code == 302
    assert (stored()[0], stored()[2]) == ("churn-8", "eu-west-1")
    assert ".eu-west-1." in stored()[1]
    after = Draft.objects.get()
    assert (after.connection, after.sheet_connection, after.sheet_words) == (there, None, {})


@pytest.mark.parametrize("locked", [True, False])
def test_connection_that_is_taken_back_leaves_no_trace(client: Client, *, locked: bool) -> None:
    draft = begun(client, locked=locked)
    send(client, draft, "model", **typed(draft, europe(), locked=locked))
    send(client, draft, "model", turn=2, **typed(draft, draft.connection, locked=locked))
    press(client, draft, "model", **typed(draft, draft.connection, locked=locked), action="save-exit")
    after = Draft.objects.get()
    assert (after.connection, after.blueprint_words) == (draft.connection, draft.blueprint_words)
    assert ".us-east-1." in stored()[1]


def test_image_that_was_typed_in_stays(client: Client) -> None:
    draft, there = begun(client, locked=False), europe()
    mine = {**typed(draft, there, locked=False), IMAGE: "mine"}
    send(client, draft, "model", **mine)
    send(client, draft, "model", turn=2, **mine)
    press(client, draft, "model", **mine, action="save-exit")
    assert stored()[1] == "mine"


def test_page_made_after_it_goes_on_in_the_new_region(client: Client) -> None:
    draft, there = begun(client, locked=True), europe()
    send(client, draft, "model", **typed(draft, there, locked=True))
    now = Draft.objects.get()
    answer = send(client, now, "model", sheet="other", **typed(now, there, locked=True, name="other"))
    assert answer.status_code == 200
    assert stored()[0] == "other"
    assert ".eu-west-1." in stored()[1]


TAGS: dict[str, Any] = {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]}


def without_a_tag(client: Client) -> tuple[Draft, Version]:
    """Return a draft of which a tag was just taken out, and its form."""
    sally = factories.scientist()
    client.force_login(sally)
    version = forms.made(forms.outline({"/Tags": {}}))
    document = factories.request(**TAGS)
    where = factories.connection()
    draft = operations.create(owner=sally, connection=where, document=document, blueprint=version, at=NOW)
    assert 'value="undo"' in swapped(client, draft, "model", action="remove:Tags.0").content.decode()
    return Draft.objects.get(), version


def assert_offers_no_undo_and_blames_nobody(client: Client, draft: Draft) -> None:
    # A browser that another test closed may have sent its last words late: only what comes now counts.
    before = denied()
    assert Draft.objects.get().taken_out == ""
    assert 'value="undo"' not in client.get(f"/drafts/{draft.id}/model/").content.decode()
    late = swapped(client, draft, "model", action="undo")
    assert "There is nothing left to put back." in late.content.decode()
    assert denied() == before


def denied() -> int:
    return Event.objects.filter(name="access.denied").count()


def test_what_was_taken_out_does_not_come_back_under_a_newer_version_of_the_form(client: Client) -> None:
    draft, version = without_a_tag(client)
    only = {"/Tags": {"value": TAGS["Tags"][1:], "locked": True}}
    second = forms.republished(version, forms.outline(only))
    moving.move(draft_id=draft.id, version=draft.version, to=second.n, by=draft.owner, at=NOW)
    assert_offers_no_undo_and_blames_nobody(client, draft)


def test_what_was_taken_out_does_not_come_back_in_another_region(client: Client) -> None:
    draft, _ = without_a_tag(client)
    post(client, draft, "model", connection=str(europe().id), action="save-exit")
    assert_offers_no_undo_and_blames_nobody(client, draft)


def test_what_was_taken_out_can_come_back_where_the_connection_stays(client: Client) -> None:
    draft, _ = without_a_tag(client)
    post(client, draft, "model", connection=str(draft.connection_id), action="save-exit")
    assert Draft.objects.get().taken_out
