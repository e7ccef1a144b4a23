"""What do the tests of the sandbox send, and how do they read a refusal?"""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

ROLE = "arn:aws:iam::123456789012:role/SageMakerExecutionRole"
REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com"
IMAGE = f"{REGISTRY}/churn-post:1.4.2"
URL = "s3://acme-models/churn/7/model.tar.gz"


def container(**members: Any) -> dict[str, Any]:
    """Return a container that can be created; members replace or add, None takes one away."""
    return _without_none({"Image": IMAGE, "ModelDataUrl": URL, **members})


def source(uri: str = "s3://acme-models/churn/7/", kind: str = "S3Prefix", packing: str = "None", **more: Any) -> Any:
    """Return a ModelDataSource."""
    return {"S3DataSource": {"S3Uri": uri, "S3DataType": kind, "CompressionType": packing, **more}}


def request(name: str = "churn", **members: Any) -> dict[str, Any]:
    """Return a request that can be created; members replace or add, None takes one away."""
    return _without_none({"ModelName": name, "ExecutionRoleArn": ROLE, "PrimaryContainer": container(), **members})


def pipeline(*containers: dict[str, Any], **members: Any) -> dict[str, Any]:
    """Return a request with a list of containers."""
    return request(PrimaryContainer=None, Containers=list(containers), **members)


def _without_none(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not None}


def refusal(client: Any, sent: dict[str, Any], operation: str = "create_model") -> str:
    """Return code and text of AWS's refusal. Fails where there is none."""
    try:
        getattr(client, operation)(**sent)
    except ClientError as refused:
        error = refused.response["Error"]
        return f"{error['Code']}: {error['Message']}"
    raise AssertionError("The call was not refused.")


def text(client: Any, sent: dict[str, Any], operation: str = "create_model") -> str:
    """Return the text of a ValidationException. Fails for anything else."""
    said = refusal(client, sent, operation)
    assert said.startswith("ValidationException: "), said
    return said.removeprefix("ValidationException: ")
