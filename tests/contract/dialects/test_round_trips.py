"""Does a request survive the way to another tool and back?"""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Callable
from typing import Any

import hcl2
import pytest
import yaml
from hcl2.utils import SerializationOptions

from models_ui.contract import create_model, dialects
from models_ui.contract.dialects import (
    aws_cli,
    aws_cli_writing,
    boto3_call,
    cloudformation,
    create_model_json,
    create_model_yaml,
    paws,
    terraform,
    terraform_writing,
)
from models_ui.contract.dialects.create_model_names import NOT_IN_CLOUDFORMATION, NOT_IN_TERRAFORM
from models_ui.contract.dialects.notes import Notes, expressible
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.writers import WRITERS
from models_ui.contract.json_types import Document
from models_ui.contract.tree import Flag, Text
from tests.contract.dialects.documents import documents
from tests.corpus import GOOD

Read = Callable[[str], Reading]

COUNT = 2000
READERS: dict[str, Read] = {
    "boto3": boto3_call.read,
    "json": create_model_json.read,
    "yaml": create_model_yaml.read,
    "aws-cli": aws_cli.read,
    "paws": paws.read,
    "terraform": terraform.read,
    "terraform-json": terraform.read,
    "cloudformation": cloudformation.read,
    "cloudformation-json": cloudformation.read,
}
MISSING: dict[str, Any] = {
    "terraform": NOT_IN_TERRAFORM,
    "terraform-json": NOT_IN_TERRAFORM,
    "cloudformation": NOT_IN_CLOUDFORMATION,
    "cloudformation-json": NOT_IN_CLOUDFORMATION,
}
REGION = "eu-west-1"
DIALECTS = {name: (writer.write, READERS[name], MISSING.get(name, ())) for name, writer in WRITERS.items()}
EVERY = pytest.mark.parametrize("name", DIALECTS)


def said(document: dict[str, Any], missing: Any) -> Document:
    """Return what a tool without the missing members can say."""
    return expressible(document, create_model.tree(), missing, Notes("It"))


@EVERY
def test_generated_requests_come_back_as_they_were(name: str) -> None:
    write, read, missing = DIALECTS[name]
    changed = [
        document
        for document in documents(COUNT, seed=1)
        if read(write(document).text).document != said(document, missing)
    ]

    assert changed == []


@EVERY
@pytest.mark.parametrize("case", GOOD, ids=lambda case: str(case["id"]))
def test_known_requests_come_back_as_they_were(name: str, case: dict[str, Any]) -> None:
    write, _, missing = DIALECTS[name]
    writing = write(case["request"])

    if not writing.notes or missing:
        assert dialects.read(writing.text).document == said(case["request"], missing)


@EVERY
def test_requests_for_a_region_come_back_as_they_were(name: str) -> None:
    write, read, missing = DIALECTS[name]

    for document in documents(200, seed=8):
        text = write(document, region=REGION).text
        assert dialects.read(text).document == read(text).document == said(document, missing)


@EVERY
@pytest.mark.parametrize("case", GOOD, ids=lambda case: str(case["id"]))
def test_known_requests_for_a_region_come_back_as_they_were(name: str, case: dict[str, Any]) -> None:
    write, _, missing = DIALECTS[name]
    writing = write(case["request"], region=REGION)

    if not writing.notes or missing:
        assert dialects.read(writing.text).document == said(case["request"], missing)


@EVERY
def test_region_is_named_where_the_tool_names_it_beside_the_request(name: str) -> None:
    write, _, _ = DIALECTS[name]
    document: Document = {"ModelName": "a"}

    assert (REGION in write(document, region=REGION).text) == (name in {"boto3", "aws-cli", "paws"})
    assert write(document).text == write(document, region="").text


@EVERY
def test_what_we_write_is_known_again(name: str) -> None:
    write, read, _ = DIALECTS[name]

    for document in documents(200, seed=2):
        text = write(document).text
        assert dialects.read(text).document == read(text).document


