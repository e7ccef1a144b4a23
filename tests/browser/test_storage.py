"""Does the question how artefacts are stored show what each answer needs, and lose nothing on the way?"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from models_ui.drafts.models import Draft
from tests import factories
from tests.browser import filling
from tests.browser.conftest import Visit

URL = "PrimaryContainer.ModelDataUrl"
URI = "PrimaryContainer.ModelDataSource.S3DataSource.S3Uri"
PACKAGE = "PrimaryContainer.ModelPackageName"
ARCHIVE = "s3://acme-models/churn/7/model.tar.gz"
LOCATIONS = {URL: "archive", URI: "file", PACKAGE: "package"}


def opened(visit: Visit, document: dict[str, Any], *, scripts: bool = True) -> Page:
    """Return the screen of a container."""
    sally = factories.scientist()
    page = visit(sally, java_script_enabled=scripts)
    page.goto(f"/drafts/{factories.draft(sally, document).id}/container/")
    return page


def archived() -> dict[str, Any]:
    """Return a request with an archive."""
    return factories.request("churn", PrimaryContainer={"Image": factories.IMAGE, "ModelDataUrl": ARCHIVE})


def answer(page: Page, value: str) -> None:
    """Choose an answer with the mouse."""
    page.locator(f'label:has([id="ask.storage-{value}"])').click()


def shown(page: Page) -> set[str]:
    """Return which locations are on the screen without a fold opened."""
    return {name for name in LOCATIONS if filling.control(page, name).is_visible()}


@pytest.mark.parametrize("value", ["folder", "file", "gzip"])
def test_answer_that_loses_nothing_shows_its_fields_at_once(visit: Visit, value: str) -> None:
    page = opened(visit, archived())

    answer(page, value)

    expect(filling.control(page, URI)).to_be_visible()
    expect(filling.control(page, URI)).to_have_value(ARCHIVE)
    expect(page.locator(f'[id="ask.storage-{value}"]')).to_be_focused()
    assert shown(page) == {URI}


def test_answer_that_takes_something_out_waits_for_the_button_and_says_it(visit: Visit) -> None:
    page = opened(visit, archived())

    answer(page, "package")
    assert shown(page) == {URL}
    page.get_by_role("button", name="Use this answer").click()

    expect(filling.control(page, PACKAGE)).to_be_visible()
    expect(page.get_by_text(f"The location {ARCHIVE} is taken out of the request.")).not_to_have_count(0)
    assert shown(page) == {PACKAGE}

    page.get_by_role("button", name="Undo").click()
    expect(filling.control(page, URL)).to_have_value(ARCHIVE)
    expect(page.locator('[id="ask.storage-archive"]')).to_be_checked()
    expect(page.locator('[id="ask.storage-archive"]')).to_be_focused()
    assert shown(page) == {URL}


def test_arrow_keys_pass_answers_without_taking_them(visit: Visit) -> None:
    page = opened(visit, archived())
    page.locator('[id="ask.storage-archive"]').focus()

    for _ in range(5):
        page.keyboard.press("ArrowDown")

    expect(page.locator('[id="ask.storage-package"]')).to_be_checked()
    assert shown(page) == {URL}
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(filling.control(page, PACKAGE)).to_be_visible()


def test_who_goes_on_before_the_fields_are_there_is_led_on(visit: Visit) -> None:
    page = opened(visit, archived())

    page.evaluate("""() => {
      document.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      document.getElementById("ask.storage-file").click();
      document.querySelector("button[value=continue]").click();
    }""")

    expect(page.get_by_role("heading", level=1)).to_have_text("Give access")
    assert "ModelDataSource" in str(Draft.objects.get().document)


@pytest.mark.parametrize("value", ["folder", "file", "gzip", "inside", "package"])
def test_answers_work_without_javascript(visit: Visit, value: str) -> None:
    page = opened(visit, archived(), scripts=False)

    page.locator(f'[id="ask.storage-{value}"]').check()
    page.get_by_role("button", name="Use this answer").click()

    expect(page.locator(f'[id="ask.storage-{value}"]')).to_be_checked()
    assert shown(page) == {"inside": set(), "package": {PACKAGE}}.get(value, {URI})


@pytest.mark.parametrize("scripts", [True, False])
def test_answer_and_location_may_be_sent_together(visit: Visit, *, scripts: bool) -> None:
    page = opened(
        visit,
        factories.request("churn", PrimaryContainer={"Image": factories.IMAGE, "ModelDataUrl": ""}),
        scripts=scripts,
    )

    filling.put(page, {URL: "s3://acme-models/churn/7/"})
    page.locator('[id="ask.storage-folder"]').check()
    filling.go_on(page, "Give access")

    source = {"S3Uri": "s3://acme-models/churn/7/", "S3DataType": "S3Prefix", "CompressionType": "None"}
    container = Draft.objects.get().document["PrimaryContainer"]
    assert container == {"Image": factories.IMAGE, "ModelDataSource": {"S3DataSource": source}}
