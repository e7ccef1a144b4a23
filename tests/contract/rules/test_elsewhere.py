"""Is a broken rule found in whichever container or data source it is, there and nowhere else?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from models_ui.contract import pointers
from models_ui.contract.json_types import Document
from tests.contract.rules.cases import (
    FOLDER,
    IMAGE,
    NETWORK,
    RULES,
    broken,
    in_channel,
    in_pipeline,
    one,
    request,
    several,
)

ERRORS = {case["id"]: case["invalid"] for case in RULES if case["level"] == "error"}
# Of the request as a whole: there is one place only, and the examples have it.
OF_THE_WHOLE = {
    "container-choice",
    "containers-max",
    "direct-needs-two",
    "model-name-format",
    "role-account",
    "tags-max",
}
# Broken by hand below: they speak of items, not of a container that an example has.
OF_ITEMS = {
    "direct-needs-hostname",
    "hostname-all-or-none",
    "hostname-unique",
    "tags-unique",
    "tags-reserved",
    "tags-charset",
    "vpc-limits",
}
OF_A_CONTAINER = ERRORS.keys() - OF_THE_WHOLE - OF_ITEMS
OF_A_SOURCE = {"s3prefix-slash", "s3object-no-slash", "gzip-needs-object"}
NAMES = ["a", "b", "c", "d"]


@pytest.mark.parametrize("index", range(3))
@pytest.mark.parametrize("code", sorted(OF_A_CONTAINER))
def test_rule_of_a_container_is_found_in_any_of_a_pipeline(code: str, index: int) -> None:
    places = {finding.pointer for finding in broken(code, in_pipeline(ERRORS[code], index))}

    assert places
    assert [place for place in places if not place.startswith(f"/Containers/{index}/")] == []


@pytest.mark.parametrize("index", range(3))
@pytest.mark.parametrize("code", sorted(OF_A_SOURCE))
def test_rule_of_a_source_is_found_in_any_channel(code: str, index: int) -> None:
    document = in_channel(ERRORS[code], index)
    below = f"AdditionalModelDataSources/{index}/S3DataSource/"

    assert prefixes(code, document) == {f"/PrimaryContainer/{below}"}
    assert prefixes(code, in_pipeline(document, 2)) == {f"/Containers/2/{below}"}


def prefixes(code: str, document: Document) -> set[str]:
    """Return in which parts a rule is broken."""
    return {finding.pointer.rpartition("/")[0] + "/" for finding in broken(code, document)}


def items() -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield a rule of items, a request that breaks it at one of them, and that place."""
    for index in range(4):
        named: list[dict[str, Any]] = [{"ContainerHostname": name} for name in NAMES]
        missing = [{} if number == index else container for number, container in enumerate(named)]
        place = pointers.join("Containers", index, "ContainerHostname")
        yield "hostname-all-or-none", several(*missing), place
        yield "direct-needs-hostname", several(*missing, InferenceExecutionConfig={"Mode": "Direct"}), place
        if index:
            named[index] = {"ContainerHostname": NAMES[index - 1]}
            yield "hostname-unique", several(*named), place
    for index, key in enumerate(NAMES):
        tags = [{"Key": name, "Value": "v"} for name in NAMES]
        place = pointers.join("Tags", index)
        yield "tags-reserved", tagged(tags, index, Key=f"AWS:{key}"), f"{place}/Key"
        yield "tags-charset", tagged(tags, index, Key="k;"), f"{place}/Key"
        yield "tags-charset", tagged(tags, index, Value="v" * 257), f"{place}/Value"
        if index:
            yield "tags-unique", tagged(tags, index, Key=NAMES[0]), f"{place}/Key"
    for name, most in {"SecurityGroupIds": 5, "Subnets": 16}.items():
        for entries in ([], ["x"] * (most + 1), None):
            network = {**NETWORK, name: entries}
            known = {key: value for key, value in network.items() if value is not None}
            yield "vpc-limits", one() | {"VpcConfig": known}, f"/VpcConfig/{name}"


