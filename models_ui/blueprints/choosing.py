"""What did a person choose, against what the form had fixed?"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from models_ui.blueprints.document import UNSET, Blueprint, Field
from models_ui.blueprints.limits import same
from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from models_ui.form.layouts.places import Places


class Chosen(StrEnum):
    """How a value of a request came about, in words."""

    LOCKED = "Set by the form"
    KEPT = "As preset"
    CHANGED = "Preset changed"
    CHOSEN = "Filled in"
    BEYOND = "Beyond the form"


def chooser(blueprint: Blueprint, document: Document) -> Callable[[str], Chosen]:
    """Return what tells of places of a request made with a resolved blueprint how their values came about."""
    said = Places({place: (place, field) for place, field in blueprint.fields.items()})

    def chosen(pointer: str) -> Chosen:
        found = said.nearest(pointer)
        return _chosen(*found, document, pointer) if found else Chosen.BEYOND

    return chosen


def _chosen(place: str, field: Field, document: Document, pointer: str) -> Chosen:
    if field.locked or _is_held(place, field, document, pointer):
        return Chosen.LOCKED
    if field.value is UNSET:
        return Chosen.CHOSEN
    below = pointers.split(pointer)[len(pointers.split(place)) :]
    same = _at(field.value, below) == _at(document, pointers.split(pointer))
    return Chosen.KEPT if same else Chosen.CHANGED


def _is_held(place: str, field: Field, document: Document, pointer: str) -> bool:
    """Say whether a value stands in an entry that the list or map must hold as it is."""
    above, tokens = pointers.split(place), pointers.split(pointer)
    entry = _at(document, tokens[: len(above) + 1])
    if len(tokens) <= len(above) or not entry:
        return False
    match field.limit.includes:
        case dict() as held:
            return tokens[len(above)] in held
        case list() as held:
            return any(same(entry[0], other) for other in held)
    return False


def _at(value: Json, tokens: tuple[str, ...]) -> tuple[Json, ...]:
    """Return what stands at a place in a tuple of its own, so that null is not nothing."""
    try:
        return (pointers.get(value, pointers.join(*tokens)),)
    except LookupError:
        return ()
