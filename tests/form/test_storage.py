"""How does a container say where its data is, and how is that said otherwise?"""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from models_ui.contract.json_types import Document, Json
from models_ui.form import fields
from models_ui.form.layouts.create_model_sources import STORAGE
from models_ui.form.steps import step_named
from models_ui.form.storage import OTHER, loses, storage
from models_ui.form.views import FieldView
from tests.form import browser, generated

LOCATION = "s3://acme-models/churn/7/"
ELSEWHERE = "s3://acme-models/old/model.tar.gz"
PACKAGE = "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3"
ANSWERS = [value for value, *_ in STORAGE.choices]
SOURCE = "PrimaryContainer.ModelDataSource.S3DataSource"
TAKEN = "is taken out of the request."


def source(kind: str, packed: str, at: str = LOCATION, **more: Json) -> Document:
    return {"ModelDataSource": {"S3DataSource": {"S3Uri": at, "S3DataType": kind, "CompressionType": packed, **more}}}


def posted(container: Document, answer: str, **controls: str) -> tuple[Any, str]:
    """Return the container once a question was answered, and what is said."""
    applied = browser.posted({"PrimaryContainer": container}, "container", {"ask.storage": answer, **controls})
    return applied.document["PrimaryContainer"], " ".join(applied.said)


ARCHIVE: Document = {"ModelDataUrl": LOCATION}
FOLDER, FILE, GZIP = source("S3Prefix", "None"), source("S3Object", "None"), source("S3Object", "Gzip")
BARE: Document = {"ModelDataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "CompressionType": "None"}}}
RUNS: Document = {"Image": "a"}
PACKED: Document = {"ModelPackageName": PACKAGE}


@pytest.mark.parametrize(
    ("container", "answer"),
    [
        ({}, ""), (None, ""), (7, ""), ({"Environment": {}}, ""), (ARCHIVE, "archive"), (FOLDER, "folder"), (FILE, "file"),
        (GZIP, "gzip"), (RUNS, "inside"), (PACKED, "package"), ({**RUNS, **PACKED}, "package"), ({**RUNS, **FOLDER}, "folder"),
        ({"ModelDataUrl": ""}, "archive"), ({"ModelPackageName": ""}, "package"), (BARE, "folder"),
        (source("S3Prefix", "Gzip"), OTHER), ({"ModelDataSource": {}}, OTHER), ({"ModelDataSource": 1}, OTHER),
        ({**ARCHIVE, **FOLDER}, ""), ({**ARCHIVE, **PACKED}, ""), ({**FOLDER, **PACKED}, ""),
    ],
)  # fmt: skip
def test_storage_is_what_the_container_says(container: Json, answer: str) -> None:
    assert storage(container) == answer


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        (ARCHIVE, "folder", FOLDER), (ARCHIVE, "file", FILE), (ARCHIVE, "gzip", GZIP), (FOLDER, "archive", ARCHIVE),
        (GZIP, "archive", ARCHIVE), (FOLDER, "gzip", GZIP), (FILE, "folder", FOLDER), (FOLDER, "", FOLDER),
        (FOLDER, "what", FOLDER), (FOLDER, OTHER, FOLDER),
        ({"ModelDataUrl": "", **RUNS}, "folder", {**BARE, **RUNS}),
        (source("S3Prefix", "None", ETag="e"), "file", source("S3Object", "None", ETag="e")),
        ({**ARCHIVE, **FILE}, "archive", ARCHIVE), ({**ARCHIVE, **FILE}, "folder", FOLDER),
    ],
)  # fmt: skip
def test_answer_takes_the_location_along_and_has_nothing_to_say(before: Document, answer: str, after: Document) -> None:
    assert posted(before, answer) == (after, "")


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        (RUNS, "archive", {**RUNS, "ModelDataUrl": ""}),
        ({**RUNS, **BARE}, "archive", {**RUNS, "ModelDataUrl": ""}),
        (RUNS, "package", {**RUNS, "ModelPackageName": ""}),
        (RUNS, "folder", {**RUNS, **BARE}),
        ({"ModelDataUrl": "", **RUNS}, "inside", RUNS),
        ({"ModelDataUrl": ""}, "package", {"ModelPackageName": ""}),
        ({**RUNS, **BARE}, "inside", RUNS),
        ({"ModelPackageName": ""}, "archive", {"ModelDataUrl": ""}),
    ],
)
def test_answer_without_a_location_waits_for_one(before: Document, answer: str, after: Document) -> None:
    container, _ = posted(before, answer)
    assert container == after
    assert storage(container) == answer


