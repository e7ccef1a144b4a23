"""Does an approver see what is unusual, and is not told of what is usual?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.approvals.unusual import Fact, facts, moves, moving_images
from tests.factories import ROLE_ARN, request

CLOSED = {
    "VpcConfig": {"SecurityGroupIds": ["sg-04c1a2f9"], "Subnets": ["subnet-0f3a19c2"]},
    "EnableNetworkIsolation": True,
}


def codes(found: list[Fact]) -> list[str]:
    """Return the codes alone."""
    return [fact.code for fact in found]


def test_usual_request_has_no_facts() -> None:
    assert facts(request("churn", **CLOSED), role_used=True) == []


def test_small_request_is_open_on_the_network_which_is_a_plain_fact() -> None:
    found = facts(request("churn"), role_used=True)

    assert codes(found) == ["no-vpc", "no-isolation"]
    assert not any(fact.notable for fact in found)


@pytest.mark.parametrize(
    ("image", "moving"),
    [
        ("repo:latest", True),
        ("repo", True),
        ("123456789012.dkr.ecr.us-east-1.amazonaws.com/team/repo", True),
        ("registry.local:5000/repo", True),
        ("registry.local:5000/repo:1.2", False),
        ("repo:1.2", False),
        ("repo:latest-gpu", False),
        ("repo@sha256:" + "a" * 64, False),
        ("repo:latest@sha256:" + "a" * 64, False),
    ],
)
def test_image_moves_unless_a_tag_or_a_digest_pins_it(image: str, moving: bool) -> None:  # noqa: FBT001
    assert moves(image) is moving


def test_moving_image_of_each_container_is_told_at_its_place() -> None:
    containers = [{"Image": "prep:latest"}, {"Image": "predict:1.0"}, {"Image": "post"}]
    found = facts(request("churn", PrimaryContainer=None, Containers=containers, **CLOSED), role_used=True)

    assert [fact.pointer for fact in found] == ["/Containers/0/Image", "/Containers/2/Image"]
    assert found[0].sentence.startswith("prep:latest ")


def test_role_that_no_created_model_has_is_told() -> None:
    (fact,) = facts(request("churn", **CLOSED), role_used=False)

    assert (fact.code, fact.pointer, fact.notable) == ("new-role", "/ExecutionRoleArn", True)
    assert ROLE_ARN.rsplit("/", maxsplit=1)[-1] in fact.sentence


def test_request_without_a_role_has_no_new_one() -> None:
    assert facts(request("churn", ExecutionRoleArn=None, **CLOSED), role_used=False) == []


def test_accepted_licence_names_who_accepted_it() -> None:
    licence = {"pointer": "/PrimaryContainer/ModelDataSource/S3DataSource", "uri": "s3://acme-models/llama/"}
    (fact,) = facts(request("churn", **CLOSED), role_used=True, licences=[licence], accepted_by="sally")

    assert fact.label == "Gated model, EULA accepted by sally"
    assert "s3://acme-models/llama/" in fact.sentence
    assert fact.pointer == licence["pointer"]


@pytest.mark.parametrize(("count", "words"), [(1, "1 warning"), (3, "3 warnings")])
def test_warnings_are_counted(count: int, words: str) -> None:
    findings = [{"severity": "info"}, *[{"severity": "warning"}] * count]
    (fact,) = facts(request("churn", **CLOSED), role_used=True, findings=findings)

    assert fact.label == words


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"PrimaryContainer": None, "Containers": 1, "ExecutionRoleArn": 2, "VpcConfig": []},
        {"PrimaryContainer": {"Image": 7}, "Containers": [None, "x", {}], "EnableNetworkIsolation": "true"},
    ],
)
def test_any_document_has_facts_and_no_error(document: dict[str, Any]) -> None:
    assert codes(facts(document, role_used=False)) == ["no-vpc", "no-isolation"]


def test_image_that_moves_is_named_with_nothing_hidden() -> None:
    (fact,) = moving_images({"PrimaryContainer": {"Image": "registry/a\u202eb"}})

    assert fact.sentence.startswith("aU+202Eb can be")
