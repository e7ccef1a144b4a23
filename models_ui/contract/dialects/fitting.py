"""Which request do the values that somebody wrote for another tool make, and what is to be said of it?

Knows the fields by their tree and the tool by its manner. What it does not know stays to the letter, for the contract to
find. The bounds are those of the loader: what comes out could have come in as JSON.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from models_ui.contract import pointers, words
from models_ui.contract.dialects.manner import Manner, folded
from models_ui.contract.dialects.placeholders import called, placeholder
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.written import (
    Entry,
    Items,
    Members,
    Reference,
    Scalar,
    Written,
    check_level,
    refusal,
)
from models_ui.contract.finding import Finding, Severity
from models_ui.contract.json_types import Document, Json
from models_ui.contract.loader import GREATEST, MOST_BYTES, MOST_VALUES, unfit
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole, below

Known = Callable[[str], Written | None]
Place = tuple[str | int, ...]

_FLAGS = {"true": True, "false": False}
# One name may stand for another, but not in a circle.
_MOST_STEPS = 10


def nothing(_key: str) -> Written | None:
    """Know no value of any name."""
    return None


def read(
    dialect: str,
    written: Members,
    tree: Structure,
    manner: Manner,
    *,
    known: Known = nothing,
    said: list[Finding] | None = None,
) -> Reading:
    """Return the request that these members make. `said` comes first. Raises NotReadable beyond the bounds."""
    fitting = _Fitting(tree, manner, known, [*(said or [])])
    document = fitting.structure(written, tree, (), 1)
    return Reading(dialect, document, tuple(fitting.findings), fitting.lines)


def say(code: str, pointer: str, severity: Severity, line: int, sentence: str) -> Finding:
    """Return a finding of the reading; line 0 is none."""
    message = f"Line {line}: {sentence}" if line else words.capital(sentence)
    return Finding(code=code, pointer=pointer, severity=severity, message=message, source="import")


def with_said(reading: Reading, told: list[tuple[int, str]]) -> Reading:
    """Return a reading with what is to be said of the text around the request: line and sentence, each once."""
    findings = [say("guessed", "", "warning", line, sentence) for line, sentence in sorted(set(told))]
    return replace(reading, findings=(*findings, *reading.findings))


@dataclass(slots=True)
class _Fitting:
    tree: Structure
    manner: Manner
    known: Known
    findings: list[Finding]
    lines: dict[str, int] = field(default_factory=dict)
    left: int = MOST_VALUES
    room: int = MOST_BYTES

    def structure(self, written: Members, node: Structure, place: Place, level: int) -> Document:
        """Return the members that the contract knows under their names, and the others under their own."""
        names = {folded(name): name for name in node.members} if self.manner.folds else {}
        made: Document = {}
        for entry in written.entries:
            named = (node.name, entry.name)
            if named in self.manner.dropped:
                self._drop(entry, place, self.manner.dropped[named])
                continue
            name = self.manner.renamed.get(named) or names.get(folded(entry.name), entry.name)
            if not self._is_unset(entry):
                self._put(made, name, entry, below(node, name), place, level)
        return made

    def _put(self, made: Document, name: str, entry: Entry, node: Node | None, place: Place, level: int) -> None:
        if name in made:
            shown = words.shown(entry.name)
            raise refusal(entry.line, f"the name {shown} stands twice. Keep one of the two.", "duplicate-key")
        self._check_text(name, entry.line)
        made[name] = self._value(entry.value, node, (*place, name), level + 1)

    def _value(self, written: Written, node: Node | None, place: Place, level: int, steps: int = 0) -> Json:
        check_level(level, written.line)
        self.left -= 1
        if self.left < 0:
            raise refusal(written.line, f"there are more than {MOST_VALUES} values, which no request has.", "too-many")
        match written:
            case Reference():
                return self._reference(written, node, place, level, steps)
            case Scalar():
                return self._listed(written, node, place) or self._scalar(written, node, place)
            case Items():
                return self._items(written, node, place, level)
            case Members():
                return self._members(written, node, place, level)

    def _reference(self, written: Reference, node: Node | None, place: Place, level: int, steps: int) -> Json:
        found = self.known(written.key) if written.key and steps < _MOST_STEPS else None
        if found is not None:
            return self._value(found, node, place, level, steps + 1)
        self._check_text(written.text, written.line)
        names = words.names(place, self.tree)
        sentence = f"the value of {names[-1]}{words.within(names)} comes from {called(written.text)}, which is not here. Enter it."
        self._say("reference", place, "error", written.line, sentence)
        return placeholder(node, written.text)

    def _listed(self, written: Scalar | Members, node: Node | None, place: Place) -> list[Json] | None:
        if not isinstance(node, ListOf) or not self.manner.singles_listed or written == Scalar(None, written.line):
            return None
        return [self._value(written, node.item, (*place, 0), len(place) + 1)]

    def _scalar(self, written: Scalar, node: Node | None, place: Place) -> Json:
        value = written.value
        self.lines[pointers.join(*place)] = written.line
        if written.said:
            self._say("guessed", place, "info", written.line, written.said)
        if isinstance(value, str):
            self._check_text(value, written.line)
            return self._from_text(value, node) if self.manner.loose else value
        self._check_number(written)
        if isinstance(node, Text) and self.manner.loose and value is not None:
            return self._as_text(written, place)
        return value

    def _from_text(self, value: str, node: Node | None) -> Json:
        if isinstance(node, Flag):
            return _FLAGS.get(value, value)
        if isinstance(node, Whole) and value.isascii() and value.isdecimal() and len(value) < 16:
            return int(value)
        return value

    def _as_text(self, written: Scalar, place: Place) -> str:
        names = words.names(place, self.tree)
        sentence = f"{names[-1]}{words.within(names)} is written as a number or a flag. It is a text now: see that it is right."
        self._say("guessed", place, "info", written.line, sentence)
        return written.source if not isinstance(written.value, bool) else str(written.value).lower()

    def _items(self, written: Items, node: Node | None, place: Place, level: int) -> Json:
        if not written.items and self.manner.empty_is_either and isinstance(node, MapOf | Structure):
            return {}
        if len(written.items) == 1 and self.manner.lists_opened and isinstance(node, MapOf | Structure):
            return self._value(written.items[0], node, place, level)
        self.lines[pointers.join(*place)] = written.line
        inner = below(node, "0") if isinstance(node, ListOf) else None
        return [self._value(item, inner, (*place, index), level + 1) for index, item in enumerate(written.items)]

    def _members(self, written: Members, node: Node | None, place: Place, level: int) -> Json:
        listed = self._listed(written, node, place)
        if listed is not None:
            return listed
        self.lines[pointers.join(*place)] = written.line
        if isinstance(node, Structure):
            return self.structure(written, node, place, level)
        inner = node.value if isinstance(node, MapOf) else None
        made: Document = {}
        for entry in written.entries:
            if not self._is_unset(entry):
                self._put(made, entry.name, entry, inner, place, level)
        return made

    def _is_unset(self, entry: Entry) -> bool:
        return self.manner.null_is_absent and isinstance(entry.value, Scalar) and entry.value.value is None

    def _drop(self, entry: Entry, place: Place, why: str) -> None:
        self._say("dropped", place, "info", entry.line, f"{words.shown(entry.name)} is left out. {why}")

    def _say(self, code: str, place: Place, severity: Severity, line: int, sentence: str) -> None:
        self.findings.append(say(code, pointers.join(*place), severity, line, sentence))

    def _check_text(self, text: str, line: int) -> None:
        # A text that has a name may stand in many places.
        self.room -= len(text)
        if self.room < 0:
            raise refusal(line, "the request would be larger than 2 MB, which none is.", "too-large")
        if unfit(text):
            raise refusal(line, "a text holds a NUL or half a character, which AWS does not take. Delete it.", "unfit")

    def _check_number(self, written: Scalar) -> None:
        value, line = written.value, written.line
        if isinstance(value, float) and not math.isfinite(value):
            raise refusal(line, "this is no number that JSON has. Write a number, or leave it out.", "not-a-number")
        if isinstance(value, int | float) and abs(value) > GREATEST:
            sentence = f"a number is beyond {GREATEST}. Write it in quotation marks if it is text."
            raise refusal(line, sentence, "number-too-large")
