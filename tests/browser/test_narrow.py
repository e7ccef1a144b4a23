"""Does a row of a list stay small where the screen is narrow?"""

from __future__ import annotations

from playwright.sync_api import FloatRect, Locator

from tests import factories
from tests.browser.conftest import Visit

NARROW = {"width": 320, "height": 800}


def box(element: Locator) -> FloatRect:
    """Return where an element stands."""
    found = element.bounding_box()
    assert found
    return found


def beside(left: Locator, right: Locator) -> bool:
    """Say whether two elements share a line."""
    first, second = box(left), box(right)
    return first["x"] < second["x"] and first["y"] < second["y"] + second["height"] and second["y"] < first["y"] + 40


def test_queue_says_beside_the_name_how_long_somebody_waits(visit: Visit) -> None:
    factories.submission(factories.scientist(), factories.request("churn-pipeline-44"))
    page = visit(factories.approver(), viewport=NARROW)
    page.goto("/approvals/")
    row = page.get_by_role("row").filter(has_text="churn-pipeline-44")

    assert beside(row.get_by_role("link"), row.locator('[data-label="Waiting"]'))
    assert box(row.locator(".target"))["height"] < 30
    assert box(row)["height"] < 160


def test_home_has_the_act_beside_the_name(visit: Visit) -> None:
    factories.submission(factories.scientist(), factories.request("churn-pipeline-44"))
    page = visit(factories.approver(), viewport=NARROW)
    page.goto("/")

    task = page.locator(".todo li").first
    assert beside(
        task.get_by_role("link", name="churn-pipeline-44", exact=True), task.get_by_role("link", name="Decide")
    )
