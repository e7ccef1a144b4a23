"""Are the parts of an image's reference told apart as Docker tells them?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.images.reference import Reference, parse

ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("churn", Reference("", "churn", "", "")),
        ("churn:1.4", Reference("", "churn", "1.4", "")),
        ("team/churn:1.4", Reference("", "team/churn", "1.4", "")),
        ("localhost:5000/churn", Reference("localhost:5000", "churn", "", "")),
        ("ghcr.io/team/churn:1@sha256:ab", Reference("ghcr.io", "team/churn", "1", "sha256:ab")),
        (f"{ECR}/churn-post:1.4.2", Reference(ECR, "churn-post", "1.4.2", "", "123456789012", "eu-west-1")),
        (f"{ECR}/a/b@sha256:ab", Reference(ECR, "a/b", "", "sha256:ab", "123456789012", "eu-west-1")),
    ],
)
def test_parts_of_a_reference(text: str, parts: Reference) -> None:
    assert parse(text) == parts


@pytest.mark.parametrize("text", ["", ":1.4", f"{ECR}/", f"{ECR}/:1.4", "@sha256:ab"])
def test_what_names_no_repository_is_no_reference(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("host", "region"),
    [
        ("123456789012.dkr.ecr-fips.us-east-1.amazonaws.com", "us-east-1"),
        ("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", "cn-north-1"),
        ("123456789012.dkr-ecr.us-east-1.on.aws", "us-east-1"),
        ("123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov", "us-iso-east-1"),
        ("12345678901.dkr.ecr.us-east-1.amazonaws.com", ""),
        ("123456789012.dkr.ecr.us-east-1.amazonaws.com.example.com", ""),
        ("public.ecr.aws", ""),
    ],
)
def test_region_is_that_of_a_private_registry_of_ecr(host: str, region: str) -> None:
    reference = parse(f"{host}/churn:1")
    assert reference
    assert reference.region == region


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    reference = parse(text)
    assert reference is None or reference.repository in text
