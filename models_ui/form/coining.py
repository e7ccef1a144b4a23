"""What do the buttons beside a name that must be free offer, and what does each make of the name?

An action is a verb, a colon and the name of the control, as for rows.
"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.contract.json_types import Document
from models_ui.form import suffixes
from models_ui.form.suffixes import Fresh
from models_ui.form.suggesting import suggestion
from models_ui.form.views import Offer

MOMENT = "stamp"
RANDOM = "random"
BARE = "bare"
SUGGEST = "suggest"
VERBS = frozenset({MOMENT, RANDOM, BARE, SUGGEST})
_MAKERS = {MOMENT: suffixes.moment, RANDOM: suffixes.random}


@dataclass(frozen=True, slots=True)
class Coined:
    """The name after a button, empty where there is none yet, and what is to be said."""

    name: str
    said: tuple[str, ...] = ()


def offers(control: str, name: str, document: Document, *, most: int) -> tuple[Offer, ...]:
    """Return the buttons for a name as it stands: those of the suffixes, one that takes a suffix away where there is one,
    and where there is no name yet one that the artefacts suggest."""
    suggested = suggestion(document, most=most) if not name else ""
    found = [
        (SUGGEST, f"Use {suggested}") if suggested else None,
        (MOMENT, "Add date and time"),
        (RANDOM, "Add random characters"),
        (BARE, "Take the suffix away") if suffixes.base(name) != name else None,
    ]
    return tuple(
        Offer(action=f"{verb}:{control}", id=f"{control}-{verb}", text=text)
        for verb, text in (offer for offer in found if offer)
    )


def coined(name: str, verb: str, document: Document, *, most: int, fresh: Fresh | None) -> Coined:
    """Return what a button makes of a name; where there is none yet, of the one that the artefacts suggest."""
    begun = name or suggestion(document, most=most)
    if verb == SUGGEST:
        return Coined(begun)
    if verb == BARE:
        return Coined(suffixes.base(name))
    if not begun:
        return Coined("", ("Type a name first. The suffix goes behind it.",))
    if fresh is None:
        return Coined(name)
    after = suffixes.suffixed(begun, _MAKERS[verb](fresh), most=most)
    cut = not after.startswith(suffixes.base(begun))
    return Coined(
        after, (f"The name is cut, so that it has at most {most} characters with its suffix.",) if cut else ()
    )
