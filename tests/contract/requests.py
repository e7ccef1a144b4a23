"""Which requests do the tests of the contract begin with?"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models_ui.contract.json_types import Document
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole

CORPUS = json.loads((Path(__file__).parents[1] / "data" / "requests.json").read_text(encoding="utf-8"))

# A legal text for each shape with a pattern.
TEXTS = {
    "ModelName": "churn-1",
    "ContainerHostname": "churn-1",
    "InferenceSpecificationName": "churn-1",
    "ContainerImage": "123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1",
    "Url": "s3://acme/churn.tar.gz",
    "S3ModelUri": "s3://acme/churn/",
    "RepositoryCredentialsProviderArn": "arn:aws:lambda:us-east-1:123456789012:function:registry",
    "HubContentArn": "arn:aws:sagemaker:us-east-1:123456789012:hub-content/a/Model/b/1",
    "AdditionalModelChannelName": "adapters",
    "EnvironmentKey": "SAGEMAKER_PROGRAM",
    "EnvironmentValue": "inference.py",
    "VersionedArnOrName": "churn",
    "MetricsEndpointPath": "/metrics",
    "RoleArn": "arn:aws:iam::123456789012:role/SageMaker",
    "TagKey": "team",
    "TagValue": "risk",
    "SecurityGroupId": "sg-1",
    "SubnetId": "subnet-1",
}


def whole(node: Node) -> Any:
    """Return a value with every member that a node has, each legal."""
    match node:
        case Structure():
            return {name: whole(member) for name, member in node.members.items()}
        case ListOf():
            return [whole(node.item)]
        case MapOf():
            return {whole(node.key): whole(node.value)}
        case Text():
            return node.choices[0] if node.choices else TEXTS.get(node.name, "text")
        case Whole():
            return 60
        case Flag():
            return True


def places(node: Node, pointer: str = "") -> Iterator[tuple[str, Node]]:
    """Yield every place of `whole(node)` with its node: map entries by their value, list items as the first."""
    yield pointer, node
    match node:
        case Structure():
            for name, member in node.members.items():
                yield from places(member, f"{pointer}/{name}")
        case ListOf():
            yield from places(node.item, f"{pointer}/0")
        case MapOf():
            yield from places(node.value, f"{pointer}/{whole(node.key)}")


def holding(pointer: str, value: Any, tree: Structure) -> Document:
    """Return a small legal request but for the value at one place; only what leads there and what is required is in it."""
    document: dict[str, Any] = {"ModelName": "churn-1"}
    _put(document, pointer.split("/")[1:], value, tree)
    return copy.deepcopy(document)


def _put(into: dict[str, Any], tokens: list[str], value: Any, node: Structure) -> None:
    for name in node.required:
        into.setdefault(name, whole(node.members[name]))
    name, member = tokens[0], node.members[tokens[0]]
    if len(tokens) == 1:
        into[name] = value
    elif isinstance(member, Structure):
        into[name] = {}
        _put(into[name], tokens[1:], value, member)
    elif isinstance(member, MapOf):
        into[name] = {tokens[1]: value}
    elif isinstance(member, ListOf):
        into[name] = [value]
        if isinstance(member.item, Structure) and len(tokens) > 2:
            into[name] = [{}]
            _put(into[name][0], tokens[2:], value, member.item)
