"""Where is the focus after a part of the page was swapped, and do controls stay who they were?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from models_ui.contract import pointers
from models_ui.drafts.models import Draft
from tests import factories
from tests.browser import documents, filling
from tests.browser.conftest import Visit
from tests.browser.filling import button
from tests.browser.watch import Watch

# Told after app.js has had its turn: it listens for the same event, and was there before.
LISTEN = """() => document.addEventListener("htmx:afterSettle", () => {
  document.body.dataset.focused = document.activeElement.id || document.activeElement.tagName;
})"""
IDS = "all => Object.fromEntries(all.filter((each) => each.name && each.type !== 'hidden').map((each) => [each.name, each.id]))"
CONTROLS = "#screen :is(input, select, textarea)"
SOURCES = "PrimaryContainer.AdditionalModelDataSources"
ENDPOINTS = "PrimaryContainer.ContainerMetricsConfig.MetricsEndpoints"
# The screen, the button, and the id of what has the focus after it was pressed.
ACTS = [
    ("tags", "add:Tags", "Tags.2.Key"),
    ("tags", "remove:Tags.0", "Tags.0-remove"),
    ("tags", "remove:Tags.1", "Tags-add"),
    ("access", "add:VpcConfig.Subnets", "VpcConfig.Subnets.2"),
    ("access", "remove:VpcConfig.Subnets.0", "VpcConfig.Subnets.0-remove"),
    ("access", "remove:VpcConfig.SecurityGroupIds.0", "VpcConfig.SecurityGroupIds-add"),
    ("container", "add:PrimaryContainer.Environment", "PrimaryContainer.Environment.~"),
    ("container", "remove:PrimaryContainer.Environment.0", "PrimaryContainer.Environment.SECOND-remove"),
    ("container", "remove:PrimaryContainer.Environment.1", "PrimaryContainer.Environment-add"),
    ("container", f"add:{SOURCES}", f"{SOURCES}.2.ChannelName"),
    ("container", f"remove:{SOURCES}.0", f"{SOURCES}.0-remove"),
    ("container", f"add:{ENDPOINTS}", f"{ENDPOINTS}.0.MetricsEndpointPath"),
    ("basics", "stamp:ModelName", "ModelName"),
    ("basics", "random:ModelName", "ModelName"),
    ("containers", "add:Containers", "Containers.3"),
    ("containers", "down:Containers.0", "Containers.1-down"),
    ("containers", "up:Containers.2", "Containers.1-up"),
    ("containers", "remove:Containers.1", "Containers.1-remove"),
    ("containers", "remove:Containers.2", "Containers-add"),
]


def single() -> dict[str, Any]:
    """Return a request with one container and two of everything."""
    whole = documents.pipeline("with-rows")
    del whole["Containers"], whole["InferenceExecutionConfig"]
    named = [{"ChannelName": each, "S3DataSource": documents.source(each)} for each in ("first", "second")]
    container = {"Environment": {"FIRST": "1", "SECOND": "2"}, "AdditionalModelDataSources": named}
    return {**whole, "PrimaryContainer": container}


def opened(visit: Visit, step: str) -> Page:
    """Return the page of a screen, of a draft with rows to work on."""
    document = documents.pipeline("with-rows", containers=3) if step == "containers" else single()
    sally = factories.scientist()
    page = visit(sally)
    page.goto(f"/drafts/{factories.draft(sally, document).id}/{step}/")
    return page


@pytest.mark.parametrize(("step", "action", "focused"), ACTS, ids=[act[1] for act in ACTS])
def test_focus_goes_where_the_work_goes_on(visit: Visit, step: str, action: str, focused: str) -> None:
    page = opened(visit, step)
    page.evaluate(LISTEN)

    filling.press(page, action)

    expect(page.locator("body")).to_have_attribute("data-focused", focused)
    expect(page.locator(f'[id="{focused}"]')).to_be_focused()
    expect(page.locator(f'[id="{focused}"]')).to_be_in_viewport()


@pytest.mark.parametrize("step", ["basics", "container", "access", "tags"])
def test_controls_keep_their_ids_when_a_row_is_added(visit: Visit, step: str) -> None:
    page = opened(visit, step)
    before = page.locator(CONTROLS).evaluate_all(IDS)
    lists = page.locator('#screen button[value^="add:"]').evaluate_all("all => all.map((each) => each.value)")

    for action in lists:
        page.locator("#saved").evaluate("each => each.removeAttribute('id')")
        filling.press(page, action)
        expect(page.locator("#saved")).to_have_count(1)

    after = page.locator(CONTROLS).evaluate_all(IDS)
    assert before
    assert {name: after[name] for name in before} == before


def test_what_was_typed_elsewhere_survives_a_swap(visit: Visit) -> None:
    page = opened(visit, "tags")
    filling.put(page, {"Tags.0.Value": "typed just now"})

    filling.press(page, "add:Tags", then="Tags.2.Key")

    expect(filling.control(page, "Tags.0.Value")).to_have_value("typed just now")
    assert pointers.get(Draft.objects.get().document, "/Tags/0/Value") == "typed just now"


def test_errors_take_the_focus_and_lead_to_their_controls(visit: Visit, watch: Watch) -> None:
    watch.expects(422)
    sally = factories.scientist()
    page = visit(sally)
    page.goto(f"/drafts/{factories.draft(sally, documents.broken('broken')).id}/container/")

    page.get_by_role("button", name="Continue").click()

    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    links = summary.get_by_role("link").all()
    assert len(links) > 3
    for link in links:
        control = (link.get_attribute("href") or "").removeprefix("#")
        link.press("Enter")
        expect(page.locator(f'[id="{control}"]')).to_be_focused()
        expect(page.locator(f'[id="{control}"]')).to_be_in_viewport()


def test_errors_are_told_by_the_control_itself(visit: Visit, watch: Watch) -> None:
    watch.expects(422)
    sally = factories.scientist()
    page = visit(sally)
    page.goto(f"/drafts/{factories.draft(sally, documents.broken('broken_name')).id}/basics/")
    page.get_by_role("button", name="Continue").click()

    name = filling.control(page, "ModelName")
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description(
        re.compile(re.escape(page.locator('[id="ModelName-note-0"]').inner_text()))
    )


@pytest.mark.parametrize("held", ["#withdraw-button", "#live a", "#main"])
def test_focus_is_not_lost_while_a_submission_moves(visit: Visit, held: str) -> None:
    sally, amir = factories.scientist(), factories.approver()
    made = factories.submission(sally, factories.request("moves"))
    page = visit(sally)
    page.goto(f"/submissions/{made.id}/")
    page.evaluate(LISTEN)
    page.locator(held).focus()

    factories.decide(made, amir, "reject")

    expect(page.locator("#state")).to_have_text("Rejected")
    expect(page.locator("body")).to_have_attribute("data-focused", re.compile("^(?!BODY)."))


def test_what_was_done_is_spoken(visit: Visit) -> None:
    page = opened(visit, "tags")

    button(page, "remove:Tags.0").click()

    expect(page.get_by_role("status").last).to_have_text("Tag 1 is removed.")
