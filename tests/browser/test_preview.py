"""Does the tab that somebody chose stay, and does nothing get lost by choosing it?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import factories
from tests.browser import documents, filling
from tests.browser.conftest import Visit

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])


def on_basics(visit: Visit, *, scripts: bool = True) -> Page:
    """Return the first screen of a draft that has a secret."""
    sally = factories.scientist()
    draft = factories.draft(sally, documents.largest("as-it-was"))
    page = visit(sally, java_script_enabled=scripts, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/drafts/{draft.id}/basics/")
    return page


def preview(page: Page) -> Locator:
    """Return the text that is shown."""
    return page.locator("#preview pre")


@SCRIPTS
def test_tab_survives_continue(visit: Visit, *, scripts: bool) -> None:
    page = on_basics(visit, scripts=scripts)
    page.get_by_role("button", name="boto3", exact=True).click()
    expect(preview(page)).to_contain_text("sagemaker.create_model(")
    filling.go_on(page, "Describe the container")

    expect(page.locator("#as-boto3")).to_have_attribute("aria-current", "true")
    expect(preview(page)).to_contain_text('"HF_TOKEN": "(hidden)"')


@SCRIPTS
def test_tab_saves_and_shows_what_is_typed(visit: Visit, *, scripts: bool) -> None:
    page = on_basics(visit, scripts=scripts)
    filling.put(page, {"ModelName": "just-typed"})
    page.get_by_role("button", name="Terraform", exact=True).click()

    expect(preview(page)).to_contain_text('"just-typed"')
    expect(filling.control(page, "ModelName")).to_have_value("just-typed")


def test_focus_stays_on_the_tab(visit: Visit) -> None:
    page = on_basics(visit)
    filling.put(page, {"ModelName": "bad_name"})
    page.locator("#as-paws").focus()
    page.keyboard.press("Enter")

    expect(preview(page)).to_contain_text("svc$create_model(")
    # Whoever takes the focus does so once htmx has settled.
    expect(page.locator(".htmx-settling")).to_have_count(0)
    expect(page.locator("#as-paws")).to_be_focused()
    expect(page.locator(".error-summary")).to_be_visible()


def test_tab_of_the_review_keeps_what_is_typed(visit: Visit) -> None:
    page = on_basics(visit)
    page.goto(page.url.replace("basics", "review"))
    page.get_by_label("Why is it needed?").fill("Weekly retraining.")
    page.locator("#preview > summary").click()
    page.locator("#as-aws-cli").click()

    expect(preview(page)).to_contain_text("aws sagemaker create-model")
    expect(page.locator("#as-aws-cli")).to_be_focused()
    expect(page.get_by_label("Why is it needed?")).to_have_value("Weekly retraining.")


@pytest.mark.parametrize("tool", ["json", "aws-cli"])
def test_copy_is_what_is_shown(visit: Visit, tool: str) -> None:
    page = on_basics(visit)
    page.locator(f"#as-{tool}").click()
    expect(page.locator(f"#as-{tool}")).to_have_attribute("aria-current", "true")
    expect(page.get_by_text("Secrets are masked in this copy.").first).to_be_visible()
    page.locator("#preview [data-copy]").click()
    expect(page.locator("#status")).to_have_text("Copied")

    assert page.evaluate("navigator.clipboard.readText()") == preview(page).text_content()


def test_download_has_the_name_of_the_file(visit: Visit) -> None:
    page = on_basics(visit)
    with page.expect_download() as found:
        page.get_by_role("link", name="Download request.json").click()

    assert found.value.suggested_filename == "request.json"
