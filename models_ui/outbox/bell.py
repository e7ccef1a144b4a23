"""Who wants to hear at once that there is work?

The bell is only a hint: what it loses, the sweeper finds.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import transaction

logger = logging.getLogger(__name__)

_listeners: list[Callable[[int], None]] = []


def register(listener: Callable[[int], None]) -> None:
    """Call the listener with an entry's id after the transaction that put the entry has committed."""
    if listener not in _listeners:
        _listeners.append(listener)


def ring_after_commit(entry_id: int) -> None:
    """Ring once the current transaction has committed."""
    transaction.on_commit(lambda: ring(entry_id))


def ring(entry_id: int) -> None:
    """Ring now. A broker that is down must not fail what is already committed, so its error is only logged."""
    for listener in _listeners:
        try:
            listener(entry_id)
        except Exception as error:  # noqa: BLE001 - whatever the broker raises, the sweeper makes it good
            logger.warning("The bell did not ring for outbox entry %s: %s", entry_id, type(error).__name__)


@contextmanager
def muted() -> Iterator[None]:
    """Let no bell ring meanwhile, for a process that does the work itself, right away."""
    listeners, _listeners[:] = _listeners[:], []
    try:
        yield
    finally:
        _listeners[:] = listeners
