"""Can the stories be told whenever the demo begins?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from models_ui.contract.finding import errors
from models_ui.contract.judging import judge
from models_ui.management.history.acts import ACTS
from models_ui.management.history.people import PEOPLE
from models_ui.management.history.steps import Story
from models_ui.management.history.telling import STORIES, dated

MONDAY = datetime(2026, 11, 16, tzinfo=UTC)


@pytest.mark.parametrize("hours", range(0, 7 * 24, 3))
def test_every_step_has_its_moment_at_any_hour_of_the_week(hours: int) -> None:
    now = MONDAY + timedelta(hours=hours, minutes=1)

    assert all(at < now for story in STORIES for at, _ in dated(story, now))


def test_first_step_is_sixty_days_back_or_a_little_less() -> None:
    first = min(at for story in STORIES for at, _ in dated(story, MONDAY))

    assert timedelta(days=57) < MONDAY - first < timedelta(days=61)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story[0].who} {story[0].at}")
def test_what_is_submitted_has_no_errors(story: Story) -> None:
    submitted = [before.request for before, step in pairwise(story) if step.act == "submit"]

    assert [errors(judge(request or {})) for request in submitted] == [[] for _ in submitted]


def test_steps_name_acts_and_people_that_there_are() -> None:
    steps = [step for story in STORIES for step in story]

    assert {step.act for step in steps} == ACTS.keys()
    assert {step.who for step in steps} - {""} <= {person.username for person in PEOPLE}


def test_steps_too_close_to_each_other_are_an_error() -> None:
    story = STORIES[0]

    with pytest.raises(ValueError, match="too close"):
        list(dated((story[0], story[0]), MONDAY))
