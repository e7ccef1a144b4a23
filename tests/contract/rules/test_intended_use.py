"""Is what would be refused after it was created told for the use that is meant, and for no other?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.contract.finding import errors
from models_ui.contract.json_types import Document
from models_ui.contract.judging import judge
from models_ui.contract.next_steps import against_batch
from models_ui.contract.uses import Use
from tests.contract.rules.cases import FOLDER, FOREIGN, IMAGE, NETWORK, broken, one, said, several
from tests.corpus import CASES

SOURCE = one(ModelDataSource={"S3DataSource": FOLDER})
GPU = "763104351884.dkr.ecr.us-east-1.amazonaws.com/djl-inference"
REGISTRY = {"ImageConfig": {"RepositoryAccessMode": "Vpc"}}
SERVERLESS = [
    ("serverless-vpc", one() | {"VpcConfig": NETWORK}, "/VpcConfig"),
    ("serverless-isolation", one() | {"EnableNetworkIsolation": True}, "/EnableNetworkIsolation"),
    ("serverless-multimodel", one(Mode="MultiModel", ModelDataUrl="s3://acme/m/"), "/PrimaryContainer/Mode"),
    ("serverless-pipeline", several({}, {}), "/Containers"),
    (
        "serverless-registry",
        one(**REGISTRY) | {"VpcConfig": NETWORK},
        "/PrimaryContainer/ImageConfig/RepositoryAccessMode",
    ),
    ("serverless-gpu", one(Image=f"{GPU}:0.36.0-lmi18.0.0-cu128"), "/PrimaryContainer/Image"),
    ("serverless-gpu", one(Image=f"{GPU}:2.1.0-gpu-py310"), "/PrimaryContainer/Image"),
    ("serverless-marketplace", one(Image=None, ModelPackageName=FOREIGN), "/PrimaryContainer/ModelPackageName"),
]
OTHERS = IMAGE.replace("123456789012", "999988887777")
SERVERLESS += [
    ("serverless-image-account", one(Image=OTHERS), "/PrimaryContainer/Image"),
    ("serverless-image-account", several({}, {"Image": OTHERS}), "/Containers/1/Image"),
]
NAMED = {"InferenceExecutionConfig": {"Mode": "Direct"}}
BATCH = [
    ("batch-multimodel", one(Mode="MultiModel", ModelDataUrl="s3://acme/m/"), "/PrimaryContainer/Mode"),
    ("batch-multimodel", several({}, {"Mode": "MultiModel", "ModelDataUrl": "s3://acme/m/"}), "/Containers/1/Mode"),
    (
        "batch-direct",
        several({"ContainerHostname": "a"}, {"ContainerHostname": "b"}) | NAMED,
        "/InferenceExecutionConfig/Mode",
    ),
]


@pytest.mark.parametrize(("code", "document", "place"), SERVERLESS)
def test_what_a_serverless_endpoint_cannot_do_is_a_warning(code: str, document: Document, place: str) -> None:
    found = [(finding.pointer, finding.severity) for finding in broken(code, document, use=Use.SERVERLESS)]

    assert found == [(place, "warning")]


@pytest.mark.parametrize(("code", "document", "place"), BATCH)
@pytest.mark.parametrize("use", Use)
def test_what_a_transform_job_cannot_do_is_a_warning_for_batch_only(
    code: str, document: Document, place: str, use: Use
) -> None:
    found = [(finding.pointer, finding.severity) for finding in broken(code, document, use=use)]

    assert found == ([(place, "warning")] if use == Use.BATCH else [])


@pytest.mark.parametrize("image", [IMAGE, f"{GPU}:0.36.0-lmi18.0.0-cu128", "public.ecr.aws/a/b:1", "a:1", ""])
def test_own_images_and_those_of_aws_are_of_no_other_account(image: str) -> None:
    assert broken("serverless-image-account", one(Image=image), use=Use.SERVERLESS) == []


def test_account_of_an_image_is_no_question_before_there_is_a_connection() -> None:
    assert broken("serverless-image-account", one(Image=OTHERS), use=Use.SERVERLESS, target=None) == []


@pytest.mark.parametrize("case", [*CASES], ids=lambda case: str(case["id"]))
def test_batch_is_warned_of_whatever_the_next_steps_leave_out(case: dict[str, Any]) -> None:
    """The snippets for batch transform are left out for the same reasons."""
    if against_batch(case["request"]) and not errors(judge(case["request"], target=None)):
        codes = {finding.code for finding in judge(case["request"], use=Use.BATCH)}
        assert codes & {"data-source-hosting-only", "batch-multimodel", "batch-direct"}


@pytest.mark.parametrize("use", [use for use in Use if use != Use.SERVERLESS])
@pytest.mark.parametrize(("code", "document", "place"), SERVERLESS)
def test_other_uses_hear_nothing_of_it(code: str, document: Document, place: str, use: Use) -> None:
    assert broken(code, document, use=use) == []


@pytest.mark.parametrize("use", [Use.UNDECIDED, Use.SERVERLESS, Use.BATCH])
def test_data_source_is_for_real_time_endpoints(use: Use) -> None:
    assert said(SOURCE, use=use) == [("data-source-hosting-only", "/PrimaryContainer/ModelDataSource")]


def test_data_source_at_a_real_time_endpoint_is_fine() -> None:
    assert said(SOURCE, use=Use.REAL_TIME) == []


@pytest.mark.parametrize("use", Use)
def test_ordinary_request_suits_every_use(use: Use) -> None:
    assert said(one(Image=IMAGE, ModelDataUrl="s3://acme/a.tar.gz"), use=use) == []


def test_use_that_nobody_knows_is_not_decided() -> None:
    assert said(SOURCE, use="edge") == said(SOURCE)
