"""What does a request hold that its form does not have?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.blueprints.document import Field
from models_ui.blueprints.said import finding, subject
from models_ui.contract import pointers
from models_ui.contract.finding import Finding, Fix
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import Node, below
from models_ui.form import containers, operation
from models_ui.form.layouts.places import Places

# Where the containers stand is settled by their kind, so they are there even where the form asks for nothing in them.
_FRAMES = {(containers.PRIMARY,), (containers.LISTED,)}


def findings(document: Document, fields: Places[Field]) -> list[Finding]:
    """Return an error for each part that no field has or is within, as high up as possible."""
    return [_beyond(tokens) for tokens in _parts(document, (), fields)]


def _parts(value: Json, place: tuple[str, ...], fields: Places[Field]) -> Iterator[tuple[str, ...]]:
    for token, part in _members(value):
        inner = (*place, token)
        pointer = pointers.join(*inner)
        if fields.nearest(pointer) is not None:
            continue
        if isinstance(part, dict | list) and (_is_frame(inner) or fields.leads(pointer)):
            yield from _parts(part, inner, fields)
        elif _known(inner):
            yield inner


def _members(value: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((str(number), entry) for number, entry in enumerate(value))


def _is_frame(place: tuple[str, ...]) -> bool:
    return place in _FRAMES or (len(place) == 2 and place[0] == containers.LISTED)


def _known(place: tuple[str, ...]) -> bool:
    """Say whether the contract has such a place: of any other the schema speaks already."""
    node: Node | None = operation.tree()
    for token in place:
        node = below(node, token)
    return node is not None


def _beyond(place: tuple[str, ...]) -> Finding:
    pointer = pointers.join(*place)
    fix = Fix(label="Take it away", pointer=pointer, value=None, remove=True)
    return finding("beyond", pointer, f"{subject(pointer)} is not part of this form. Take it away.", fix)
