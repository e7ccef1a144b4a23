"""What does a blueprint say?

A blueprint is one JSON document; these are its parts as the code reads them. A place is a JSON Pointer into the request in
which `*` stands for each entry of a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, Literal

from models_ui.contract.json_types import Document, Json

FORMAT = 1
Bounds = tuple[int, int]


class Unset(Enum):
    """What stands for no value at all: null is a value that somebody may have written."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that may be chosen, and the words that people see for it."""

    value: Json
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What may stand at a place. Nothing said is no limit."""

    choices: tuple[Choice, ...] = ()
    prefixes: tuple[str, ...] = ()
    globs: tuple[str, ...] = ()
    range: Bounds | None = None
    length: Bounds | None = None
    count: Bounds | None = None
    # Entries that a list or map must hold as they are; others are free.
    includes: Json = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What the form does with one place.

    A value alone is where people begin; a locked one stays. Locked without a value: nothing may stand there.
    """

    show: Literal["shown", "hidden"] = "shown"
    value: Json | Unset = UNSET
    locked: bool = False
    required: bool = False
    limit: Limit = field(default_factory=Limit)
    label: str = ""
    help: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Containers:
    """Which containers a request has. A fixed pipeline has a count, an open one least and most."""

    kind: Literal["primary", "pipeline", "any"] = "any"
    count: int | None = None
    least: int | None = None
    most: int | None = None

    @property
    def bounds(self) -> Bounds:
        """How few and how many containers a pipeline may have."""
        if self.count is not None:
            return self.count, self.count
        return self.least or 1, self.most or MOST_CONTAINERS


# What AWS takes.
MOST_CONTAINERS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOutline:
    """Places that are asked for together."""

    title: str
    intro: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOutline:
    """One screen. With `each` it is repeated for every container of an open pipeline."""

    name: str
    title: str
    heading: str
    groups: tuple[GroupOutline, ...] = ()
    each: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """An admin's form over the contract. `free`: what it does not name may be filled in as well."""

    title: str
    operation: str = "CreateModel"
    summary: str = ""
    containers: Containers = field(default_factory=Containers)
    connection: str = ""
    use: str = ""
    teams: tuple[str, ...] = ()
    free: bool = False
    fields: Mapping[str, Field] = field(default_factory=dict)
    steps: tuple[StepOutline, ...] = ()


def read(document: Document) -> Blueprint:
    """Return what a document says in which `schema.findings` finds nothing."""
    raw: dict[str, Any] = document
    return Blueprint(
        **{name: raw[name] for name in ("title", "operation", "summary", "connection", "use", "free") if name in raw},
        containers=Containers(**raw["containers"]),
        teams=tuple(raw.get("teams", ())),
        fields={place: _field(said) for place, said in raw["fields"].items()},
        steps=tuple(_step(said) for said in raw["steps"]),
    )


def _field(raw: dict[str, Any]) -> Field:
    return Field(**{**raw, "limit": _limit(raw.get("limit", {}))})


def _limit(raw: dict[str, Any]) -> Limit:
    lists = {name: tuple(raw[name]) for name in ("prefixes", "globs", "range", "length", "count") if name in raw}
    choices = tuple(choice(said) for said in raw.get("choices", ()))
    return Limit(**lists, choices=choices, includes=raw.get("includes"))


def choice(raw: Json) -> Choice:
    """Return a choice: a bare value, `{"value", "label"}`, or `{"image", "label"}`, whose value is `{"image"}`."""
    if not isinstance(raw, dict):
        return Choice(raw)
    value = raw["value"] if "value" in raw else {"image": raw["image"]}
    return Choice(value, str(raw.get("label", "")))


def _step(raw: dict[str, Any]) -> StepOutline:
    groups = tuple(GroupOutline(**{**said, "places": tuple(said["places"])}) for said in raw["groups"])
    return StepOutline(**{**raw, "groups": groups})
