"""Does one click put right what it says, and nothing else?"""

from __future__ import annotations

import copy
from typing import Any

import pytest

from models_ui.contract import pointers
from models_ui.contract.finding import Finding, Fix
from models_ui.contract.json_types import Document
from models_ui.contract.judging import judge
from tests.contract.rules.cases import (
    FAR,
    FOLDER,
    FOREIGN,
    HERE,
    IMAGE,
    LACKING,
    PACKAGE,
    RULES,
    in_channel,
    in_pipeline,
    one,
    several,
)
from tests.contract.rules.test_warnings import CASES

NAMED = {case["id"]: case["invalid"] for case in RULES}
DOCUMENTS = [
    *NAMED.values(),
    *(document for document, _ in CASES),
    *(
        in_pipeline(NAMED[code], 1)
        for code in ("package-excludes-data", "inference-spec-needs-package", "auth-needs-vpc-mode")
    ),
    *(in_channel(NAMED[code], 2) for code in ("s3prefix-slash", "s3object-no-slash", "gzip-needs-object")),
]


def fixable() -> list[tuple[Document, Finding]]:
    """Return every finding with a fix, and the request that it is of."""
    return [(document, finding) for document in DOCUMENTS for finding in judge(document, target=HERE) if finding.fix]


def fixed(document: Document, fix: Fix) -> Document:
    """Return the request after a fix."""
    after: Any = copy.deepcopy(document)
    *way, last = pointers.split(fix.pointer)
    holder = after
    for token in way:
        holder = holder[int(token)] if isinstance(holder, list) else holder.setdefault(token, {})
    place = int(last) if isinstance(holder, list) else last
    if fix.remove:
        del holder[place]
    else:
        holder[place] = fix.value
    return dict(after)


@pytest.mark.parametrize(("document", "finding"), fixable(), ids=lambda value: getattr(value, "code", ""))
def test_a_fix_takes_its_finding_away_and_breaks_nothing_of_the_schema(document: Document, finding: Finding) -> None:
    assert finding.fix
    before = judge(document, target=HERE)
    after = judge(fixed(document, finding.fix), target=HERE)

    assert (finding.code, finding.pointer, finding.message) not in [
        (one.code, one.pointer, one.message) for one in after
    ]
    assert {one.code for one in after if one.source == "schema"} <= {
        one.code for one in before if one.source == "schema"
    }


@pytest.mark.parametrize(("document", "finding"), fixable(), ids=lambda value: getattr(value, "code", ""))
def test_a_fix_is_on_the_screen_of_its_finding(document: Document, finding: Finding) -> None:
    """Which is that of the container, or of the same part of the request."""
    assert finding.fix
    first, second = pointers.split(finding.pointer), pointers.split(finding.fix.pointer)

    assert first[0] == second[0]
    assert first[0] != "Containers" or first[1] == second[1]


def test_no_place_has_two_buttons() -> None:
    for document in DOCUMENTS:
        places = [finding.pointer for finding in judge(document, target=HERE) if finding.fix]
        assert len(places) == len(set(places))


def test_every_button_says_what_it_does() -> None:
    labels = [finding.fix.label for _, finding in fixable() if finding.fix]

    assert [label for label in labels if not label[0].isupper() or len(label) > 70 or label.endswith(".")] == []


@pytest.mark.parametrize(("name", "expected"), [
    ("churn_model.v2", "churn-model-v2"), ("modèle-été", "mod-le-t"), ("2026-11-20T10:00:00.000Z", "2026-11-20T10-00-00-000Z"),
    ("demo-prefix/churn", "demo-prefix-churn"), ("churn-", "churn"), ("a" * 62 + "-b", "a" * 62), ("a" * 99, "a" * 63),
])  # fmt: skip
def test_a_name_is_made_one_that_aws_takes(name: str, expected: str) -> None:
    assert value_of_fix(one() | {"ModelName": name}) == expected


