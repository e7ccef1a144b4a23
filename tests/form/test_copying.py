"""Does everything but the host name come along from another container, and can that be undone?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.form import copying
from models_ui.form.posting import Applied
from models_ui.form.steps import step_named
from tests.form.test_taken import press

FIRST: dict[str, Any] = {"ContainerHostname": "first", "Image": "a", "Environment": {"A": "1", "HF_TOKEN": "t"}}
SECOND: dict[str, Any] = {"ContainerHostname": "second", "Image": "b", "ModelDataUrl": "s3://x/y"}
PIPELINE: dict[str, Any] = {"Containers": [FIRST, SECOND, {"Image": "c"}]}


def listed(applied: Applied) -> Any:
    """Return the containers of a request."""
    return applied.document["Containers"]


def test_container_becomes_like_another_one_and_keeps_its_host_name() -> None:
    copied = press(Applied(PIPELINE), "container-2", "copy", **{"ask.copy": "0"})
    assert listed(copied) == [FIRST, {**FIRST, "ContainerHostname": "second"}, {"Image": "c"}]
    assert copied.said == ("Container 2 is now like container 1, but for its host name.",)


def test_container_without_a_host_name_gets_none() -> None:
    copied = press(Applied(PIPELINE), "container-3", "copy", **{"ask.copy": "0"})
    assert "ContainerHostname" not in listed(copied)[2]


def test_copy_can_be_undone() -> None:
    copied = press(Applied(PIPELINE), "container-2", "copy", **{"ask.copy": "0"})
    back = press(copied, "container-2", "undo")
    assert back.document == PIPELINE
    assert back.said == ("Container 2 is as it was before.",)


def test_host_name_that_was_given_since_stays() -> None:
    copied = press(Applied(PIPELINE), "container-2", "copy", **{"ask.copy": "0"})
    back = press(copied, "container-2", "undo", **{"Containers.1.ContainerHostname": "new"})
    assert listed(back)[1] == {**SECOND, "ContainerHostname": "new"}


def test_copy_that_was_worked_on_stays() -> None:
    copied = press(Applied(PIPELINE), "container-2", "copy", **{"ask.copy": "0"})
    typed = press(copied, "container-2", "undo", **{"Containers.1.Image": "mine"})
    assert typed.said == ("Container 2 stays as it is: it was changed since.",)
    assert listed(typed)[1]["Image"] == "mine"


def test_nothing_is_undone_once_the_containers_moved() -> None:
    copied = press(Applied(PIPELINE), "container-2", "copy", **{"ask.copy": "0"})
    assert press(copied, "containers", "up:Containers.1").out is None


def test_marks_come_along() -> None:
    before = Applied(PIPELINE, marks=("/Containers/0/Environment/A",))
    copied = press(before, "container-2", "copy", **{"ask.copy": "0"})
    assert sorted(copied.marks) == [*before.marks, "/Containers/1/Environment/A"]
    assert press(copied, "container-2", "undo").marks == before.marks


@pytest.mark.parametrize("source", ["", "1", "9", "-1", "x", "²", "0.0", "99999999999999"])
def test_choice_that_is_none_changes_nothing(source: str) -> None:
    copied = press(Applied(PIPELINE), "container-2", "copy", **{"ask.copy": source})
    assert copied.document == PIPELINE
    assert copied.said == ("Choose the container to copy first.",)


@pytest.mark.parametrize("step", ["basics", "containers", "access"])
def test_other_screens_copy_nothing(step: str) -> None:
    assert press(Applied(PIPELINE), step, "copy", **{"ask.copy": "0"}).document == PIPELINE


def test_others_are_offered_by_number_and_name() -> None:
    step = step_named(PIPELINE, "container-2")
    assert step is not None
    assert copying.others(PIPELINE, step) == [(0, "Container 1: first"), (2, "Container 3")]


def test_only_container_of_a_request_has_no_others() -> None:
    document: Any = {"PrimaryContainer": {"Image": "a"}}
    step = step_named(document, "container")
    assert step is not None
    assert copying.others(document, step) == []


def test_copy_is_added_at_the_end_without_a_host_name() -> None:
    added = press(Applied(PIPELINE), "containers", "duplicate:Containers.0")
    last = {name: value for name, value in FIRST.items() if name != "ContainerHostname"}
    assert listed(added) == [*PIPELINE["Containers"], last]
    assert added.said == ("Container 4 is a copy of container 1. Give it a host name of its own.",)
    assert added.focus == "Containers.3"


def test_full_pipeline_takes_no_copy() -> None:
    full: Any = {"Containers": [{"Image": "a"}] * 15}
    added = press(Applied(full), "containers", "duplicate:Containers.0")
    assert added.document == full
    assert added.said == ("There may be 15 containers. Remove one to add another.",)


@pytest.mark.parametrize("target", ["Containers.9", "Containers.x", "Tags.0", ""])
def test_copy_of_nothing_adds_nothing(target: str) -> None:
    assert press(Applied(PIPELINE), "containers", f"duplicate:{target}").document == PIPELINE
