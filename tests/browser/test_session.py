"""What becomes of somebody's work when the login session ends in the middle of it?"""

from __future__ import annotations

import re

from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from tests import factories
from tests.browser import filling
from tests.browser.conftest import Visit
from tests.browser.watch import Watch


def sign_in(page: Page) -> None:
    """Sign in as Sally on the page that asks for it."""
    page.get_by_label("User name").fill("sally")
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def typed(visit: Visit, *, scripts: bool) -> Page:
    """Return a screen with something typed that is not saved."""
    sally = factories.scientist()
    draft = factories.draft(sally, factories.request("as-it-was"))
    page = visit(sally, java_script_enabled=scripts)
    page.goto(f"/drafts/{draft.id}/basics/")
    filling.put(page, {"ModelName": "typed-in-vain"})
    return page


def saved() -> str:
    """Return the name that is stored."""
    return str(Draft.objects.get().document["ModelName"])


def test_expired_session_leaves_the_page_and_a_second_press_saves(visit: Visit, watch: Watch) -> None:
    watch.expects(401, 403)
    page = typed(visit, scripts=True)
    Session.objects.all().delete()

    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#signed-out-told")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Sign in in another tab, then press the button again.")
    expect(filling.control(page, "ModelName")).to_have_value("typed-in-vain")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in in a new tab").click()
    sign_in(opened.value)
    expect(opened.value.get_by_role("heading", level=1)).not_to_have_text("Sign in")

    page.bring_to_front()
    filling.go_on(page, "Describe the container")
    assert saved() == "typed-in-vain"


def test_sign_in_in_another_tab_goes_unnoticed(visit: Visit, watch: Watch) -> None:
    """Every sign-in makes a new proof of origin, and the page still carries the old one."""
    watch.expects(401, 403)
    page = typed(visit, scripts=True)
    page.context.clear_cookies(name="sessionid")
    other = page.context.new_page()
    other.goto("/")
    sign_in(other)
    expect(other.get_by_role("heading", level=1)).not_to_have_text("Sign in")

    page.bring_to_front()
    page.locator(".steps").get_by_role("link", name="Tags").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Tag the SageMaker model")
    assert saved() == "typed-in-vain"


def test_row_is_added_after_the_cookie_was_lost(visit: Visit, watch: Watch) -> None:
    watch.expects(403)
    page = typed(visit, scripts=True)
    page.goto(page.url.replace("basics", "tags"))
    page.context.clear_cookies(name="csrftoken")

    filling.press(page, "add:Tags", then="Tags.0.Key")


def test_without_scripts_what_was_typed_goes_through_sign_in(visit: Visit, watch: Watch) -> None:
    watch.expects(401)
    page = typed(visit, scripts=False)
    Session.objects.all().delete()

    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("You are signed out")).to_be_visible()
    sign_in(page)
    expect(page.get_by_role("definition").filter(has_text="typed-in-vain")).to_be_visible()
    assert saved() == "as-it-was"
    page.get_by_role("button", name="Save it").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Describe the container")
    assert saved() == "typed-in-vain"


def test_without_scripts_a_form_that_is_too_old_shows_what_was_typed(visit: Visit, watch: Watch) -> None:
    watch.expects(403)
    page = typed(visit, scripts=False)
    page.context.clear_cookies(name="csrftoken")

    page.get_by_role("button", name="Continue").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("This form is too old")
    expect(page.get_by_role("definition").filter(has_text="typed-in-vain")).to_be_visible()


def test_reason_for_a_request_goes_through_sign_in(visit: Visit, watch: Watch) -> None:
    watch.expects(401)
    page = typed(visit, scripts=True)
    page.locator(".steps [data-go=review]").click()
    page.get_by_label("Why is it needed?").fill("Weekly retraining.")
    Session.objects.all().delete()

    page.get_by_role("button", name="Submit for approval").click()
    sign_in(page)
    page.get_by_role("button", name="Send it").click()

    expect(page).to_have_url(re.compile("/submissions/"))
    assert Submission.objects.get().current.justification == "Weekly retraining."


def test_page_that_follows_leads_to_sign_in_when_the_session_ended(visit: Visit, watch: Watch) -> None:
    watch.expects(401)
    sally = factories.scientist()
    made = factories.submission(sally)
    page = visit(sally)
    page.goto(f"/submissions/{made.id}/")

    Session.objects.all().delete()

    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    assert f"next=/submissions/{made.id}/" in page.url