@EVERY
def test_there_is_a_note_for_everything_that_is_left_out(name: str) -> None:
    write, _, missing = DIALECTS[name]

    for document in documents(200, seed=3):
        notes = Notes("It")
        expressible(document, create_model.tree(), missing, notes)
        assert len(write(document).notes) >= len(notes.found)


@EVERY
def test_what_is_left_out_stands_in_the_text(name: str) -> None:
    write, _, _ = DIALECTS[name]
    document: Any = {
        "ModelName": "a",
        "PrimaryContainer": {"ContainerMetricsConfig": {"MetricsEndpoints": []}},
        "New": {"A": "b"},
    }

    text = write(document).text

    assert "ContainerMetricsConfig" in text
    assert "New" in text


def test_comment_cannot_be_ended_by_what_it_tells() -> None:
    document: Document = {"ModelName": "a", "New\n\u2028x": "\n\u2028\u0085name = 1"}

    comments = [line for line in terraform_writing.write(document).text.splitlines() if line.startswith("#")]

    assert len(comments) == 2
    assert "name = 1" in comments[0]


def test_boto3_is_python_with_these_arguments() -> None:
    for document in documents(COUNT, seed=4):
        call = ast.parse(boto3_call.write(document).text).body[-1]
        assert isinstance(call, ast.Expr)
        assert isinstance(call.value, ast.Call)
        assert {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.value.keywords} == document


def test_command_has_these_arguments_in_a_real_shell() -> None:
    """Where `aws` only says what it was called with; each argument ends with a NUL, each call with two."""
    written = list(documents(500, seed=10))
    script = "aws() { printf '%s\\000' \"$@\" ''; }\n" + "".join(
        aws_cli_writing.write(document, region=REGION).text for document in written
    )
    said = subprocess.run(["sh", "-s"], input=script.encode(), capture_output=True, check=True, timeout=60).stdout

    calls = [call.split("\0") for call in said.decode().split("\0\0")[:-1]]
    assert [arguments(call) for call in calls] == [
        said_by(document, WRITERS["aws-cli"].write(document).notes) for document in written
    ]


def arguments(call: list[str]) -> Document:
    """Return the request that the options of a command make, by what the AWS CLI says of them."""
    assert call[:4] == ["sagemaker", "create-model", "--region", REGION]
    names = {re.sub("(?<!^)(?=[A-Z])", "-", name).lower(): name for name in create_model.tree().members}
    made: dict[str, Any] = {}
    options = iter(call[4:])
    for option in options:
        name, equals, value = option.removeprefix("--").partition("=")
        member = names[name.removeprefix("no-")]
        if isinstance(create_model.tree().members[member], Flag):
            made[member] = not name.startswith("no-")
        else:
            text = value if equals else next(options)
            made[member] = text if isinstance(create_model.tree().members[member], Text) else json.loads(text)
    return made


def said_by(document: dict[str, Any], notes: tuple[str, ...]) -> Document:
    """Return what a command can say of a request: here all of it."""
    assert notes == ()
    return document


def test_yaml_is_read_alike_by_its_own_reader() -> None:
    for document in documents(500, seed=5):
        assert yaml.safe_load(create_model_yaml.write(document).text) == document


def test_cloudformation_is_read_alike_by_the_reader_of_yaml() -> None:
    for document in documents(500, seed=6):
        template = yaml.safe_load(cloudformation.write(document).text)
        assert template["Resources"]["Model"]["Properties"] == said(document, NOT_IN_CLOUDFORMATION)


def test_terraform_is_read_alike_by_another_reader() -> None:
    options = SerializationOptions(strip_string_quotes=True, with_comments=False, explicit_blocks=False)
    for document in documents(100, seed=7):
        body = hcl2.loads(terraform_writing.write(document).text, serialization_options=options)["resource"][0]
        attributes = body["aws_sagemaker_model"]["model"]
        assert attributes["name"] == document["ModelName"]
        assert attributes.get("tags") == (
            {tag["Key"]: tag["Value"] for tag in document["Tags"]} if "Tags" in document else None
        )
