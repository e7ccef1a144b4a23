"""What becomes of somebody's work when the login session ends in the middle of it?"""

from __future__ import annotations

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from models_ui.drafts.models import Draft
from tests import factories
from tests.browser import filling
from tests.browser.conftest import Visit
from tests.browser.watch import Watch


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_expired_session_leads_to_sign_in_and_back_to_the_draft(visit: Visit, watch: Watch, *, scripts: bool) -> None:
    watch.expects(401)
    factories.connection()
    sally = factories.scientist()
    page = visit(sally, java_script_enabled=scripts)
    draft = factories.draft(sally, {"ModelName": "half-done", "Tags": [{"Key": "team", "Value": "risk"}]})
    page.goto(f"/drafts/{draft.id}/tags/")
    Session.objects.all().delete()

    filling.press(page, "add:Tags")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("User name").fill("sally")
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    expect(page).to_have_url(re.compile(f"/drafts/{draft.id}/tags/$"))
    expect(filling.control(page, "Tags.0.Value")).to_have_value("risk")
    assert Draft.objects.get().document == draft.document


def test_page_that_follows_leads_to_sign_in_when_the_session_ended(visit: Visit, watch: Watch) -> None:
    watch.expects(401)
    sally = factories.scientist()
    made = factories.submission(sally)
    page = visit(sally)
    page.goto(f"/submissions/{made.id}/")

    Session.objects.all().delete()

    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    assert f"next=/submissions/{made.id}/" in page.url
