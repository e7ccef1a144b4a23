"""How is a field of a form told without the secrets that it sets?"""

from __future__ import annotations

from collections.abc import Collection

from models_ui.blueprints.homes import Raw
from models_ui.contract import pointers
from models_ui.contract.guarded import Guarded
from models_ui.contract.json_types import Document, Json
from models_ui.contract.secrets import MASK


def veiled(place: str, raw: Raw, marks: Collection[str] = ()) -> Raw:
    """Return what a form says of a place, with a mask for every secret among its values. `marks` are the variables that a
    person marked as secret in a request."""
    shown = dict(raw)
    if "value" in raw:
        shown["value"] = hidden(place, raw["value"], marks)
    if limit := raw.get("limit"):
        shown["limit"] = {name: _limit(place, name, entries, marks) for name, entries in limit.items()}
    return shown


def hidden(place: str, value: Json, marks: Collection[str] = ()) -> Json:
    """Return a value as it may be shown at a place of a request: masked where it is a secret there, or holds some."""
    document: Document = {}
    held: Json = value
    for token in reversed(pointers.split(place)):
        held = document = {token: held}
    shown = Guarded(document, marks).shown
    return pointers.get(shown, place) if pointers.exists(shown, place) else MASK


def _limit(place: str, name: str, entries: Json, marks: Collection[str]) -> Json:
    if name == "includes":
        return hidden(place, entries, marks)
    if name == "choices" and isinstance(entries, list):
        return [_choice(place, entry, marks) for entry in entries]
    return entries


def _choice(place: str, entry: Json, marks: Collection[str]) -> Json:
    if isinstance(entry, dict):
        return {**entry, "value": hidden(place, entry["value"], marks)} if "value" in entry else entry
    return hidden(place, entry, marks)
