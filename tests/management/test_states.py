"""Does the page of states say what the table says?"""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from models_ui.management.states_page import page
from models_ui.submissions.states import TRANSITIONS, State, Transition


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


@pytest.mark.parametrize("transition", TRANSITIONS.values(), ids=lambda transition: transition.action)
def test_every_arrow_is_drawn(transition: Transition) -> None:
    arrows = [f"{source.value} --> {transition.target.value}: {transition.action}" for source in transition.sources]
    assert [arrow for arrow in arrows if arrow not in page()] == []


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_row(state: State) -> None:
    assert f"\n| `{state.value}` | " in page()


def test_page_is_written(docs: Path) -> None:
    with override_settings(BASE_DIR=docs.parent):
        call_command("states", stdout=StringIO())
    assert (docs / "states.md").read_text() == page()


@pytest.mark.parametrize("before", ["", "an older page"])
def test_page_that_is_out_of_date_is_found(docs: Path, before: str) -> None:
    if before:
        (docs / "states.md").write_text(before)
    with override_settings(BASE_DIR=docs.parent), pytest.raises(CommandError, match="Run: make docs"):
        call_command("states", "--check")


def test_page_that_is_up_to_date_is_left_alone(docs: Path) -> None:
    (docs / "states.md").write_text(page())
    with override_settings(BASE_DIR=docs.parent):
        call_command("states", "--check", stdout=StringIO())
