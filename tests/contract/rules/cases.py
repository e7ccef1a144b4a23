"""Which requests keep and break which rule?"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

from models_ui.contract.envelopes import Target
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document
from models_ui.contract.judging import judge

RULES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "data" / "rules.json").read_text(encoding="utf-8")
)
HERE = Target("123456789012", "us-east-1", None)
# A region in which AWS publishes little, and an image that it has elsewhere.
FAR = Target("123456789012", "ap-southeast-7", None)
LACKING = "763104351884.dkr.ecr.ap-southeast-7.amazonaws.com/sagemaker-tritonserver:23.12-py3"
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/infer:1.0"
ROLE = "arn:aws:iam::123456789012:role/SageMaker"
PACKAGE = "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3"
FOREIGN = "arn:aws:sagemaker:us-east-1:865070037744:model-package/vendor"
FOLDER: dict[str, Any] = {"S3Uri": "s3://acme/model/", "S3DataType": "S3Prefix", "CompressionType": "None"}
NETWORK: dict[str, Any] = {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-1"]}


def one(**members: Any) -> dict[str, Any]:
    """Return a request with one container that runs an image; None takes a member away."""
    container = {"Image": IMAGE, **members}
    return request(PrimaryContainer={name: value for name, value in container.items() if value is not None})


def several(*containers: dict[str, Any], **members: Any) -> dict[str, Any]:
    """Return a request with a list of containers, each with an image of its own if it names nothing to run."""
    runs = [container if "ModelPackageName" in container else {"Image": IMAGE, **container} for container in containers]
    return request(Containers=runs, **members)


def request(**members: Any) -> dict[str, Any]:
    """Return a request with a name and a role."""
    return {"ModelName": "churn", "ExecutionRoleArn": ROLE, **members}


def said(document: Document, *codes: str, target: Target | None = HERE, use: str = "") -> list[tuple[str, str]]:
    """Return code and place of what is said of a request, of some codes only where they are named."""
    found = judge(document, target=target, use=use)
    return [(finding.code, finding.pointer) for finding in found if not codes or finding.code in codes]


def broken(code: str, document: Document, *, target: Target | None = HERE, use: str = "") -> list[Finding]:
    """Return the findings of one rule."""
    return [finding for finding in judge(document, target=target, use=use) if finding.code == code]


def is_inside(pointer: str, field: str) -> bool:
    """Say whether a place lies in a field as the catalogue writes it: `*.Image`, `Tags[].Key`."""
    parts = [r"(?:/[^/]+)+?" if part == "*" else "/" + part.replace("[]", "(?:/[0-9]+)?") for part in field.split(".")]
    return re.fullmatch("".join(parts) + "(?:/.*)?", pointer) is not None


def in_pipeline(document: Document, index: int) -> Document:
    """Return the request with its container at this position of a pipeline of three; the others are good ones."""
    moved = copy.deepcopy(document)
    containers: list[Any] = [{"Image": IMAGE} for _ in range(3)]
    containers[index] = moved.pop("PrimaryContainer")
    return {**moved, "Containers": containers}


def in_channel(document: Document, index: int) -> Document:
    """Return the request with its data source at this position of three additional ones; the others are good ones."""
    moved: Any = copy.deepcopy(document)
    container = moved["PrimaryContainer"]
    sources = [{"ChannelName": f"c{number}", "S3DataSource": dict(FOLDER)} for number in range(3)]
    sources[index]["S3DataSource"] = container["ModelDataSource"]["S3DataSource"]
    container["ModelDataSource"] = {"S3DataSource": dict(FOLDER)}
    container["AdditionalModelDataSources"] = sources
    return dict(moved)
