"""Does a request have the places that a form names?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models_ui.blueprints.document import Blueprint, Containers
from models_ui.blueprints.sound_saying import at, error
from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.contract.tree import ListOf, MapOf, Node, below
from models_ui.form import containers, operation
from models_ui.form.layouts.places import ANY

# No list of a request has more entries than three digits count.
_INDEX = re.compile(r"(?:0|[1-9][0-9]{0,2})\Z")


def told(blueprint: Blueprint) -> Iterator[Finding]:
    """Yield an error for each field whose place no request has."""
    for place in blueprint.fields:
        tokens = pointers.split(place)
        reason = _without_container(tokens, blueprint.containers)
        if node(place) is None:
            yield error("place", at(place), "CreateModel has no such place. Take the field off the form.")
        elif reason:
            yield error("container", at(place), reason)


def node(place: str) -> Node | None:
    """Return what the contract says of a place of a form, or None where it has none. The whole request is no place."""
    found: Node | None = operation.tree()
    tokens = pointers.split(place)
    for token in tokens:
        found = _below(found, token)
    return found if tokens else None


def _below(node: Node | None, token: str) -> Node | None:
    if token == ANY:
        return node.item if isinstance(node, ListOf) else node.value if isinstance(node, MapOf) else None
    if isinstance(node, ListOf) and not _INDEX.match(token):
        return None
    return below(node, token)


def _without_container(tokens: tuple[str, ...], wanted: Containers) -> str:
    """Return why the containers of a form have no such place, or nothing."""
    if tokens[:1] == (containers.PRIMARY,) and wanted.kind == "pipeline":
        return "This form is for a pipeline, so it has no single container. Name the place in Containers."
    if tokens[:1] != (containers.LISTED,):
        return ""
    if wanted.kind == "primary":
        return "This form is for one container, so it has no list of them. Name the place in PrimaryContainer."
    most = wanted.bounds[1]
    if len(tokens) > 1 and tokens[1] != ANY and int(tokens[1]) >= most:
        return (
            f"The pipeline of this form has {most} containers at most, so there is no container {int(tokens[1]) + 1}."
        )
    return ""
