"""Which calls has the sandbox received?"""

from __future__ import annotations

import threading
import time
from collections import deque

from models_ui.contract.json_types import Document, Json
from models_ui.sandbox.place import Place

_LONGEST = 10_000


class Ledger:
    """The last calls to our SageMaker, oldest first, with the outcome that was written on the wire."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: deque[Document] = deque(maxlen=_LONGEST)

    def note(self, operation: str, name: str, place: Place) -> Document:
        """Enter a call and return its entry, so that the outcome can be added to it."""
        entry: Document = {
            "operation": operation,
            "name": name,
            "account": place.account,
            "region": place.region,
            "at": time.time(),
            "outcome": None,
        }
        with self._lock:
            self._calls.append(entry)
        return entry

    def calls(self) -> list[Json]:
        """Return copies of the entries."""
        with self._lock:
            return [dict(entry) for entry in self._calls]

    def clear(self) -> None:
        """Forget all calls."""
        with self._lock:
            self._calls.clear()
