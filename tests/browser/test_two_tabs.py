"""Does anything get lost when two tabs, or two people, work on the same thing?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from models_ui.accounts.models import User
from models_ui.approvals import operations as approvals
from models_ui.approvals.models import Decision
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from tests import factories
from tests.browser import filling
from tests.browser.conftest import Visit
from tests.browser.watch import Watch
from tests.factories import NOW


@pytest.fixture
def sally(watch: Watch) -> User:
    """A data scientist, and what the console may tell: that something changed meanwhile."""
    watch.expects(409)
    return factories.scientist()


def two_tabs(visit: Visit, sally: User, *, scripts: bool) -> tuple[Page, Page]:
    """Return two tabs of one browser with the same screen of a draft."""
    draft = factories.draft(sally, factories.request("as-it-was"))
    first = visit(sally, java_script_enabled=scripts)
    second = first.context.new_page()
    for tab in (first, second):
        tab.goto(f"/drafts/{draft.id}/basics/")
    return first, second


def save_in_both(first: Page, second: Page) -> None:
    """Save a name in the first tab, then another one in the second, which comes too late."""
    first.bring_to_front()
    filling.put(first, {"ModelName": "of-the-first-tab"})
    filling.go_on(first, "Describe the container")
    second.bring_to_front()
    filling.put(second, {"ModelName": "of-the-second-tab"})
    filling.go_on(second, "Choose which one stays")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_second_save_shows_what_differs_and_overwrites_nothing(visit: Visit, sally: User, *, scripts: bool) -> None:
    first, second = two_tabs(visit, sally, scripts=scripts)
    save_in_both(first, second)

    difference = second.locator("table.diff")
    expect(difference.locator("del")).to_have_text("of-the-first-tab")
    expect(difference.locator("ins")).to_have_text("of-the-second-tab")
    assert Draft.objects.get().document["ModelName"] == "of-the-first-tab"


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_mine_is_kept_where_somebody_chooses_so(visit: Visit, sally: User, *, scripts: bool) -> None:
    first, second = two_tabs(visit, sally, scripts=scripts)
    save_in_both(first, second)

    second.get_by_role("button", name="Keep mine").click()

    expect(second.get_by_role("heading", level=1)).to_have_text("Describe the container")
    assert Draft.objects.get().document["ModelName"] == "of-the-second-tab"


def test_theirs_is_taken_where_somebody_chooses_so(visit: Visit, sally: User) -> None:
    first, second = two_tabs(visit, sally, scripts=True)
    save_in_both(first, second)

    second.get_by_role("link", name="Take theirs").click()

    expect(filling.control(second, "ModelName")).to_have_value("of-the-first-tab")


def test_row_that_is_added_too_late_shows_what_differs(visit: Visit, sally: User) -> None:
    first, second = two_tabs(visit, sally, scripts=True)
    draft = Draft.objects.get()
    for tab in (first, second):
        tab.goto(f"/drafts/{draft.id}/tags/")
    first.bring_to_front()
    filling.press(first, "add:Tags", then="Tags.0.Key")
    filling.put(first, {"Tags.0.Key": "team"})
    filling.press(first, "add:Tags", then="Tags.1.Key")

    second.bring_to_front()
    filling.press(second, "add:Tags")

    heading = second.get_by_role("heading", level=1)
    expect(heading).to_have_text("Choose which one stays")
    expect(heading).to_be_focused()


def test_approval_of_what_changed_counts_for_nothing(visit: Visit, sally: User) -> None:
    made = factories.submission(sally, factories.request("taken-back"))
    page = visit(factories.approver())
    page.goto(f"/approvals/{made.id}/")
    submit_anew(made, sally)

    page.get_by_role("radio", name="Approve").check()
    page.get_by_role("button", name="Record decision").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("It changed since you opened it")
    expect(page.locator("table.diff")).to_contain_text("/EnableNetworkIsolation")
    assert Submission.objects.get().state == "pending"
    assert not Decision.objects.exists()


def submit_anew(made: Submission, sally: User) -> None:
    """Take a submission back, change the request and submit it again."""
    approvals.take_back(submission_id=made.id, version=made.version, by=sally, at=NOW)
    draft = Draft.objects.get()
    document = {**draft.document, "EnableNetworkIsolation": True}
    draft = drafts.save(draft_id=draft.id, document=document, version=draft.version, by=sally, at=NOW)
    approvals.submit(draft_id=draft.id, version=draft.version, justification="Safer.", by=sally, at=NOW)
