"""Does an answer come with little work?"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

# Of work for one answer, not of waiting: a busy machine makes nothing slower that is counted so.
SECONDS = 0.25
TRIES = 3


def soon(ask: Callable[[], Any]) -> Any:
    """Return the first answer that took no more than a quarter of a second of work, in a few tries; else None."""
    for _ in range(TRIES):
        begun = time.thread_time()
        answer = ask()
        if time.thread_time() - begun <= SECONDS:
            return answer
    return None


def in_time(ask: Callable[[], Any]) -> Any:
    """Return the answer as `soon` does. Raises AssertionError where there is none."""
    answer = soon(ask)
    assert answer is not None, "It takes longer than 250 ms."
    return answer
