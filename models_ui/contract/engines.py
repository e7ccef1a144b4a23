"""Where does a document break a JSON Schema?

Two implementations that answer alike: the quick one on the hot path, the standard one as the oracle of the tests and
for schemas that people write. Neither may raise for a document that `trimmed.trimmed` has gone over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import jsonschema_rs
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from models_ui.contract.json_types import Document, Json

# The keyword that faults a name, not a value.
_OF_NAMES = "propertyNames"
_LOST = re.compile(r"[-+]?[0-9]*\Z")


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
        """Return all that the document breaks.

        The paths of jsonschema-rs (0.61) lose a name that is empty, and take `01` for an index. So values are judged
        under other names, which does not matter to them, and only names under their own.
        """
        given: dict[str, str] = {}
        found = self._faults(_renamed(document, given))
        if not given:
            return found
        of_values = (fault for fault in found if not fault.of_name)
        restored = {Fault(fault.keyword, tuple(given.get(str(one), one) for one in fault.place)) for fault in of_values}
        return frozenset(restored | {fault for fault in self._faults(document) if fault.of_name})

    def _faults(self, document: Json) -> frozenset[Fault]:
        return frozenset(fault for error in self._validator.iter_errors(document) for fault in _of_quick(error))


def _renamed(value: Json, given: dict[str, str]) -> Json:
    """Return the value with other names for those that a path would lose; `given` learns which stands for which."""
    if isinstance(value, list):
        return [_renamed(item, given) for item in value]
    if not isinstance(value, dict):
        return value
    names = {name: f"\ue000{name}" if _LOST.match(name) else name for name in value}
    given.update({new: name for name, new in names.items() if new != name})
    return {names[name]: _renamed(item, given) for name, item in value.items()}


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
