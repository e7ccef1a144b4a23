"""Where does a document break a JSON Schema?

Two implementations that answer alike: the quick one on the hot path, the standard one as the oracle of the tests and
for schemas that people write. Neither may raise for a document that `trimmed.trimmed` has gone over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import jsonschema_rs
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from models_ui.contract.json_types import Document, Json

# A schema's own keywords that fault a name, not a value.
_OF_NAMES = "propertyNames"


@dataclass(frozen=True, slots=True)
class Fault:
    """One keyword that is broken at one place. `of_name`: not the value there is at fault but its name in the map.

    The place of what is missing is where it would be, that of an unknown member the member itself.
    """

    keyword: str
    place: tuple[str | int, ...]
    of_name: bool = False


class Engine(Protocol):
    """What the contract asks of an implementation."""

    def accepts(self, document: Json) -> bool:
        """Say whether the document keeps to the schema."""

    def faults(self, document: Json) -> frozenset[Fault]:
        """Return all that the document breaks."""


class Quick:
    """jsonschema-rs."""

    def __init__(self, schema: Document) -> None:
        self._validator = jsonschema_rs.Draft202012Validator(schema)

    def accepts(self, document: Json) -> bool:
        """Say whether the document keeps to the schema."""
        return self._validator.is_valid(document)

    def faults(self, document: Json) -> frozenset[Fault]:
        """Return all that the document breaks."""
        return frozenset(fault for error in self._validator.iter_errors(document) for fault in _of_quick(error))


def _of_quick(error: jsonschema_rs.ValidationError) -> Iterator[Fault]:
    kind: Any = error.kind
    place = tuple(error.instance_path)
    match kind.name:
        case "required":
            yield Fault("required", (*place, kind.property))
        case "additionalProperties":
            yield from _unknown(place, kind.unexpected)
        case "propertyNames":
            yield Fault(kind.error.kind.name, (*place, kind.error.instance), of_name=True)
        case name:
            yield Fault(name, place)


class Standard:
    """jsonschema."""

    def __init__(self, schema: Document) -> None:
        Draft202012Validator.check_schema(schema)
        self._validator = Draft202012Validator(schema)

    def accepts(self, document: Json) -> bool:
        """Say whether the document keeps to the schema."""
        return bool(self._validator.is_valid(document))

    def faults(self, document: Json) -> frozenset[Fault]:
        """Return all that the document breaks."""
        return frozenset(fault for error in self._validator.iter_errors(document) for fault in _of_standard(error))


def _of_standard(error: ValidationError) -> Iterator[Fault]:
    place = tuple(error.absolute_path)
    instance: Any = error.instance
    schema: Any = error.schema
    if error.validator == "required":
        yield from (Fault("required", (*place, name)) for name in schema["required"] if name not in instance)
    elif error.validator == "additionalProperties":
        yield from _unknown(place, [name for name in instance if name not in schema["properties"]])
    elif _OF_NAMES in error.absolute_schema_path:
        yield Fault(str(error.validator), (*place, instance), of_name=True)
    else:
        yield Fault(str(error.validator), place)


def _unknown(place: tuple[str | int, ...], names: Iterable[str]) -> Iterator[Fault]:
    return (Fault("unknown", (*place, name)) for name in names)
