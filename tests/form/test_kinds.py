"""Is a request one container or a pipeline?"""

from __future__ import annotations

import pytest

from models_ui.contract.json_types import Document
from models_ui.form.kinds import kind
from tests.form import browser

CONTAINER: Document = {"Image": "a", "Environment": {}}
ONE: Document = {"ModelName": "churn", "PrimaryContainer": CONTAINER, "Tags": []}
SEVERAL: Document = {"ModelName": "churn", "Containers": [CONTAINER], "Tags": []}


@pytest.mark.parametrize(
    ("document", "answer"),
    [
        ({}, "primary"), (ONE, "primary"), (SEVERAL, "pipeline"), ({"Containers": []}, "pipeline"),
        ({"Containers": None}, "pipeline"), ({**ONE, **SEVERAL}, ""),
    ],
)  # fmt: skip
def test_kind_is_what_the_request_says(document: Document, answer: str) -> None:
    assert kind(document) == answer


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        (ONE, "pipeline", SEVERAL),
        (SEVERAL, "primary", ONE),
        ({}, "pipeline", {"Containers": []}),
        ({"Containers": []}, "primary", {}),
        ({"PrimaryContainer": {}}, "pipeline", {"Containers": [{}]}),
        ({"PrimaryContainer": None}, "pipeline", {"Containers": [None]}),
        ({"PrimaryContainer": {"Image": "a"}, "Containers": [{"Image": "b"}]}, "pipeline",
         {"Containers": [{"Image": "a"}, {"Image": "b"}]}),
        ({"PrimaryContainer": {"Image": "a"}, "Containers": []}, "primary", {"PrimaryContainer": {"Image": "a"}}),
    ],
)  # fmt: skip
def test_container_goes_along_when_the_kind_changes(before: Document, answer: str, after: Document) -> None:
    assert browser.posted(before, "basics", {"ask.kind": answer}).document == after


@pytest.mark.parametrize(
    ("before", "answer", "reason"),
    [
        ({"Containers": [{}, {}]}, "primary", "Remove containers until one is left, then choose one container again."),
        ({"Containers": "x"}, "primary", "something else than a list"),
        ({"Containers": "x", "PrimaryContainer": {}}, "pipeline", "something else than a list"),
        ({"PrimaryContainer": {}, "Containers": [{}]}, "primary", "Choose the pipeline"),
    ],
)
def test_what_has_no_place_keeps_the_kind_and_is_said(before: Document, answer: str, reason: str) -> None:
    applied = browser.posted(before, "basics", {"ask.kind": answer})
    assert applied.document == before
    assert reason in applied.said[0]


@pytest.mark.parametrize("answer", ["primary", "", "both", "Pipeline"])
def test_answer_that_is_derived_or_unknown_changes_nothing(answer: str) -> None:
    assert browser.posted(ONE, "basics", {"ask.kind": answer}) == browser.posted(ONE, "basics")


def test_question_of_another_step_is_not_asked() -> None:
    assert browser.posted(ONE, "container", {"ask.kind": "pipeline"}).document == ONE


def test_what_is_ignored_for_one_container_stays_and_is_said() -> None:
    before: Document = {
        "Containers": [{"ContainerHostname": "predict"}],
        "InferenceExecutionConfig": {"Mode": "Direct"},
    }
    applied = browser.posted(before, "basics", {"ask.kind": "primary"})
    assert applied.document == {
        "PrimaryContainer": {"ContainerHostname": "predict"},
        "InferenceExecutionConfig": {"Mode": "Direct"},
    }
    assert [word in " ".join(applied.said) for word in ("host name", "execution mode")] == [True, True]
    assert browser.controls(applied.document, "basics")["InferenceExecutionConfig.Mode"] == "Direct"
    assert browser.controls(applied.document, "container")["PrimaryContainer.ContainerHostname"] == "predict"
