"""Which call shall go wrong next, and how?"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Literal, get_args

from models_ui.contract.json_types import Json

Action = Literal[
    "throttle",
    "refuse",
    "error-before",
    "error-after",
    "drop-before",
    "drop-after",
    "delay",
    "delay-after",
    "garbage-after",
    "tag-lag",
]


class NotAFault(ValueError):  # noqa: N818 - it tells of an entry
    """An entry of a fault script that means nothing; the text says why."""


@dataclass(slots=True)
class Fault:
    """One line of a fault script.

    `before` a call has an effect, or `after` it had one; `delay` waits before, so the effect comes late. `throttle` and
    `refuse` have no effect. `tag-lag` hides the tags of a new model for `seconds`. `times` calls are hit, all where it
    is None; `name` restricts it to calls that carry this ModelName.
    """

    operation: str
    action: Action
    seconds: float = 0
    times: int | None = 1
    name: str | None = None
    status: int = 500
    code: str = "AccessDeniedException"
    message: str = "Not authorized."


_TYPES: dict[str, tuple[type, ...]] = {
    "operation": (str,),
    "seconds": (int, float),
    "times": (int, type(None)),
    "name": (str, type(None)),
    "status": (int,),
    "code": (str,),
    "message": (str,),
}


class Script:
    """The faults that are still to come."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: list[Fault] = []

    def load(self, entries: Json) -> None:
        """Replace the script by a list of objects with Fault's members. Raises NotAFault."""
        if not isinstance(entries, list):
            raise NotAFault("A fault script is a list.")
        faults = [_fault(entry) for entry in entries]
        with self._lock:
            self._faults = faults

    def take(self, operation: str, name: str) -> list[Fault]:
        """Return the faults that hit this call, at most one for each action, and count them as used."""
        hit: dict[str, Fault] = {}
        with self._lock:
            for fault in self._faults:
                fits = fault.operation == operation and fault.name in (None, name) and fault.times != 0
                if fits and fault.action not in hit:
                    hit[fault.action] = fault
                    fault.times = None if fault.times is None else fault.times - 1
        return list(hit.values())


def _fault(entry: Json) -> Fault:
    if not isinstance(entry, dict):
        raise NotAFault("A fault is an object.")
    if entry.get("action") not in get_args(Action):
        raise NotAFault(f"A fault has an action: one of {', '.join(get_args(Action))}.")
    wrong = [name for name, types in _TYPES.items() if name in entry and not isinstance(entry[name], types)]
    if wrong:
        raise NotAFault(f"Of a wrong type: {', '.join(wrong)}.")
    try:
        return Fault(**entry)  # type: ignore[arg-type]
    except TypeError as unknown:
        raise NotAFault(str(unknown)) from unknown
