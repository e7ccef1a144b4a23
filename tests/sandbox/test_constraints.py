"""Which lengths, counts, patterns and enums are refused, and in which words?

The form of the text is the one quoted in aws-samples/sagemaker-ml-workflow-with-apache-airflow#3.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.calls import REGISTRY, container, pipeline, request, source, text
from tests.sandbox_server import Sandbox

VPC = {"SecurityGroupIds": ["sg-04c1a2f9"], "Subnets": ["subnet-0f3a19c2"]}
BROKEN: list[tuple[dict[str, Any], str, str]] = [
    (request("bad_name"), "modelName", "Member must satisfy regular expression pattern: "),
    (request(""), "modelName", "Member must satisfy regular expression pattern: "),
    (request("ends-"), "modelName", "Member must satisfy regular expression pattern: "),
    (request("bad\n"), "modelName", "Member must satisfy regular expression pattern: "),
    (request("مدل"), "modelName", "Member must satisfy regular expression pattern: "),
    (request("n" * 64), "modelName", "Member must have length less than or equal to 63"),
    (
        request(ExecutionRoleArn="arn:aws:iam::1234567890:role/service-role/a"),
        "executionRoleArn",
        "Member must satisfy regular expression pattern: ",
    ),
    (
        request(ExecutionRoleArn="arn:aws:iam::१२३४५६७८९०१२:role/a"),
        "executionRoleArn",
        "Member must satisfy regular expression pattern: ",
    ),
    (
        request(PrimaryContainer=container(Image=f"{REGISTRY}/a b:1")),
        "primaryContainer.image",
        "Member must satisfy re",
    ),
    (request(PrimaryContainer=container(Image="i" * 256)), "primaryContainer.image", "Member must have length less t"),
    (
        request(PrimaryContainer=container(Mode="Many")),
        "primaryContainer.mode",
        "Member must satisfy enum value set: [SingleModel, MultiModel]",
    ),
    (
        request(PrimaryContainer=container(ContainerHostname="h-" * 32 + "h")),
        "primaryContainer.containerHostname",
        "Member must have length less than or equal to 63",
    ),
    (
        request(PrimaryContainer=container(ModelDataUrl="ftp://a/b.tar.gz")),
        "primaryContainer.modelDataUrl",
        "Member must satisfy regular expression pattern: ",
    ),
    (
        request(PrimaryContainer=container(ModelDataUrl=None, ModelDataSource=source(packing="none"))),
        "primaryContainer.modelDataSource.s3DataSource.compressionType",
        "Member must satisfy enum value set: [None, Gzip]",
    ),
    (
        request(PrimaryContainer=container(Environment={"1A": "x"})),
        "primaryContainer.environment",
        "Map keys must satisfy constraint: [Member must have length less than or equal to 1024",
    ),
    (
        request(PrimaryContainer=container(Environment={"A": "x" * 1025})),
        "primaryContainer.environment",
        "Map value must satisfy constraint: [Member must have length less than or equal to 1024",
    ),
    (
        request(PrimaryContainer=container(Environment={f"A{n}": "" for n in range(101)})),
        "primaryContainer.environment",
        "Member must have length less than or equal to 100",
    ),
    (
        request(
            PrimaryContainer=container(
                AdditionalModelDataSources=[{"ChannelName": f"c{n}", **source()} for n in range(6)]
            )
        ),
        "primaryContainer.additionalModelDataSources",
        "Member must have length less than or equal to 5",
    ),
    (
        request(PrimaryContainer=container(AdditionalModelDataSources=[{"ChannelName": "a b", **source()}])),
        "primaryContainer.additionalModelDataSources.1.member.channelName",
        "Member must satisfy regular expression pattern: ",
    ),
    (pipeline(*[container()] * 16), "containers", "Member must have length less than or equal to 15"),
    (pipeline(container(), container(Image="a b")), "containers.2.member.image", "Member must satisfy regular"),
    (request(InferenceExecutionConfig={"Mode": "DIRECT"}), "inferenceExecutionConfig.mode", "Member must satisfy enum"),
    (
        request(VpcConfig={**VPC, "SecurityGroupIds": [f"sg-{n}" for n in range(6)]}),
        "vpcConfig.securityGroupIds",
        "Member must have length less than or equal to 5",
    ),
    (
        request(VpcConfig={**VPC, "Subnets": [f"subnet-{n}" for n in range(17)]}),
        "vpcConfig.subnets",
        "Member must have length less than or equal to 16",
    ),
    (request(VpcConfig={**VPC, "Subnets": ["subnet_1"]}), "vpcConfig.subnets", "Member must satisfy constraint: ["),
    (
        request(Tags=[{"Key": f"k{n}", "Value": ""} for n in range(51)]),
        "tags",
        "Member must have length less than or equal to 50",
    ),
    (request(Tags=[{"Key": "k" * 129, "Value": ""}]), "tags.1.member.key", "Member must have length less than or equ"),
    (request(Tags=[{"Key": "k", "Value": "#(1)"}]), "tags.1.member.value", "Member must satisfy regular expression p"),
]


@pytest.mark.parametrize(("sent", "path", "words"), BROKEN)
def test_a_broken_constraint_is_refused_at_its_place(
    sandbox: Sandbox, sent: dict[str, Any], path: str, words: str
) -> None:
    said = text(sandbox.client(), sent)
    assert said.startswith("1 validation error detected: Value '")
    assert f"' at '{path}' failed to satisfy constraint: {words}" in said


def test_two_broken_constraints_are_told_in_one_text(sandbox: Sandbox) -> None:
    said = text(sandbox.client(), request("{{ job.name }} of the day, which nobody has rendered before it was sent"))
    assert said.startswith("2 validation errors detected: Value '{{ job")
    assert said.count("at 'modelName' failed to satisfy constraint: Member must ") == 2


def test_tags_of_every_script_are_taken(sandbox: Sandbox) -> None:
    sandbox.client().create_model(**request(Tags=[{"Key": "équipe", "Value": "リスク ١٢"}]))
    assert sandbox.calls("CreateModel")[0]["outcome"] == "done"


def test_the_largest_request_is_taken(sandbox: Sandbox) -> None:
    every = container(Environment={f"K{n}": "v" for n in range(100)})
    sent = pipeline(*[every] * 15, Tags=[{"Key": f"k{n}", "Value": ""} for n in range(50)])
    assert sandbox.client().create_model(**sent)["ModelArn"].endswith(":model/churn")
