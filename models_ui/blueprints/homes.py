"""Where on a form does a field stand, and where does a new one go by itself?

The wizard says what belongs together: a field goes to what it stands beside there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from models_ui.contract import pointers
from models_ui.contract.tree import ListOf, Node, below
from models_ui.form import containers, names, operation
from models_ui.form.layouts.pieces import Group, StepLayout

EACH = "*"

# The document of a blueprint, of which the schema has found nothing to say: its members have their types.
Raw: TypeAlias = dict[str, Any]


class Seat(NamedTuple):
    """Where a place stands: indices of its step and group, and its position in the group."""

    step: int
    group: int
    at: int


class Kin(NamedTuple):
    """What a place belongs to in the wizard: step, group, and the container that it is in (`*` for each, else nothing)."""

    step: StepLayout
    group: Group
    container: str


def seats(document: Raw) -> dict[str, Seat]:
    """Return where each place stands that is on a step; of one that stands twice the first."""
    found: dict[str, Seat] = {}
    for step, outline in enumerate(document["steps"]):
        for group, part in enumerate(outline["groups"]):
            for at, place in enumerate(part["places"]):
                found.setdefault(place, Seat(step, group, at))
    return found


def concrete(place: str) -> str:
    """Return a pointer that a place of a blueprint means: each entry of a list is told as the first."""
    node: Node | None = operation.tree()
    tokens = []
    for token in pointers.split(place):
        tokens.append("0" if token == EACH and isinstance(node, ListOf) else token)
        node = below(node, tokens[-1])
    return pointers.join(*tokens)


def container_of(place: str) -> str:
    """Return which container of a pipeline a place is in: its index, `*` for each, or nothing."""
    tokens = pointers.split(place)
    return tokens[1] if tokens[:1] == (containers.LISTED,) and len(tokens) > 1 else ""


def kin(place: str) -> Kin:
    """Return what a place belongs to in the wizard; what the wizard does not know belongs to its first group."""
    pattern = names.pattern(concrete(place))
    found = [
        (group.if_set, -len(root), Kin(step, group, container_of(place)))
        for step, group, root in _roots()
        if pattern == root or pattern.startswith(f"{root}/")
    ]
    if found:
        return min(found, key=lambda entry: entry[:2])[2]
    first = operation.WIZARD.steps[0]
    return Kin(first, first.groups[0], container_of(place))


def _roots() -> Iterator[tuple[StepLayout, Group, str]]:
    for step in operation.WIZARD.steps:
        for group in step.groups:
            yield from ((step, group, place) for place in group.places if place.startswith("/"))
