"""Does the history happen in the order of its times?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from models_ui.management.history.timeline import Clock, Timeline

START = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_what_comes_sooner_happens_first_whoever_planned_it() -> None:
    happened: list[str] = []
    timeline = Timeline(Clock(START))
    timeline.plan(START + 2 * MINUTE, partial(happened.append, "later"))
    timeline.plan(START + MINUTE, partial(happened.append, "sooner"))
    timeline.run()

    assert happened == ["sooner", "later"]


def test_what_happens_may_plan_more() -> None:
    happened: list[str] = []
    timeline = Timeline(Clock(START))
    timeline.plan(START, lambda: timeline.plan(START + MINUTE, partial(happened.append, "the worker")))
    timeline.plan(START + 2 * MINUTE, partial(happened.append, "somebody else"))
    timeline.run()

    assert happened == ["the worker", "somebody else"]


def test_clock_never_goes_back() -> None:
    clock = Clock(START)
    reached = clock()
    clock.move_to(START)

    assert START < reached < clock.now


def test_clock_goes_on_at_every_look() -> None:
    clock = Clock(START)

    assert clock() < clock()
