"""Is the focus ever on nothing, whichever button of a screen is pressed? The buttons are those that the screens show."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, TimeoutError

from models_ui.drafts.models import Draft
from models_ui.form.steps import steps
from tests import factories
from tests.browser import documents, filling
from tests.browser.conftest import Visit
from tests.browser.test_focus import LISTEN, single
from tests.browser.watch import Watch

SWAPPED = "() => !document.querySelector('#step') ? 'left' : document.body.dataset.focused || ''"
BUTTONS = "all => all.map((each) => each.value)"
# They lead to another page, whose heading is what is read first.
LEADING = ("back", "save-exit", "review", "continue", "go:")
FIXABLE: dict[str, Any] = {
    **factories.request("churn_7"),
    "PrimaryContainer": {
        "Image": f" {factories.IMAGE}",
        "ModelDataSource": {"S3DataSource": {**documents.source("m"), "S3Uri": "s3://acme-models/m"}},
        "InferenceSpecificationName": "x",
    },
    "Tags": [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "1"}],
}
DRAFTS: dict[str, dict[str, Any]] = {
    "with rows": single(),
    "a pipeline": documents.pipeline("pipeline", containers=3),
    "with fixes": FIXABLE,
    "broken": documents.broken("broken_name"),
}
# The steps that have something to press besides what leads on.
SCREENS = [(draft, step.name) for draft, document in DRAFTS.items() for step in steps(document)]


def one_of_each(actions: list[str], step: str) -> list[str]:
    """Return the buttons that do different things: of the rows of a list the first and the last. The tabs are the same on
    every screen."""
    kinds: dict[str, list[str]] = {}
    for action in actions:
        if not action.startswith(LEADING if step == "tags" else (*LEADING, "as:")):
            kinds.setdefault(re.sub(r"\d+", "0", action), []).append(action)
    return [action for same in kinds.values() for action in dict.fromkeys((same[0], same[-1]))]


def opened(page: Page, draft: Draft, step: str) -> None:
    """Show a screen of the draft as it was at first."""
    page.goto(f"/drafts/{draft.id}/{step}/?return=review")
    page.evaluate(LISTEN)


def focused(page: Page, action: str) -> str:
    """Return what has the focus after a swap; nothing where the button led to another page instead."""
    try:
        answer = page.wait_for_function(SWAPPED, timeout=60_000)
    except TimeoutError as late:
        raise AssertionError(f"{action} does nothing on {page.url}") from late
    return str(answer.json_value()).removeprefix("left")


@pytest.mark.parametrize(("name", "step"), SCREENS, ids=[f"{step}, {draft}" for draft, step in SCREENS])
def test_focus_is_never_on_nothing(visit: Visit, watch: Watch, name: str, step: str) -> None:
    watch.expects(422)
    sally = factories.scientist()
    draft = factories.draft(sally, DRAFTS[name])
    page = visit(sally)
    opened(page, draft, step)
    actions = one_of_each(page.locator("button[name=action]:not([aria-disabled=true])").evaluate_all(BUTTONS), step)
    lost: list[str] = []
    for action in actions:
        Draft.objects.filter(id=draft.id).update(text=draft.text, name=draft.name, version=draft.version)
        opened(page, draft, step)
        button = page.locator(f'button[name=action][value="{action}"]').first
        if not button.is_visible():
            filling.reveal(page, button)
        button.focus()
        page.keyboard.press("Enter")
        lost += [action] if focused(page, action) == "BODY" else []
    assert lost == []
