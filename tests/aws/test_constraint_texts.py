"""Which constraints does a text of AWS name, and at which places?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.aws.constraint_texts import pointer_of, read
from tests.sandbox.calls import text
from tests.sandbox.test_constraints import BROKEN
from tests.sandbox_server import Sandbox

PLACES = [
    ("modelName", "/ModelName"),
    ("vpcConfig.securityGroupIds", "/VpcConfig/SecurityGroupIds"),
    ("containers.1.member.image", "/Containers/0/Image"),
    ("tags.50.member.key", "/Tags/49/Key"),
    (
        "primaryContainer.modelDataSource.s3DataSource.s3Uri",
        "/PrimaryContainer/ModelDataSource/S3DataSource/S3Uri",
    ),
    ("primaryContainer.modelDataSource.s3DataSource.eTag", "/PrimaryContainer/ModelDataSource/S3DataSource/ETag"),
]


@pytest.mark.parametrize(("path", "pointer"), PLACES)
def test_a_path_of_aws_names_a_place_of_the_request(path: str, pointer: str) -> None:
    assert pointer_of(path) == pointer


def said(path: str, words: str) -> str:
    """Return a text of AWS with one violation."""
    return f"1 validation error detected: Value 'x' at '{path}' failed to satisfy constraint: {words}"


SENTENCES = [
    ("modelName", "Member must have length less than or equal to 63", "ModelName may have at most 63 characters."),
    ("tags", "Member must have length less than or equal to 50", "Tags may have at most 50 entries."),
    ("vpcConfig.subnets", "Member must have length greater than or equal to 1", "VpcConfig.Subnets needs at least 1 entry."),
    ("primaryContainer.mode", "Member must satisfy enum value set: [SingleModel, MultiModel]", "PrimaryContainer.Mode must be one of SingleModel, MultiModel."),
    ("modelName", "Member must not be null", "ModelName is missing."),
    ("modelName", "Member must satisfy regular expression pattern: [a-z;]+", "ModelName is not written in the form that AWS wants."),
    ("tags.1.member.key", "Member must sing", "Tags[0].Key does not fit what AWS wants: Member must sing."),
]  # fmt: skip


@pytest.mark.parametrize(("path", "words", "sentence"), SENTENCES)
def test_a_constraint_is_said_in_plain_words(path: str, words: str, sentence: str) -> None:
    found = read(said(path, words), {"Tags": [{"Key": "a", "Value": ""}], "VpcConfig": {"Subnets": []}})
    assert found is not None
    assert found.sentence == sentence


def test_several_constraints_are_all_told_and_the_first_is_pointed_at() -> None:
    message = (
        "2 validation errors detected: Value '{{ a }}' at 'modelName' failed to satisfy constraint: Member must satisfy "
        "regular expression pattern: [a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?; Value '{{ a }}' at 'modelName' failed to "
        "satisfy constraint: Member must have length less than or equal to 63"
    )
    found = read(message, {})
    assert found is not None
    assert found.pointer == "/ModelName"
    assert found.sentence == (
        "ModelName is not written in the form that AWS wants; ModelName may have at most 63 characters."
    )


def test_only_so_many_constraints_are_told() -> None:
    one = "Value 'x' at 'modelName' failed to satisfy constraint: Member must not be null"
    found = read(f"99 validation errors detected: {'; '.join([one] * 99)}", {})
    assert found is not None
    assert found.sentence.endswith("and 94 more.")


def test_the_value_is_never_repeated() -> None:
    found = read(said("primaryContainer.environment", "Map value must satisfy constraint: [x]").replace("'x'", "'{HF_TOKEN=hf_abc}'"), {})  # fmt: skip
    assert found is not None
    assert "hf_abc" not in found.sentence


@pytest.mark.parametrize("message", ["", "Could not find model", "validation errors detected"])
def test_any_other_text_is_none_of_these(message: str) -> None:
    assert read(message, {}) is None


@pytest.mark.parametrize(("sent", "path", "words"), BROKEN)
def test_what_the_sandbox_says_is_understood(sandbox: Sandbox, sent: dict[str, Any], path: str, words: str) -> None:
    found = read(text(sandbox.client(), sent), sent)
    assert found is not None
    assert found.pointer == pointer_of(path)
    assert "does not fit" not in found.sentence
