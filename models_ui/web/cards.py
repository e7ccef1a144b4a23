"""Which sections does a page show of a request, and what did the person choose against what the form had fixed?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings

from models_ui.blueprints import layouts, words
from models_ui.blueprints.choosing import Chosen, chooser
from models_ui.blueprints.document import Blueprint
from models_ui.blueprints.models import Version
from models_ui.contract.json_types import Document
from models_ui.form import summary
from models_ui.form.summary import Card, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """The form that a request was filled in with, and how many of its values came about in which way."""

    version: Version
    title: str
    counts: Sequence[tuple[str, int]]


def outline(version: Version | None, said: Mapping[str, Any]) -> Blueprint | None:
    """Return the form of a version with the words of a draft or revision in it, or None where there is none."""
    return words.outline(version.text, words.words_of(said), digest=version.digest) if version else None


def cards(document: Document, *, masked: frozenset[str], form: Blueprint | None) -> list[Card]:
    """Return the sections of a request: those of the form that it was filled in with, each value with how it came about."""
    if form is None:
        return summary.cards(document, masked=masked)
    found = summary.cards(document, masked=masked, layout=layouts.told(form))
    chosen = chooser(form, document)
    return [replace(card, rows=tuple(_marked(row, chosen(row.pointer)) for row in card.rows)) for card in found]


def filled_in(version: Version | None, found: Collection[Card]) -> FilledIn | None:
    """Return the form of a request with these sections, or None where it was the wizard."""
    if version is None:
        return None
    counted = Counter(row.mark for card in found for row in card.rows if row.mark)
    told = [(word.value, counted[word.value]) for word in Chosen if counted[word.value]]
    return FilledIn(version=version, title=version.outline.title, counts=told)


def _marked(row: Row, chosen: Chosen) -> Row:
    """Return a row with how its value came about; what is absent is worth a word only where the form had a value there.
    Our own tag is nobody's choice."""
    told = row.text is not None or chosen == Chosen.CHANGED
    ours = row.key == settings.OWNERSHIP_TAG
    return replace(row, mark=chosen.value) if told and row.pointer and not ours else row
