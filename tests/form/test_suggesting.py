"""Which name is suggested by where the artefacts lie?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.contract import create_model
from models_ui.contract.json_types import Document
from models_ui.form.suggesting import suggestion
from tests.contract.json_values import VALUES
from tests.corpus import CASES

MOST = 63
LOCATIONS = {
    "s3://acme-models/churn/7/model.tar.gz": "churn-7",
    "s3://acme-models/churn/v1.4.2/": "churn-v1-4-2",
    "s3://acme-models/fraud/2026/11/20/model.tar.gz": "fraud-2026-11-20",
    "s3://acme-models/churn/xgboost/model.tar.gz": "churn-xgboost",
    "s3://acme-models/xgboost/model.tar.gz": "xgboost",
    "s3://acme-models/models/llama-3-8b/": "llama-3-8b",
    "s3://acme-models/churn_risk.TAR.GZ": "churn-risk",
    "s3://b/prefix/pytorch-training-2026-11-02-10-20-30-123/output/model.tar.gz":
        "pytorch-training-2026-11-02-10-20-30-123",
    "s3://b/condor/condor-xgb-20240311/output/model.tar.gz": "condor-xgb-20240311",
    "s3://jumpstart-cache-prod-us-west-2/llama-3-70b/artifacts/inference-prepack/v2.0.0/": "llama-3-70b-v2-0-0",
    "https://s3.us-east-1.amazonaws.com/acme-models/churn/7/model.tar.gz": "churn-7",
    "https://s3-us-west-2.amazonaws.com/acme-models/churn/model.tar.gz": "churn",
    "https://acme-models.s3.us-east-1.amazonaws.com/churn/7/model.tar.gz?versionId=3": "churn-7",
    "s3://acme-models/gr%C3%B6%C3%9Fe/stra%C3%9Fe%20no%207/": "strae-no-7",
    # What says nothing of the model suggests nothing.
    "s3://acme-models/model.tar.gz": "",
    "s3://acme-models/": "",
    "s3://acme-models": "",
    "s3://acme-models/7/model.tar.gz": "",
    "s3://acme-models/{{ run }}/output/model.tar.gz": "",
    "s3://[acme/churn/model.tar.gz": "",
    "s3://acme-models/" + "k" * 2000: "",
}  # fmt: skip
PACKAGES = {
    "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3": "churn-3",
    "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn": "churn",
    "churn/3": "churn-3",
    "churn": "churn",
}


def of(**container: Any) -> str:
    return suggestion({"PrimaryContainer": container}, most=MOST)


@pytest.mark.parametrize(("location", "name"), LOCATIONS.items())
def test_location_suggests_its_meaningful_parts(location: str, name: str) -> None:
    assert of(ModelDataUrl=location) == name
    assert of(ModelDataSource={"S3DataSource": {"S3Uri": location}}) == name


@pytest.mark.parametrize(("package", "name"), PACKAGES.items())
def test_package_suggests_its_name_and_version(package: str, name: str) -> None:
    assert of(ModelPackageName=package) == name


def test_first_container_of_a_pipeline_that_says_something_is_heard() -> None:
    containers: list[Any] = [
        {"Image": "x"},
        "y",
        {"ModelDataUrl": "s3://b/model.tar.gz"},
        {"ModelPackageName": "churn/3"},
    ]
    assert suggestion({"Containers": containers}, most=MOST) == "churn-3"


@given(
    st.one_of(
        st.text(), st.builds("s3://{}/{}".format, st.text(), st.text()), st.text(max_size=4).map("s3://b/{}".format)
    )
)
def test_suggestion_is_always_a_legal_name(location: str) -> None:
    name = of(ModelDataUrl=location)
    assert not name or create_model.check({"ModelName": name}) == []


@given(st.lists(st.from_regex(r"[A-Za-z0-9._-]{1,40}", fullmatch=True), min_size=1, max_size=8))
def test_suggestion_of_any_path_is_a_legal_name(parts: list[str]) -> None:
    name = of(ModelDataUrl=f"s3://acme-models/{'/'.join(parts)}")
    assert not name or create_model.check({"ModelName": name}) == []


@given(VALUES)
def test_any_document_is_borne(value: Any) -> None:
    documents: list[Document] = [
        {"PrimaryContainer": value},
        {"Containers": value},
        {"PrimaryContainer": {"ModelDataSource": value}},
    ]
    for document in documents:
        suggestion(document, most=MOST)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_suggestions_of_real_requests_are_legal(case: dict[str, Any]) -> None:
    name = suggestion(case["request"], most=MOST)
    assert not name or create_model.check({"ModelName": name}) == []
