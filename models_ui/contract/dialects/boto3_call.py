"""How is a request written for boto3, as a call of create_model or as its dict?"""

from __future__ import annotations

import ast
import json
from keyword import iskeyword

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.manner import PLAIN
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax.python_source import Python
from models_ui.contract.dialects.writing import Writing
from models_ui.contract.dialects.written import Members
from models_ui.contract.json_types import Document, Json
from models_ui.contract.loader import NotReadable

DIALECT = "boto3"
CALL = "create_model"
_INDENT = "    "


def read(text: str) -> Reading:
    """Return the request of the first call of create_model, or else of the dict. Raises NotReadable where there is none."""
    python = Python(text)
    members = request(python)
    if members is None:
        raise NotReadable("no-request", "There is no call of create_model here. Paste the whole call.")
    return of(python, members)


def of(python: Python, members: Members) -> Reading:
    """Return the request that members make, with what is to be said of the text around them."""
    return fitting.with_said(
        fitting.read(DIALECT, members, create_model.tree(), PLAIN, known=python.known), python.said
    )


def request(python: Python) -> Members | None:
    """Return the arguments of the call that creates a model, or the dict that stands for them, or None."""
    calls = [call for name, call in python.calls() if is_request(name, call)]
    for other in calls[1:]:
        python.said.append(
            (other.lineno, "this is another call of create_model, which is left out. Paste it by itself.")
        )
    if calls:
        python.up_to(calls[0].lineno)
        return python.arguments(calls[0])
    return next((value for value in map(python.value, python.statements()) if isinstance(value, Members)), None)


def is_request(name: str, call: ast.Call) -> bool:
    """Say whether a call is boto3's: the SDK has functions of the same name, with other arguments."""
    members = create_model.tree().members
    return name == CALL and any(keyword.arg is None or keyword.arg in members for keyword in call.keywords)


def write(document: Document, *, region: str = "") -> Writing:
    """Return a call of boto3, laid out as people write it."""
    client = f'boto3.client("sagemaker"{f", region_name={_text(region)}" if region else ""})'
    body = "".join(f"{_INDENT}{_argument(name, value)},\n" for name, value in document.items())
    arguments = f"\n{body}" if body else ""
    return Writing(f"import boto3\n\nsagemaker = {client}\nsagemaker.create_model({arguments})\n")


def _argument(name: str, value: Json) -> str:
    if name.isidentifier() and not iskeyword(name):
        return f"{name}={_value(value, 1)}"
    return f"**{_value({name: value}, 1)}"


def _value(value: Json, level: int) -> str:
    inner, outer = _INDENT * (level + 1), _INDENT * level
    if isinstance(value, dict) and value:
        rows = "".join(f"{inner}{_text(name)}: {_value(item, level + 1)},\n" for name, item in value.items())
        return f"{{\n{rows}{outer}}}"
    if isinstance(value, list) and value:
        rows = "".join(f"{inner}{_value(item, level + 1)},\n" for item in value)
        return f"[\n{rows}{outer}]"
    return _text(value) if isinstance(value, str) else repr(value)


def _text(text: str) -> str:
    """Return a literal in double quotation marks, or as Python itself writes it where that is not the same in JSON."""
    return json.dumps(text, ensure_ascii=False) if text.replace("\n", "").isprintable() else repr(text)
