"""Which values did somebody write, and in which line?

Every syntax is read into these, before anybody asks what they mean. Nothing is evaluated: what is not a plain value is a
Reference.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn, TypeAlias

from models_ui.contract.loader import MOST_LEVELS, NotReadable

_END = re.compile("\n")
# Pieces of a language that a text may have; the largest legal request has some 20,000.
MOST_PIECES = 60_000


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. `source` is how a number or a flag was written, `said` what is to be told of a value that was found
    out and not written."""

    value: None | bool | int | float | str
    line: int
    source: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Something whose value stands elsewhere. `key` is the name under which the same text may give it a value."""

    text: str
    line: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Written, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One named value."""

    name: str
    value: Written
    line: int


@dataclass(frozen=True, slots=True)
class Members:
    """Named values in the order in which they were written, the same name twice included."""

    entries: tuple[Entry, ...]
    line: int

    def get(self, name: str) -> Written | None:
        """Return the first value of this name, or None."""
        return next((entry.value for entry in self.entries if entry.name == name), None)

    @property
    def names(self) -> set[str]:
        """The names that there are."""
        return {entry.name for entry in self.entries}


Written: TypeAlias = Scalar | Reference | Items | Members


class Source:
    """A text with its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends = [found.start() for found in _END.finditer(text)]

    def line(self, place: int) -> int:
        """Return the number of the line that a place is in; the first is 1."""
        return bisect_right(self._ends, place - 1) + 1

    def refuse(self, place: int, sentence: str, code: str = "not-understood") -> NoReturn:
        """Raise NotReadable with the line of a place."""
        raise refusal(self.line(place), sentence, code)


def refusal(line: int, sentence: str, code: str = "not-understood") -> NotReadable:
    """Return what is raised for a line that cannot be read."""
    return NotReadable(code, f"Line {line}: {sentence}")


def check_pieces(count: int, line: int) -> None:
    """Raise NotReadable where a text has more pieces than any request."""
    if count > MOST_PIECES:
        raise refusal(line, "this is more than one request. Paste the one call or resource.", "too-many")


def check_level(level: int, line: int) -> None:
    """Raise NotReadable where values are nested deeper than any request is."""
    if level > MOST_LEVELS:
        raise refusal(line, f"brackets are nested more than {MOST_LEVELS} deep. Take some away.", "too-deep")


def text_of(value: Written | None) -> str | None:
    """Return the text that a value is, or None."""
    return value.value if isinstance(value, Scalar) and isinstance(value.value, str) else None


def each(value: Written | None) -> Iterator[Members]:
    """Yield the members that a value is, or holds as a list."""
    if isinstance(value, Members):
        yield value
    elif isinstance(value, Items):
        yield from (item for item in value.items if isinstance(item, Members))
