"""Does a post ask for what the form of a draft has locked?

No page has a control for it that could say anything else, and none is heeded. Who posts one anyway made it by hand: that is
refused and recorded, rather than passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from models_ui.audit.refusals import Refused
from models_ui.blueprints import checking
from models_ui.blueprints.document import UNSET, Field
from models_ui.blueprints.said import subject
from models_ui.contract import pointers
from models_ui.contract.json_types import Json
from models_ui.drafts.forms import outline
from models_ui.drafts.models import Draft
from models_ui.form.values import same, shown

_ROW = re.compile(r"(.+)\.([0-9]{1,5})\.key\Z")
_VERBS = ("remove", "remove-unshown", "add", "up", "down")


def check(draft: Draft, controls: Mapping[str, str]) -> None:
    """Raise Refused where a post would give a locked place another value, or take it away."""
    form = outline(draft)
    if form is None:
        return
    locked = {pointer: field for pointer, field in checking.told(form, draft.document) if field.locked}
    for pointer, text in _asked(controls):
        place = next((whole for whole in _wholes(pointer) if whole in locked), None)
        if place is not None and not _agrees(pointer, text, place, locked[place]):
            what = subject(place, locked[place], within=True)
            raise Refused("blueprint-locked", f"This form sets {what}, so it cannot be changed. Nothing was saved.")


def _asked(controls: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """Yield the places that a post speaks of with the text for them; None where it takes one away or moves it."""
    for name, text in controls.items():
        row = _ROW.match(name)
        if row:
            yield pointers.join(*row[1].split("."), text), controls.get(f"{row[1]}.{row[2]}.value", "")
        elif name == "action":
            verb, _, place = text.partition(":")
            if verb in _VERBS:
                yield pointers.join(*place.split(".")), None
        elif name.endswith(".present"):
            if text == "false":
                yield pointers.join(*name.split(".")[:-1]), None
        elif not name.startswith("ask."):
            yield pointers.join(*name.split(".")), text


def _wholes(pointer: str) -> list[str]:
    """Return a place and all that it is part of, from the inside out."""
    tokens = pointers.split(pointer)
    return [pointers.join(*tokens[:length]) for length in range(len(tokens), 0, -1)]


def _agrees(pointer: str, text: str | None, place: str, field: Field) -> bool:
    """Say whether a post says of a place what is locked there anyway."""
    if text is None:
        return False
    inside = pointer[len(place) :]
    value: Json = None if field.value is UNSET else field.value
    there = field.value is not UNSET and pointers.exists(value, inside)
    return same(shown(pointers.get(value, inside)), text) if there else text == ""
