"""Is every signature taken out of a request, and nothing else?"""

from __future__ import annotations

import copy
from time import monotonic
from typing import Any

from hypothesis import given

from models_ui.contract import pointers
from models_ui.contract.json_types import Document
from models_ui.contract.signatures import unsigned
from tests.contract.json_values import DOCUMENTS

SIGNED = "https://acme.s3.amazonaws.com/a.tar.gz?X-Amz-Signature=5ec4e7"
CLEAN = "https://acme.s3.amazonaws.com/a.tar.gz"


def test_every_location_is_looked_at() -> None:
    source = {"S3DataSource": {"S3Uri": SIGNED, "ManifestS3Uri": SIGNED}}
    container: Any = {"ModelDataUrl": SIGNED, "ModelDataSource": source, "AdditionalModelDataSources": [{}, source]}

    clean, cut = unsigned({"PrimaryContainer": container, "Containers": [{}, copy.deepcopy(container)]})

    assert "5ec4e7" not in str(clean)
    assert {pointers.get(clean, place) for place in cut} == {CLEAN}
    assert len(cut) == 10


def test_request_that_is_given_stays_as_it_is() -> None:
    document: Document = {"PrimaryContainer": {"ModelDataUrl": SIGNED}}

    unsigned(document)

    assert document == {"PrimaryContainer": {"ModelDataUrl": SIGNED}}


@given(DOCUMENTS)
def test_any_document_without_one_stays(document: Document) -> None:
    assert unsigned(document) == (document, [])


def test_very_many_are_cut_in_one_go() -> None:
    begun = monotonic()

    _, cut = unsigned({"Containers": [{"ModelDataUrl": SIGNED} for _ in range(20_000)]})

    assert len(cut) == 20_000
    assert monotonic() - begun < 10
