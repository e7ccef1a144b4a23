"""What does the page of the fields that people get wrong show?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models_ui.blueprints import queries
from models_ui.drafts import missteps
from models_ui.drafts.missteps import Total
from models_ui.form import containers, names

ALL, WIZARD = "", "-"
SPANS = ((7, "Last 7 days"), (30, "Last 30 days"), (90, "Last 90 days"))
USUAL = 30
MOST = 50

# What the codes mean that every field may have; those of rules say it themselves.
WORDS = {
    "required": "Not filled in",
    "blueprint-required": "Not filled in",
    "pattern": "Not written as it must be",
    "min-length": "Too short",
    "max-length": "Too long",
    "min-items": "Too few entries",
    "max-items": "Too many entries",
    "minimum": "Too small",
    "maximum": "Too large",
    "enum": "None of the values that there are",
    "type": "Another kind of value",
    "blueprint-limit": "Beyond what the form allows",
    "blueprint-locked": "Other than the form sets",
    "blueprint-beyond": "Not on the form",
    "blueprint-containers": "Other containers than the form has",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One field and what is wrong with it how often."""

    label: str
    place: str
    words: str
    code: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Everything that `blueprints/mistakes.html` renders."""

    form: str
    days: int
    forms: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    total: int
    more: int

    @property
    def most(self) -> int:
        """The longest bar."""
        return self.lines[0].count if self.lines else 1

    @property
    def spans(self) -> Sequence[tuple[int, str]]:
        """How far back one may look."""
        return SPANS


def counts(form: str, days: str, *, today: date) -> Counts:
    """Return the counts of a form (or of all, or of the wizard) for a number of days back; of another choice the usual."""
    known = [(ALL, "All forms"), (WIZARD, "The whole form"), *((row.name, row.name) for row in queries.every())]
    form = form if form in dict(known) else ALL
    back = int(days) if days in {str(span) for span, _words in SPANS} else USUAL
    wanted = None if form == ALL else "" if form == WIZARD else form
    found = missteps.totals(since=today - timedelta(days=back - 1), form=wanted)
    return Counts(
        form=form,
        days=back,
        forms=known,
        lines=[_line(total) for total in found[:MOST]],
        total=sum(total.count for total in found),
        more=max(0, len(found) - MOST),
    )


def _line(total: Total) -> Line:
    place = total.place.replace(f"/{containers.ANY}", f"/{containers.PRIMARY}")
    label = names.label(place.replace("*", "0")) if place else "The request as a whole"
    words = WORDS.get(total.code) or total.code.replace("-", " ").capitalize()
    return Line(label, total.place.replace(f"/{containers.ANY}", ""), words, total.code, total.count)
