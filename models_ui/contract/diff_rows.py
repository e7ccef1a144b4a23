"""What is told of differences, so that a person can read them? Between two requests, or between two forms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One place that differs, as `components/diff.html` shows it."""

    label: str
    pointer: str
    kind: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Group:
    """The differences that belong together: those of one screen, or of one tab."""

    title: str
    rows: list[Row]
