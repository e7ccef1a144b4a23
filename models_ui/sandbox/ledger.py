"""Which calls has the sandbox received?"""

from __future__ import annotations

import threading
import time
from collections import deque

from models_ui.contract.json_types import Document, Json
from models_ui.sandbox.place import Place

_LONGEST = 10_000


class Ledger:
    """The last calls to our SageMaker, and to STS for roles, oldest first.

    The outcome of a call is `done` once it had its effect, whatever was answered then; a code where it was refused; None
    where it neither had an effect nor an answer.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: deque[Document] = deque(maxlen=_LONGEST)

    def note(self, operation: str, name: str, place: Place, *, session: str | None) -> Document:
        """Enter a call and return its entry, so that the outcome can be added to it.

        `session` is the name of the assumed session that makes the call, None for any other caller.
        """
        entry: Document = {
            "operation": operation,
            "name": name,
            "account": place.account,
            "region": place.region,
            "session": session,
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
