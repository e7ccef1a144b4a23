"""Are secrets found, and nothing else hidden?"""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given

from models_ui.contract import pointers, secrets
from models_ui.contract.json_types import Document
from tests.contract.json_values import DOCUMENTS
from tests.contract.requests import CORPUS

TOKEN = "hf_" + "abcdefghij" * 3


def places(environment: Any) -> set[str]:
    """Return which variables of an environment are hidden."""
    found = secrets.secret_pointers({"PrimaryContainer": {"Environment": environment}})
    return {pointers.split(place)[-1] for place in found}


@pytest.mark.parametrize("name", [
    "HF_TOKEN", "hf_token", "HUGGING_FACE_HUB_TOKEN", "HF_API_TOKEN", "NGC_API_KEY", "OPENAI_API_KEY", "APIKEY", "DB_PASSWORD",
    "PASSWORD", "CLIENT_SECRET", "AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "GIT_CREDENTIALS",
    "SSH_PASSPHRASE", "REDIS_PWD", "TOKEN", "BASIC_AUTH",
])  # fmt: skip
def test_a_variable_is_secret_by_its_name(name: str) -> None:
    assert secrets.is_secret(name, "anything")


@pytest.mark.parametrize("name", [
    "EOS_TOKEN", "BOS_TOKEN", "PAD_TOKEN", "UNK_TOKEN", "HF_PAD_TOKEN", "PAD_TOKEN_ID", "MAX_TOTAL_TOKENS", "MAX_INPUT_TOKEN",
    "DEFAULT_MAX_NEW_TOKENS", "HF_TOKEN_FILE", "KEY_PATH", "TOKEN_PATH", "MODEL_SHA", "AUTH_MODE", "TOKENIZERS_PARALLELISM",
    "SAGEMAKER_PROGRAM", "HF_TASK", "KEYFRAME_RATE", "SECRET_ARN", "PWD", "NUM_KEYS",
])  # fmt: skip
def test_what_only_counts_or_names_a_file_is_not(name: str) -> None:
    assert not secrets.is_secret(name, "anything")


@pytest.mark.parametrize("value", [
    TOKEN, f"--token {TOKEN} --port 80", "AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE", "ghp_" + "a1" * 18, "github_pat_" + "a1" * 20,
    "glpat-" + "a1" * 10, "sk-" + "a1" * 24, "nvapi-" + "a1" * 20, "xoxb-1234567890-abc",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln", "-----BEGIN RSA PRIVATE KEY-----\nMII", "postgres://ann:pw@db/prod",
    "https://b.s3.amazonaws.com/k?X-Amz-Signature=abc",
])  # fmt: skip
def test_a_variable_is_secret_by_its_value(value: str) -> None:
    assert secrets.is_secret("SETTING", value)


@pytest.mark.parametrize("value", [
    "", "s3://acme/model.tar.gz", "hf_model", "google/flan-t5-xl", "d6f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9", "8080", "true",
    "http://localhost:8080/x@y", "text-generation", "/opt/ml/model", "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1",
])  # fmt: skip
def test_an_ordinary_value_is_shown(value: str) -> None:
    assert not secrets.is_secret("SETTING", value)


@pytest.mark.parametrize(("name", "value", "secret"), [
    ("S3_KEY", "school_districts.parquet", False), ("MODEL_S3_KEY", "models/churn/", False), ("OBJECT_KEY", "a/b/model.bin", False),
    ("S3_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", True), ("API_KEY", "looks/like/a.file", True), ("S3_KEY", "AKIAIOSFODNN7EXAMPLE", True),
])  # fmt: skip
def test_the_name_of_an_object_is_told_from_an_access_key(name: str, value: str, secret: bool) -> None:  # noqa: FBT001
    assert secrets.is_secret(name, value) == secret


@pytest.mark.parametrize(("name", "value", "secret"), [
    ("DB_PASSWORD", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf", False),
    ("API_KEY", "arn:aws-cn:ssm:cn-north-1:123456789012:parameter/key", False),
    ("KMS_KEY", "arn:aws:kms:us-east-1:123456789012:key/1234", False), ("IMAGE_TOKEN", "<image>", False), ("MASK_TOKEN", "[MASK]", False),
    ("SYSTEM_TOKEN", "<|im_start|>", False), ("DB_PASSWORD", "arn:aws:s3:::a", True), ("DB_PASSWORD", "<image>", True),
    ("HF_TOKEN", "<a>hidden", True), ("HF_TOKEN", f"<{TOKEN}>", True),
])  # fmt: skip
def test_what_names_a_secret_kept_elsewhere_is_none(name: str, value: str, secret: bool) -> None:  # noqa: FBT001
    assert secrets.is_secret(name, value) == secret


def test_an_empty_secret_hides_nothing() -> None:
    assert not secrets.is_secret("HF_TOKEN", "")


def test_every_container_is_looked_at() -> None:
    holding: Document = {"Environment": {"HF_TOKEN": "x", "HF_TASK": "y"}}

    assert secrets.secret_pointers({"PrimaryContainer": holding, "Containers": [{}, holding]}) == {
        "/PrimaryContainer/Environment/HF_TOKEN",
        "/Containers/1/Environment/HF_TOKEN",
    }


@pytest.mark.parametrize(("environment", "hidden"), [
    ([{"HF_TOKEN": "x"}], {"Environment"}),
    ("HF_TOKEN=x", {"Environment"}),
    ({"A": {"HF_TOKEN": "x"}, "B": ["x"], "API_KEY": 5, "COUNT": 5, "DEBUG": True, "TOKEN": None}, {"A", "B", "API_KEY"}),
    ({}, set()),
    (None, set()),
])  # fmt: skip
def test_what_has_a_wrong_type_is_hidden_as_a_whole(environment: Any, hidden: set[str]) -> None:
    assert places(environment) == hidden


def test_a_misplaced_or_misspelt_environment_is_looked_at() -> None:
    assert secrets.secret_pointers({"environment": {"HF_TOKEN": "x"}}) == {"/environment/HF_TOKEN"}


@given(DOCUMENTS)
def test_any_document_can_be_looked_at_and_masked(document: Document) -> None:
    before = copy.deepcopy(document)
    found = secrets.secret_pointers(document)

    shown = secrets.masked(document, found)

    assert all(pointers.get(shown, place) == secrets.MASK for place in found)
    assert document == before


def test_nesting_without_end_can_be_looked_at() -> None:
    deep: Any = {"Environment": {"HF_TOKEN": "x"}}
    for _ in range(5000):
        deep = [deep]

    assert len(secrets.secret_pointers({"a": deep})) == 1


def test_masking_leaves_all_else_as_it_is() -> None:
    document: Document = {"ModelName": "a", "PrimaryContainer": {"Environment": {"HF_TOKEN": TOKEN, "A": "1"}}}

    assert secrets.masked(document, secrets.secret_pointers(document) | {"/Gone/0"}) == {
        "ModelName": "a",
        "PrimaryContainer": {"Environment": {"HF_TOKEN": secrets.MASK, "A": "1"}},
    }


def test_hardly_anything_else_is_hidden_in_real_requests() -> None:
    """The one Environment is a list."""
    hidden = {pointers.split(place)[-1] for case in CORPUS for place in secrets.secret_pointers(case["request"])}

    assert hidden == {"HF_TOKEN", "HF_API_TOKEN", "Environment"}