@pytest.mark.parametrize("name", ["", "___", "{{ ti.xcom_pull() }}", "<NAME>", "été"[:1]])
def test_no_name_is_made_of_nothing_or_of_a_placeholder(name: str) -> None:
    assert value_of_fix(one() | {"ModelName": name}) is None


@pytest.mark.parametrize(("image", "expected"), [
    (f"{IMAGE} ", IMAGE), (f"\n\t{IMAGE}\u00a0", IMAGE), (f"\u200b{IMAGE}", IMAGE), (f"{IMAGE} # the new one", None), ("{{ a }}", None), (" ", None),
])  # fmt: skip
def test_an_image_loses_what_stands_around_it(image: str, expected: str | None) -> None:
    assert value_of_fix(one(Image=image)) == expected


def value_of_fix(document: Document) -> Any:
    """Return what the only fix of a request would write."""
    values = [finding.fix.value for finding in judge(document, target=HERE) if finding.fix]
    return values[0] if values else None


@pytest.mark.parametrize("document", [
    NAMED["data-url-xor-source"],
    NAMED["container-choice"],
    one(ModelPackageName=PACKAGE),
    one(Image="infer:1"),
    several({"ContainerHostname": "a"}, {"ContainerHostname": "a"}),
    one(Image=None, ModelPackageName=FOREIGN) | {"EnableNetworkIsolation": True},
    one() | {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]},
    one(ModelDataSource={"S3DataSource": {**FOLDER, "S3Uri": "s3://acme/a.zip", "CompressionType": "Gzip"}}),
])  # fmt: skip
def test_where_there_is_more_than_one_way_out_there_is_no_button(document: Document) -> None:
    assert [finding.code for finding in judge(document, target=HERE) if finding.fix] == []


def test_source_that_repeats_the_archive_may_go() -> None:
    """As DescribeModel answers."""
    url = "s3://acme/a.tar.gz"
    source = {"S3Uri": url, "S3DataType": "S3Object", "CompressionType": "Gzip"}
    found = judge(one(ModelDataUrl=url, ModelDataSource={"S3DataSource": source}), target=HERE)

    assert [finding.fix.pointer for finding in found if finding.fix] == ["/PrimaryContainer/ModelDataSource"]


def test_tag_that_repeats_another_may_go() -> None:
    tags = [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "1"}, {"Key": "a", "Value": "1"}]
    found = judge(one() | {"Tags": tags}, target=HERE)

    assert [finding.fix.pointer for finding in found if finding.fix] == ["/Tags/2"]


@pytest.mark.parametrize(("image", "expected"), [
    ("763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.6-gpu-py312-cu124-ubuntu22.04-sagemaker",
     "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6-gpu-py312-cu124-ubuntu22.04-sagemaker"),
    ("217643126080.dkr.ecr.me-south-1.amazonaws.com/pytorch-inference:2.6-gpu-py312",
     "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6-gpu-py312"),
    ("217643126080.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6-gpu-py312",
     "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6-gpu-py312"),
    ("123456789012.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.6-gpu-py312", None),
    (f"763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.6-gpu-py312@sha256:{'ab' * 32}", None),
])  # fmt: skip
def test_image_of_aws_from_another_region_is_had_from_the_target(image: str, expected: str | None) -> None:
    assert value_of_fix(one(Image=image)) == expected


def test_image_of_aws_that_the_region_lacks_is_told() -> None:
    found = judge(one(Image=LACKING), target=FAR)

    assert [(finding.code, finding.fix) for finding in found] == [("aws-image-region", None)]


@pytest.mark.parametrize(
    ("uri", "offered"), [("s3://acme/7", True), ("s3://acme/7/model.tar.gz", False), ("s3://acme/7.zip", False)]
)
def test_slash_is_offered_only_where_the_location_is_surely_a_folder(uri: str, *, offered: bool) -> None:
    [found] = judge(one(ModelDataSource={"S3DataSource": {**FOLDER, "S3Uri": uri}}), target=HERE, use="real-time")

    assert found.code == "s3prefix-slash"
    assert (found.fix is not None) is offered
