"""Can a form be built by keyboard alone, and is dragging the same as the buttons?"""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from models_ui.accounts.models import User
from models_ui.blueprints import operations, queries
from models_ui.blueprints.homes import Raw
from tests import factories
from tests.blueprints.outlines import asking, places_of
from tests.browser.conftest import Visit

NAME, IMAGE, ARCHIVE = "/ModelName", "/PrimaryContainer/Image", "/PrimaryContainer/ModelDataUrl"


def made(by: User, *, places: tuple[str, ...] = (NAME, IMAGE, ARCHIVE)) -> None:
    """Make a form of three groups."""
    operations.create(name="churn", document=asking(*places), by=by, at=factories.NOW)


def now() -> Raw:
    """Return the working copy."""
    return queries.get("churn").document


def press_until(page: Page, key: str, selector: str) -> None:
    """Press a key until the focus is there."""
    for _turn in range(120):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is never reached")


def test_field_is_set_by_keyboard_alone(visit: Visit) -> None:
    ada = factories.admin()
    made(ada)
    page = visit(ada)
    page.goto("/blueprints/churn/fields/")

    press_until(page, "Tab", '[id="node-VpcConfig.Subnets"]')
    page.keyboard.press("Enter")
    expect(page.locator("#settings")).to_be_focused()
    press_until(page, "Tab", "[name=mode]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    press_until(page, "Tab", "#value")
    page.keyboard.type("subnet-0f3a19c2")
    press_until(page, "Tab", "#field button[type=submit]")
    page.keyboard.press("Enter")

    expect(page.locator('[id="node-VpcConfig.Subnets"]')).to_contain_text("Locked: subnet-0f3a19c2")
    expect(page.locator("#save")).to_be_focused()


def test_what_the_chosen_answer_does_not_need_is_not_in_the_way(visit: Visit) -> None:
    ada = factories.admin()
    made(ada)
    page = visit(ada)
    page.goto(f"/blueprints/churn/fields/?place={IMAGE}")
    shown = {"value": page.locator("#value"), "required": page.locator("#required"), "hidden": page.locator("#hidden")}

    for answer, wanted in (
        ("Not on this form", set()),
        ("Ask for it", {"required", "hidden"}),
        ("Ask, starting from a value", {"value", "required", "hidden"}),
        ("Set a fixed value", {"value", "hidden"}),
        ("Always leave it out", {"hidden"}),
    ):
        page.get_by_role("radio", name=answer).check()
        assert {name for name, control in shown.items() if control.is_visible()} == wanted, answer


def test_search_finds_while_typing_and_keeps_the_focus(visit: Visit) -> None:
    ada = factories.admin()
    made(ada)
    page = visit(ada)
    page.goto("/blueprints/churn/fields/")
    page.get_by_label("Find a field").press_sequentially("subnet")

    expect(page.locator("#shelves")).not_to_contain_text("Model name")
    expect(page.locator("#shelves")).to_contain_text("Each subnet")
    expect(page.get_by_label("Find a field")).to_be_focused()


def test_field_is_moved_by_keyboard_and_the_focus_stays(visit: Visit) -> None:
    ada = factories.admin()
    made(ada)
    page = visit(ada)
    page.goto("/blueprints/churn/layout/")
    button = page.get_by_role("button", name="Move Model name down")
    button.focus()
    page.keyboard.press("Enter")

    expect(page.locator("[data-places]").nth(1)).to_contain_text("Model name")
    expect(button).to_be_focused()
    assert places_of(now()) == [[[], [NAME, IMAGE], [ARCHIVE]]]


def test_field_is_dragged_before_another_one(visit: Visit) -> None:
    ada = factories.admin()
    made(ada)
    page = visit(ada)
    page.goto("/blueprints/churn/layout/")
    page.locator(f'[data-place="{ARCHIVE}"]').drag_to(page.locator(f'[data-place="{IMAGE}"]'))

    expect(page.locator("[data-places]").nth(1)).to_contain_text(re.compile("Model archive.*Image", re.DOTALL))
    assert places_of(now()) == [[[NAME], [ARCHIVE, IMAGE], []]]


def test_field_is_dragged_into_an_empty_group(visit: Visit) -> None:
    ada = factories.admin()
    made(ada)
    page = visit(ada)
    page.goto("/blueprints/churn/layout/")
    page.get_by_role("button", name="Move Model name down").click()
    expect(page.locator("[data-places]").nth(0)).not_to_contain_text("Model name")
    page.locator(f'[data-place="{ARCHIVE}"]').drag_to(page.locator("[data-places]").nth(0))

    expect(page.locator("[data-places]").nth(0)).to_contain_text("Model archive")
    assert places_of(now()) == [[[ARCHIVE], [NAME, IMAGE], []]]


def test_undo_and_redo_have_keys_but_not_while_somebody_types(visit: Visit) -> None:
    ada = factories.admin()
    made(ada)
    page = visit(ada)
    page.goto("/blueprints/churn/layout/")
    before = now()
    page.get_by_role("button", name="Move Model name down").click()
    expect(page.locator("[data-places]").nth(1)).to_contain_text("Model name")
    after = now()

    page.locator("h1").focus()
    page.keyboard.press("Control+z")
    expect(page.locator("[data-places]").nth(0)).to_contain_text("Model name")
    assert now() == before
    page.locator("h1").focus()
    page.keyboard.press("Control+Shift+z")
    expect(page.locator("[data-places]").nth(1)).to_contain_text("Model name")
    page.get_by_text("Add a step").click()
    page.get_by_label("Title", exact=True).last.fill("Typed")
    page.keyboard.press("Control+z")
    assert now() == after