def tagged(tags: list[dict[str, str]], index: int, **members: str) -> dict[str, Any]:
    """Return a request whose tag at this position has other members."""
    return one() | {"Tags": [{**tag, **members} if number == index else tag for number, tag in enumerate(tags)]}


@pytest.mark.parametrize(("code", "document", "place"), list(items()))
def test_rule_of_items_is_found_at_the_one_that_breaks_it(code: str, document: Document, place: str) -> None:
    assert [finding.pointer for finding in broken(code, document)] == [place]


def more() -> Iterator[tuple[str, Any, str]]:
    """Yield other ways to break a rule than that of its example."""
    yield "container-choice", request(), "/PrimaryContainer"
    yield "container-choice", request(Containers=[]), "/Containers"
    yield "direct-needs-two", several({}, InferenceExecutionConfig={"Mode": "Direct"}), "/InferenceExecutionConfig/Mode"
    yield (
        "package-excludes-data",
        one(Image=None, ModelPackageName="churn", ModelDataSource={"S3DataSource": FOLDER}),
        "/PrimaryContainer/ModelDataSource",
    )
    yield (
        "s3object-no-slash",
        source(S3Uri="s3://acme", S3DataType="S3Object"),
        "/PrimaryContainer/ModelDataSource/S3DataSource/S3Uri",
    )
    for bucket in ("https://acme-models.s3.us-east-1.amazonaws.com", "https://s3.us-east-1.amazonaws.com/acme-models"):
        yield (
            "s3object-no-slash",
            source(S3Uri=bucket, S3DataType="S3Object"),
            "/PrimaryContainer/ModelDataSource/S3DataSource/S3Uri",
        )
    yield (
        "credentials-lambda-arn",
        one(
            ImageConfig={
                "RepositoryAccessMode": "Vpc",
                "RepositoryAuthConfig": {"RepositoryCredentialsProviderArn": "creds"},
            }
        ),
        "/PrimaryContainer/ImageConfig/RepositoryAuthConfig/RepositoryCredentialsProviderArn",
    )
    yield "env-limits", one(Environment={"A": "é" * 513}), "/PrimaryContainer/Environment/A"
    yield "env-limits", one(Environment={"A": "x" * 1025}), "/PrimaryContainer/Environment/A"
    yield "env-limits", one(Environment={"A" * 1025: ""}), "/PrimaryContainer/Environment/" + "A" * 1025
    yield "env-limits", one(Environment={f"A{number}": "" for number in range(101)}), "/PrimaryContainer/Environment"
    yield "model-name-format", one() | {"ModelName": ""}, "/ModelName"
    yield "model-name-format", one() | {"ModelName": "a" * 64}, "/ModelName"
    yield "image-no-space", one(Image=f"{IMAGE}\u200b"), "/PrimaryContainer/Image"
    yield "image-no-space", one(Image=f"{IMAGE}{'1' * 255}"), "/PrimaryContainer/Image"
    yield (
        "metrics-frequency",
        one(
            ContainerMetricsConfig={
                "MetricsEndpoints": [{"MetricsEndpointPath": "/m", "MetricPublishFrequencyInSeconds": 0}]
            }
        ),
        "/PrimaryContainer/ContainerMetricsConfig/MetricsEndpoints/0/MetricPublishFrequencyInSeconds",
    )


def source(**members: str) -> Document:
    """Return a request with a data source whose members differ from those of a folder."""
    return one(ModelDataSource={"S3DataSource": {**FOLDER, **members}})


@pytest.mark.parametrize(("code", "document", "place"), list(more()))
def test_rule_is_found_however_it_is_broken(code: str, document: Document, place: str) -> None:
    assert [finding.pointer for finding in broken(code, document)] == [place]


def test_every_error_is_broken_somewhere_else() -> None:
    assert {code for code, _, _ in items()} == OF_ITEMS
    assert OF_THE_WHOLE | OF_ITEMS <= ERRORS.keys()
