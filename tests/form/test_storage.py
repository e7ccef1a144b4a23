"""How does a container say where its data is?"""

from __future__ import annotations

import pytest

from models_ui.contract.json_types import Document, Json
from models_ui.form.storage import storage
from tests.form import browser

LOCATION = "s3://acme-models/churn/7/"


def source(kind: str, packed: str, **more: Json) -> Document:
    return {
        "ModelDataSource": {"S3DataSource": {"S3Uri": LOCATION, "S3DataType": kind, "CompressionType": packed, **more}}
    }


ARCHIVE: Document = {"ModelDataUrl": LOCATION}
FOLDER, FILE, GZIP = source("S3Prefix", "None"), source("S3Object", "None"), source("S3Object", "Gzip")


@pytest.mark.parametrize(
    ("container", "answer"),
    [
        ({}, ""), (None, ""), (ARCHIVE, "archive"), (FOLDER, "folder"), (FILE, "file"), (GZIP, "gzip"),
        (source("S3Prefix", "Gzip"), ""), ({"ModelDataSource": {}}, ""), ({"ModelDataSource": 1}, ""),
        ({**ARCHIVE, **FOLDER}, "folder"),
    ],
)  # fmt: skip
def test_storage_is_what_the_container_says(container: Json, answer: str) -> None:
    assert storage(container) == answer


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        (ARCHIVE, "folder", FOLDER), (ARCHIVE, "file", FILE), (ARCHIVE, "gzip", GZIP), (FOLDER, "archive", ARCHIVE),
        (GZIP, "archive", ARCHIVE), (FOLDER, "gzip", GZIP), (FILE, "folder", FOLDER), (FOLDER, "", FOLDER),
        (FOLDER, "what", FOLDER), ({"Image": "a"}, "archive", {"Image": "a"}),
        ({"ModelDataSource": {"S3DataSource": {"S3DataType": "S3Prefix"}}, "Image": "a"}, "archive", {"Image": "a"}),
        (source("S3Prefix", "None", ETag="e"), "file", source("S3Object", "None", ETag="e")),
    ],
)  # fmt: skip
def test_answer_takes_the_location_along(before: Document, answer: str, after: Document) -> None:
    found = browser.posted({"PrimaryContainer": before}, "container", {"ask.storage": answer}).document
    assert found == {"PrimaryContainer": after}


def test_answer_before_anything_else_begins_the_container() -> None:
    found = browser.posted({}, "container", {"ask.storage": "folder"}).document
    assert found["PrimaryContainer"] == {
        "ModelDataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "CompressionType": "None"}}
    }


def test_location_typed_with_the_answer_goes_where_the_answer_wants_it() -> None:
    post = {"ask.storage": "folder", "PrimaryContainer.ModelDataUrl": LOCATION}
    assert browser.posted({}, "container", post).document == {"PrimaryContainer": FOLDER}


def test_container_of_a_pipeline_is_asked_too() -> None:
    found = browser.posted({"Containers": [{}, ARCHIVE]}, "container-2", {"ask.storage": "gzip"}).document
    assert found == {"Containers": [{}, GZIP]}


@pytest.mark.parametrize(
    ("before", "answer", "reason"),
    [
        (source("S3Prefix", "None", ETag="e"), "archive", "no place"),
        ({"ModelDataSource": {"S3DataSource": {}, "Bogus": 1}}, "archive", "no place"),
        ({**ARCHIVE, **FOLDER}, "archive", "an archive and a data source"),
        ({"ModelDataSource": 7}, "folder", "something else"),
        ({"ModelDataSource": {"S3DataSource": []}}, "archive", "something else"),
    ],
)
def test_what_has_no_place_keeps_the_storage_and_is_said(before: Document, answer: str, reason: str) -> None:
    applied = browser.posted({"PrimaryContainer": before}, "container", {"ask.storage": answer})
    assert applied.document == {"PrimaryContainer": before}
    assert reason in applied.said[0]


def test_archive_beside_a_data_source_stays_and_is_said() -> None:
    applied = browser.posted({"PrimaryContainer": {**ARCHIVE, **FOLDER}}, "container", {"ask.storage": "file"})
    assert applied.document == {"PrimaryContainer": {**ARCHIVE, **FILE}}
    assert "stays too" in applied.said[0]


def test_place_that_is_posted_with_another_value_beats_the_answer() -> None:
    name = "PrimaryContainer.ModelDataSource.S3DataSource.CompressionType"
    before: Document = {"PrimaryContainer": FOLDER}
    found = browser.posted(before, "container", {"ask.storage": "file", name: "Gzip"}).document
    assert found == {"PrimaryContainer": GZIP}
    assert browser.posted(before, "container", {"ask.storage": "archive", name: "Gzip"}).document == {
        "PrimaryContainer": source("S3Prefix", "Gzip")
    }


def test_unchanged_answer_leaves_what_the_places_say() -> None:
    name = "PrimaryContainer.ModelDataSource.S3DataSource.S3DataType"
    found = browser.posted(
        {"PrimaryContainer": FOLDER}, "container", {"ask.storage": "folder", name: "S3Object"}
    ).document
    assert found == {"PrimaryContainer": FILE}
