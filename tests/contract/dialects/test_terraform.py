"""Is Terraform read as it would send it?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from models_ui.contract.dialects.terraform import read
from models_ui.contract.dialects.terraform_writing import write, write_json
from models_ui.contract.loader import NotReadable

CONFIGURATION = """
variable "image" { default = "123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1" }
variable "role" { type = string }
locals { team = "risk" }
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow" }] })
}
resource "aws_sagemaker_model" "m" {
  name               = "churn-${var.env}" # from outside
  execution_role_arn = var.role
  primary_container {
    image = var.image   # here
    environment = {
      TOKEN = data.x.y["z"]
      "A B" = "x"
      C     = <<-EOT
        hello
          world
      EOT
    }
  }
  tags = { team = local.team }
  lifecycle { create_before_destroy = true }
}
resource "aws_sagemaker_model" "other" { name = "b" }
"""


def attribute(expression: str) -> Any:
    """Return what an expression is read as, at a place that the contract does not know."""
    return read(f'resource "aws_sagemaker_model" "m" {{\n new = {expression}\n}}').document["new"]


def test_configuration_is_read_with_what_stands_in_it() -> None:
    assert read(CONFIGURATION).document == {
        "ModelName": "{{ churn-${var.env} }}",
        "ExecutionRoleArn": "{{ var.role }}",
        "PrimaryContainer": {
            "Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1",
            "Environment": {"TOKEN": {"reference": '{{ data.x.y["z"] }}'}, "A B": "x", "C": "hello\n  world\n"},
            "Mode": "SingleModel",
        },
        "Tags": [{"Key": "team", "Value": "risk"}],
    }


def test_everything_else_is_told_with_its_line() -> None:
    told = [(finding.code, finding.pointer, finding.message.split(":")[0]) for finding in read(CONFIGURATION).findings]

    assert sorted(told) == [
        ("dropped", "", "Line 23"),
        ("dropped", "", "Line 25"),
        ("guessed", "/PrimaryContainer/Mode", "Line 11"),
        ("reference", "/ExecutionRoleArn", "Line 10"),
        ("reference", "/ModelName", "Line 9"),
        ("reference", "/PrimaryContainer/Environment/TOKEN", "Line 14"),
    ]


@pytest.mark.parametrize(("expression", "value"), [
    ('"a"', "a"), ("true", True), ("60", 60), ("-1.5", -1.5), ("[]", []), ('["a", "b",]', ["a", "b"]), ("{}", {}),
    ('{ a = "b", "c" : "d" }', {"a": "b", "c": "d"}), ('"\\u00e9\\n\\"\\\\"', 'é\n"\\'), ('"$${a} %%{b} $5 100%"', "${a} %{b} $5 100%"),
    ("<<EOT\n a\nEOT", " a\n"), ("<<-EOT\n  a\n b\n  EOT", " a\nb\n"), ("<<EOT\n$${a}\nEOT", "${a}\n"), ('"a#b//c"', "a#b//c"),
    ("[ # one\n 1, // two\n /* three */ 2\n]", [1, 2]), ('"$${"', "${"),
])  # fmt: skip
def test_literals_are_read_as_terraform_reads_them(expression: str, value: Any) -> None:
    assert attribute(expression) == value


@pytest.mark.parametrize("expression", [
    "var.x", 'file("/etc/passwd")', '"${file("/etc/passwd")}"', "[for x in y : x]", "{ for x in y : x => x }", "a ? b : c", "1 + 1",
    '"a" == "b"', "!x", "(1)", "x[0].y", 'merge({ a = "b" }, local.c)', "<<EOT\n${x}\nEOT", '"%{ if x }a%{ endif }"',
    '"${"}"}"', 'f("}", [1])', "x...",
])  # fmt: skip
def test_nothing_is_evaluated(expression: str) -> None:
    text = f'resource "aws_sagemaker_model" "m" {{\n name = {expression}\n execution_role_arn = "a"\n}}'
    reading = read(text)

    assert [finding.pointer for finding in reading.findings] == ["/ModelName"]
    assert reading.document["ExecutionRoleArn"] == "a"


def test_containers_are_a_list_in_their_order() -> None:
    text = 'resource "aws_sagemaker_model" "m" {\n container {\n image = "a"\n mode = null\n }\n container {\n image = "b"\n }\n}'

    assert read(text).document == {"Containers": [{"Image": "a"}, {"Image": "b", "Mode": "SingleModel"}]}


def test_dynamic_block_is_told() -> None:
    text = 'resource "aws_sagemaker_model" "m" {\n dynamic "container" {\n for_each = x\n content {\n image = "a"\n }\n }\n}'
    [finding] = read(text).findings

    assert (
        finding.message
        == "Line 2: “dynamic” is left out. What a dynamic block makes is known only to Terraform. Add it by hand."
    )


def test_json_form_has_templates_too() -> None:
    model = {"name": "${var.name}", "primary_container": [{"image": "$${a}", "mode": "MultiModel"}], "//": "a comment"}
    text = json.dumps(
        {"resource": [{"aws_sagemaker_model": {"m": model}}], "variable": {"name": {"default": "churn-1"}}}
    )

    assert read(text).document == {"ModelName": "churn-1", "PrimaryContainer": {"Image": "${a}", "Mode": "MultiModel"}}


@pytest.mark.parametrize(("text", "sentence"), [
    ('resource "aws_sagemaker_model" "m" {\n name = "a"\n', "Line 3: the closing bracket of a block is missing"),
    ('resource "aws_sagemaker_model" "m" {\n name = "a\n}', "Line 2: the closing quotation mark of a text is missing"),
    ('resource "aws_sagemaker_model" "m" {\n name = "${a"\n}', "Line 2: the closing"),
    ('resource "aws_sagemaker_model" "m" {\n name = <<EOT\na\n}', "Line 2: the end of a text, EOT on a line of its own"),
    ('resource "aws_sagemaker_model" "m" {\n name = "\\q"\n}', "Line 2: a backslash begins"),
    ('resource "aws_sagemaker_model" "m" {\n /* a\n}', "Line 2: the end of a comment is missing"),
    ('resource "aws_sagemaker_model" "m" {\n name =\n}', "Line 2: a value is missing"),
    ('resource "aws_sagemaker_model" "m" {\n = "a"\n}', "Line 2: a name is expected here"),
    ('resource "aws_sagemaker_model" "m" {\n name = "a"\n name = "b"\n}', "Line 3: the name “name” stands twice"),
    ('resource "aws_s3_bucket" "m" {\n}', "There is no resource"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(NotReadable, match=sentence):
        read(text)


def test_what_we_write_is_laid_out_as_terraform_does() -> None:
    document: Any = {
        "ModelName": "churn-1",
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/R",
        "PrimaryContainer": {"Image": "a.b/c:1", "Mode": "SingleModel", "Environment": {"A": "$x", "true": "${y}"}},
        "Tags": [{"Key": "team", "Value": "risk"}],
    }

    assert (
        write(document).text
        == """resource "aws_sagemaker_model" "model" {
  name               = "churn-1"
  execution_role_arn = "arn:aws:iam::123456789012:role/R"
  tags               = {
    team = "risk"
  }

  primary_container {
    image       = "a.b/c:1"
    mode        = "SingleModel"
    environment = {
      A      = "$x"
      "true" = "$${y}"
    }
  }
}
"""
    )


@pytest.mark.parametrize(("document", "note"), [
    ({"ModelName": "a"}, "Terraform wants an execution_role_arn, which this request does not have."),
    ({"ExecutionRoleArn": "a", "Tags": []}, "Terraform has no place for Tags."),
    ({"ExecutionRoleArn": "a", "Containers": []}, "Terraform has no place for Containers."),
    ({"ExecutionRoleArn": "a", "VpcConfig": "x"}, "Terraform has no place for VpcConfig."),
    ({"ExecutionRoleArn": "a", "New": 1}, "Terraform has no place for New."),
    ({"ExecutionRoleArn": "a", "Tags": [{"Key": "a", "Value": "b"}, {"Key": "a", "Value": "c"}]}, "Terraform has no place for Tags.1."),
    ({"ExecutionRoleArn": "a", "PrimaryContainer": {"ContainerMetricsConfig": {}}},
     "Terraform has no place for PrimaryContainer.ContainerMetricsConfig."),
])  # fmt: skip
def test_what_terraform_cannot_say_is_noted(document: Any, note: str) -> None:
    assert write(document).notes == (note,)
    assert note in write_json(document).text


def test_block_has_two_labels_at_most() -> None:
    with pytest.raises(NotReadable, match="Line 1: a block has more than two labels"):
        read('resource "aws_sagemaker_model" "m" "n" {\n name = "a"\n}')
