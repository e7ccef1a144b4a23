"""What of a request can a tool not say, and how is that told?"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from models_ui.contract.dialects.manner import Named
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import ListOf, MapOf, Node, Structure, below

Place = tuple[str | int, ...]


@dataclass(slots=True)
class Notes:
    """Sentences for what a tool cannot say, with what it is about."""

    tool: str
    found: list[tuple[str, Json]] = field(default_factory=list)

    def miss(self, place: Place, value: Json) -> None:
        """Note a value that the tool has no place for."""
        self.found.append((f"{self.tool} has no place for {dotted(place)}", value))

    def say(self, sentence: str) -> None:
        """Note anything else, without a full stop."""
        self.found.append((sentence, None))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences for a person, without values."""
        return tuple(f"{sentence}." for sentence, _ in self.found)

    def comments(self, mark: str = "# ") -> str:
        """Return the notes as comment lines, what is left out with its value; ASCII, so that none can end its line."""
        return "".join(f"{mark}{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        for sentence, value in self.found:
            said = json.dumps(sentence)[1:-1].replace('\\"', '"')
            yield said + (f": {json.dumps(value)}" if value is not None else ".")


def dotted(place: Place) -> str:
    """Return a place as people write it, as in Containers.0.Image."""
    return ".".join(str(token) for token in place)


def expressible(document: Document, tree: Structure, missing: Collection[Named], notes: Notes) -> Document:
    """Return what a tool can say of a document that has the contract's members but for the missing; note the rest."""
    return _members(document, tree, (), missing, notes)


def _members(value: Document, node: Structure, place: Place, missing: Collection[Named], notes: Notes) -> Document:
    kept: Document = {}
    for name, member in value.items():
        child = below(node, name)
        if child is None or member is None or (node.name, name) in missing:
            notes.miss((*place, name), member)
        else:
            kept[name] = _value(member, child, (*place, name), missing, notes)
    return kept


def _value(value: Json, node: Node, place: Place, missing: Collection[Named], notes: Notes) -> Json:
    if isinstance(value, dict) and isinstance(node, Structure):
        return _members(value, node, place, missing, notes)
    if isinstance(value, list) and isinstance(node, ListOf):
        return [_value(item, node.item, (*place, index), missing, notes) for index, item in enumerate(value)]
    if isinstance(value, dict) and isinstance(node, MapOf):
        notes_of = [name for name, entry in value.items() if entry is None]
        for name in notes_of:
            notes.miss((*place, name), None)
        return {name: entry for name, entry in value.items() if entry is not None}
    return value
