"""What differs between two versions of a form, in the words of its people?"""

from __future__ import annotations

from collections.abc import Collection

from models_ui.blueprints.catalogue import label
from models_ui.blueprints.homes import Raw
from models_ui.blueprints.telling import said, short
from models_ui.blueprints.veiling import veiled
from models_ui.contract import pointers
from models_ui.contract.diff import Change, diff
from models_ui.contract.diff_rows import Group, Row
from models_ui.contract.json_types import Document, Json
from models_ui.contract.words import legible

_WORDS = {
    "title": "Title",
    "summary": "What it is for",
    "containers": "Containers",
    "connection": "Connection",
    "use": "Intended use",
    "teams": "Teams",
    "free": "More settings",
}
_SETTINGS = {
    "label": "label",
    "help": "help",
    "example": "example",
    "value": "value",
    "limit": "limits",
    "show": "on the page",
    "locked": "locked",
    "required": "must be filled in",
}


def differences(before: Raw, after: Raw, marks: Collection[str] = ()) -> list[Group]:
    """Return what leads from one version to the other, tab by tab; nothing where both are the same form.

    Secrets are compared and then masked: also those variables that a person marked in a request, which `marks` names.
    """
    groups = [
        Group("About", [_plain(change, _fact(change.pointer)) for change in diff(_facts(before), _facts(after))]),
        Group("Fields", _fields(before["fields"], after["fields"], marks)),
        Group("Layout", _layout(before["steps"], after["steps"])),
    ]
    return [group for group in groups if group.rows]


def _facts(document: Raw) -> Document:
    return {name: document[name] for name in _WORDS if name in document}


def _fact(pointer: str) -> str:
    return _WORDS[pointers.split(pointer)[0]]


def _fields(before: Raw, after: Raw, marks: Collection[str]) -> list[Row]:
    """Return the fields that came, went, or do something else. One whose line stays the same is told setting by setting."""
    rows = []
    for place in dict.fromkeys([*before, *after]):
        was, now = before.get(place), after.get(place)
        if was is None or now is None:
            kind = "added" if was is None else "removed"
            old, new = ("" if one is None else said(veiled(place, one, marks)) for one in (was, now))
            rows.append(Row(label(place), place, kind, old, new))
        elif was != now:
            rows += _settings(place, was, now, marks)
    return rows


def _settings(place: str, was: Raw, now: Raw, marks: Collection[str]) -> list[Row]:
    otherwise = said(was) != said(now)
    old, new = (veiled(place, one, marks) for one in (was, now))
    rows = [Row(label(place), place, "changed", said(old), said(new))] if otherwise else []
    left: tuple[str, ...] = ("label", "help", "example") if otherwise else tuple(_SETTINGS)
    told = [name for name in left if was.get(name) != now.get(name)]
    return rows + [
        Row(
            f"{label(place)}: {_SETTINGS[name]}",
            place,
            _kind(was, now, name),
            _text(old.get(name)),
            _text(new.get(name)),
        )
        for name in told
    ]


def _kind(was: Raw, now: Raw, name: str) -> str:
    return "added" if name not in was else "removed" if name not in now else "changed"


def _layout(before: list[Raw], after: list[Raw]) -> list[Row]:
    """Return what differs in steps and groups; the order only of the steps that both have."""
    was: Document = {one["name"]: _step(one) for one in before}
    now: Document = {one["name"]: _step(one) for one in after}
    rows = [_plain(change, _seat(change.pointer)) for change in diff(was, now)]
    orders = [", ".join(name for name in these if name in those) for these, those in ((was, now), (now, was))]
    return rows + ([Row("Order of the steps", "/steps", "changed", *orders)] if orders[0] != orders[1] else [])


def _step(one: Raw) -> Document:
    """Return a step with its groups by their titles, so that one that moved is told as such."""
    groups: Document = {}
    for number, group in enumerate(one["groups"]):
        title = group["title"] if group["title"] not in groups else f"{group['title']} ({number + 1})"
        fields = ", ".join(label(place) for place in group["places"]) or "no fields"
        groups[title] = f"{group['intro']} – {fields}" if group.get("intro") else fields
    order: Document = {"order of the groups": ", ".join(groups)} if len(groups) > 1 else {}
    return {**{name: one[name] for name in ("title", "heading") if name in one}, **groups, **order}


def _seat(pointer: str) -> str:
    return ": ".join([f"Step {pointers.split(pointer)[0]}", *pointers.split(pointer)[1:]])


def _plain(change: Change, words: str) -> Row:
    return Row(words, change.pointer, change.kind, _text(change.before), _text(change.after))


def _text(value: Json) -> str:
    return legible(value) if isinstance(value, str) else "" if value is None else short(value)
