"""Are the pages around the work for everybody: sign-in, help, connections, errors, and the first day?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from models_ui.web.views import help
from tests import factories
from tests.browser.conftest import Look
from tests.browser.pages import Shown

# More than any page takes but the wizard and import.
TOO_MUCH = """() => {
  const form = document.querySelector("main form");
  form.append(Object.assign(document.createElement("textarea"), { name: "much", value: "x".repeat(600000) }));
  form.requestSubmit();
}"""


def seed_people() -> dict[str, str]:
    """The first day: nobody has done anything, and there is no connection."""
    factories.scientist()
    factories.approver()
    factories.admin()
    factories.auditor()
    return {}


def seed() -> dict[str, str]:
    """The second day: there are connections."""
    factories.connection()
    factories.connection("sandbox-eu", region="eu-west-1")
    return seed_people()


def sign_in_wrongly(page: Page) -> None:
    """Give a wrong password."""
    page.get_by_label("User name").fill("sally")
    page.get_by_label("Password").fill("not that one at all")
    page.get_by_role("button", name="Sign in").click()


def sign_in_wrongly_once(page: Page) -> None:
    """Give a wrong password and see the form again."""
    sign_in_wrongly(page)
    expect(page.locator(".error-summary")).to_be_focused()


def sign_in_wrongly_again_and_again(page: Page) -> None:
    """Give a wrong password until there is a time to wait."""
    while page.get_by_label("Password").count():
        with page.expect_navigation():
            sign_in_wrongly(page)


def send_too_much(page: Page) -> None:
    """Post more than the page takes."""
    page.evaluate(TOO_MUCH)
    expect(page.locator(".trouble-code")).to_have_text("413")


def create_nothing(page: Page) -> None:
    """Post an empty form."""
    page.get_by_role("button", name="Create connection").click()
    expect(page.locator(".error-summary")).to_be_focused()


def open_the_menu(page: Page) -> None:
    """Open the menu behind the name."""
    page.get_by_role("button", name="sally").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


FIRST_DAY = {
    "home of a data scientist": Shown("sally", "/", "Home"),
    "home of an approver": Shown("amir", "/", "Home"),
    "new": Shown("sally", "/drafts/new/", "New request"),
    "import": Shown("sally", "/drafts/import/", "Paste a request"),
    "submissions": Shown("sally", "/submissions/", "Submissions"),
    "submissions of an auditor": Shown("otto", "/submissions/", "Submissions"),
    "approvals": Shown("amir", "/approvals/", "Approvals"),
    "audit": Shown("otto", "/audit/", "Audit"),
    "connections": Shown("ada", "/connections/", "Connections"),
}
PAGES = {
    "sign-in": Shown("", "/accounts/login/", "Sign in"),
    "sign-in, wrong": Shown("", "/accounts/login/", "Error: Sign in", 422, sign_in_wrongly_once),
    "menu": Shown("sally", "/help/", "Help", then=open_the_menu),
    "help": Shown("otto", "/help/", "Help"),
    "connections": Shown("ada", "/connections/", "Connections"),
    "connections, not an admin": Shown("sally", "/connections/", "Connections"),
    "connection, new": Shown("ada", "/connections/new/", "New connection"),
    "connection, wrong": Shown("ada", "/connections/new/", "Error: New connection", 422, create_nothing),
    "not allowed": Shown("sally", "/connections/new/", "Not allowed", 403),
    "not found": Shown("sally", "/drafts/00000000-0000-0000-0000-000000000000/", "Not found", 404),
    "too large": Shown("sally", "/drafts/new/", "Too large", 413, send_too_much),
    "too many tries": Shown("", "/accounts/login/", "Too many tries", 429, sign_in_wrongly_again_and_again),
}


def test_pages_are_for_everybody(look: Look) -> None:
    look(PAGES, seed())


def test_pages_of_the_first_day_are_for_everybody(look: Look) -> None:
    look(FIRST_DAY, seed_people())


def test_page_of_what_broke_is_for_everybody(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_anything: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(help, "render", broken)

    look({"broken": Shown("otto", "/help/", "Something broke", 500)}, seed())
