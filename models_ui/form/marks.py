"""What stands in a request under way where it has no value, or has lost one?

A part that an emptied control or a button takes away is first marked `GONE` and swept out at the end, so that positions
stay true until all of a post has been read.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Final, TypeAlias

from models_ui.contract.json_types import Document, Json
from models_ui.form import containers


class Mark(Enum):
    """No JSON value: null is one."""

    NOTHING = "nothing"
    GONE = "gone"


NOTHING: Final = Mark.NOTHING
GONE: Final = Mark.GONE

# A value that may hold marks, which no type of JSON allows.
Rough: TypeAlias = Any


def swept(rough: dict[str, Rough]) -> Document:
    """Return the request without what is gone. A part whose last value went goes with it, unless it is an entry of a
    list; a pipeline stays one when its last container goes."""
    document: Document = {}
    for name, value in rough.items():
        kept = _swept(value)
        if kept is not GONE:
            document[name] = kept
        elif name == containers.LISTED and value is not GONE:
            document[name] = []
    return document


def settled(value: Rough) -> Json:
    """Return one entry without what is gone in it."""
    entry: Json = _entry(value)
    return entry


def _swept(value: Rough) -> Rough:
    if isinstance(value, dict):
        members = {name: _swept(member) for name, member in value.items()}
        kept = {name: member for name, member in members.items() if member is not GONE}
        return kept if kept or not members else GONE
    if isinstance(value, list):
        entries = [_entry(entry) for entry in value if entry is not GONE]
        return entries if entries or not value else GONE
    return value


def _entry(value: Rough) -> Rough:
    """Return an entry of a list: it stays when all that it held is gone."""
    kept = _swept(value)
    return type(value)() if kept is GONE else kept
