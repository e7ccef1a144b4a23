"""Does what was removed come back, by keyboard, without JavaScript, and after more was typed?"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from models_ui.drafts.models import Draft
from tests import factories
from tests.browser import documents, filling
from tests.browser.conftest import Visit

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])


def opened(visit: Visit, step: str, *, scripts: bool = True) -> Page:
    """Return a screen of a pipeline."""
    sally = factories.scientist()
    draft = factories.draft(sally, documents.pipeline("pipeline", 3))
    page = visit(sally, java_script_enabled=scripts)
    page.goto(f"/drafts/{draft.id}/{step}/")
    return page


def stored() -> Any:
    return Draft.objects.get().document


@SCRIPTS
def test_removed_row_comes_back(visit: Visit, *, scripts: bool) -> None:
    page = opened(visit, "tags", scripts=scripts)
    filling.press(page, "remove:Tags.0", then="Tags.0-remove")
    expect(page.locator(".toast")).to_contain_text("Tag 1 is removed.")
    page.get_by_role("button", name="Undo").click()

    expect(filling.control(page, "Tags.0.Key")).to_be_focused()
    expect(filling.control(page, "Tags.0.Key")).to_have_value("team")
    expect(page.locator(".toast")).to_have_count(0)
    assert stored()["Tags"] == documents.pipeline("pipeline")["Tags"]


def test_removed_container_comes_back_by_keyboard(visit: Visit) -> None:
    page = opened(visit, "containers")
    filling.press(page, "remove:Containers.1", then="Containers.1-remove")
    page.locator("#undo").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_have_text("Container 2 is back.")
    expect(page.locator('[id="Containers.1"]')).to_be_focused()
    assert stored() == documents.pipeline("pipeline", 3)


def test_what_was_typed_since_stays(visit: Visit) -> None:
    page = opened(visit, "tags")
    filling.press(page, "remove:Tags.0")
    expect(page.locator(".toast")).to_be_visible()
    filling.put(page, {"Tags.0.Key": "typed-since"})
    expect(page.locator("#preview pre")).to_contain_text("typed-since")
    page.get_by_role("button", name="Undo").click()

    expect(filling.control(page, "Tags.0.Key")).to_be_focused()
    assert [tag["Key"] for tag in stored()["Tags"]] == ["team", "typed-since"]


@SCRIPTS
def test_container_is_copied_over_and_comes_back(visit: Visit, *, scripts: bool) -> None:
    page = opened(visit, "container-2", scripts=scripts)
    before = stored()["Containers"][1]
    filling.control(page, "Containers.1.ModelDataUrl").fill("s3://acme-models/other/model.tar.gz")
    page.get_by_text("Copy from another container").click()
    page.locator('[id="ask.copy"]').select_option("0")
    page.get_by_role("button", name="Copy it here").click()
    expect(page.locator(".toast")).to_contain_text("Container 2 is now like container 1, but for its host name.")
    expect(filling.control(page, "Containers.1.ModelDataUrl")).to_have_value(before["ModelDataUrl"])
    expect(page.locator('[id="ask.copy"]')).to_be_focused()
    page.get_by_role("button", name="Undo").click()

    expect(page.locator(".toast")).to_have_count(0)
    assert stored()["Containers"][1] == {**before, "ModelDataUrl": "s3://acme-models/other/model.tar.gz"}


@SCRIPTS
def test_copy_of_a_container_is_added(visit: Visit, *, scripts: bool) -> None:
    page = opened(visit, "containers", scripts=scripts)
    filling.press(page, "duplicate:Containers.0", then="Containers.3")

    assert stored()["Containers"][3]["Image"] == stored()["Containers"][0]["Image"]