@pytest.mark.parametrize(
    ("before", "answer", "after", "gone"),
    [
        ({**RUNS, **ARCHIVE}, "inside", RUNS, [LOCATION]),
        ({**RUNS, **FOLDER}, "inside", RUNS, [LOCATION]),
        (ARCHIVE, "package", {"ModelPackageName": ""}, [LOCATION]),
        ({**ARCHIVE, **PACKED}, "package", PACKED, [LOCATION]),
        ({**ARCHIVE, **source("S3Object", "None", ELSEWHERE)}, "inside", {}, [LOCATION, ELSEWHERE]),
        ({**ARCHIVE, **PACKED}, "archive", ARCHIVE, [PACKAGE]),
        ({**PACKED, "InferenceSpecificationName": "gpu", **RUNS}, "inside", RUNS, [PACKAGE, "gpu"]),
        (PACKED, "folder", BARE, [PACKAGE]),
        ({"ModelDataUrl": ELSEWHERE, **FOLDER}, "folder", FOLDER, [ELSEWHERE]),
        ({"ModelDataUrl": ELSEWHERE, **FOLDER}, "archive", {"ModelDataUrl": ELSEWHERE}, [LOCATION]),
    ],
)
def test_what_goes_is_said_whole(before: Document, answer: str, after: Document, gone: list[str]) -> None:
    container, said = posted(before, answer)
    assert container == after
    assert [value for value in gone if f"{value} {TAKEN}" not in said] == []
    assert said.count(TAKEN) == len(gone)


def test_what_goes_with_a_data_source_is_said_too() -> None:
    gated = source("S3Prefix", "None", ETag="9b2c", ModelAccessConfig={"AcceptEula": True})
    _, said = posted({**RUNS, **gated}, "inside")
    assert said.endswith("So are the other settings of the data source: ETag 9b2c, model access config.")


def test_image_beside_a_model_package_is_pointed_out() -> None:
    assert posted(RUNS, "package")[1] == "Empty the image too: a model package brings its own."


def test_answer_before_anything_else_begins_the_container() -> None:
    assert browser.posted({}, "container", {"ask.storage": "folder"}).document == {"PrimaryContainer": BARE}
    assert browser.posted({}, "container", {"ask.storage": "inside"}).document == {}


@pytest.mark.parametrize("answer", ["archive", "folder", "file", "gzip"])
def test_location_typed_with_the_answer_goes_where_the_answer_wants_it(answer: str) -> None:
    wanted = {"archive": ARCHIVE, "folder": FOLDER, "file": FILE, "gzip": GZIP}[answer]
    post = {"ask.storage": answer, "PrimaryContainer.ModelDataUrl": LOCATION}
    assert browser.posted({}, "container", post).document == {"PrimaryContainer": wanted}


def test_container_of_a_pipeline_is_asked_too() -> None:
    found = browser.posted({"Containers": [{}, ARCHIVE]}, "container-2", {"ask.storage": "gzip"}).document
    assert found == {"Containers": [{}, GZIP]}


@pytest.mark.parametrize(
    ("before", "answer", "reason"),
    [
        (source("S3Prefix", "None", ETag="e"), "archive", "no place"),
        ({"ModelDataSource": {"S3DataSource": {}, "Bogus": 1}}, "archive", "no place"),
        ({"ModelDataSource": 7}, "folder", "something else"),
        ({"ModelDataSource": {"S3DataSource": []}}, "archive", "something else"),
        ({"ModelDataSource": {"S3DataSource": []}}, "inside", "something else"),
        ({"ModelDataUrl": None}, "folder", "no text"),
        ({"ModelPackageName": {"a": 1}}, "inside", "no text"),
        (source("S3Prefix", "None", at=7), "package", "no text"),  # type: ignore[arg-type]
    ],
)
def test_what_has_no_place_keeps_the_storage_and_is_said(before: Document, answer: str, reason: str) -> None:
    container, said = posted(before, answer)
    assert container == before
    assert reason in said


