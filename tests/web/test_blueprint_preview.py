"""Does an admin see the form as others will, without anything being stored?"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.blueprints import editing
from models_ui.drafts.models import Draft
from tests import factories
from tests.blueprints.outlines import asking, blank
from tests.web.building import made, text
from tests.web.conftest import Visit

URL = "/blueprints/churn/preview/"


def form() -> dict[str, Any]:
    """A form that asks for a name, starts from a location of the team, and sets the subnets."""
    document = editing.with_field(asking(), "/ModelName", {"required": True, "label": "What is it called?"})
    where = {"value": "s3://acme-{team}/a.tar.gz", "limit": {"prefixes": ["s3://acme-{team}/"]}}
    document = editing.with_field(document, "/PrimaryContainer/ModelDataUrl", where)
    document = editing.with_field(document, "/PrimaryContainer/Image", {"value": factories.IMAGE, "locked": True})
    return editing.with_field(
        document, "/ExecutionRoleArn", {"value": factories.ROLE_ARN, "locked": True, "show": "hidden"}
    )


def carried(page: str) -> Any:
    """Return the request that travels with a page."""
    found = re.search(r'name="document" value="([^"]*)"', page)
    assert found
    return json.loads(unescape(found[1]))


def press(browser: Client, page: str, **controls: str) -> Any:
    """Post the screen that a page shows."""
    return browser.post(URL, {"step": "basics", "team": "risk", "document": json.dumps(carried(page)), **controls})


@pytest.fixture
def desk(visit: Visit, ada: User) -> Client:
    """An admin with a form, in front of it."""
    factories.connection()
    made(ada, form())
    return visit(ada)


def test_form_is_shown_with_its_own_words_resolved_for_the_team(desk: Client) -> None:
    page = text(desk.get(f"{URL}?team=risk"))

    assert "What is it called?" in page
    assert "s3://acme-risk/a.tar.gz" in page
    assert "{team}" not in page
    assert carried(page)["ExecutionRoleArn"] == factories.ROLE_ARN


def test_nothing_is_ever_saved(desk: Client) -> None:
    events = Event.objects.count()
    page = text(desk.get(URL))
    answer = press(desk, page, ModelName="churn-1", action="continue")

    assert answer.status_code == 200
    assert carried(text(answer))["ModelName"] == "churn-1"
    assert not Draft.objects.exists()
    assert Event.objects.count() == events


def test_what_is_wrong_is_told_as_it_will_be(desk: Client) -> None:
    answer = press(desk, text(desk.get(URL)), **{"PrimaryContainer.ModelDataUrl": "s3://other/a.tar.gz"})

    assert answer.status_code == 422
    assert "s3://acme-risk/" in text(answer)
    assert carried(text(answer))["PrimaryContainer"]["ModelDataUrl"] == "s3://other/a.tar.gz"


def test_locked_value_is_not_changed_by_a_post(desk: Client) -> None:
    answer = press(desk, text(desk.get(URL)), **{"PrimaryContainer.Image": "evil:1", "action": "go:basics"})

    assert carried(text(answer))["PrimaryContainer"]["Image"] == factories.IMAGE


@pytest.mark.parametrize("document", ["", "[]", "{", '{"a": 1, "a": 2}', "null"])
def test_what_is_no_request_begins_anew(desk: Client, document: str) -> None:
    answer = desk.post(URL, {"step": "basics", "team": "risk", "document": document, "action": "go:basics"})

    assert answer.status_code == 200
    assert carried(text(answer))["PrimaryContainer"]["Image"] == factories.IMAGE


def test_step_that_is_gone_is_said(desk: Client) -> None:
    page = text(desk.get(URL))

    assert "This form has no such step any more." in text(press(desk, page, step="gone"))


def test_approver_sees_what_the_form_sets(desk: Client) -> None:
    page = text(desk.get(f"{URL}?as=an+approver"))

    assert "What an approver sees" in page
    assert factories.ROLE_ARN in page


def test_width_is_that_of_a_phone(desk: Client) -> None:
    assert 'data-width="phone"' in text(desk.get(f"{URL}?width=phone"))
    assert 'data-width="desktop"' in text(desk.get(f"{URL}?width=9px"))


def test_form_that_asks_for_nothing_says_so(visit: Visit, ada: User) -> None:
    made(ada, blank())

    assert "The form asks for nothing yet" in text(visit(ada).get(URL))


def test_form_of_teams_that_are_not_there_says_so(visit: Visit, ada: User) -> None:
    made(ada, {**form(), "teams": ["gone"]})

    assert "Nobody can use this form" in text(visit(ada).get(URL))


def test_image_that_is_not_to_be_had_is_said(visit: Visit, ada: User) -> None:
    made(ada, editing.with_field(form(), "/PrimaryContainer/Image", {"value": {"image": {"family": "no-such"}}}))

    assert "The form cannot begin like this" in text(visit(ada).get(URL))
