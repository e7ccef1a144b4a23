"""Which steps does a request have?"""

from __future__ import annotations

import pytest

from models_ui.contract.json_types import Document
from models_ui.form.steps import step_named, step_of, steps

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