def test_place_that_is_posted_with_another_value_beats_the_answer() -> None:
    name = f"{SOURCE}.CompressionType"
    assert posted(FOLDER, "file", **{name: "Gzip"}) == (GZIP, "")
    assert posted(FOLDER, "archive", **{name: "Gzip"}) == (source("S3Prefix", "Gzip"), "")


@pytest.mark.parametrize("answer", ["inside", "package"])
@pytest.mark.parametrize("name", ["PrimaryContainer.ModelDataUrl", f"{SOURCE}.S3Uri"])
def test_location_that_is_typed_beats_an_answer_without_one(name: str, answer: str) -> None:
    container, said = posted({}, answer, **{name: LOCATION})
    assert LOCATION in str(container)
    assert "The location that you typed stays" in said


def test_package_that_is_typed_beats_an_answer_without_one() -> None:
    container, _ = posted(RUNS, "archive", **{"PrimaryContainer.ModelPackageName": PACKAGE})
    assert container["ModelPackageName"] == PACKAGE


def test_archive_typed_beside_a_data_source_stays_and_is_said() -> None:
    container, said = posted(FOLDER, "file", **{"PrimaryContainer.ModelDataUrl": ELSEWHERE})
    assert (container["ModelDataUrl"], storage(container)) == (ELSEWHERE, "")
    assert "stays too" in said


def test_emptied_location_is_no_typed_one() -> None:
    assert posted({**RUNS, **ARCHIVE}, "inside", **{"PrimaryContainer.ModelDataUrl": ""}) == (RUNS, "")


def test_unchanged_answer_leaves_what_the_places_say() -> None:
    assert posted(FOLDER, "folder", **{f"{SOURCE}.S3DataType": "S3Object"}) == (FILE, "")
    assert posted(RUNS, "inside", **{"PrimaryContainer.ModelDataUrl": LOCATION})[0] == {**RUNS, **ARCHIVE}


@pytest.mark.parametrize(
    ("typed", "stored", "said"),
    [
        ("s3://acme/churn/7", "s3://acme/churn/7/", "The location of a folder ends with a slash: it was added."),
        ("s3://acme", "s3://acme/", "The location of a folder ends with a slash: it was added."),
        ("https://acme.s3.amazonaws.com/7", "https://acme.s3.amazonaws.com/7/", "The location of a folder ends with a slash: it was added."),
        ("s3://acme/7/", "s3://acme/7/", ""),
        ("s3://acme/7/model.tar.gz", "s3://acme/7/model.tar.gz", "s3://acme/7/model.tar.gz looks like a file. Write the folder instead, with a slash at its end."),
        ("arn:aws:s3:::acme/7", "arn:aws:s3:::acme/7", ""),
        ("acme/7", "acme/7", ""),
    ],
)  # fmt: skip
def test_folder_gets_its_slash_where_it_surely_is_one(typed: str, stored: str, said: str) -> None:
    container, told = posted({"ModelDataUrl": typed}, "folder")
    assert (container, told) == (source("S3Prefix", "None", stored), said)


def test_location_typed_for_the_folder_stays_to_the_letter() -> None:
    container, said = posted(FILE, "folder", **{f"{SOURCE}.S3Uri": "s3://acme/7"})
    assert (container["ModelDataSource"]["S3DataSource"]["S3Uri"], said) == ("s3://acme/7", "")


