"""How does a value get to its place in a request under way?"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.contract.tree import Node, Structure, below
from models_ui.form.marks import GONE, NOTHING, Rough


def found(rough: Rough, tokens: tuple[str, ...]) -> Rough:
    """Return what stands at a place, NOTHING where nothing does any more."""
    value = rough
    for token in tokens:
        value = value.get(token, NOTHING) if isinstance(value, dict) else _at(value, token)
    return NOTHING if value is GONE else value


def written(node: Node | None, rough: Rough, tokens: tuple[str, ...], value: Rough) -> Rough:
    """Return the part with a value at a place below it, and with the structures on the way there.

    Raises LookupError where something else stands in the way.
    """
    if not tokens:
        return value
    head, rest = tokens[0], tokens[1:]
    if isinstance(rough, list):
        place = pointers.index(head)
        return [*rough[:place], written(below(node, head), rough[place], rest, value), *rough[place + 1 :]]
    members = {} if rough in (NOTHING, GONE) else rough
    if not isinstance(members, dict):
        raise LookupError(f"no place inside a single value: {head[:80]!r}")  # noqa: TRY004 - as for any other
    new = written(below(node, head), members.get(head, NOTHING), rest, value)
    return placed(node, members, head, new)


def placed(node: Node | None, members: dict[str, Rough], name: str, value: Rough) -> dict[str, Rough]:
    """Return the members with one more or another value. A new one stands before those that the contract names later;
    the order of the others stays."""
    if name in members or not isinstance(node, Structure) or name not in node.members:
        return {**members, name: value}
    order = list(node.members)
    later = set(order[order.index(name) :])
    before = next((number for number, other in enumerate(members) if other in later), len(members))
    rows = list(members.items())
    return dict([*rows[:before], (name, value), *rows[before:]])


def _at(entries: Rough, token: str) -> Rough:
    if not isinstance(entries, list):
        return NOTHING
    try:
        return entries[pointers.index(token)]
    except LookupError:
        return NOTHING
