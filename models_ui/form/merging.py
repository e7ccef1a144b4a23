"""What does a request say once the controls of a post are written into it?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from models_ui.contract import pointers
from models_ui.contract.confidential import Confidential
from models_ui.contract.tree import ListOf, MapOf, Node, Structure
from models_ui.form import designed, entries, names
from models_ui.form.marks import GONE, NOTHING, Rough
from models_ui.form.posted import Branch
from models_ui.form.steps import Step
from models_ui.form.values import cleaned, fits, read, same, shown
from models_ui.form.writing import placed

PRESENT = "present"


@dataclass(slots=True)
class Merge:
    """One merge under way: of which screen, which places are hidden from the person, what changed, and what is to be said."""

    step: Step
    masked: frozenset[str] = frozenset()
    changed: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)


def merge(at: Merge, node: Node, value: Rough, given: Branch, place: tuple[str, ...]) -> Rough:
    """Return what stands at a place after a post. A value that the form has no control for stays as it is."""
    if value is not NOTHING and not fits(node, value):
        return value
    match node:
        case Structure():
            return _kept(at, value, _structure(at, node, value, given, place), given, place)
        case ListOf():
            return _kept(at, value, _list(at, node, value, given, place), given, place)
        case MapOf():
            return _kept(at, value, _map(at, node, value, given, place), given, place)
        case _:
            return _single(at, node, value, given, place)


def _structure(at: Merge, node: Structure, value: Rough, given: Branch, place: tuple[str, ...]) -> Rough:
    members: dict[str, Rough] = {} if value is NOTHING else value
    for name, member in node.members.items():
        if name in given.below:
            old = members.get(name, NOTHING)
            new = merge(at, member, old, given.at(name), (*place, name))
            if new is not old:
                members = placed(node, members, name, new)
    return members


def _list(at: Merge, node: ListOf, value: Rough, given: Branch, place: tuple[str, ...]) -> Rough:
    """Return the entries that were there, an emptied one marked, and after them those that are new."""
    items = [] if value is NOTHING else list(value)
    for index, item in enumerate(items):
        items[index] = merge(at, node.item, item, given.at(str(index)), (*place, str(index)))
    more = entries.beyond(len(items), given) if designed.takes(at.step, pointers.join(*place)) else ()
    for branch in more:
        new = merge(at, node.item, NOTHING, branch, (*place, str(len(items))))
        items += [] if new is NOTHING else [new]
    return items


def _map(at: Merge, node: MapOf, value: Rough, given: Branch, place: tuple[str, ...]) -> Rough:
    pointer = pointers.join(*place)
    members, apart = {} if value is NOTHING else value, designed.elsewhere(at.step.layout, pointer)
    members = _apart(at, node, members, given, place, apart)
    if not designed.takes(at.step, pointer):
        return members
    hidden = {key for key in members if key in apart or pointers.join(*place, key) in at.masked}
    found, twice = entries.named(entries.rows(members, given, hidden=hidden), apart)
    word = names.entry(pointers.join(*place), at.step.layout).lower()
    at.said += [
        f"There is more than one {word} {key}. One is kept as “{other}” until you give it a name of its own."
        for key, other in twice
    ]
    return found


def _apart(
    at: Merge, node: MapOf, members: dict[str, Rough], given: Branch, place: tuple[str, ...], apart: Collection[str]
) -> dict[str, Rough]:
    """Return the entries of a map with those that were posted under controls of their own, by their keys."""
    for key in (key for key in apart if key in given.below):
        old = members.get(key, NOTHING)
        new = _single(at, node.value, old, given.at(key), (*place, key))
        if new is not old:
            members = {**members, key: new}
    return members


def _single(at: Merge, node: Node, value: Rough, given: Branch, place: tuple[str, ...]) -> Rough:
    pointer = pointers.join(*place)
    if given.text is None or pointer in at.masked or not designed.takes(at.step, pointer):
        return value
    blank = names.asked(pointer, at.step.layout).blank
    if same(shown(value), given.text) and not (blank and value is NOTHING):
        return value
    new = read(node, given.text, spaces=blank)
    if new is NOTHING and blank:
        new = ""
    if new == value and type(new) is type(value):
        return value
    at.changed.add(pointer)
    if isinstance(value, Confidential) and isinstance(new, str):
        return Confidential(new)
    return GONE if new is NOTHING and value is not NOTHING else new


def _kept(at: Merge, before: Rough, after: Rough, given: Branch, place: tuple[str, ...]) -> Rough:
    """Return a part as its `.present` control wants it: gone, there though empty, or as its members make it."""
    wanted = cleaned(given.at(PRESENT).text or "") if designed.may_go(at.step, pointers.join(*place)) else ""
    if wanted == "false":
        return NOTHING if before is NOTHING else GONE
    values = after.values() if isinstance(after, dict) else after
    if any(value is not GONE for value in values):
        return after
    if wanted == "true":
        return type(after)()
    return NOTHING if before is NOTHING else after
