"""What is wrong with a document, said so that a person can put it right?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models_ui.contract import pointers, sentences, words
from models_ui.contract.engines import Engine, Fault
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Json
from models_ui.contract.patterns import stranger
from models_ui.contract.seats import Seats
from models_ui.contract.sentences import Case
from models_ui.contract.tree import MapOf, Node, Structure, Text, below
from models_ui.contract.trimmed import is_sound, trimmed

Place = tuple[str | int, ...]
# What each step of the way to a place is called within a sentence, from the outside in.
Naming = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Checker:
    """What one operation is checked with: its fields, an engine with their schema, and the words for patterns."""

    tree: Structure
    engine: Engine
    forms: Mapping[str, str]

    def check(self, document: Json, *, names: Naming | None = None) -> list[Finding]:
        """Return the findings in the order of the fields. Total on any value.

        `names` says how sentences call a place; without it they use the words of its members.
        """
        if self._accepts(document):
            return []
        slim = trimmed(document, self.tree)
        faults = {*self.engine.faults(slim), *_halves(document, self.tree)}
        cases = [self._case(fault, document, names) for fault in faults]
        told = [case for case in cases if not _told_better(case, faults)]
        seats = Seats(self.tree, document)
        told.sort(key=lambda case: (seats.path(case.fault.place), not case.fault.of_name, case.fault.keyword))
        return [self._finding(case) for case in told]

    def _accepts(self, document: Json) -> bool:
        try:
            return self.engine.accepts(document)
        except (ValueError, RecursionError):
            # Nested too deep, or with half a character: no verdict yet, the trimmed document gets one.
            return False

    def _case(self, fault: Fault, document: Json, names: Naming | None) -> Case:
        holder = _node(self.tree, fault.place[:-1])
        node = _node(self.tree, fault.place)
        if fault.keyword == "unknown" and holder is not None:
            node = holder
        if fault.of_name and isinstance(holder, MapOf):
            node = holder.key
        return Case(
            fault=fault,
            node=node or self.tree,
            value=_value(document, fault.place),
            names=[*names(pointers.join(*fault.place))] if names else words.names(fault.place, self.tree),
            required=isinstance(holder, Structure) and bool(holder.required.intersection(fault.place[-1:])),
        )

    def _finding(self, case: Case) -> Finding:
        return Finding(
            code=kebab(case.fault.keyword),
            pointer=pointers.join(*case.fault.place),
            severity="error",
            message=sentences.sentence(case, self.forms),
        )


def kebab(keyword: str) -> str:
    """Return a keyword as codes are written: maxLength is max-length."""
    return re.sub(r"[A-Z]", lambda letter: "-" + letter[0].lower(), keyword)


def _told_better(case: Case, faults: set[Fault]) -> bool:
    """Say whether another fault of the same place is the same mistake and says it better."""
    fault, text, node = case.fault, case.faulty, case.node
    if fault.keyword != "type" and _same(fault, "type") in faults:
        return True
    if fault.keyword != "pattern" or not isinstance(text, str) or not isinstance(node, Text):
        return False
    if _same(fault, "minLength") in faults:
        return True
    return _same(fault, "maxLength") in faults and not _has_stranger(text, node)


def _same(fault: Fault, keyword: str) -> Fault:
    return Fault(keyword, fault.place, of_name=fault.of_name)


def _has_stranger(text: str, node: Text) -> bool:
    """Say whether a text too long holds a wrong character as well; else its length alone may break the pattern."""
    return node.pattern is not None and stranger(node.pattern, text[: node.maximum]) is not None


def _halves(value: Json, node: Node, place: Place = ()) -> Iterator[Fault]:
    """Yield the places of texts with lone surrogates, which JSON Schema says nothing of and nobody can send."""
    match value, node:
        case str(), Text() if not is_sound(value):
            yield Fault("pattern", place)
        case ((dict() | list()), _):
            items: Iterable[tuple[str | int, Json]] = value.items() if isinstance(value, dict) else enumerate(value)
            for token, item in items:
                inner = below(node, str(token))
                if inner is not None:
                    yield from _halves(item, inner, (*place, token))


def _node(tree: Node, place: Place) -> Node | None:
    node: Node | None = tree
    for token in place:
        node = below(node, str(token))
    return node


def _value(document: Json, place: Place) -> Json:
    """Return what stands at a place; nothing where it is missing, or where its name was trimmed."""
    try:
        return pointers.get(document, pointers.join(*place))
    except LookupError:
        return None
