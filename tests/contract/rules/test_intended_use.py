"""Is what would be refused after it was created told for the use that is meant, and for no other?"""

from __future__ import annotations

import pytest

from models_ui.contract.json_types import Document
from models_ui.contract.uses import Use
from tests.contract.rules.cases import FOLDER, FOREIGN, IMAGE, NETWORK, broken, one, said, several

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


@pytest.mark.parametrize(("code", "document", "place"), SERVERLESS)
def test_what_a_serverless_endpoint_cannot_do_is_a_warning(code: str, document: Document, place: str) -> None:
    found = [(finding.pointer, finding.severity) for finding in broken(code, document, use=Use.SERVERLESS)]

    assert found == [(place, "warning")]


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
