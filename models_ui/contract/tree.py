"""Which fields does an operation have, and what may stand in each?

A node's `name` is the name of its shape in the service model. `pattern` is AWS's own: it means the whole string, in
Java's dialect; `patterns.portable` says it for other engines. A limit of None is no limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from models_ui.contract import pointers


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A string. `choices` are its only values, where it has any."""

    name: str
    minimum: int | None = None
    maximum: int | None = None
    pattern: str | None = None
    choices: tuple[str, ...] = ()
    kind: Literal["string"] = "string"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A whole number."""

    name: str
    minimum: int | None = None
    maximum: int | None = None
    kind: Literal["integer"] = "integer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """True or false."""

    name: str
    kind: Literal["boolean"] = "boolean"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """A list of items of one kind; the limits are those of its length."""

    name: str
    item: Node
    minimum: int | None = None
    maximum: int | None = None
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOf:
    """A map from text to text; the limits are those of its number of entries."""

    name: str
    key: Text
    value: Text
    minimum: int | None = None
    maximum: int | None = None
    kind: Literal["map"] = "map"


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """An object with named members, in the order of the service model."""

    name: str
    members: Mapping[str, Node]
    required: frozenset[str] = frozenset()
    kind: Literal["structure"] = "structure"


Node: TypeAlias = Structure | ListOf | MapOf | Text | Whole | Flag


def at(tree: Node, pointer: str) -> Node | None:
    """Return the node that describes a place, list indices and map keys included, or None where nothing does."""
    node: Node | None = tree
    for token in pointers.split(pointer):
        node = below(node, token)
    return node


def below(node: Node | None, token: str) -> Node | None:
    """Return the node one step further down, or None where there is none."""
    match node:
        case Structure():
            return node.members.get(token)
        case ListOf():
            return node.item if token.isdecimal() and token.isascii() else None
        case MapOf():
            return node.value
        case _:
            return None
