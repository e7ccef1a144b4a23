"""Is a call of boto3 read as it stands in a notebook, and nothing of it run?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.contract.dialects.boto3_call import read, write
from models_ui.contract.loader import NotReadable

NOTEBOOK = """import boto3, sagemaker
sm = boto3.client("sagemaker")
role = "arn:aws:iam::123456789012:role/R"
name = "churn"
image = sagemaker.image_uris.retrieve("xgboost", region)
container = {
    "Image": image,
    "ModelDataUrl": f"s3://acme/{name}/model.tar.gz",
    "Environment": {"HF_TOKEN": token, "JOINED": "x" "y", "SUM": name + "-" + name},
}
sm.create_model(ModelName=name + "-1", ExecutionRoleArn=role, PrimaryContainer=container, EnableNetworkIsolation=True)
sm.create_endpoint_config(EndpointConfigName=name)
sm.create_model(ModelName="other")
"""


def test_values_given_in_the_same_text_are_known() -> None:
    document: Any = read(NOTEBOOK).document

    assert document["ModelName"] == "churn-1"
    assert document["ExecutionRoleArn"] == "arn:aws:iam::123456789012:role/R"
    assert document["PrimaryContainer"]["ModelDataUrl"] == "s3://acme/churn/model.tar.gz"


def test_values_from_elsewhere_keep_their_place() -> None:
    container: Any = read(NOTEBOOK).document["PrimaryContainer"]

    assert container["Image"] == '{{ sagemaker.image_uris.retrieve("xgboost", region) }}'
    assert container["Environment"] == {"HF_TOKEN": {"reference": "{{ token }}"}, "JOINED": "xy", "SUM": "churn-churn"}


def test_values_from_elsewhere_are_told_with_their_lines() -> None:
    found = {finding.pointer: finding.message for finding in read(NOTEBOOK).findings}

    assert found == {
        "": "Line 13: this is another call of create_model, which is left out. Paste it by itself.",
        "/PrimaryContainer/Image": "Line 5: the value of image (primary container) comes from an expression, which is not here."
        " Enter it.",
        "/PrimaryContainer/Environment/HF_TOKEN": "Line 9: the value of “HF_TOKEN” (primary container, environment) comes from"
        " “token”, which is not here. Enter it.",
    }


def test_places_have_the_lines_in_which_they_are_written() -> None:
    lines = read(NOTEBOOK).lines

    assert {lines["/ModelName"], lines["/ExecutionRoleArn"], lines["/PrimaryContainer"]} == {11, 3, 6}


@pytest.mark.parametrize("text", [
    "a = {'ModelName': 'x'}\na = {'ModelName': 'y'}\nsm.create_model(**a)",
    "for a in b:\n  sm.create_model(**a)",
    "sm.create_model(**a)",
    "a = b\nb = a\nsm.create_model(**a)",
])  # fmt: skip
def test_arguments_that_are_not_known_are_told(text: str) -> None:
    reading = read(text)

    assert list(reading.document) == ["**"]
    assert [finding.code for finding in reading.findings] == ["reference"]


@pytest.mark.parametrize(("literal", "value"), [
    ("None", None), ("True", True), ("-1", -1), ("1.5", 1.5), ("'a' 'b'", "ab"), ("r'\\n'", "\\n"), ("('a', 'b')", ["a", "b"]),
    ("dict(A='b')", {"A": "b"}), ("{}", {}), ("[]", []), ("{'A': {'B': ['c']}}", {"A": {"B": ["c"]}}), ("'\\d'", "\\d"),
    ("'''a\nb'''", "a\nb"), ("f'a{{b}}'", "a{b}"),
])  # fmt: skip
def test_literals_are_read_to_the_letter(literal: str, value: Any) -> None:
    assert read(f"sm.create_model(ModelName={literal})").document == {"ModelName": value}


@pytest.mark.parametrize("expression", [
    "__import__('os').system('id')", "open('/etc/passwd').read()", "[x for x in y]", "lambda: 1", "a if b else c", "b'x'", "1j",
    "f'{__import__(\"os\")}'", "'a' * 9**9", "1 + 1", "{1, 2}", "eval('1')", "...", "x[0]", "not a", "(yield)", "'%s' % a",
])  # fmt: skip
def test_nothing_is_evaluated(expression: str) -> None:
    [finding] = read(f"sm.create_model(ModelName={expression})").findings

    assert (finding.code, finding.pointer) == ("reference", "/ModelName")


@pytest.mark.parametrize(("text", "code", "line"), [
    ("sm.create_model(\n  ModelName=", "not-understood", "Line 1"),
    ("sm.create_model(\n  ModelName='a'\n  Tags=[])", "not-understood", "Line 2"),
    ("sm.create_model(ModelName='a', **{'ModelName': 'b'})", "duplicate-key", "Line 1"),
    ("sm.create_model(Tags=[],\n PrimaryContainer={'Image': 'a', 'Image': 'b'})", "duplicate-key", "Line 2"),
    ("sm.create_model(\nModelName='\\0')", "unfit", "Line 2"),
    ("sm.create_model(\nModelName='\\ud800')", "unfit", "Line 2"),
    ("sm.create_model(\nModelName=1e999)", "not-a-number", "Line 2"),
    ("sm.create_model(\nModelName=10**400, Tags=9007199254740993)", "number-too-large", "Line 2"),
    ("x = 1", "no-request", "There is no call"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_line(text: str, code: str, line: str) -> None:
    with pytest.raises(NotReadable, match=line) as refused:
        read(text)

    assert refused.value.code == code


def test_awkward_names_are_arguments_all_the_same() -> None:
    document: Any = {"a-b": 1, "class": "x", "": []}

    assert read(write(document | {"ModelName": "a"}).text).document == document | {"ModelName": "a"}


def test_client_is_made_for_the_region() -> None:
    assert 'boto3.client("sagemaker", region_name="eu-west-1")' in write({}, region="eu-west-1").text


@pytest.mark.parametrize(("expression", "text"), [
    ("str(1)", "1"), ("str(True)", "True"), ("str('a')", "a"), ("str(0.5)", "0.5"), ("json.dumps(4)", "4"), ("json.dumps('a')", '"a"'),
    ("json.dumps(True)", "true"), ("str(gpus)", "8"), ("json.dumps(gpus)", "8"), ("'x' + str(1)", "x1"), ("f'{str(gpus)}-{name}'", "8-a"),
])  # fmt: skip
def test_literal_that_is_spelt_out_is_a_text(expression: str, text: str) -> None:
    reading = read(f"gpus = 8\nname = 'a'\nsm.create_model(ModelName={expression})")

    assert (reading.document, reading.findings) == ({"ModelName": text}, ())


@pytest.mark.parametrize("expression", [
    "str(f())", "str()", "str(1, 2)", "str(b'a')", "str(1, encoding='x')", "json.dumps({})", "json.dumps(a, indent=2)", "my.dumps(1)",
    "str(1e999)", "str(0x" + "f" * 5000 + ")", "str(unknown)", "str(None)", "repr(1)", "int('1')", "str(1 + 1)", "x.str(1)",
])  # fmt: skip
def test_any_other_call_is_not_known(expression: str) -> None:
    [finding] = read(f"sm.create_model(ModelName={expression})").findings

    assert (finding.code, finding.pointer) == ("reference", "/ModelName")
