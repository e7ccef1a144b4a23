"""Is anything lost that somebody typed, and is nobody disturbed while it is saved?"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Error, Page, Route, expect

from models_ui.accounts.models import User
from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from tests import factories
from tests.browser import documents, filling
from tests.browser.conftest import Visit
from tests.browser.test_session import sign_in
from tests.browser.watch import Watch

SAVED = re.compile(r"Saved \d\d:\d\d")
NAME = "ModelName"


@pytest.fixture
def sally(watch: Watch) -> User:
    return factories.scientist()


def opened(visit: Visit, owner: User, step: str = "basics", document: dict[str, Any] | None = None) -> Page:
    """Return a screen of a draft of somebody."""
    draft = factories.draft(owner, document or factories.request("as-it-was"))
    page = visit(owner)
    page.goto(f"/drafts/{draft.id}/{step}/")
    return page


def stored() -> Any:
    return Draft.objects.get().document


def saving(page: Page) -> Any:
    """Wait for the answer to an autosave that what is done inside brings about."""
    return page.expect_response(lambda answer: "action=autosave" in (answer.request.post_data or ""))


def sent(page: Page) -> list[str]:
    """Return the autosaves that a page sends from now on, one by one."""
    bodies: list[str] = []
    page.on("request", lambda request: bodies.append(body) if "autosave" in (body := request.post_data or "") else None)
    return bodies


def type_at_the_end(page: Page, text: str, *, name: str = NAME) -> None:
    """Type into a control, key by key."""
    filling.control(page, name).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def test_pause_in_typing_saves_and_is_spoken_once(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    page.evaluate(
        """() => { window.spoken = [];
        new MutationObserver(() => spoken.push(document.querySelector('#status').textContent))
          .observe(document.querySelector('#status'), { childList: true }); }"""
    )
    with saving(page):
        type_at_the_end(page, "-and-is")
    expect(page.get_by_role("status")).to_have_text(SAVED)
    expect(page.locator("#saved")).to_have_text(SAVED)
    with saving(page):
        type_at_the_end(page, "-more")

    assert stored()[NAME] == "as-it-was-and-is-more"
    assert Draft.objects.get().version == 3
    words = [text for text in page.evaluate("window.spoken") if text]
    # A minute may end between the two.
    assert len(words) == len(set(words))


def test_what_stands_around_the_form_follows_and_the_caret_stays(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    control = filling.control(page, NAME)
    control.focus()
    page.evaluate("document.activeElement.setSelectionRange(2, 2)")
    handle = control.element_handle()
    with saving(page):
        page.keyboard.type("X")

    expect(page.locator("#preview pre")).to_contain_text('"asX-it-was"')
    expect(page.locator("#facts")).to_contain_text("Draft version 2")
    expect(control).to_be_focused()
    assert page.evaluate("[document.activeElement.selectionStart, document.activeElement.selectionEnd]") == [3, 3]
    assert page.evaluate("([a, b]) => a === b", [handle, control.element_handle()])
    expect(page.locator('.code [data-mark="here"]')).to_contain_text("asX-it-was")


def test_chosen_tool_follows_too(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    page.locator("#as-boto3").click()
    expect(page.locator("#preview pre")).to_contain_text("create_model(")
    type_at_the_end(page, "-7")

    expect(page.locator("#preview pre")).to_contain_text("as-it-was-7")
    expect(page.locator("#as-boto3")).to_have_attribute("aria-current", "true")


def test_rail_follows(visit: Visit, sally: User) -> None:
    page = opened(visit, sally, "tags")
    filling.press(page, "add:Tags", then="Tags.0.Key")
    filling.put(page, {"Tags.0.Key": "aws:team"})

    expect(page.locator("[data-go=tags]")).to_contain_text("There is a problem (1)")
    expect(page.locator(".error-summary")).to_have_count(0)


def test_text_that_somebody_has_marked_stays_marked(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    filling.control(page, NAME).fill("for-later")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#preview pre'))")
    with saving(page):
        pass
    expect(page.locator("#facts")).to_contain_text("Draft version 2")
    assert "as-it-was" in page.evaluate("getSelection().toString()")
    filling.control(page, NAME).focus()
    page.evaluate("getSelection().removeAllRanges()")
    page.locator("#connection").focus()

    expect(page.locator("#preview pre")).to_contain_text("for-later")


def test_nothing_is_sent_where_nothing_changed(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    bodies = sent(page)
    for kind in ("input", "change"):
        filling.control(page, NAME).dispatch_event(kind)
    filling.control(page, NAME).blur()
    page.wait_for_timeout(1000)

    assert not bodies
    assert Draft.objects.get().version == 1


def test_typing_without_a_pause_is_saved_meanwhile(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    bodies = sent(page)
    filling.control(page, NAME).focus()
    for letter in "abcdefghijklmnopqrst":
        page.keyboard.type(letter)
        page.wait_for_timeout(100)

    assert bodies


def test_killed_browser_loses_no_more_than_a_second(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    filling.control(page, NAME).fill("typed-then-killed")
    page.wait_for_timeout(1000)
    page.context.set_offline(True)
    page.context.close()
    again = visit(sally)
    again.goto(f"/drafts/{Draft.objects.get().id}/basics/")

    expect(filling.control(again, NAME)).to_have_value("typed-then-killed")


def test_page_that_is_left_at_once_loses_nothing(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    filling.control(page, NAME).fill("typed-then-left")
    page.goto("/help/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help")
    page.go_back()

    expect(filling.control(page, NAME)).to_have_value("typed-then-left")


def test_reload_shows_what_was_typed(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    filling.control(page, NAME).fill("typed-then-reloaded")
    page.reload()

    expect(filling.control(page, NAME)).to_have_value("typed-then-reloaded")


def test_back_after_continue_shows_what_was_saved(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    filling.put(page, {NAME: "first-name"})
    filling.go_on(page, "Describe the container")
    page.go_back()
    expect(filling.control(page, NAME)).to_have_value("first-name")
    filling.put(page, {NAME: "second-name"})
    filling.go_on(page, "Describe the container")

    assert stored()[NAME] == "second-name"


def test_continue_right_after_typing_is_no_conflict(visit: Visit, sally: User) -> None:
    page = opened(visit, sally)
    type_at_the_end(page, "-7")
    filling.go_on(page, "Describe the container")

    assert stored()[NAME] == "as-it-was-7"


@pytest.mark.parametrize("held", ["before", "after"], ids=["not yet taken", "already taken"])
def test_button_pressed_while_a_save_is_under_way_is_no_conflict(visit: Visit, sally: User, held: str) -> None:
    page = opened(visit, sally)
    waiting: list[Callable[[], Any]] = []

    def hold(route: Route) -> None:
        if "action=autosave" not in (route.request.post_data or ""):
            return route.continue_()
        if held == "after":
            answer = route.fetch()
            return waiting.append(lambda: route.fulfill(response=answer))
        return waiting.append(route.continue_)

    page.route("**/basics/", hold)
    type_at_the_end(page, "-7")
    for _ in range(100):
        if not waiting:
            page.wait_for_timeout(100)
    assert waiting
    type_at_the_end(page, "-8")
    page.locator("#as-boto3").click()
    expect(page.locator("#preview pre")).to_contain_text("as-it-was-7-8")
    with suppress(Error):
        # The page may have given it up.
        waiting[0]()
    page.wait_for_timeout(300)
    filling.go_on(page, "Describe the container")

    assert stored()[NAME] == "as-it-was-7-8"


def test_emptied_row_waits_for_a_button(visit: Visit, sally: User) -> None:
    page = opened(visit, sally, "access", documents.pipeline("rows"))
    for text in ("", "subnet-new"):
        with saving(page):
            filling.put(page, {"VpcConfig.Subnets.0": text})
    filling.go_on(page, "Tag the SageMaker model")

    assert stored()["VpcConfig"]["Subnets"] == ["subnet-new", "subnet-0b77d1e4"]


def test_second_tab_is_told_calmly_and_loses_nothing(visit: Visit, sally: User, watch: Watch) -> None:
    watch.expects(409)
    first = opened(visit, sally)
    second = first.context.new_page()
    second.goto(first.url)
    with saving(first):
        filling.put(first, {NAME: "of-the-first-tab"})
    with saving(second):
        filling.put(second, {NAME: "of-the-second-tab"})

    expect(second.locator("#saved")).to_contain_text("This draft was changed elsewhere")
    expect(second.get_by_role("status")).to_contain_text("press a button to see what differs")
    expect(filling.control(second, NAME)).to_have_value("of-the-second-tab")
    bodies = sent(second)
    type_at_the_end(second, "x")
    second.wait_for_timeout(700)
    assert not bodies
    filling.go_on(second, "Choose which one stays")
    expect(second.locator("table.diff del")).to_have_text("of-the-first-tab")
    expect(second.locator("table.diff ins")).to_have_text("of-the-second-tabx")


def test_discarded_draft_is_told_of(visit: Visit, sally: User, watch: Watch) -> None:
    watch.expects(409)
    page = opened(visit, sally)
    operations.discard(draft_id=Draft.objects.get().id, by=sally, at=factories.NOW)
    type_at_the_end(page, "x")

    expect(page.locator("#saved")).to_contain_text("This draft was discarded.")
    expect(filling.control(page, NAME)).to_have_value("as-it-wasx")


def test_ended_session_is_told_without_losing_the_caret_and_catches_up(visit: Visit, sally: User, watch: Watch) -> None:
    watch.expects(401, 403)
    page = opened(visit, sally)
    Session.objects.all().delete()
    type_at_the_end(page, "-7")
    expect(page.locator("#signed-out-told")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Sign in in another tab")
    expect(filling.control(page, NAME)).to_be_focused()
    with page.context.expect_page() as other:
        page.get_by_role("link", name="Sign in in a new tab").click()
    sign_in(other.value)
    expect(other.value.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(page.locator("#saved")).to_have_text(SAVED)
    expect(page.locator("#signed-out-told")).to_have_count(0)
    assert stored()[NAME] == "as-it-was-7"


def test_lost_proof_of_origin_goes_unnoticed(visit: Visit, sally: User, watch: Watch) -> None:
    watch.expects(403)
    page = opened(visit, sally)
    page.context.clear_cookies(name="csrftoken")
    type_at_the_end(page, "-7")

    expect(page.get_by_role("status")).to_have_text(SAVED)
    assert stored()[NAME] == "as-it-was-7"
    filling.go_on(page, "Describe the container")


def test_server_that_is_away_is_told_of_once_and_caught_up_with(visit: Visit, sally: User, watch: Watch) -> None:
    watch.expects(503)
    page = opened(visit, sally)
    page.route("**/basics/", lambda route: route.fulfill(status=503))
    bodies = sent(page)
    type_at_the_end(page, "-7")
    expect(page.get_by_role("status")).to_have_text("The server does not answer. This page keeps trying.")
    expect(page.locator("#saved")).to_have_text("The server does not answer. This page keeps trying.")
    expect(filling.control(page, NAME)).to_be_focused()
    page.wait_for_timeout(2500)
    assert 2 <= len(bodies) <= 4
    page.unroute("**/basics/")

    expect(page.get_by_role("status")).to_have_text(SAVED)
    assert stored()[NAME] == "as-it-was-7"


def test_largest_container_is_saved(visit: Visit, sally: User) -> None:
    page = opened(visit, sally, "container", documents.largest("largest"))
    row = "PrimaryContainer.Environment.50.value"
    with saving(page) as answer:
        type_at_the_end(page, "!", name=row)

    assert answer.value.ok
    assert stored()["PrimaryContainer"]["Environment"]["SETTING_49"].endswith("49!")
    expect(filling.control(page, row)).to_be_focused()


def test_kept_conflict_without_scripts_knows_no_sheet(visit: Visit, sally: User) -> None:
    draft = factories.draft(sally, factories.request("plain"))
    page = visit(sally, java_script_enabled=False)
    page.goto(f"/drafts/{draft.id}/basics/")
    filling.put(page, {NAME: "without-scripts"})
    page.wait_for_timeout(600)
    assert stored()[NAME] == "plain"
    filling.go_on(page, "Describe the container")

    assert stored()[NAME] == "without-scripts"
    expect(page.locator("[name=sheet]")).to_have_count(0)


@pytest.mark.parametrize("how", ["address", "back"])
def test_page_after_a_page_that_was_left_at_once_is_not_too_late(visit: Visit, sally: User, how: str) -> None:
    page = opened(visit, sally, "tags")
    page.goto(page.url.replace("tags", "basics"))
    filling.control(page, NAME).fill("typed-then-left")
    if how == "back":
        page.go_back()
    else:
        page.goto(page.url.replace("basics", "tags"))
    filling.press(page, "add:Tags", then="Tags.0.Key")

    assert stored()[NAME] == "typed-then-left"
    assert stored()["Tags"] == [{"Value": ""}]


def test_text_under_composition_is_left_alone(visit: Visit, sally: User) -> None:
    """An input method shows what it makes of the keys before the person has chosen."""
    page = opened(visit, sally)
    filling.control(page, NAME).fill("")
    keys = page.context.new_cdp_session(page)
    with saving(page):
        keys.send("Input.imeSetComposition", {"text": "ni", "selectionStart": 2, "selectionEnd": 2})
    keys.send("Input.imeSetComposition", {"text": "nih", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(600)
    keys.send("Input.insertText", {"text": "nihao"})

    expect(filling.control(page, NAME)).to_have_value("nihao")
    expect(filling.control(page, NAME)).to_be_focused()
    expect(page.locator("#preview pre")).to_contain_text('"nihao"')
