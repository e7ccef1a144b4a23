"""In which order does the history happen?"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count, cycle

# How long the steps of the worker take, in milliseconds, one after the other.
TICKS = (38, 412, 655, 27, 301, 740, 19, 533)
# How far apart two things are that were planned for one moment.
BLINK = timedelta(milliseconds=7)


class Clock:
    """A clock that only goes forward: the audit log numbers its events in the order of their times."""

    def __init__(self, start: datetime) -> None:
        self.now = start
        self._ticks = cycle(TICKS)

    def __call__(self) -> datetime:
        """Return the time, a little later at every call: this is the clock of the worker."""
        self.now += timedelta(milliseconds=next(self._ticks))
        return self.now

    def move_to(self, at: datetime) -> None:
        """Go on to a moment, or only a little where it has passed already."""
        self.now = max(at, self.now + BLINK)


class Timeline:
    """What is still to happen, soonest first; what happens may plan more."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._planned: list[tuple[datetime, int, Callable[[], None]]] = []
        self._numbers = count()

    def plan(self, at: datetime, act: Callable[[], None]) -> None:
        """Let an act happen at a moment; of two at one moment the one that was planned first comes first."""
        heapq.heappush(self._planned, (at, next(self._numbers), act))

    def run(self) -> None:
        """Let everything happen, with the clock at the moment of each act."""
        while self._planned:
            at, _, act = heapq.heappop(self._planned)
            self._clock.move_to(at)
            act()
