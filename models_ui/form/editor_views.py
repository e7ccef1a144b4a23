"""What does a template need to know to draw what stands around a map of variables?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionView:
    """A variable that the image reads, and the action that adds it."""

    key: str
    does: str
    example: str
    values: str
    action: str
    there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterView:
    """How many bytes the variables take: those here, those of all containers, and those that no control here shows."""

    here: int
    total: int
    rest: int
    most: int
    longest: int
    # What is said of each value that is too long.
    long: tuple[str, ...]

    @property
    def over(self) -> bool:
        """Whether there are too many."""
        return self.total > self.most

    @property
    def words(self) -> str:
        """How full they are."""
        return f"{self.total:,} of {self.most:,} bytes in all containers"

    @property
    def told(self) -> str:
        """What is wrong with that, as sentences; app.js says the same."""
        over = f"{self.total - self.most:,} bytes are too many. " if self.over else ""
        long = f"{', '.join(self.long)}; a value may have {self.longest:,}." if self.long else ""
        return (over + long).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorView:
    """What stands around a map of variables: a box to paste into, what the image reads, and how full it is."""

    id: str
    box: str
    action: str
    text: str
    errors: tuple[str, ...]
    # Of which image the suggestions are, in words; empty where it is not known.
    family: str
    suggestions: tuple[SuggestionView, ...]
    meter: MeterView
