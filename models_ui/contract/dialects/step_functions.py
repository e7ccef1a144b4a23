"""How is a request written as a state of AWS Step Functions?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.manner import PLAIN
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.written import Entry, Items, Members, Reference, Scalar, Written, text_of
from models_ui.contract.loader import NotReadable

DIALECT = "step-functions"
_RESOURCE = re.compile(r"arn:aws[a-z-]*:states:[^:]*:[^:]*:(?:aws-sdk:)?sagemaker:createModel(?:\.|\Z)")
_PATH = ".$"
_JSONATA = re.compile(r"\s*\{%.*%\}\s*\Z", re.DOTALL)


def recognises(root: Members) -> bool:
    """Say whether members are a state machine or a state that creates a model, or its parameters with paths in them."""
    return any(True for _ in _states(root)) or any(name.endswith(_PATH) for name in root.names)


def of(root: Members) -> Reading:
    """Return the request of the first state that creates a model. Raises NotReadable where there is none."""
    found = next(_states(root), None)
    parameters = root if found is None else found.get("Parameters") or found.get("Arguments")
    if not isinstance(parameters, Members):
        raise NotReadable("no-request", "The state has no Parameters. Paste the whole state.")
    return fitting.read(DIALECT, _with_references(parameters), create_model.tree(), PLAIN)


def _states(root: Members) -> Iterator[Members]:
    """Yield the states that create a model, wherever they stand."""
    waiting: list[Written] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Members):
            if _RESOURCE.match(text_of(value.get("Resource")) or ""):
                yield value
            waiting.extend(entry.value for entry in reversed(value.entries))
        elif isinstance(value, Items):
            waiting.extend(reversed(value.items))


def _with_references(members: Members) -> Members:
    return Members(tuple(map(_entry, members.entries)), members.line)


def _entry(entry: Entry) -> Entry:
    """Return a member; one whose name ends in .$ says where its value comes from."""
    path = text_of(entry.value)
    if entry.name.endswith(_PATH) and path is not None:
        return Entry(entry.name.removesuffix(_PATH), Reference(path, entry.value.line), entry.line)
    return Entry(entry.name, _value(entry.value), entry.line)


def _value(value: Written) -> Written:
    match value:
        case Members():
            return _with_references(value)
        case Items():
            return Items(tuple(map(_value, value.items)), value.line)
        case Scalar(value=str() as text) if _JSONATA.match(text):
            return Reference(text, value.line)
    return value
