"""Do the bar, the menu and the theme work, on a wide and on a narrow screen?"""

from __future__ import annotations

from playwright.sync_api import expect

from tests import factories
from tests.browser import filling
from tests.browser.conftest import Visit
from tests.browser.pages import NARROW


def test_theme_changes_in_place_and_stays(visit: Visit) -> None:
    factories.connection()
    sally = factories.scientist()
    page = visit(sally)
    page.goto(f"/drafts/{factories.draft(sally).id}/basics/")
    filling.put(page, {"ModelName": "typed-but-not-saved"})

    page.get_by_role("button", name="sally").click()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(filling.control(page, "ModelName")).to_have_value("typed-but-not-saved")

    page.goto("/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_theme_is_chosen_without_javascript(visit: Visit) -> None:
    page = visit(factories.scientist(), java_script_enabled=False)
    page.goto("/help/")

    page.get_by_role("button", name="sally").click()
    page.get_by_role("button", name="Dark").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page).to_have_title("Help – Models UI")


def test_narrow_screen_has_its_navigation_behind_a_button(visit: Visit) -> None:
    page = visit(factories.scientist(), viewport=NARROW)
    page.goto("/")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Submissions")
    expect(link).not_to_be_visible()

    page.get_by_role("button", name="Menu").click()
    link.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Submissions")


def test_person_signs_out(visit: Visit) -> None:
    page = visit(factories.scientist())
    page.goto("/help/")

    page.get_by_role("button", name="sally").click()
    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.goto("/drafts/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
