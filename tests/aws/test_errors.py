"""What does an error of AWS mean to the person whose request it was? The texts were quoted in public."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.aws.errors import AwsError, explain
from models_ui.aws.refusals import KNOWN

REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com"
GATED = "s3://jumpstart-private-cache-prod-us-east-1/meta/"
LABEL = "com.amazonaws.sagemaker.capabilities.multi-models=true"
REQUEST: dict[str, Any] = {
    "ModelName": "churn",
    "ExecutionRoleArn": "arn:aws:iam::123456789012:role/Sage",
    "Containers": [
        {"Image": f"{REGISTRY}/first:1", "ModelDataUrl": "s3://acme/first.tar.gz", "Environment": {"A": "1"}},
        {
            "Image": f"{REGISTRY}/second:1",
            "Mode": "MultiModel",
            "ModelDataSource": {"S3DataSource": {"S3Uri": "s3://acme/second/"}},
            "AdditionalModelDataSources": [{"ChannelName": "x", "S3DataSource": {"S3Uri": GATED}}],
        },
        {"ModelPackageName": "arn:aws:sagemaker:us-west-2:1:model-package/a/1"},
    ],
}

WORDS = [
    (
        'Cannot create already existing model "arn:aws:sagemaker:us-east-1:1:model/churn".',
        "already-exists",
        "/ModelName",
    ),
    ("Could not find model data at s3://acme/first.tar.gz.", "data-missing", "/Containers/0/ModelDataUrl"),
    (
        "Could not find model data at s3://acme/second/.",
        "data-missing",
        "/Containers/1/ModelDataSource/S3DataSource/S3Uri",
    ),
    ("Could not find model data at s3://elsewhere/.", "data-missing", None),
    (
        'Could not access model data at s3://acme/first.tar.gz. Please ensure that the role "arn" exists and that …',
        "data-not-readable",
        "/Containers/0/ModelDataUrl",
    ),
    (
        'The execution role ARN "arn:aws:iam::123456789012:role/Sage" is invalid. Please ensure that the role exists.',
        "role",
        "/ExecutionRoleArn",
    ),
    (
        "Could not assume role arn:aws:iam::123456789012:role/Sage. Please ensure that the role exists and allows …",
        "role",
        "/ExecutionRoleArn",
    ),
    (
        f'Region of "{REGISTRY}/second:1" does not match expected region of eu-west-1. Cross region ECR image pulls …',
        "image-region",
        "/Containers/1/Image",
    ),
    (
        f'Using non-ECR image "{REGISTRY}/first:1" without Vpc repository access mode is not supported.',
        "image-registry",
        "/Containers/0/Image",
    ),
    (f"Requested image {REGISTRY}/first:1 not found.", "image-missing", "/Containers/0/Image"),
    (f'ECR image "{REGISTRY}/first:1" is invalid.', "image-reference", "/Containers/0/Image"),
    (
        f"Unsupported manifest media type application/vnd.oci.image.index.v1+json for image {REGISTRY}/second:1. Ensure …",
        "image-manifest",
        "/Containers/1/Image",
    ),
    (
        f"Your Ecr Image {REGISTRY}/second:1 does not contain required {LABEL} Docker label(s).",
        "image-label",
        "/Containers/1/Image",
    ),
    (
        "More than one container in MultiModel mode is not supported with inference pipeline.",
        "multi-model-twice",
        "/Containers/1/Mode",
    ),
    (
        f'The AcceptEula value must be explicitly defined as True in order to accept the EULA that this "{GATED}" …',
        "eula",
        "/Containers/1/AdditionalModelDataSources/0/S3DataSource/ModelAccessConfig/AcceptEula",
    ),
    (
        "Specify one of either Image and Model Data URL or ModelPackageName in container definition.",
        "image-or-package",
        None,
    ),
    (
        "Environment variable map cannot be specified when using a ModelPackage subscribed from AWS Marketplace.",
        "package-environment",
        "/Containers/0/Environment",
    ),
    (
        "Caller is not subscribed to the marketplace offering.",
        "package-subscription",
        "/Containers/2/ModelPackageName",
    ),
    ("ARN should be scoped to correct region: us-east-1", "package-region", "/Containers/2/ModelPackageName"),
]


@pytest.mark.parametrize(("message", "kind", "pointer"), WORDS, ids=[str(number) for number in range(len(WORDS))])
def test_a_known_text_is_explained_at_its_place(message: str, kind: str, pointer: str | None) -> None:
    found = explain(AwsError("ValidationException", message, 400, "r"), REQUEST)
    assert (found.kind, found.pointer, found.code) == (kind, pointer, "ValidationException")


USER = "User: arn:aws:sts::1:assumed-role/a/b is not authorized to perform: "
CODES = [
    ("AccessDeniedException", f"{USER}sagemaker:CreateModel on resource: model/churn", "may-not", None),
    ("AccessDeniedException", f"{USER}sagemaker:AddTags on resource: model/churn", "may-not-tag", None),
    ("AccessDeniedException", f"{USER}iam:PassRole on resource: role", "may-not-pass-role", "/ExecutionRoleArn"),
    ("AccessDenied", f"{USER}sts:AssumeRole on resource: role", "may-not-assume", None),
    ("AccessDenied", f"{USER}sts:SetSourceIdentity on resource: role", "may-not-assume", None),
    ("AccessDeniedException", "", "may-not", None),
    ("ResourceLimitExceeded", "The account-level service limit is 1000 models.", "limit", None),
    ("ThrottlingException", "Rate exceeded", "throttled", None),
    ("ExpiredTokenException", "The security token included in the request is expired", "credentials", None),
    ("NoCredentialsError", "Unable to locate credentials", "credentials", None),
    ("RequestExpired", "", "clock", None),
    ("WrongAccount", "The credentials belong to account 2.", "wrong-account", None),
    ("ParamValidationError", "Unknown parameter in input: 'Foo'", "not-sent", None),
]


@pytest.mark.parametrize(("code", "message", "kind", "pointer"), CODES)
def test_a_known_code_is_explained(code: str, message: str, kind: str, pointer: str | None) -> None:
    found = explain(AwsError(code, message, 400, None), REQUEST)
    assert (found.kind, found.pointer) == (kind, pointer)


def test_every_known_error_is_tried_here() -> None:
    tried = {kind for _, kind, _ in WORDS} | {kind for _, _, kind, _ in CODES}
    assert {known.kind for known in KNOWN} == tried


BANNED = re.compile(r"\b(in)?valid\b|please|sorry|oops|required field|exception", re.IGNORECASE)


@pytest.mark.parametrize("known", KNOWN, ids=[known.kind for known in KNOWN])
def test_explanations_are_plain_and_say_what_to_do(known: Any) -> None:
    words = " ".join([known.title, known.sentence, *known.next_steps])
    assert not BANNED.search(words)
    assert all(step.endswith(".") or "docker buildx" in step for step in known.next_steps)
    assert known.next_steps


def test_an_unknown_text_is_quoted_and_said_to_be_unknown() -> None:
    found = explain(AwsError("ValidationException", "The moon is in the wrong phase.", 400, "r"), REQUEST)
    assert (found.kind, found.pointer) == ("other", None)
    assert found.sentence.endswith("for a reason that is not explained here: The moon is in the wrong phase.")


def test_a_text_of_aws_is_bounded() -> None:
    found = explain(AwsError("X" * 5000, "y" * 100_000, 400, None), REQUEST)
    assert len(found.sentence) < 1000


def test_a_text_cannot_reach_into_the_program() -> None:
    message = "Requested image {0.__class__}{image!r:>99999} not found."
    sentence = explain(AwsError("ValidationException", message, 400, None), REQUEST).sentence
    assert sentence == "SageMaker did not find the image {0.__class__}{image!r:>99999}."


@given(code=st.text(), message=st.text(), status=st.none() | st.integers())
def test_anything_can_be_explained(code: str, message: str, status: int | None) -> None:
    assert explain(AwsError(code, message, status, None), REQUEST).title
