"""Is every page looked at by a browser, in every state that it can be in? The list is made from the addresses."""

from __future__ import annotations

from django.urls import resolve

from models_ui.form.layouts.create_model import LAYOUT
from models_ui.submissions.states import State
from tests.browser import (
    test_pages_around,
    test_pages_building,
    test_pages_copying,
    test_pages_designed,
    test_pages_filling,
    test_pages_following,
    test_pages_steps,
)
from tests.browser.pages import Shown
from tests.web.test_permissions import rows

SOMETHING = "00000000-0000-0000-0000-000000000000"
# What answers 200 and is no page: files and what programs ask for.
NO_PAGES = {
    *("token", "stylesheet", "health-live", "health-ready", "metrics"),
    *("audit-export-jsonl", "audit-export-csv", "draft-request", "draft-findings", "draft-export"),
    *("blueprint-schema", "blueprint-export"),
    *("submission-request", "submission-envelope", "submission-export", "submission-status"),
}
ALL: dict[str, Shown] = {
    **test_pages_around.FIRST_DAY,
    **test_pages_around.PAGES,
    **test_pages_building.PAGES,
    **test_pages_copying.PAGES,
    **test_pages_designed.PAGES,
    **test_pages_filling.PAGES,
    **test_pages_following.PAGES,
    **test_pages_steps.PAGES,
}


class Anything(dict[str, str]):
    """A place for every name of what was seeded."""

    def __missing__(self, name: str) -> str:
        return "1" if name == "event" else SOMETHING


def address(shown: Shown) -> str:
    """Return the path of a page that is looked at."""
    return shown.address.format_map(Anything()).partition("?")[0]


def looked_at(name: str) -> list[Shown]:
    """Return the states in which a page is looked at."""
    return [shown for shown in ALL.values() if resolve(address(shown)).url_name == name]


def test_every_address_that_shows_a_page_is_looked_at() -> None:
    shows = {row.name for row in rows() if row.method == "GET" and 200 in row.statuses} - NO_PAGES
    assert {name for name in shows if not looked_at(name)} == set()


def test_every_page_with_a_form_is_looked_at_with_what_is_wrong_told() -> None:
    refuses = {row.name for row in rows() if row.method == "POST" and 422 in row.statuses}
    assert {name for name in refuses if 422 not in {shown.status for shown in looked_at(name)}} == set()


def test_every_step_is_looked_at_in_every_state_of_a_draft() -> None:
    names = {step.name for step in LAYOUT.steps}
    states = {"blank", "filled", "wrong"}
    seen = {
        (
            shown.address.split("/")[3],
            "blank" if "{nothing}" in shown.address else "wrong" if "wrong}" in shown.address else "filled",
        )
        for shown in test_pages_steps.PAGES.values()
    }
    missing = {(name, state) for name in names for state in states} - seen
    # A list of containers that is blank has no step.
    assert missing == {("containers", "blank")}


def test_every_state_of_a_submission_is_looked_at() -> None:
    seen = {shown.address for shown in looked_at("submission")}
    assert {state for state in State if f"/submissions/{{{state}}}/" not in seen} == set()
