"""How does a person say that a variable is a secret, or is none?"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.contract.confidential import Confidential
from models_ui.contract.secrets import is_secret
from models_ui.contract.tree import MapOf, at
from models_ui.form import names, operation
from models_ui.form.layouts.pieces import Layout
from models_ui.form.marks import Rough
from models_ui.form.views import Offer
from models_ui.form.writing import found, written

Place = tuple[str, ...]


def mark(rough: dict[str, Rough], place: Place, layout: Layout) -> tuple[dict[str, Rough], str]:
    """Return the request with a variable marked as a secret, and what is to be said; as it is where none stands."""
    text = _variable(rough, place)
    if text is None:
        return rough, ""
    said = f"{names.label(pointers.join(*place), layout)} is marked as a secret: only the owner of this draft sees it."
    return written(operation.tree(), rough, place, Confidential(text)), said


def unmark(rough: dict[str, Rough], place: Place, layout: Layout) -> tuple[dict[str, Rough], str]:
    """Return the request with a variable no longer marked, and what is to be said. What looks like a secret stays one."""
    text = _variable(rough, place)
    if text is None:
        return rough, ""
    name = names.label(pointers.join(*place), layout)
    said = (
        f"{name} looks like a secret, so it stays masked." if is_secret(place[-1], text) else f"{name} is shown again."
    )
    return written(operation.tree(), rough, place, str(text)), said


def offers(pointer: str, value: str, *, marked: bool) -> tuple[Offer, ...]:
    """Return the button that marks a variable which a form asks for by itself, or takes its mark away; none where there is
    nothing to hide, or where it looks like a secret anyway."""
    place = pointers.split(pointer)
    is_variable = bool(place) and isinstance(at(operation.tree(), pointers.join(*place[:-1])), MapOf)
    if not value or not is_variable or is_secret(place[-1], value):
        return ()
    verb, text = ("unmark", "It is no secret") if marked else ("mark", "Mark it as a secret")
    return (Offer(action=f"{verb}:{pointer}", id=f"{names.control_id(pointer)}-mark", text=text),)


def _variable(rough: dict[str, Rough], place: Place) -> str | None:
    """Return the value of an entry of a map, None where the place is none."""
    value = found(rough, place)
    whole = at(operation.tree(), pointers.join(*place[:-1]))
    return value if isinstance(whole, MapOf) and isinstance(value, str) else None
