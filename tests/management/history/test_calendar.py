"""Do the words of the history name the right moments?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from models_ui.management.history.calendar import length, moment

FRIDAY = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("back 1 09:30", datetime(2026, 11, 19, 9, 30, tzinfo=UTC)),
        ("back 5 09:30", datetime(2026, 11, 13, 9, 30, tzinfo=UTC)),
        ("ago 2d4h20m", FRIDAY - timedelta(days=2, hours=4, minutes=20)),
        ("+1h35m", MONDAY + timedelta(hours=1, minutes=35)),
        ("next 08:15", datetime(2026, 11, 17, 8, 15, tzinfo=UTC)),
    ],
)
def test_words_name_a_moment(words: str, expected: datetime) -> None:
    assert moment(words, now=FRIDAY, before=MONDAY) == expected


def test_nobody_works_at_the_weekend() -> None:
    friday_before = datetime(2026, 11, 13, 17, 0, tzinfo=UTC)

    assert moment("next 09:00", now=FRIDAY, before=friday_before) == MONDAY


@pytest.mark.parametrize("words", ["", "soon", "+", "+3w", "ago yesterday", "back 1"])
def test_other_words_are_an_error(words: str) -> None:
    with pytest.raises(ValueError, match="names no|time|isoformat"):
        moment(words, now=FRIDAY, before=MONDAY)


@pytest.mark.parametrize("words", ["next 10:41", "+2h", "ago 2m"])
def test_history_ends_before_now(words: str) -> None:
    with pytest.raises(ValueError, match="is not three minutes before"):
        moment(words, now=FRIDAY, before=datetime(2026, 11, 19, 23, 0, tzinfo=UTC) if words[0] == "n" else FRIDAY)


@pytest.mark.parametrize(("words", "minutes"), [("0m", 0), ("35m", 35), ("2h", 120), ("1d", 1440), ("1d2h3m", 1563)])
def test_length_of_time_is_read(words: str, minutes: int) -> None:
    assert length(words) == timedelta(minutes=minutes)
