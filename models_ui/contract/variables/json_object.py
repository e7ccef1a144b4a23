"""Which variables does a JSON text hold?

An object of names and values, also as the `Environment` of a container; or a list, as docker and ECS have them. A value
that is no text becomes the text that a person means by it.
"""

from __future__ import annotations

import json

from models_ui.contract.dialects.syntax import json_text
from models_ui.contract.dialects.written import Items, Members, Scalar, Written
from models_ui.contract.loader import NotReadable
from models_ui.contract.variables.pasted import Pasted
from models_ui.contract.words import shown

_AROUND = ("Environment", "environment", "env", "Env", "variables", "Variables")
_NAMES = ("name", "Name", "key", "Key")
_VALUES = ("value", "Value")
_PAIR = 2


def read(text: str) -> Pasted:
    """Return the variables of a JSON text. Total."""
    found = Pasted()
    try:
        value = json_text.parse(text)
    except NotReadable as reason:
        found.wrong(reason.sentence)
        return found
    _whole(found, value)
    return found


def _whole(found: Pasted, value: Written) -> None:
    inner = _inside(value)
    if isinstance(inner, Members):
        for entry in inner.entries:
            _put(found, entry.name, entry.value, entry.line)
    elif isinstance(inner, Items):
        for item in inner.items:
            _item(found, item)


def _inside(value: Written) -> Written:
    """Return the variables of an object around them, which may say only that they are the environment."""
    if isinstance(value, Members) and len(value.entries) == 1 and value.entries[0].name in _AROUND:
        inner = value.entries[0].value
        return inner if isinstance(inner, Members | Items) else value
    return value


def _item(found: Pasted, item: Written) -> None:
    """Take in one entry of a list: "KEY=value", or an object with a name and a value."""
    if isinstance(item, Scalar) and isinstance(item.value, str) and "=" in item.value:
        key, _, value = item.value.partition("=")
        found.put(key, value, item.line)
        return
    members = {entry.name: entry.value for entry in item.entries} if isinstance(item, Members) else {}
    name = next((members[each] for each in _NAMES if each in members), None)
    value_of = next((members[each] for each in _VALUES if each in members), None)
    if isinstance(name, Scalar) and isinstance(name.value, str) and value_of is not None and len(members) == _PAIR:
        _put(found, name.value, value_of, item.line)
    else:
        found.wrong("this is no variable. Write an object of names and values.", item.line)


def _put(found: Pasted, key: str, value: Written, line: int) -> None:
    if not isinstance(value, Scalar):
        found.wrong(f"the value of {shown(key)} is no single one. Write it as a text, in quotation marks.", line)
    elif value.value is None:
        found.wrong(f'{shown(key)} is null, and a variable is a text. Write "", or take the line out.', line)
    elif isinstance(value.value, str):
        found.put(key, value.value, line)
    else:
        kind = "true or false" if isinstance(value.value, bool) else "a number"
        found.put(key, _as_text(value), line)
        found.note(f"{shown(key)} was {kind}, and is a text now: a variable holds nothing else.", line)


def _as_text(value: Scalar) -> str:
    """Return a number or truth as it was written: 1.0 stays 1.0."""
    return value.source or json.dumps(value.value)
