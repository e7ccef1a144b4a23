"""Which requests do the pages show? Large ones, broken ones, and such with everything in them."""

from __future__ import annotations

from typing import Any

from tests import factories
from tests.factories import IMAGE

# What people paste into sentences, without a place to break it.
LONG_WORD = "https://tickets.example.com/browse/" + "very-long-address/" * 12
LINK = "https://us-east-1.console.aws.amazon.com/s3/object/acme-models?region=us-east-1&prefix=churn/7/model.tar.gz"
TOKEN = "hf_" + "a" * 34


def pipeline(name: str, containers: int = 2) -> dict[str, Any]:
    """Return a pipeline inside a VPC, with tags."""
    return {
        "ModelName": name,
        "Containers": [
            {
                "ContainerHostname": f"step-{number}",
                "Image": IMAGE,
                "ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz",
                "Environment": {"LOG_LEVEL": "info"},
            }
            for number in range(1, containers + 1)
        ],
        "InferenceExecutionConfig": {"Mode": "Serial"},
        "ExecutionRoleArn": factories.ROLE_ARN,
        "VpcConfig": {"Subnets": ["subnet-0f3a19c2", "subnet-0b77d1e4"], "SecurityGroupIds": ["sg-04c1a2f9"]},
        "Tags": [{"Key": "team", "Value": "risk"}, {"Key": "empty", "Value": ""}],
    }


def source(folder: str) -> dict[str, Any]:
    """Return an S3 data source."""
    return {"S3Uri": f"s3://acme-models/{folder}/", "S3DataType": "S3Prefix", "CompressionType": "None"}


def stored(model: str, **members: Any) -> dict[str, Any]:
    """Return a request whose container has its artefacts stored somehow."""
    container = {name: value for name, value in {"Image": IMAGE, **members}.items() if value is not None}
    return factories.request(model, PrimaryContainer=container)


def variables(model: str) -> dict[str, Any]:
    """Return a request whose container has every kind of variable, in an image whose variables are known."""
    image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/djl-inference:0.30.0-lmi12.0.0-cu124"
    schema = '{"input": [' + ", ".join(f'{{"name": "c{n}", "type": "double"}}' for n in range(4)) + "]}"
    text = {"MODE": "fast", "HF_TOKEN": "hf_" + "x" * 34, "SCHEMA": schema, "BROKEN": '{"a": 1', "LINES": "a\nb\n"}
    return stored(model, Image=image, Environment={**text, "LONG": "x" * 1100})


def largest(name: str) -> dict[str, Any]:
    """Return a request whose one container has everything, as often as it may."""
    container = {
        "Image": "registry.example.com/llm/server:9.1",
        "ImageConfig": {
            "RepositoryAccessMode": "Vpc",
            "RepositoryAuthConfig": {
                "RepositoryCredentialsProviderArn": "arn:aws:lambda:us-east-1:123456789012:function:registry-credentials"
            },
        },
        "Mode": "SingleModel",
        "ModelDataSource": {"S3DataSource": {**source("llm/support-7b"), "ModelAccessConfig": {"AcceptEula": True}}},
        "AdditionalModelDataSources": [
            {"ChannelName": f"channel-{number}", "S3DataSource": source(f"llm/part-{number}")} for number in range(5)
        ],
        "Environment": {
            "HF_TOKEN": TOKEN,
            **{f"SETTING_{number:02}": f"{'a long value ' * 6}{number}" for number in range(99)},
        },
        "ContainerMetricsConfig": {
            "MetricsEndpoints": [{"MetricsEndpointPath": "/metrics", "MetricPublishFrequencyInSeconds": 60}]
        },
    }
    whole = {**pipeline(name), "PrimaryContainer": container, "EnableNetworkIsolation": True}
    del whole["Containers"], whole["InferenceExecutionConfig"]
    return whole


def broken(name: str) -> dict[str, Any]:
    """Return a request with something wrong on every screen, members that are none and values of a wrong type."""
    return {
        "ModelName": name,
        "PrimaryContainer": {
            "Image": "not an image at all",
            "ModelDataUrl": "acme-models/churn/7/model.tar.gz",
            "Environment": {"": "no name", "TOO-STRANGE": "x", "NUMBER": 7},
            "Colour": "red",
            "MultiModelConfig": {"ModelCacheSetting": "Sometimes"},
        },
        "ExecutionRoleArn": "SageMakerExecutionRole",
        "VpcConfig": {"Subnets": ["subnet-0f3a19c2", "net 2"]},
        "Tags": [{"Key": "", "Value": "risk"}, {"Key": "team", "Value": "x" * 300}],
        "Priority": {"Level": [1, 2, 3]},
    }
