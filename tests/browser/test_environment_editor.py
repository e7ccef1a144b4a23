"""Can somebody paste, choose, weigh and mark the variables of a container in a browser?"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from models_ui.drafts.models import Draft
from tests import factories
from tests.browser import filling
from tests.browser.conftest import Visit
from tests.browser.watch import Watch

ENVIRONMENT = "PrimaryContainer.Environment"
BOX = f"ask.variables.{ENVIRONMENT}"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])


def opened(visit: Visit, *, scripts: bool = True, **variables: str) -> Page:
    """Return the screen of a container with these variables."""
    sally = factories.scientist()
    container = {"Image": factories.IMAGE, "Environment": variables}
    draft = factories.draft(sally, factories.request("variables", PrimaryContainer=container))
    page = visit(sally, java_script_enabled=scripts)
    page.goto(f"/drafts/{draft.id}/container/")
    return page


def stored() -> Any:
    """Return the variables of the one draft."""
    container: Any = Draft.objects.get().document["PrimaryContainer"]
    return container["Environment"]


@SCRIPTS
def test_pasted_variables_become_rows(visit: Visit, *, scripts: bool) -> None:
    page = opened(visit, scripts=scripts, A="1")
    filling.put(page, {BOX: "# mine\nexport B='two words'\nA=9"})
    filling.press(page, f"paste:{ENVIRONMENT}", then=f"{ENVIRONMENT}.B")
    expect(page.locator(".banner").first).to_contain_text("Added 1 variable: B.")
    assert stored() == {"A": "9", "B": "two words"}
    expect(filling.control(page, BOX)).to_have_value("")


@SCRIPTS
def test_text_that_is_not_understood_stays_with_its_line(visit: Visit, watch: Watch, *, scripts: bool) -> None:
    watch.expects(422)
    page = opened(visit, scripts=scripts, A="1")
    filling.put(page, {BOX: "B=2\nwhat"})
    filling.press(page, f"paste:{ENVIRONMENT}")
    expect(page.locator(".error-summary")).to_contain_text("Line 2: this is no variable.")
    expect(filling.control(page, BOX)).to_have_value("B=2\nwhat")
    expect(filling.control(page, BOX)).to_be_visible()
    filling.put(page, {BOX: "B=2"})
    filling.press(page, f"paste:{ENVIRONMENT}", then=f"{ENVIRONMENT}.B")
    assert stored() == {"A": "1", "B": "2"}


@SCRIPTS
def test_suggestion_is_added_without_typing(visit: Visit, *, scripts: bool) -> None:
    page = opened(visit, scripts=scripts)
    filling.press(
        page, "variable:/PrimaryContainer/Environment/SAGEMAKER_PROGRAM", then=f"{ENVIRONMENT}.SAGEMAKER_PROGRAM-value"
    )
    assert stored() == {"SAGEMAKER_PROGRAM": "inference.py"}


@SCRIPTS
def test_variable_is_marked_and_unmarked(visit: Visit, *, scripts: bool) -> None:
    page = opened(visit, scripts=scripts, PIN="open-sesame")
    filling.press(page, f"mark:{ENVIRONMENT}.0", then=f"{ENVIRONMENT}.PIN-mark")
    expect(page.locator(".banner").first).to_contain_text("Variable PIN is marked as a secret")
    expect(page.locator("#preview")).not_to_contain_text("open-sesame")
    assert Draft.objects.get().secret_marks == ["/PrimaryContainer/Environment/PIN"]
    filling.press(page, f"unmark:{ENVIRONMENT}.0", then=f"{ENVIRONMENT}.PIN-mark")
    assert Draft.objects.get().secret_marks == []


@SCRIPTS
def test_json_is_written_over_several_lines(visit: Visit, *, scripts: bool) -> None:
    page = opened(visit, scripts=scripts, CONFIG='{"a":[1,2],"b":"' + "x" * 80 + '"}')
    filling.press(page, f"over-lines:{ENVIRONMENT}.0", then=f"{ENVIRONMENT}.CONFIG-value")
    assert stored()["CONFIG"].startswith('{\n  "a": [\n    1,\n    2\n  ],\n')


def test_meter_follows_what_is_typed_and_says_what_is_too_long(visit: Visit) -> None:
    page = opened(visit, A="1")
    weight = page.locator("[data-weight]")
    expect(weight).to_have_text("2 of 32,768 bytes in all containers")
    filling.put(page, {f"{ENVIRONMENT}.0.value": "é" * 513})
    expect(weight).to_have_text("1,027 of 32,768 bytes in all containers")
    expect(page.locator("[data-wrong]")).to_have_text("A has 1,026 bytes; a value may have 1,024.")
    expect(page.locator("#status")).to_have_text("A has 1,026 bytes; a value may have 1,024.")
    filling.put(page, {f"{ENVIRONMENT}.0.value": "é"})
    expect(page.locator("[data-wrong]")).to_be_empty()
    expect(weight).to_have_text("3 of 32,768 bytes in all containers")
