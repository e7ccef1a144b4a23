"""When do a request and what AWS says of its SageMaker model mean the same?

Both are brought into one form, in which nothing is said that goes without saying. What this takes away is what AWS fills
in; everything else must be equal, and nothing may be there that was not asked for. It shares no line with the product's
own comparison.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Facts about the SageMaker model, not members of the request; tags are told by ListTags.
NOT_ASKED_FOR = ("ModelArn", "CreationTime", "DeploymentRecommendation", "ResponseMetadata", "Tags")


def normal(document: Mapping[str, Any]) -> Any:
    """Return the normal form of a request, or of DescribeModel's answer."""
    kept = {name: value for name, value in document.items() if name not in NOT_ASKED_FOR}
    if kept.get("InferenceExecutionConfig") == {"Mode": "Serial"}:
        del kept["InferenceExecutionConfig"]
    if "PrimaryContainer" in kept:
        kept["PrimaryContainer"] = container(kept["PrimaryContainer"])
    if "Containers" in kept:
        kept["Containers"] = [container(each) for each in kept["Containers"]]
    return said(kept)


def container(sent: Mapping[str, Any]) -> Any:
    """Return a container without the mode that every one has, and with its archive told once."""
    kept = {name: value for name, value in sent.items() if (name, value) != ("Mode", "SingleModel")}
    url = kept.get("ModelDataUrl")
    archive = {"S3DataSource": {"S3Uri": url, "S3DataType": "S3Object", "CompressionType": "Gzip"}}
    if url and kept.get("ModelDataSource") == archive:
        del kept["ModelDataSource"]
    return kept


def said(value: Any) -> Any:
    """Return a value without members that say nothing: false, and what is empty; but a map's empty text says something."""
    if isinstance(value, dict):
        members = {name: member if name == "Environment" else said(member) for name, member in value.items()}
        return {name: member for name, member in members.items() if member not in (False, {}, [])}
    return [said(item) for item in value] if isinstance(value, list) else value
