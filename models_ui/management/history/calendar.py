"""When was that? Moments of the history are written in words that count back from today."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_LENGTH = re.compile(r"(?:(?P<days>\d+)d)?(?:(?P<hours>\d+)h)?(?:(?P<minutes>\d+)m)?")
_SATURDAY = 5
# The history ends a little before now.
MARGIN = timedelta(minutes=3)


def moment(words: str, *, now: datetime, before: datetime) -> datetime:
    """Return the moment that words name.

    `back 12 09:40` is that time twelve working days ago, `ago 2d4h` counts back from now, `+1h35m` forward from the
    moment `before`, and `next 09:20` is that time on the working day after it. Raises ValueError for other words, and
    for a moment that has not come yet or has only just: the history ends before anybody signs in.
    """
    kind, _, rest = words.partition(" ")
    if words.startswith("+"):
        found = before + length(words[1:])
    elif kind == "ago":
        found = now - length(rest)
    elif kind == "next":
        found = at_time(working_day(before.date(), 1), rest, now)
    elif kind == "back":
        days, _, clock = rest.partition(" ")
        found = at_time(working_day(now.date(), -int(days)), clock, now)
    else:
        raise ValueError(f"“{words}” names no moment.")
    if found > now - MARGIN:
        raise ValueError(f"“{words}” after {before} is not three minutes before {now}.")
    return found


def length(words: str) -> timedelta:
    """Return the length of time that words such as `2d4h20m` name. Raises ValueError."""
    found = _LENGTH.fullmatch(words)
    if not found or not words:
        raise ValueError(f"“{words}” names no length of time.")
    return timedelta(**{unit: int(number) for unit, number in found.groupdict(default="0").items()})


def working_day(start: date, count: int) -> date:
    """Return the working day that lies so many working days after a day, or before it where the count is negative."""
    step, day = timedelta(days=1 if count > 0 else -1), start
    for _ in range(abs(count)):
        day += step
        while day.weekday() >= _SATURDAY:
            day += step
    return day


def at_time(day: date, clock: str, now: datetime) -> datetime:
    """Return a time of a day, in the time zone of now."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=now.tzinfo)
