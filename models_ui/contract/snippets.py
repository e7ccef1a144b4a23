"""How are calls that somebody may want to make next written, to be copied: for boto3, R (paws) and the AWS CLI?"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models_ui.contract.dialects.syntax import r_writing
from models_ui.contract.json_types import Document, Json
from models_ui.contract.next_steps import Way

_WORD = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])")
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text to copy, and what it is written in."""

    language: str
    text: str


def snippets(way: Way, *, region: str) -> list[Snippet]:
    """Return the calls of a way in each language; none where it is no way for this model."""
    return [Snippet(language, write(way, region)) for language, write in WRITERS.items()] if way.calls else []


def python(way: Way, region: str) -> str:
    """Return the calls in Python. All parameters are texts, numbers, lists and objects: their JSON is Python as well."""
    parts = [f'import boto3\n\nsagemaker = boto3.client("sagemaker", region_name={_json(region)})\n']
    for call in way.calls:
        body = "".join(f"{_INDENT}{name}={_inside(value)},\n" for name, value in call.parameters.items())
        parts.append(f"{_comment(call.choose)}sagemaker.{_joined(call.operation, '_')}(\n{body})\n")
    if way.wait:
        names = ", ".join(f"{name}={_json(value)}" for name, value in way.wait.parameters.items())
        parts.append(f'sagemaker.get_waiter("{_joined(way.wait.waiter, "_")}").wait({names})\n')
    return "".join(parts)


def r(way: Way, region: str) -> str:
    """Return the calls in R. The paws package has no waiters, so the last lines ask every half minute."""
    parts = [f"svc <- paws::sagemaker(config = list(region = {r_writing.text(region)}))\n"]
    for call in way.calls:
        name = f"svc${_joined(call.operation, '_')}"
        parts.append(f"{_comment(call.choose)}{r_writing.call(name, call.parameters)}\n")
    if way.wait:
        names = ", ".join(f"{name} = {r_writing.text(str(value))}" for name, value in way.wait.parameters.items())
        asked = f"svc${_joined(way.wait.asks, '_')}({names})${way.wait.status}"
        parts.append(f"while ({asked} == {r_writing.text(way.wait.busy)}) Sys.sleep(30)\n")
    return "".join(parts)


def cli(way: Way, region: str) -> str:
    """Return the calls as commands of a shell. Parameters go as one JSON each, so that no name is taken for an option."""
    where = f"--region={shlex.quote(region)}"
    parts = []
    for call in way.calls:
        document = shlex.quote(json.dumps(call.parameters, ensure_ascii=False, indent=2))
        command = f"aws sagemaker {_joined(call.operation, '-')} {where} --cli-input-json {document}"
        parts.append(f"{_comment(call.choose)}{command}\n")
    if way.wait:
        names = " ".join(_option(name, value) for name, value in way.wait.parameters.items())
        parts.append(f"aws sagemaker wait {_joined(way.wait.waiter, '-')} {where} {names}\n")
    return "".join(parts)


WRITERS: Mapping[str, Callable[[Way, str], str]] = {"Python (boto3)": python, "R (paws)": r, "AWS CLI": cli}


def _comment(sentence: str) -> str:
    return f"# {sentence}\n" if sentence else ""


def _joined(name: str, between: str) -> str:
    """Return the name of an operation, member or waiter as libraries write it."""
    return between.join(_WORD.findall(name)).lower()


def _option(name: str, value: Json) -> str:
    return f"--{_joined(name, '-')}={shlex.quote(str(value))}"


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _inside(value: Json | Document) -> str:
    """Return a value on lines of its own, indented as an argument. A text has no line ends in JSON."""
    return json.dumps(value, ensure_ascii=False, indent=4).replace("\n", f"\n{_INDENT}")
