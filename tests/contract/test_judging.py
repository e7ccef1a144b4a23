"""Is each fault of a request told once, by whoever says it best?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.contract import create_model, pointers
from models_ui.contract.json_types import Document, Json
from models_ui.contract.judging import judge
from models_ui.contract.rules.limits import LIMITS, Limit
from tests.contract.rules.cases import FOLDER, IMAGE, one, said


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.code)
def test_rule_replaces_what_the_schema_finds_at_its_place(limit: Limit) -> None:
    by_schema = [each for each in create_model.check(limit.example) if limit.holds(each, value(limit, each.pointer))]
    found = {(finding.code, finding.pointer, finding.source) for finding in judge(limit.example)}

    assert by_schema
    assert {(limit.code, finding.pointer, "rules") for finding in by_schema} <= found
    assert not {(finding.code, finding.pointer, "schema") for finding in by_schema} & found


def value(limit: Limit, pointer: str) -> Json:
    """Return what the example of a limit has at a place, if anything."""
    return pointers.get(limit.example, pointer) if pointers.exists(limit.example, pointer) else None


def test_what_is_missing_is_still_said_by_the_schema() -> None:
    assert [(finding.code, finding.source) for finding in judge({}) if finding.pointer == "/ModelName"] == [
        ("required", "schema")
    ]


def test_too_many_tags_are_counted_with_ours() -> None:
    tags = [{"Key": f"k{number}", "Value": ""} for number in range(52)]
    [found] = judge(one() | {"Tags": tags})

    assert found.message == "There may be 49 tags of your own, since Models UI adds one; there are 52. Remove 3."


@pytest.mark.parametrize(("document", "place"), [
    (one(Image="public.ecr.aws/a b"), "/PrimaryContainer/Image"),
    (one(ModelDataUrl="acme/model"), "/PrimaryContainer/ModelDataUrl"),
    (one() | {"ExecutionRoleArn": "SageMakerRole"}, "/ExecutionRoleArn"),
])  # fmt: skip
def test_nothing_is_concluded_from_a_value_that_is_wrong_by_itself(document: Document, place: str) -> None:
    assert [where for _, where in said(document)] == [place]


def test_doubt_waits_until_the_error_of_its_place_is_solved() -> None:
    elsewhere = one(Image="123456789012.dkr.ecr.eu-west-1.amazonaws.com/infer:latest")

    assert said(elsewhere) == [("ecr-region", "/PrimaryContainer/Image")]
    assert said(one(Image=f"{IMAGE.rpartition(':')[0]}:latest")) == [("image-tag-or-digest", "/PrimaryContainer/Image")]


def test_what_is_said_stands_in_the_order_of_the_fields() -> None:
    document: dict[str, Any] = {
        "Tags": [{"Key": "aws:a", "Value": ""}],
        "Extra": 1,
        "PrimaryContainer": {"ModelDataSource": {"S3DataSource": {**FOLDER, "S3Uri": "s3://acme/a"}}, "Image": "a b"},
        "ModelName": "a_b",
    }

    assert [place for _, place in said(document, use="real-time")] == [
        "/ModelName",
        "/PrimaryContainer/Image",
        "/PrimaryContainer/ModelDataSource/S3DataSource/S3Uri",
        "/ExecutionRoleArn",
        "/Tags/0/Key",
        "/Extra",
    ]


def test_one_button_serves_two_faults_of_one_place() -> None:
    found = judge(one() | {"ModelName": "a_" * 40})

    assert [bool(finding.fix) for finding in found] == [True, False]
