"""What happens when several people, or several workers, do something in the same moment?"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections

# Longer than any lock is held; who waits longer is in a deadlock.
PATIENCE = 30


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do everything at once, each in a thread with a connection of its own; return the results, or what was raised."""
    barrier = threading.Barrier(len(acts), timeout=PATIENCE)

    def one(act: Callable[[], Any]) -> Any:
        try:
            # Open the connection before the start, so that it is the acts that meet.
            connections["default"].ensure_connection()
            barrier.wait()
            return act()
        except Exception as raised:  # noqa: BLE001 - what was raised is the result
            return raised
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result(PATIENCE) for future in [pool.submit(one, act) for act in acts]]


def failures(outcomes: Sequence[Any]) -> list[Exception]:
    """Return what was raised."""
    return [outcome for outcome in outcomes if isinstance(outcome, Exception)]
