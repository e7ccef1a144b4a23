"""Which request does a form begin with, and what becomes of one when the form changes?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.blueprints.checking import told
from models_ui.blueprints.document import UNSET, Blueprint, Field
from models_ui.blueprints.limits import completed, freed, same, without_entries
from models_ui.blueprints.places import index, of_first, spread
from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import ListOf, Node, below
from models_ui.form import containers, operation
from models_ui.form.writing import placed


def started(blueprint: Blueprint) -> Document:
    """Return the request that a resolved form begins with: its presets and locks, and the containers that it has."""
    document, fields = _frame(blueprint), index(blueprint)
    for pattern in sorted(blueprint.fields, key=lambda place: len(pointers.split(place))):
        field = blueprint.fields[pattern]
        for pointer in _meant(pattern, document, blueprint):
            if fields.at(pointer) is field:
                document = _with(document, pointer, field)
    return document


def filled(document: Document, blueprint: Blueprint) -> Document:
    """Return a request from elsewhere with what a form sets where nothing is. What is there stays, right or wrong."""
    for pointer, field in _in_order(blueprint, document):
        if not pointers.exists(document, pointer):
            document = _with(document, pointer, field)
    return document


def _in_order(blueprint: Blueprint, document: Document) -> list[tuple[str, Field]]:
    """Return what a form says of the places of a request, a whole before its parts; of no more containers than AWS takes."""
    return sorted(told(blueprint, of_first(document)), key=lambda one: len(pointers.split(one[0])))


def moved(document: Document, before: Blueprint, after: Blueprint) -> Document:
    """Return a request of one form as it goes on with another: what still holds the value that the first one gave, or that
    the second one locks, gets the value of the second; what a person filled in stays."""
    given = dict(told(before, of_first(document)))
    for pointer, field in _in_order(after, document):
        old = given.get(pointer, Field())
        document = _value_moved(document, pointer, old, field)
        if old.limit.includes is not None and pointers.exists(document, pointer):
            now = freed(pointers.get(document, pointer), old.limit, field.limit)
            document = _written(document, pointer, now)
        document = _held(document, pointer, field)
    return document


def _value_moved(document: Document, pointer: str, old: Field, new: Field) -> Document:
    there = pointers.exists(document, pointer)
    if new.locked and new.value is UNSET:
        return _document(pointers.removed(document, pointer)) if there else document
    if old.value is UNSET:
        untouched = not there
    else:
        untouched = there and same(pointers.get(document, pointer), old.value)
    return _set(document, pointer, new) if new.locked or untouched else document


def _frame(blueprint: Blueprint) -> Document:
    match blueprint.containers.kind:
        case "primary":
            return {containers.PRIMARY: {}}
        case "pipeline":
            return {containers.LISTED: [{} for _ in range(blueprint.containers.bounds[0])]}
        case _:
            return {}


def _meant(pattern: str, document: Document, blueprint: Blueprint) -> Iterator[str]:
    first = pointers.split(pattern)[:1]
    if first == (containers.PRIMARY,) and blueprint.containers.kind == "pipeline":
        return
    if first == (containers.LISTED,) and blueprint.containers.kind == "primary":
        return
    yield from spread(pattern, document)


def _with(document: Document, pointer: str, field: Field) -> Document:
    return _held(_set(document, pointer, field), pointer, field)


def _set(document: Document, pointer: str, field: Field) -> Document:
    return document if field.value is UNSET else _written(document, pointer, field.value)


def _held(document: Document, pointer: str, field: Field) -> Document:
    """Return the request with the entries that a list or map must hold."""
    if field.limit.includes is None or field.locked:
        return document
    now = pointers.get(document, pointer) if pointers.exists(document, pointer) else without_entries(field.limit)
    return _written(document, pointer, completed(now, field.limit))


def _written(document: Document, pointer: str, value: Json) -> Document:
    try:
        return _document(_put(operation.tree(), document, pointers.split(pointer), value))
    except LookupError:
        # Something else stands in the way: what is wrong with it is told by the checks.
        return document


def _put(node: Node | None, here: Json, tokens: tuple[str, ...], value: Json) -> Json:
    """Return a part with a value below it, and with the structures and lists on the way there."""
    if not tokens:
        return value
    head, rest = tokens[0], tokens[1:]
    inner = below(node, head)
    if isinstance(node, ListOf):
        return _in_list([] if here is None else here, head, rest, inner, value)
    members = {} if here is None else here
    if not isinstance(members, dict):
        raise LookupError(head)  # noqa: TRY004 - as for any other value in the way
    return placed(node, members, head, _put(inner, members.get(head), rest, value))


def _in_list(entries: Json, head: str, rest: tuple[str, ...], inner: Node | None, value: Json) -> Json:
    number = pointers.index(head)
    if not isinstance(entries, list) or number > len(entries):
        raise LookupError(head)
    now = entries[number] if number < len(entries) else None
    return [*entries[:number], _put(inner, now, rest, value), *entries[number + 1 :]]


def _document(value: Json) -> Document:
    if not isinstance(value, dict):
        raise LookupError("no request")  # noqa: TRY004 - as for any other value in the way
    return value
