"""Is a text read in the language that it is written in, whatever it is?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from models_ui.contract import create_model, dialects, pointers
from models_ui.contract.loader import NotReadable
from tests.contract.dialects.as_written import NOT_IN_THE_TEXT, WRITTEN, text

MINIMAL = {"ModelName": "churn-1", "ExecutionRoleArn": "arn:aws:iam::123456789012:role/SageMaker"}


def without(document: dict[str, Any], places: list[str]) -> dict[str, Any]:
    """Return a document with nothing at these places."""
    kept: Any = json.loads(json.dumps(document))
    for place in places:
        if pointers.exists(kept, place):
            kept = pointers.replaced(kept, place, None)
    return {name: value for name, value in kept.items() if value is not None}


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: str(case["id"]))
def test_request_is_what_the_tool_would_send(case: dict[str, Any]) -> None:
    unknown = list(NOT_IN_THE_TEXT.get(case["id"], {}))

    reading = dialects.read(text(case))

    assert without(reading.document, unknown) == without(case["request"], unknown)
    assert reading.dialect == case["dialect"]


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: str(case["id"]))
def test_what_the_text_does_not_tell_is_told(case: dict[str, Any]) -> None:
    unknown = set(NOT_IN_THE_TEXT.get(case["id"], {}))
    told = {finding.pointer for finding in dialects.read(text(case)).findings}

    assert unknown <= told


@pytest.mark.parametrize(
    "case", [case for case in WRITTEN if case["id"] in NOT_IN_THE_TEXT], ids=lambda case: str(case["id"])
)
def test_what_the_text_does_not_tell_cannot_be_sent(case: dict[str, Any]) -> None:
    faulty = {finding.pointer for finding in create_model.check(dialects.read(text(case)).document)}

    assert set(NOT_IN_THE_TEXT[case["id"]]) <= faulty


@pytest.mark.parametrize(("written", "dialect"), [
    (json.dumps(MINIMAL), "json"),
    (str(MINIMAL), "boto3"),
    (f"request = {MINIMAL}", "boto3"),
    (f"request = dict(**{MINIMAL})", "boto3"),
    ("client.create_model(ModelName='churn-1', ExecutionRoleArn='arn:aws:iam::123456789012:role/SageMaker')", "boto3"),
    ("    sm.create_model(\n        ModelName='churn-1', ExecutionRoleArn='arn:aws:iam::123456789012:role/SageMaker')", "boto3"),
    (">>> sm.create_model(\n... **" + str(MINIMAL) + ")", "boto3"),
    ("%%time\n!pip install boto3\nsm.create_model(**" + str(MINIMAL) + ")", "boto3"),
    ("ModelName: churn-1\nExecutionRoleArn: arn:aws:iam::123456789012:role/SageMaker\n", "yaml"),
    ("aws sagemaker create-model --model-name churn-1 --execution-role-arn=arn:aws:iam::123456789012:role/SageMaker", "aws-cli"),
    ("list(ModelName = 'churn-1', ExecutionRoleArn = 'arn:aws:iam::123456789012:role/SageMaker')", "paws"),
    ("x <- list(ModelName = 'churn-1', ExecutionRoleArn = 'arn:aws:iam::123456789012:role/SageMaker')", "paws"),
    ('resource "aws_sagemaker_model" "m" {\n name = "churn-1"\n execution_role_arn = "arn:aws:iam::123456789012:role/SageMaker"\n}',
     "terraform"),
])  # fmt: skip
def test_smallest_request_is_read_in_each_language(written: str, dialect: str) -> None:
    reading = dialects.read(written)

    assert (reading.dialect, reading.document) == (dialect, MINIMAL)


CALL = "sm.create_model(\n  ModelName='churn-1',\n  ExecutionRoleArn='arn:aws:iam::123456789012:role/SageMaker')"


@pytest.mark.parametrize(
    "written",
    [
        f"Here it is:\n\n```python\n{CALL}\n```\n",
        f"```\n{CALL}\n```",
        f"First:\n```sh\npip install boto3\n```\nThen:\n  ```py\n{CALL}\n  ```\nThat is all.",
        f"```python\n{CALL}",
    ],
)
def test_block_of_code_is_read_without_what_stands_around_it(written: str) -> None:
    assert (dialects.read(written).dialect, dialects.read(written).document) == ("boto3", MINIMAL)


def test_lines_of_a_block_of_code_are_those_of_the_whole_text() -> None:
    [finding] = dialects.read("As I said:\n\n```python\nsm.create_model(\n  ModelName=name)\n```").findings

    assert finding.message.startswith("Line 5: ")


def test_marks_of_a_block_within_a_text_are_of_the_text() -> None:
    written = 'sm.create_model(ModelName="""a\n```python\nb\n```\n""")'

    assert dialects.read(written).document == {"ModelName": "a\n```python\nb\n```\n"}


@pytest.mark.parametrize("written", [
    'await client.send(new CreateModelCommand({ModelName: "x", PrimaryContainer: {Image: "a"}}));',
    'sagemaker.createModel({\n  ModelName: "x",\n}, callback)',
    'new sagemaker.CfnModel(this, "M", {executionRoleArn: role.roleArn});',
])  # fmt: skip
def test_javascript_is_refused_with_what_to_paste_instead(written: str) -> None:
    with pytest.raises(NotReadable, match="JavaScript is not read. Paste the parameters as JSON"):
        dialects.read(written)


def test_bytes_are_read_as_well() -> None:
    assert dialects.detect(json.dumps(MINIMAL).encode()) == "json"


def test_line_ends_of_windows_make_no_difference() -> None:
    written = 'sm.create_model(\r\n  ModelName="""a\r\nb""")'

    assert dialects.read(written).document == {"ModelName": "a\nb"}


@pytest.mark.parametrize("written", [
    "hello", "Dear all,\nplease create the model.", "1", "true", "foo: bar", "a = 1", "def f(): pass", "<xml/>",
    "import os", "SELECT 1", "https://example.com/", "list", "create_model", "aws sagemaker list-models",
])  # fmt: skip
def test_what_is_no_request_is_refused_with_what_to_paste(written: str) -> None:
    with pytest.raises(NotReadable, match="Paste one call or command, or one resource"):
        dialects.read(written)


def test_broken_json_is_told_as_json() -> None:
    with pytest.raises(NotReadable, match="Line 2: a comma or a closing bracket is missing"):
        dialects.read('{"ModelName": "a"\n"Containers": []}')


def test_template_in_an_environment_is_a_text_of_that_language() -> None:
    document = {"ModelName": "a", "PrimaryContainer": {"Environment": {"TEMPLATE": "{{ bos }}{% for m in messages %}"}}}

    assert dialects.read(json.dumps(document)).document == document
