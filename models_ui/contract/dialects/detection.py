"""Which tool wrote this text, and which request does it hold?"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from models_ui.contract import create_model, loader, signatures
from models_ui.contract.dialects import (
    ack,
    addresses,
    airflow,
    aws_cli,
    boto3_call,
    cloudformation,
    create_model_json,
    create_model_yaml,
    describe_model,
    fitting,
    paws,
    sagemaker_core,
    sagemaker_sdk,
    sagemaker_sdk_names,
    sdk_images,
    step_functions,
    terraform,
)
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax import json_text, yaml_text
from models_ui.contract.dialects.syntax.python_source import Python
from models_ui.contract.dialects.written import Members, Source, Written
from models_ui.contract.loader import NotReadable

Reader = Callable[[str], Reading]

_HCL = re.compile(r'^[ \t]*(?:resource[ \t]+"?aws_sagemaker_model\b|(?:primary_)?container[ \t]*\{)', re.MULTILINE)
_R = re.compile(
    r"\bsagemaker_create_model[ \t]{0,9}\(|\$[ \t]{0,9}create_model[ \t]{0,9}\(|(?:^|<-|=)[ \t]{0,9}list\(",
    re.MULTILINE,
)
_MODELS = "|".join(sorted(sagemaker_sdk_names.POSITIONS))
_PYTHON = re.compile(
    rf"\b(?:create_model|Model\.create|dict|{airflow.OPERATOR}|{_MODELS})[ \t]{{0,9}}\(|^[ \t]*\w+[ \t]{{0,9}}=[ \t]{{0,9}}\{{",
    re.MULTILINE,
)
_YAML = re.compile(r"^[ \t-]*[\w\"'][^\n:]{0,200}:(?:[ \t\n]|\Z)", re.MULTILINE)
# What is around a block of code in Markdown, and how many are looked into.
_FENCE = "```"
_MOST_BLOCKS = 5
_JAVASCRIPT = re.compile(
    r"\bCreateModelCommand\b|\bcreateModel[ \t]{0,9}\(|\bnew[ \t]{1,9}(?:\w{1,40}\.){0,3}CfnModel\b"
)
_DATA = (terraform, cloudformation, ack, step_functions, describe_model, airflow)
_IN_JAVASCRIPT = "JavaScript is not read. Paste the parameters as JSON, with every name in double quotation marks."
_NOT_RECOGNISED = "There is no request in this that can be read. Paste one call or command, or one resource, from its first line to its last."


def detect(text: str | bytes) -> str:
    """Return the name of the dialect that a text is read in. Raises NotReadable where there is none."""
    return read(text).dialect


def read(text: str | bytes, *, region: str = "") -> Reading:
    """Return the request that a text holds, in whichever dialect. Raises NotReadable, and nothing else, otherwise.

    `region` is where the request goes, as far as that is known: an image that a tool finds by itself is that of the region.
    """
    clean = loader.decoded(text).replace("\r\n", "\n")
    if unfit := loader.unfit(clean):
        Source(clean).refuse(unfit.start(), "there is a NUL or half a character. Delete it.", "unfit")
    first: NotReadable | None = None
    # What stands around a block of code, in a chat or a README, is no part of it; but a text may hold the same marks.
    for part in (clean, *islice(_blocks(clean), _MOST_BLOCKS)):
        for reader in _readers(part, region):
            try:
                return _unsigned(reader(part))
            except NotReadable as reason:
                first = first or reason
    if _JAVASCRIPT.search(clean):
        raise NotReadable("not-recognised", _IN_JAVASCRIPT)
    raise first or NotReadable("not-recognised", _NOT_RECOGNISED)


def _blocks(text: str) -> Iterator[str]:
    """Yield the blocks of code of a text in Markdown, each at its own lines."""
    block: list[str] | None = None
    for number, line in enumerate(text.split("\n")):
        if line.lstrip(" \t>").startswith(_FENCE):
            if block is not None:
                yield "\n".join(block)
            block = [""] * (number + 1) if block is None else None
        elif block is not None:
            block.append(line)
    if block is not None:
        yield "\n".join(block)


def _unsigned(reading: Reading) -> Reading:
    """Return what was read without the signatures of its addresses."""
    document, cut = signatures.unsigned(reading.document)
    said = [fitting.say("dropped", place, "warning", reading.lines.get(place, 0), signatures.SAID) for place in cut]
    return replace(reading, document=document, findings=(*reading.findings, *said))


def _readers(text: str, region: str) -> list[Reader]:
    """Return who may know the text, the likeliest first."""
    python = partial(_python, region=region)
    if addresses.recognises(text):
        return [addresses.read]
    if text.lstrip()[:1] in {"{", "["}:
        return [_json, python]
    looks: tuple[tuple[re.Pattern[str], Reader], ...] = (
        (_HCL, terraform.read),
        (aws_cli.COMMAND, aws_cli.read),
        (_R, paws.read),
        (_PYTHON, python),
        (_YAML, _yaml),
    )
    return [reader for pattern, reader in looks if pattern.search(text)]


def _json(text: str) -> Reading:
    return _of(json_text.members(text)) or create_model_json.read(text)


def _python(text: str, region: str) -> Reading:
    python = Python(text, partial(_called, region=region))
    is_call = any(boto3_call.is_request(name, call) for name, call in python.calls())
    reading = airflow.operator(python)
    if reading is None and not is_call:
        reading = sagemaker_core.read(python)
    if reading is None and not is_call:
        reading = sagemaker_sdk.read(python, region=region)
    if reading is not None:
        return fitting.with_said(reading, python.said)
    members = boto3_call.request(python)
    if members is None:
        raise NotReadable("not-recognised", _NOT_RECOGNISED)
    return (None if is_call else _of(members)) or boto3_call.of(python, members)


def _called(python: Python, call: ast.Call, region: str) -> Written | None:
    """Return what a call gives that the SDKs have: a shape of the API, or the address of an image."""
    return sagemaker_core.shape(python, call) or sdk_images.retrieved(python, call, region=region)


def _yaml(text: str) -> Reading:
    documents = [value for value in yaml_text.parse(text) if isinstance(value, Members)]
    for members in documents:
        reading = _of(members)
        if reading is not None:
            return reading
    for members in documents:
        if members.names & set(create_model.tree().members):
            return create_model_json.of(members, create_model_yaml.DIALECT)
    raise NotReadable("not-recognised", _NOT_RECOGNISED)


def _of(members: Members) -> Reading | None:
    """Return the request of members that a tool other than boto3 has written, or None."""
    return next((dialect.of(members) for dialect in _DATA if dialect.recognises(members)), None)
