"""Is every licence that a request accepts found, and no other?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from models_ui.contract import eula, pointers
from models_ui.contract.json_types import Document
from tests.contract.json_values import DOCUMENTS


def source(accepts: Any, uri: Any = "s3://gated/model/") -> dict[str, Any]:
    """Return a data source whose licence is accepted, or not."""
    return {"S3DataSource": {"S3Uri": uri, "ModelAccessConfig": {"AcceptEula": accepts}}}


def test_sources_of_every_container_are_found_in_order() -> None:
    container: Any = {
        "ModelDataSource": source(accepts=True),
        "AdditionalModelDataSources": [source(accepts=False), source(accepts=True, uri="s3://b/")],
    }

    assert eula.accepted({"Containers": [{}, container]}) == [
        eula.GatedSource("/Containers/1/ModelDataSource/S3DataSource", "s3://gated/model/"),
        eula.GatedSource("/Containers/1/AdditionalModelDataSources/1/S3DataSource", "s3://b/"),
    ]


@pytest.mark.parametrize("accepts", [False, None, 1, "true", [], {"AcceptEula": True}])
def test_only_the_boolean_accepts(accepts: Any) -> None:
    assert eula.accepted({"PrimaryContainer": {"ModelDataSource": source(accepts)}}) == []


def test_a_location_of_a_wrong_type_is_left_empty() -> None:
    found = eula.accepted({"PrimaryContainer": {"ModelDataSource": source(accepts=True, uri=5)}})

    assert found == [eula.GatedSource("/PrimaryContainer/ModelDataSource/S3DataSource", "")]


@given(DOCUMENTS)
def test_any_document_can_be_asked(document: Document) -> None:
    assert all(pointers.exists(document, found.pointer) for found in eula.accepted(document))
