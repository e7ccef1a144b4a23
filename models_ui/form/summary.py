"""What does a request say, in words and section by section, for whoever reviews it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models_ui.contract import secrets
from models_ui.contract.json_types import Document
from models_ui.contract.tree import Structure, at
from models_ui.contract.words import legible
from models_ui.form import containers, kinds, operation
from models_ui.form.layouts.pieces import DESIGNED, Group, Layout
from models_ui.form.marks import NOTHING
from models_ui.form.notes import Notes
from models_ui.form.parts import each, optional_parts, placed
from models_ui.form.scope import unplaced
from models_ui.form.screen import Screen
from models_ui.form.steps import Step, is_container, is_first, step_of, steps
from models_ui.form.strays import strays
from models_ui.form.views import FieldView, Item, ListView, RowView

EMPTY = "(empty)"
# AWS takes fifteen; only what was pasted can have more, and must be solved before anybody reads it.
MOST_CONTAINERS = 50
_ANSWERS = {True: "Yes", False: "No"}


@dataclass(frozen=True, slots=True)
class Row:
    """One place in words. `text` is None where the request has nothing there; `key` is that of a pair, as it is sent."""

    label: str
    pointer: str
    text: str | None
    key: str = ""
    # What the text names, in words.
    said: str = ""
    # How the value came about, where a form had a say in it.
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One section of a request, and the step that changes it."""

    title: str
    step: Step
    rows: tuple[Row, ...]


def cards(document: Document, *, masked: frozenset[str] = frozenset(), layout: Layout = operation.WIZARD) -> list[Card]:
    """Return the sections of a request. Everything that it holds is in one of them, but of very many containers only
    the first are told; `masked` are the places whose values are not shown. What is absent is named only where most
    requests have it."""
    found = [
        Card(_title(document, step), step, tuple(_rows(Screen(document, step, Notes(()), masked))))
        for step in steps(document, layout)
        if step.container is None or step.container < MOST_CONTAINERS
    ]
    return [card for card in found if card.rows or not card.step.behind]


def _title(document: Document, step: Step) -> str:
    if step.container is None or not is_container(step):
        return step.title
    entries = document[containers.LISTED]
    words = containers.numbered(step.container, entries[step.container] if isinstance(entries, list) else None)
    return words[:1].upper() + words[1:]


def _rows(screen: Screen) -> Iterator[Row]:
    for group in (*screen.step.screen.groups, Group(title="", places=unplaced(screen.step), folded=True)):
        for place in group.places:
            if place.startswith("/") and _belongs(screen, place):
                for there, pointer in each(screen, place):
                    yield from _place(there, pointer, rare=group.folded or group.if_set or screen.step.behind)
    if is_first(screen.step) and not screen.step.behind:
        yield Row("Kind", "", _kind(screen.document))
    for stray in strays(screen):
        yield Row(stray.label, stray.pointer, legible(stray.json))


def _belongs(screen: Screen, place: str) -> bool:
    """Say whether a place is told of here; one that two screens show is told of once."""
    named = is_container(screen.step) or screen.step.screen.role in DESIGNED
    return named or step_of(screen.document, place, screen.layout).name == screen.step.name


def _place(screen: Screen, pointer: str, *, rare: bool) -> Iterator[Row]:
    """Yield what a place that a group names holds. A rare one is not named where it is absent."""
    node, whole = at(operation.tree(), pointer), at(operation.tree(), pointer.rpartition("/")[0])
    if node is None or whole is None:
        return
    parent = whole if isinstance(whole, Structure) else None
    for found in placed(screen, node, pointer, top=pointer, parent=parent):
        yield from _told(screen, found.item, visible=found.visible and not rare)
    for part in optional_parts(screen, node, pointer):
        if screen.value(part) in ({}, []):
            yield Row(screen.asked(part).label, part, EMPTY)


def _told(screen: Screen, item: Item, *, visible: bool) -> Iterator[Row]:
    if isinstance(item, ListView):
        yield from _listed(screen, item, visible=visible)
    elif isinstance(item, FieldView):
        text = _text(screen, item)
        if text is not None or visible:
            yield Row(item.label, item.pointer, text, said=item.said)


def _text(screen: Screen, view: FieldView) -> str | None:
    """Return a single value in words, None where there is none."""
    value = screen.value(view.pointer)
    if value is NOTHING:
        return None
    if view.control == "masked":
        return secrets.MASK
    if isinstance(value, bool):
        return _ANSWERS[value]
    return legible(next((option.text for option in view.options if option.chosen and value), view.value)) or EMPTY


def _listed(screen: Screen, view: ListView, *, visible: bool) -> Iterator[Row]:
    if view.kind == "links":
        yield Row("Order", view.pointer, ", ".join(link.short for link in view.links) or EMPTY)
    elif screen.value(view.pointer) is NOTHING and visible:
        yield Row(view.label, view.pointer, None)
    elif view.rows and all(len(row.fields) == 1 for row in view.rows):
        yield Row(view.label, view.pointer, ", ".join(_shown(row.fields[0]) for row in view.rows))
    else:
        word = screen.entry(view.pointer)
        yield from (_pair(screen, row, word) for row in view.rows if row.fields)
        yield from _entries(screen, view)


def _pair(screen: Screen, row: RowView, word: str) -> Row:
    """Return a key, with the word for what it is the key of, and its value."""
    key, value = row.fields[0], row.fields[-1]
    there = value is not key and screen.value(value.pointer) is not NOTHING
    return Row(word, value.pointer, _shown(value) if there else None, key=_shown(key))


def _shown(view: FieldView) -> str:
    return legible(view.value) or (secrets.MASK if view.control == "masked" else EMPTY)


def _entries(screen: Screen, view: ListView) -> Iterator[Row]:
    """Yield what the entries of a list hold, each row with the entry that it is of."""
    for entry in view.entries:
        rows = [row for item in (*entry.items, *entry.more) for row in _told(screen, item, visible=False)]
        yield from [Row(f"{entry.title}: {row.label}", row.pointer, row.text) for row in rows]
        if not rows:
            yield Row(entry.title, f"{view.pointer}/{entry.id.rpartition('.')[2]}", EMPTY)


def _kind(document: Document) -> str:
    if kinds.kind(document) == kinds.ONE:
        return "One container"
    entries = document.get(containers.LISTED)
    count = len(entries) if isinstance(entries, list) else 0
    return f"Pipeline of {count} container{'' if count == 1 else 's'}"
