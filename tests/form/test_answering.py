"""Does what an answer took out come back as it was?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.contract.json_types import Document
from models_ui.form import posting
from models_ui.form.steps import step_named
from models_ui.form.storage import storage
from tests.form.test_storage import ARCHIVE, FOLDER, LOCATION, PACKED, RUNS, source

GATED = source("S3Prefix", "None", ETag="9b2c", ModelAccessConfig={"AcceptEula": True})


def answer(container: Document, wanted: str) -> posting.Applied:
    """Answer the question on the screen of a container."""
    return after({"PrimaryContainer": container}, {"ask.storage": wanted})


def after(document: Document, post: dict[str, str], out: Any = None) -> posting.Applied:
    """Return what a post of the screen makes of a request."""
    step = step_named(document, "container")
    assert step
    return posting.apply(document, step, post, out=out)


@pytest.mark.parametrize("wanted", ["inside", "package"])
@pytest.mark.parametrize("container", [{**RUNS, **ARCHIVE}, {**RUNS, **FOLDER}, {**RUNS, **GATED}, {**ARCHIVE, **RUNS}])
def test_location_that_was_taken_out_comes_back_with_one_click(container: Document, wanted: str) -> None:
    gone = answer(container, wanted)
    assert gone.out
    assert gone.out.said == f"The location {LOCATION} is taken out of the request."

    back = after(gone.document, {"action": "undo"}, gone.out)

    assert back.document == {"PrimaryContainer": container}
    assert back.said == ("What the answer took out is back.",)
    assert back.out is None
    assert back.focus == f"ask.storage-{storage(container)}"


@pytest.mark.parametrize("wanted", ["archive", "folder", "inside"])
def test_package_that_was_taken_out_comes_back(wanted: str) -> None:
    container: Document = {**PACKED, "InferenceSpecificationName": "gpu"}
    gone = answer(container, wanted)
    assert gone.out
    back: Any = after(gone.document, {"action": "undo"}, gone.out).document["PrimaryContainer"]

    assert {name: back[name] for name in container} == container
    assert "ModelDataUrl" not in back


@pytest.mark.parametrize(("container", "wanted"), [
    (ARCHIVE, "folder"), (FOLDER, "archive"), (FOLDER, "gzip"), ({**RUNS, "ModelDataUrl": ""}, "inside"), (RUNS, "package"),
    ({"ModelDataUrl": "s3://acme/7"}, "folder"), (GATED, "archive"), ({"ModelDataSource": 7}, "inside"),
])  # fmt: skip
def test_what_only_moves_or_stays_leaves_nothing_to_undo(container: Document, wanted: str) -> None:
    assert answer(container, wanted).out is None


def test_location_that_was_typed_since_is_not_overwritten() -> None:
    gone = answer({**RUNS, **ARCHIVE}, "inside")
    again = after(gone.document, {"PrimaryContainer.ModelDataUrl": "s3://acme-models/new.tar.gz"}, gone.out)
    back = after(again.document, {"action": "undo"}, gone.out)

    assert back.document == again.document
    assert back.said[0].startswith("What was taken out cannot come back")
