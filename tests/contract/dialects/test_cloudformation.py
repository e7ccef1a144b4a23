"""Is CloudFormation read as it would send it?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from models_ui.contract.dialects.cloudformation import read, write, write_json
from models_ui.contract.loader import NotReadable

TEMPLATE = """AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Image: {Type: String, Default: "a.b/c:1"}
  Name: {Type: String}
Resources:
  Bucket:
    Type: AWS::S3::Bucket
  M:
    Type: AWS::SageMaker::Model
    Properties:
      ModelName: !Ref Name
      ExecutionRoleArn: !GetAtt Role.Arn
      PrimaryContainer:
        Image: !Ref Image
        ModelDataUrl: !Sub "s3://${Bucket}/model.tar.gz"
        Environment:
          WORKERS: 4
          DEBUG: yes
          CHOSEN: !If [a, b, c]
          GONE: !Ref AWS::NoValue
          PLAIN: !Sub text
      VpcConfig:
        Subnets: !Split [",", "a,b"]
        SecurityGroupIds: [!Ref Group]
"""


def test_template_is_read_with_what_stands_in_it() -> None:
    assert read(TEMPLATE).document == {
        "ModelName": "{{ Name }}",
        "ExecutionRoleArn": "{{ Role.Arn }}",
        "PrimaryContainer": {
            "Image": "a.b/c:1",
            "ModelDataUrl": "{{ s3://${Bucket}/model.tar.gz }}",
            "Environment": {"WORKERS": "4", "DEBUG": "true", "CHOSEN": {"reference": "{{ Fn::If }}"}, "PLAIN": "text"},
        },
        "VpcConfig": {"Subnets": {"reference": "{{ Fn::Split }}"}, "SecurityGroupIds": ["{{ Group }}"]},
    }


def test_everything_else_is_told_with_its_line() -> None:
    told = [(finding.message.split(":")[0], finding.code, finding.pointer) for finding in read(TEMPLATE).findings]

    assert told == [
        ("Line 11", "reference", "/ModelName"),
        ("Line 12", "reference", "/ExecutionRoleArn"),
        ("Line 15", "reference", "/PrimaryContainer/ModelDataUrl"),
        ("Line 17", "guessed", "/PrimaryContainer/Environment/WORKERS"),
        ("Line 18", "guessed", "/PrimaryContainer/Environment/DEBUG"),
        ("Line 19", "reference", "/PrimaryContainer/Environment/CHOSEN"),
        ("Line 23", "reference", "/VpcConfig/Subnets"),
        ("Line 24", "reference", "/VpcConfig/SecurityGroupIds/0"),
    ]


@pytest.mark.parametrize(("function", "value"), [
    ({"Ref": "Image"}, "{{ Image }}"),
    ({"Fn::GetAtt": ["Role", "Arn"]}, "{{ Role.Arn }}"),
    ({"Fn::Sub": ["${A}-x", {"A": "b"}]}, "{{ ${A}-x }}"),
    ({"Fn::Sub": "x"}, "x"),
    ({"Fn::Join": ["", ["a", "b"]]}, "{{ Fn::Join }}"),
    ({"Fn::ImportValue": "x"}, "{{ x }}"),
])  # fmt: skip
def test_functions_have_a_long_form_too(function: Any, value: str) -> None:
    text = json.dumps({"Type": "AWS::SageMaker::Model", "Properties": {"ModelName": function}})

    assert read(text).document == {"ModelName": value}


def test_second_model_is_told() -> None:
    resource = {"Type": "AWS::SageMaker::Model", "Properties": {"ModelName": "a"}}
    [finding] = read(json.dumps({"Resources": {"A": resource, "B": resource}})).findings

    assert finding.message == "Line 1: another AWS::SageMaker::Model stands here. Only the first was taken."


def test_name_that_cloudformation_makes_is_asked_for() -> None:
    [finding] = read("Type: AWS::SageMaker::Model\nProperties: {}").findings

    assert (finding.pointer, finding.severity) == ("/ModelName", "warning")


@pytest.mark.parametrize("text", ["Resources: {}", "{}", "a: b", "- a", "Type: AWS::S3::Bucket"])
def test_what_has_no_model_is_refused(text: str) -> None:
    with pytest.raises(NotReadable, match="There is no AWS::SageMaker::Model here"):
        read(text)


def test_map_that_would_be_a_function_is_noted() -> None:
    document: Any = {"ModelName": "a", "PrimaryContainer": {"Environment": {"Ref": "x"}}}

    assert write(document).notes == ("CloudFormation has no place for PrimaryContainer.Environment.",)
    assert '"Ref"' in write(document).text


def test_notes_stand_in_the_metadata_of_json() -> None:
    template = json.loads(write_json({"ModelName": "a", "New": 1}).text)

    assert template["Metadata"] == {"Comments": ["CloudFormation has no place for New."]}
