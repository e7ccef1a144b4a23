"""What do the SageMaker operations beside CreateModel do?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.calls import IMAGE, URL, container, pipeline, request, text
from tests.sandbox_server import Sandbox

ARN = "arn:aws:sagemaker:us-east-1:123456789012:model/churn"


def described(sandbox: Sandbox, sent: dict[str, Any]) -> dict[str, Any]:
    """Create a model and return what DescribeModel says of it."""
    sandbox.client().create_model(**sent)
    found: dict[str, Any] = sandbox.client().describe_model(ModelName=sent["ModelName"])
    return found


def test_describe_fills_in_what_aws_fills_in(sandbox: Sandbox) -> None:
    found = described(sandbox, request())
    archive = {"S3Uri": URL, "S3DataType": "S3Object", "CompressionType": "Gzip"}
    assert found["PrimaryContainer"] == {
        "Image": IMAGE,
        "Mode": "SingleModel",
        "ModelDataUrl": URL,
        "ModelDataSource": {"S3DataSource": archive},
    }
    assert (found["ModelArn"], found["EnableNetworkIsolation"]) == (ARN, False)


def test_describe_tells_no_tags_and_no_empty_sections(sandbox: Sandbox) -> None:
    tags = [{"Key": "team", "Value": "risk"}]
    found = described(sandbox, request(Tags=tags, Containers=[], PrimaryContainer=container(Environment={})))
    assert not {"Tags", "Containers", "VpcConfig", "InferenceExecutionConfig"} & set(found)
    assert "Environment" not in found["PrimaryContainer"]


def test_describe_gives_back_what_moto_loses(sandbox: Sandbox) -> None:
    one = container(ContainerHostname="one")
    sent = pipeline(one, {**one, "ContainerHostname": "two"}, InferenceExecutionConfig={"Mode": "Direct"})
    found = described(sandbox, {**sent, "EnableNetworkIsolation": True})
    assert found["InferenceExecutionConfig"] == {"Mode": "Direct"}
    assert found["EnableNetworkIsolation"] is True


@pytest.mark.parametrize("operation", ["describe_model", "delete_model"])
def test_a_missing_model_is_no_resource_not_found(sandbox: Sandbox, operation: str) -> None:
    assert text(sandbox.client(), {"ModelName": "churn"}, operation) == f'Could not find model "{ARN}".'


def test_describe_of_a_wrong_name_is_another_validation_error(sandbox: Sandbox) -> None:
    said = text(sandbox.client(), {"ModelName": "no_name"}, "describe_model")
    assert said.startswith("1 validation error detected: Value 'no_name' at 'modelName'")


def test_delete_frees_the_name(sandbox: Sandbox) -> None:
    client = sandbox.client()
    client.create_model(**request())
    client.delete_model(ModelName="churn")
    client.create_model(**request())
    assert sandbox.ledger()["effects"][0]["count"] == 2


def names(sandbox: Sandbox, **query: Any) -> list[str]:
    """Return the names of a page of ListModels."""
    return [model["ModelName"] for model in sandbox.client().list_models(**query)["Models"]]


def test_list_sorts_and_filters(sandbox: Sandbox) -> None:
    for name in ("churn-b", "fraud", "churn-a"):
        sandbox.client().create_model(**request(name))
    assert names(sandbox) == ["churn-a", "fraud", "churn-b"]
    assert names(sandbox, SortBy="Name", SortOrder="Ascending", NameContains="churn") == ["churn-a", "churn-b"]
    assert names(sandbox, CreationTimeBefore="2020-01-01T00:00:00Z") == []
    assert len(names(sandbox, CreationTimeAfter="2020-01-01T00:00:00Z")) == 3


def test_list_pages_through_everything_once(sandbox: Sandbox) -> None:
    for number in range(12):
        sandbox.client().create_model(**request(f"m{number:02}"))
    pages = list(sandbox.client().get_paginator("list_models").paginate(SortBy="Name", SortOrder="Ascending"))
    assert [len(page["Models"]) for page in pages] == [10, 2]
    assert [model["ModelName"] for page in pages for model in page["Models"]] == [f"m{n:02}" for n in range(12)]


def test_list_refuses_a_token_that_it_never_gave(sandbox: Sandbox) -> None:
    assert "NextToken" in text(sandbox.client(), {"NextToken": "abc"}, "list_models")


def test_tags_come_in_pages(sandbox: Sandbox) -> None:
    client = sandbox.client()
    tags = [{"Key": f"k{number:02}", "Value": ""} for number in range(50)]
    client.create_model(**request(Tags=tags))
    assert "NextToken" in client.list_tags(ResourceArn=ARN)
    pages = client.get_paginator("list_tags").paginate(ResourceArn=ARN)
    assert [tag for page in pages for tag in page["Tags"]] == tags


def test_added_tags_replace_those_of_the_same_key(sandbox: Sandbox) -> None:
    client = sandbox.client()
    client.create_model(**request(Tags=[{"Key": "team", "Value": "risk"}]))
    client.add_tags(ResourceArn=ARN, Tags=[{"Key": "team", "Value": "fraud"}, {"Key": "env", "Value": "prod"}])
    found = {tag["Key"]: tag["Value"] for tag in client.list_tags(ResourceArn=ARN)["Tags"]}
    assert found == {"team": "fraud", "env": "prod"}


def test_a_model_has_at_most_fifty_tags(sandbox: Sandbox) -> None:
    client = sandbox.client()
    client.create_model(**request(Tags=[{"Key": f"k{number}", "Value": ""} for number in range(50)]))
    more = {"ResourceArn": ARN, "Tags": [{"Key": "one-more", "Value": ""}]}
    assert "at most 50 tags" in text(client, more, "add_tags")


def test_a_missing_model_has_no_tags(sandbox: Sandbox) -> None:
    assert ARN in text(sandbox.client(), {"ResourceArn": ARN}, "list_tags")


def test_wrong_types_are_refused_before_all_else(sandbox: Sandbox) -> None:
    sent = b'{"ModelName": "a", "EnableNetworkIsolation": "true"}'
    assert raw(sandbox, sent) == (
        "SerializationException",
        "STRING_VALUE can not be converted to boolean at 'enableNetworkIsolation'",
    )


@pytest.mark.parametrize("sent", [b"[]", b"{", b"\xff", b'{"ModelName": NaN}', b"[" * 100_000])
def test_what_is_no_json_object_is_refused(sandbox: Sandbox, sent: bytes) -> None:
    assert raw(sandbox, sent)[0] == "SerializationException"


def test_unknown_members_are_refused(sandbox: Sandbox) -> None:
    assert raw(sandbox, b'{"ModelName": "a", "Framework": "x"}')[1] == "Unknown member 'framework'"


def raw(sandbox: Sandbox, sent: bytes) -> tuple[str, str]:
    """Send what boto3 would not, and return code and text of the refusal."""
    import json
    import urllib.error
    import urllib.request

    scope = "AWS4-HMAC-SHA256 Credential=testing/20261120/us-east-1/sagemaker/aws4_request, SignedHeaders=host"
    headers = {"Authorization": scope, "X-Amz-Target": "SageMaker.CreateModel"}
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(sandbox.url, sent, headers))  # noqa: S310 - our own server
    with refused.value as answer:
        said = json.load(answer)
    return said["__type"], said["message"]
