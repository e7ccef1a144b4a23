"""Which places of a request does a place of a blueprint mean?

Where a place is named and also meant by a `*`, what is said of it by name counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from models_ui.blueprints.document import MOST_CONTAINERS, Blueprint, Field
from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from models_ui.form import containers
from models_ui.form.layouts.places import ANY, Places


def matches(pattern: str, pointer: str) -> bool:
    """Say whether a place of a blueprint means this very place."""
    wanted, tokens = pointers.split(pattern), pointers.split(pointer)
    return len(wanted) == len(tokens) and all(one in (ANY, token) for one, token in zip(wanted, tokens, strict=True))


def index(blueprint: Blueprint) -> Places[Field]:
    """Return the fields of a blueprint by their places, for many questions."""
    return Places(blueprint.fields)


def of_first(document: Document) -> Document:
    """Return a request with no more containers than AWS takes: of one that has thousands, the contract says enough."""
    match document.get(containers.LISTED):
        case list() as listed:
            return {**document, containers.LISTED: listed[:MOST_CONTAINERS]}
        case dict() as members:
            return {**document, containers.LISTED: dict(islice(members.items(), MOST_CONTAINERS))}
    return document


def spread(pattern: str, document: Document) -> tuple[str, ...]:
    """Return the places of a request that a pattern means.

    A `*` means the entries that are there; what is named is meant whether it is there or not.
    """
    return tuple(pointers.join(*tokens) for tokens in _spread(pointers.split(pattern), document))


def _spread(pattern: tuple[str, ...], value: Json) -> Iterator[tuple[str, ...]]:
    if not pattern:
        yield ()
        return
    head, rest = pattern[0], pattern[1:]
    for token in _entries(value) if head == ANY else (head,):
        yield from ((token, *more) for more in _spread(rest, _inside(value, token)))


def _entries(value: Json) -> tuple[str, ...]:
    if isinstance(value, dict):
        return tuple(value)
    return tuple(str(number) for number in range(len(value))) if isinstance(value, list) else ()


def _inside(value: Json, token: str) -> Json:
    try:
        return pointers.get(value, pointers.join(token))
    except LookupError:
        return None
