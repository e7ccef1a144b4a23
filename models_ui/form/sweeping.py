"""How is all that has no control taken out of a request at once?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from models_ui.form.marks import GONE, Rough, swept
from models_ui.form.notes import Notes
from models_ui.form.screen import Screen
from models_ui.form.steps import Step
from models_ui.form.strays import places

ACTION = "remove-strays"


@dataclass(frozen=True, slots=True)
class Swept:
    """The request without what a screen showed as not fitting, and what is to be said."""

    document: Document
    said: tuple[str, ...] = ()


def without_strays(document: Document, step: Step, *, owns: Callable[[tuple[str, ...]], bool]) -> Swept:
    """Return the request without everything that this screen has no control for, as far as it `owns` the place."""
    found = places(Screen(document, step, Notes(()), frozenset()))
    gone = {tokens for pointer in found if owns(tokens := pointers.split(pointer))}
    if not gone:
        return Swept(document)
    words = "1 is" if len(gone) == 1 else f"All {len(gone):,} are"
    return Swept(swept(_cut(document, (), gone)), (f"{words} removed that did not fit.",))


def _cut(value: Json, place: tuple[str, ...], gone: Collection[tuple[str, ...]]) -> Rough:
    """Return a value with the marks of what goes, so that positions stay true until all is done."""
    if place in gone:
        return GONE
    if isinstance(value, dict):
        return {name: _cut(member, (*place, name), gone) for name, member in value.items()}
    if isinstance(value, list):
        return [_cut(entry, (*place, str(index)), gone) for index, entry in enumerate(value)]
    return value
