"""Are the pages of copies, of what was discarded and of what comes next for everybody, and do their buttons work?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from models_ui.accounts.models import Role
from models_ui.contract.json_types import Document
from models_ui.drafts import operations as drafts
from models_ui.submissions.cloning import clone
from tests import factories
from tests.browser import documents
from tests.browser.conftest import Look, Visit
from tests.browser.pages import Shown
from tests.factories import IMAGE, NOW

SECRET: Document = {"Image": IMAGE, "Environment": {"HF_TOKEN": "hf_" + "a" * 34}}


def seed() -> dict[str, str]:
    """Fill the site and return what addresses name."""
    sally, amir = factories.scientist(), factories.approver()
    tom = factories.scientist("tom", teams=("risk", "search"))
    factories.person("lon", Role.DATA_SCIENTIST, Role.APPROVER, teams=())
    secretive = factories.submission(sally, factories.request("secretive", PrimaryContainer=SECRET))
    pipeline = factories.submission(sally, documents.pipeline("pipeline", containers=3))
    gone = factories.draft(sally, factories.request("gone"))
    drafts.discard(draft_id=gone.id, by=sally, at=NOW)
    folder: Document = {"S3Uri": "s3://acme-models/m/", "S3DataType": "S3Prefix", "CompressionType": "None"}
    container: Document = {"Image": IMAGE, "ModelDataSource": {"S3DataSource": folder}}
    return {
        "clone": str(clone(submission_id=secretive.id, by=tom, at=NOW).id),
        "same": str(clone(submission_id=pipeline.id, by=sally, at=NOW).id),
        "cloned": str(pipeline.id),
        "gone": str(gone.id),
        "archive": str(factories.created(sally, amir, factories.request("archive")).id),
        "folder": str(factories.created(sally, amir, factories.request("folder", PrimaryContainer=container)).id),
    }


def print_it(page: Page) -> None:
    """Look at the page as paper shows it: the decision is there, and nothing to press."""
    page.emulate_media(media="print")
    assert [button for button in page.locator("button, select").all() if button.is_visible()] == []
    expect(page.get_by_text("Next steps")).to_be_hidden()
    expect(page.get_by_text("Record of submission")).to_be_visible()
    expect(page.get_by_role("heading", name="Why, and who said what")).to_be_visible()
    page.emulate_media(media="screen")


PAGES = {
    "drafts, by name": Shown("sally", "/drafts/?sort=name", "Drafts"),
    "drafts, just discarded": Shown("sally", "/drafts/?undo={gone}", "Drafts"),
    "drafts, discarded": Shown("sally", "/drafts/?show=discarded", "Discarded drafts"),
    "drafts, discarded, none": Shown("sally", "/drafts/?show=discarded&sort=new&q=x", "Discarded drafts"),
    "drafts, no such filter": Shown("sally", "/drafts/?show=x", "Drafts", 422),
    "drafts, not there to be restored": Shown("sally", "/drafts/?undo={same}", "Drafts"),
    "review of a clone": Shown("tom", "/drafts/{clone}/review/", "Review secretive"),
    "review of a clone, the same": Shown("sally", "/drafts/{same}/review/", "Review pipeline"),
    "submission, several teams": Shown("tom", "/submissions/{cloned}/", "pipeline, waiting for approval"),
    "submission, no team": Shown("lon", "/submissions/{cloned}/", "pipeline, waiting for approval"),
    "created": Shown("sally", "/submissions/{archive}/", "archive, created"),
    "created, on paper": Shown("sally", "/submissions/{archive}/", "archive, created", then=print_it),
    "created, no batch": Shown("sally", "/submissions/{folder}/", "folder, created"),
    "fields": Shown("sally", "/help/fields/", "Fields"),
    "fields, signed out": Shown("", "/help/fields/", "Fields"),
}


def test_pages_are_for_everybody(look: Look) -> None:
    look(PAGES, seed())


def discard_first(page: Page) -> None:
    """Discard the first draft of the list."""
    page.goto("/drafts/")
    page.get_by_role("button", name="Discard").first.click()
    page.get_by_role("button", name="Discard draft").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_discarding_is_undone_by_one_click(visit: Visit, *, scripts: bool) -> None:
    sally = factories.scientist()
    factories.draft(sally, factories.request("churn-7"))
    page = visit(sally, java_script_enabled=scripts)
    discard_first(page)
    expect(page.locator("tbody")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("tbody th")).to_have_text("churn-7")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_clone_is_renamed_and_ready_to_submit(visit: Visit, *, scripts: bool) -> None:
    sally = factories.scientist()
    factories.approver()
    made = factories.submission(sally, factories.request("churn-7"))
    page = visit(sally, java_script_enabled=scripts)
    page.goto(f"/submissions/{made.id}/")
    page.get_by_role("button", name="Clone").click()
    page.get_by_label("Model name").fill("churn-8")
    page.get_by_role("button", name="Back to review").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Review and submit churn-8")
    expect(page.locator("ins")).to_have_text("churn-8")
