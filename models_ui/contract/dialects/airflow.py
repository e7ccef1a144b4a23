"""How is a request written for Airflow's SageMakerModelOperator?

Its config is the request; a text with a Jinja template in it is known only when the task runs.
"""

from __future__ import annotations

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.manner import PLAIN
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax.python_source import Python
from models_ui.contract.dialects.written import (
    Entry,
    Items,
    Members,
    Reference,
    Scalar,
    Written,
    each,
    refusal,
    text_of,
)

DIALECT = "airflow"
OPERATOR = "SageMakerModelOperator"
_TEMPLATE = ("{{", "{%")
_CONTAINERS = ("PrimaryContainer", "Containers")


def recognises(root: Members) -> bool:
    """Say whether a template stands where no request of another tool has one: its environments may well hold some."""
    texts = [text_of(entry.value) for entry in root.entries]
    for name in _CONTAINERS:
        texts.extend(text_of(entry.value) for container in each(root.get(name)) for entry in container.entries)
    return any(text is not None and _is_template(text) for text in texts)


def of(root: Members) -> Reading:
    """Return the request of a config."""
    return _read(root, fitting.nothing)


def operator(python: Python) -> Reading | None:
    """Return the request of the first operator in a DAG, or None where there is none."""
    for name, call in python.calls():
        if name == OPERATOR:
            config = python.arguments(call).get("config")
            known = python.known(config.key) if isinstance(config, Reference) else config
            if not isinstance(known, Members):
                raise refusal(call.lineno, f"the config of {OPERATOR} is not here. Paste it with the operator.")
            return _read(known, python.known)
    return None


def _read(root: Members, known: fitting.Known) -> Reading:
    def templates(key: str) -> Written | None:
        value = known(key)
        return None if value is None else _value(value)

    return fitting.read(DIALECT, _members(root), create_model.tree(), PLAIN, known=templates)


def _members(members: Members) -> Members:
    entries = (Entry(entry.name, _value(entry.value), entry.line) for entry in members.entries)
    return Members(tuple(entries), members.line)


def _value(value: Written) -> Written:
    match value:
        case Members():
            return _members(value)
        case Items():
            return Items(tuple(map(_value, value.items)), value.line)
        case Scalar(value=str() as text) if _is_template(text):
            return Reference(text, value.line)
    return value


def _is_template(text: str) -> bool:
    return any(mark in text for mark in _TEMPLATE)
