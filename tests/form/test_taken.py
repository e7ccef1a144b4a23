"""Does what was taken out come back as it was, and over nothing?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models_ui.contract.json_types import Document
from models_ui.form import posting
from models_ui.form.posting import Applied
from models_ui.form.steps import step_named
from models_ui.form.taken import Taken, taken_of, text_of
from tests.form import browser, generated

PIPELINE: dict[str, Any] = {"Containers": [{"Image": "a"}, {"Image": "b"}, {"Image": "c"}]}
TAGS: dict[str, Any] = {"Tags": [{"Key": key, "Value": "v"} for key in "abc"]}
VARIABLES: dict[str, Any] = {"PrimaryContainer": {"Environment": {"A": "1", "B": "2", "C": "3"}}}


def press(before: Applied, step: str, action: str, **controls: str) -> Applied:
    """Return what a button makes of a request, with what can be put back as the draft would keep it."""
    screen = step_named(before.document, step)
    assert screen is not None
    post = {**controls, "action": action}
    out = taken_of(text_of(before.out))
    return posting.apply(before.document, screen, post, marks=before.marks, out=out)


def keys(document: Document, *place: str) -> list[str]:
    value: Any = document
    for name in place:
        value = value[name]
    return list(value) if isinstance(value, dict) else [entry["Key"] for entry in value]


@settings(max_examples=400)
@given(seed=st.integers(0, 3000), screen=st.integers(0, 50), button=st.integers(0, 500))
def test_whatever_can_be_removed_comes_back(seed: int, screen: int, button: int) -> None:
    document = generated.request(seed)
    names = browser.names(document)
    name = names[screen % len(names)]
    elements = browser.read(browser.html(document, name)).elements
    removes = [value for element in elements if (value := element.attributes.get("value", "")).startswith("remove")]
    if not removes:
        return
    removed = press(Applied(document), name, removes[button % len(removes)])
    if step_named(removed.document, name) is None or removed.out is None:
        return
    back = press(removed, name, "undo")
    assert back.document == document, (removes[button % len(removes)], removed.out)
    assert back.out is None
    assert (back.said, bool(back.focus)) == ((removed.out.back,), True)


@pytest.mark.parametrize("index", [0, 1, 2])
def test_row_comes_back_at_its_place(index: int) -> None:
    removed = press(Applied(TAGS), "tags", f"remove:Tags.{index}")
    assert len(keys(removed.document, "Tags")) == 2
    assert keys(press(removed, "tags", "undo").document, "Tags") == ["a", "b", "c"]


@pytest.mark.parametrize("index", [0, 1, 2])
def test_variable_comes_back_at_its_place(index: int) -> None:
    removed = press(Applied(VARIABLES), "container", f"remove:PrimaryContainer.Environment.{index}")
    back = press(removed, "container", "undo").document
    assert keys(back, "PrimaryContainer", "Environment") == ["A", "B", "C"]


def test_last_row_comes_back_with_the_list_that_went_with_it() -> None:
    before: Document = {"VpcConfig": {"Subnets": ["a"]}}
    removed = press(Applied(before), "access", "remove:VpcConfig.Subnets.0")
    assert removed.document == {}
    assert press(removed, "access", "undo").document == before


def test_rows_that_were_added_and_typed_meanwhile_stay() -> None:
    removed = press(Applied(TAGS), "tags", "remove:Tags.1")
    added = press(removed, "tags", "add:Tags")
    back = press(added, "tags", "undo", **{"Tags.0.Key": "typed", "Tags.2.Key": "new"})
    assert keys(back.document, "Tags") == ["typed", "b", "c", "new"]


def test_row_emptied_in_the_same_post_does_not_shift_it() -> None:
    removed = press(Applied(TAGS), "tags", "remove:Tags.2")
    back = press(removed, "tags", "undo", **{"Tags.0.Key": "", "Tags.0.Value": ""})
    assert [entry.get("Key") for entry in back.document["Tags"]] == [None, "b", "c"]  # type: ignore[union-attr]


def test_mark_of_a_secret_comes_back_with_its_value() -> None:
    before = Applied(VARIABLES, marks=("/PrimaryContainer/Environment/B",))
    removed = press(before, "container", "remove:PrimaryContainer.Environment.1")
    assert removed.marks == ()
    assert press(removed, "container", "undo").marks == before.marks


def test_marks_inside_a_container_come_back_with_it() -> None:
    document: Any = {"Containers": [{"Image": "a"}, {"Image": "b", "Environment": {"A": "1", "B": "2"}}]}
    before = Applied(document, marks=("/Containers/1/Environment/B",))
    removed = press(before, "containers", "remove:Containers.1")
    assert press(removed, "containers", "undo").marks == before.marks


def test_second_removal_takes_the_place_of_the_first() -> None:
    removed = press(press(Applied(TAGS), "tags", "remove:Tags.0"), "tags", "remove:Tags.0")
    back = press(removed, "tags", "undo")
    assert keys(back.document, "Tags") == ["b", "c"]
    assert press(back, "tags", "undo").said == ("There is nothing left to put back.",)


def test_variable_whose_name_is_taken_now_stays_out() -> None:
    removed = press(Applied(VARIABLES), "container", "remove:PrimaryContainer.Environment.0")
    place = "PrimaryContainer.Environment.0"
    typed = press(removed, "container", "undo", **{f"{place}.key": "A", f"{place}.value": "new"})
    assert typed.said == ("Variable A cannot be put back: there is another one of this name now.",)
    assert keys(typed.document, "PrimaryContainer", "Environment") == ["A", "C"]


def test_nothing_comes_back_where_something_else_stands() -> None:
    removed = press(Applied(TAGS), "tags", "remove:Tags.0")
    changed = Applied({"Tags": "none"}, out=removed.out)
    again = press(changed, "tags", "undo")
    assert again.document == {"Tags": "none"}
    assert again.said == ("Tag 1 cannot be put back: something else stands there now.",)


def test_nothing_comes_back_on_another_screen() -> None:
    removed = press(Applied(TAGS), "tags", "remove:Tags.0")
    assert press(removed, "access", "undo").document == removed.document


def test_nothing_comes_back_into_a_container_that_moved() -> None:
    document: Any = {"Containers": [{"Environment": {"A": "1"}}, {"Image": "b"}]}
    removed = press(Applied(document), "container-1", "remove:Containers.0.Environment.0")
    moved = press(removed, "containers", "down:Containers.0")
    assert moved.out is None


def test_row_that_moved_leaves_the_others_to_come_back() -> None:
    removed = press(Applied(PIPELINE), "containers", "remove:Containers.1")
    moved = press(removed, "containers", "up:Containers.1")
    back = press(moved, "containers", "undo")
    assert [entry["Image"] for entry in back.document["Containers"]] == ["c", "b", "a"]  # type: ignore[index,call-overload,union-attr]


def test_many_that_were_not_shown_come_back() -> None:
    document: Any = {"Tags": [{"Key": f"k{number}", "Value": ""} for number in range(230)]}
    removed = press(Applied(document), "tags", "remove-unshown:Tags")
    assert removed.said == ("30 are removed.",)
    back = press(removed, "tags", "undo")
    assert (back.document, back.said) == (document, ("30 are back.",))


@pytest.mark.parametrize("out", [None, Taken("tags", "/Tags", True, (), "", "", "")])  # noqa: FBT003
def test_what_is_kept_reads_as_it_was_written(out: Taken | None) -> None:
    assert taken_of(text_of(out)) == out


def test_what_is_kept_is_json() -> None:
    removed = press(Applied(VARIABLES), "container", "remove:PrimaryContainer.Environment.0")
    assert json.loads(text_of(removed.out))["entries"][0]["value"] == "1"