@pytest.mark.parametrize("seed", range(200))
def test_to_and_fro_no_typed_text_is_lost_without_a_word(seed: int) -> None:
    random = Random(seed)
    texts = {"ModelDataUrl": ELSEWHERE, "ModelPackageName": PACKAGE, "InferenceSpecificationName": "gpu"}
    container: Any = {name: text for name, text in texts.items() if random.random() < 0.4}
    container |= random.choice([{}, FOLDER, source("S3Object", "Gzip", ManifestS3Uri="s3://acme/m.csv"), BARE])
    typed = [text for text in (LOCATION, "s3://acme/m.csv", *texts.values()) if text in str(container)]
    said = ""
    for _ in range(5):
        before, answer = container, random.choice(ANSWERS)
        container, told = posted({**RUNS, **before}, answer)
        said += told
        assert storage(container) == answer or told, (before, answer)
        assert [text for text in typed if text not in str(container) and text not in said] == []


@pytest.mark.parametrize("seed", range(150))
def test_answer_never_fails_and_answering_twice_is_answering_once(seed: int) -> None:
    for name in browser.names(document := generated.request(seed, wrong=0.15)):
        for answer in ANSWERS if name.startswith("container") and name != "containers" else ():
            once = browser.posted(document, name, {"ask.storage": answer}).document
            assert browser.posted(once, name, {"ask.storage": answer}).document == once


@pytest.mark.parametrize("answer", ANSWERS)
def test_only_what_takes_something_out_waits_for_the_button(answer: str) -> None:
    for container in ({}, RUNS, ARCHIVE, FOLDER, PACKED, {**RUNS, "ModelDataUrl": ""}):
        taken = TAKEN in posted(container, answer)[1]
        assert loses(container, answer) is taken, container


@pytest.mark.parametrize(
    ("container", "shown"),
    [
        ({}, {"ModelDataUrl"}),
        ({**RUNS, **ARCHIVE}, {"ModelDataUrl"}),
        ({**RUNS, **FOLDER}, {"ModelDataSource.S3DataSource.S3Uri"}),
        ({**RUNS, **GZIP}, {"ModelDataSource.S3DataSource.S3Uri"}),
        (RUNS, set()),
        (PACKED, {"ModelPackageName", "InferenceSpecificationName"}),
        (
            source("S3Prefix", "Gzip"),
            {f"ModelDataSource.S3DataSource.{name}" for name in ("S3Uri", "S3DataType", "CompressionType")},
        ),
        ({**ARCHIVE, **PACKED}, {"ModelDataUrl", "ModelPackageName"}),
    ],
)
def test_each_answer_shows_only_the_fields_that_matter(container: Document, shown: set[str]) -> None:
    document: Document = {"PrimaryContainer": container}
    step = step_named(document, "container")
    assert step
    artefacts = next(group for group in fields.page(document, step, ()) if group.title == "Artefacts")
    at_once = [item.name for item in artefacts.items if isinstance(item, FieldView) and item.name != STORAGE.name]
    assert {name.removeprefix("PrimaryContainer.") for name in at_once} == shown
    assert f"{SOURCE}.S3DataType" in browser.controls(document, "container")


def test_location_that_waits_must_be_filled_in_and_has_no_button_that_takes_it_away() -> None:
    markup = browser.html({"PrimaryContainer": {**RUNS, "ModelDataUrl": ""}}, "container")
    field = next(
        e for e in browser.read(markup).elements if e.attributes.get("name") == "PrimaryContainer.ModelDataUrl"
    )
    assert "required" in field.attributes
    assert "An empty text is sent" not in markup


@pytest.mark.parametrize(("post", "focus"), [
    ({"ask.storage": "folder", "action": "answer:ask.storage"}, "ask.storage-folder"),
    ({"ask.storage": "<b>", "action": "answer:ask.storage"}, "ask.storage"),
    ({"action": "answer:ask.storage"}, "ask.storage"),
    ({"ask.storage": "folder", "action": "answer:ask.kind"}, ""),
    ({"ask.storage": "folder", "action": "answer:"}, ""),
    ({"ask.storage": "folder"}, ""),
])  # fmt: skip
def test_button_of_an_answer_keeps_the_focus_there(post: dict[str, str], focus: str) -> None:
    assert browser.posted({}, "container", post).focus == focus
