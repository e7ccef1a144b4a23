"""Is a request said in words, whatever is in it?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.web.in_words import Words, words
from tests.factories import request


def test_one_container() -> None:
    assert words(request("churn")) == Words(1, ["churn-post:1.4.2"], "", "SageMakerExecutionRole", 0)


def test_image_of_aws_is_said_in_words() -> None:
    image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-gpu-py312"
    said = words(request("churn", PrimaryContainer={"Image": image}))
    assert said.runs == ["AWS PyTorch inference 2.6.0, GPU, Python 3.12"]


@pytest.mark.parametrize(
    ("config", "mode"),
    [({}, "run in series"), ({"InferenceExecutionConfig": {"Mode": "Direct"}}, "each called by its name")],
)
def test_pipeline(config: dict[str, Any], mode: str) -> None:
    package = "arn:aws:sagemaker:us-east-1:123456789012:model-package/fraud/3"
    containers = [{"Image": "registry/a:1"}, {"ModelPackageName": package}, {}]
    said = words(request("churn", PrimaryContainer=None, Containers=containers, **config))

    assert said.runs == ["a:1", "model package fraud/3", "something that the request does not name"]
    assert said.mode == mode


def test_network() -> None:
    assert words(request("churn", VpcConfig={"Subnets": ["a", "b"], "SecurityGroupIds": ["c"]})).subnets == 2


@pytest.mark.parametrize(
    "document",
    [{}, {"Containers": 1, "ExecutionRoleArn": [], "VpcConfig": {"Subnets": 7}, "InferenceExecutionConfig": 1}],
)
def test_any_document(document: dict[str, Any]) -> None:
    assert words(document) == Words(0, [], "", "", 0)


def test_what_turns_the_reading_order_around_is_told() -> None:
    assert words(request("churn", PrimaryContainer={"Image": "registry/a\u202e:1"})).runs == ["aU+202E:1"]
