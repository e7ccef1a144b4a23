"""Which steps does a request have?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from models_ui.contract.json_types import Document
from models_ui.form import steps as asked
from models_ui.form.steps import Step, finder, step_named, step_of, steps
from tests.form import designed

ONE: Document = {"ModelName": "churn", "PrimaryContainer": {"Image": "a"}}
SEVERAL: Document = {
    "Containers": [{"ContainerHostname": "prepare"}, {}],
    "InferenceExecutionConfig": {"Mode": "Serial"},
}


@pytest.mark.parametrize(
    ("document", "names"),
    [
        ({}, "basics container access tags"),
        (ONE, "basics container access tags"),
        (SEVERAL, "basics containers container-1 container-2 access tags"),
        ({"Containers": []}, "basics containers access tags"),
        ({"Containers": [None, {}]}, "basics containers container-2 access tags"),
        ({"Containers": "x"}, "basics containers access tags"),
        ({**ONE, **SEVERAL}, "basics containers container container-1 container-2 access tags"),
        ({"PrimaryContainer": 7}, "basics container access tags"),
    ],
)
def test_request_decides_which_steps_there_are(document: Document, names: str) -> None:
    assert " ".join(step.name for step in steps(document)) == names


def test_container_of_a_pipeline_is_called_by_number_and_name() -> None:
    first, second = steps(SEVERAL)[2:4]
    assert (first.heading, first.short, first.title) == ("Describe container 1: prepare", "1 prepare", "Container 1")
    assert (second.heading, second.container) == ("Describe container 2", 1)


@pytest.mark.parametrize("name", ["review", "container-0", "container-3", "container", "Basics", ""])
def test_name_of_no_step_finds_none(name: str) -> None:
    assert step_named(SEVERAL, name) is None


@pytest.mark.parametrize(
    ("document", "pointer", "name"),
    [
        ({}, "", "basics"), ({}, "/ModelName", "basics"), ({}, "/Bogus/0", "basics"), ({}, "/Tags/0/Key", "tags"),
        ({}, "/VpcConfig/Subnets", "access"), ({}, "/ExecutionRoleArn", "access"), ({}, "/PrimaryContainer", "container"),
        ({}, "/PrimaryContainer/Image", "container"), ({}, "/Containers/0/Image", "basics"),
        ({}, "/InferenceExecutionConfig/Mode", "basics"), (SEVERAL, "/InferenceExecutionConfig", "containers"),
        (SEVERAL, "/Containers", "containers"), (SEVERAL, "/Containers/1/Image", "container-2"),
        (SEVERAL, "/Containers/7", "containers"), (SEVERAL, "/Containers/x", "containers"),
    ],
)  # fmt: skip
def test_place_is_on_one_step(document: Document, pointer: str, name: str) -> None:
    assert step_of(document, pointer).name == name


class Looked(tuple[Step, ...]):
    """Screens that count how often somebody goes through them all."""

    __slots__ = ()
    times = 0

    def __iter__(self) -> Iterator[Step]:
        type(self).times += 1
        return super().__iter__()


def test_designed_form_of_many_containers_is_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    form = designed.layout({}, role="each", model=("/Containers/*/Image",))
    document: Document = {"Containers": [{} for _ in range(30)]}
    shown = Looked(steps(document, form))
    monkeypatch.setattr(asked, "steps", lambda *_: shown)
    monkeypatch.setattr(Looked, "times", 0)

    find = finder(document, form)
    before = Looked.times
    assert [find(f"/Containers/{n}/Image").name for n in range(30)] == [f"model-{n + 1}" for n in range(30)]
    assert find("/Containers/77/Image").name == "model-1"
    assert Looked.times == before
