"""What do the buttons of a screen do to a request?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.contract import pointers
from models_ui.contract.finding import Finding, Fix
from models_ui.contract.json_types import Document
from models_ui.form import posting
from models_ui.form.steps import step_named, step_of
from tests.form import browser

TAGS: Document = {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}, {"Key": "c", "Value": "3"}]}
SUBNETS: Document = {"VpcConfig": {"Subnets": ["s-1", "s-2"]}}
ENVIRONMENT: Document = {"PrimaryContainer": {"Environment": {"A": "1", "B": "2"}}}
PIPELINE: Document = {"Containers": [{"Image": "a"}, {"Image": "b"}, {"Image": "c"}]}


def acted(before: Document, action: str, **post: str) -> posting.Applied:
    """Return what a button makes of a request on the step that shows its place."""
    place = action.partition(":")[2]
    step = step_of(before, place if place.startswith("/") else "/" + place.replace(".", "/")).name
    return browser.posted(before, "containers" if place.startswith("Containers") else step, {**post, "action": action})


@pytest.mark.parametrize(
    ("before", "action", "after", "focus"),
    [
        ({}, "add:Tags", {"Tags": [{"Value": ""}]}, "Tags.0.Key"),
        ({}, "add:VpcConfig.Subnets", {"VpcConfig": {"Subnets": [""]}}, "VpcConfig.Subnets.0"),
        ({}, "add:PrimaryContainer.Environment", {"PrimaryContainer": {"Environment": {"": ""}}},
         "PrimaryContainer.Environment.~"),
        ({}, "add:PrimaryContainer.AdditionalModelDataSources",
         {"PrimaryContainer": {"AdditionalModelDataSources": [{}]}},
         "PrimaryContainer.AdditionalModelDataSources.0.ChannelName"),
        ({"Containers": []}, "add:Containers", {"Containers": [{}]}, "Containers.0"),
        (SUBNETS, "add:VpcConfig.Subnets", {"VpcConfig": {"Subnets": ["s-1", "s-2", ""]}}, "VpcConfig.Subnets.2"),
    ],
)  # fmt: skip
def test_add_makes_an_empty_entry_and_goes_there(before: Document, action: str, after: Document, focus: str) -> None:
    applied = acted(before, action)
    assert (applied.document, applied.focus) == (after, focus)


@pytest.mark.parametrize(
    ("before", "action", "after", "focus"),
    [
        (TAGS, "remove:Tags.1", {"Tags": [TAGS["Tags"][0], TAGS["Tags"][2]]}, "Tags.1-remove"),  # type: ignore[index]
        (TAGS, "remove:Tags.2", {"Tags": TAGS["Tags"][:2]}, "Tags-add"),  # type: ignore[index]
        (SUBNETS, "remove:VpcConfig.Subnets.0", {"VpcConfig": {"Subnets": ["s-2"]}}, "VpcConfig.Subnets.0-remove"),
        ({"VpcConfig": {"Subnets": ["s"]}}, "remove:VpcConfig.Subnets.0", {}, "VpcConfig.Subnets-add"),
        (ENVIRONMENT, "remove:PrimaryContainer.Environment.0", {"PrimaryContainer": {"Environment": {"B": "2"}}},
         "PrimaryContainer.Environment.B-remove"),
        (ENVIRONMENT, "remove:PrimaryContainer.Environment.1", {"PrimaryContainer": {"Environment": {"A": "1"}}},
         "PrimaryContainer.Environment-add"),
        (PIPELINE, "remove:Containers.1", {"Containers": [{"Image": "a"}, {"Image": "c"}]}, "Containers.1-remove"),
        ({"Containers": [{}]}, "remove:Containers.0", {"Containers": []}, "Containers-add"),
        ({"Bogus": 1}, "remove:/Bogus", {}, "Bogus"),
        ({"ModelName": 7}, "remove:/ModelName", {}, "ModelName"),
        ({"PrimaryContainer": {"a.b/c": 1, "Image": "i"}}, "remove:/PrimaryContainer/a.b~1c",
         {"PrimaryContainer": {"Image": "i"}}, "PrimaryContainer.a~2e~b~2f~c"),
        ({"PrimaryContainer": None}, "remove:/PrimaryContainer", {}, "PrimaryContainer"),
    ],
)  # fmt: skip
def test_remove_takes_one_entry_and_goes_to_the_next(
    before: Document, action: str, after: Document, focus: str
) -> None:
    applied = acted(before, action)
    assert (applied.document, applied.focus) == (after, focus)


def test_removal_says_what_is_removed() -> None:
    assert acted(ENVIRONMENT, "remove:PrimaryContainer.Environment.0").said == ("Variable A is removed.",)


@pytest.mark.parametrize(
    ("action", "order", "focus"),
    [
        ("up:Containers.1", "bac", "Containers.0-up"),
        ("down:Containers.0", "bac", "Containers.1-down"),
        ("down:Containers.1", "acb", "Containers.2-down"),
        ("up:Containers.0", "abc", ""),
        ("down:Containers.2", "abc", ""),
        ("up:Containers.9", "abc", ""),
    ],
)
def test_container_moves_by_one(action: str, order: str, focus: str) -> None:
    applied = acted(PIPELINE, action)
    document: Any = applied.document
    assert "".join(container["Image"] for container in document["Containers"]) == order
    assert applied.focus == focus


@pytest.mark.parametrize(
    ("place", "most", "reason"),
    [
        ("Tags", 49, "There may be 49 tags."),
        ("VpcConfig.Subnets", 16, "There may be 16 subnets."),
        ("PrimaryContainer.AdditionalModelDataSources", 5, "There may be 5 additional sources."),
        ("PrimaryContainer.ContainerMetricsConfig.MetricsEndpoints", 1, "There may be 1 metrics endpoint."),
    ],
)
def test_nothing_is_added_beyond_what_there_may_be(place: str, most: int, reason: str) -> None:
    document: Document = {}
    for _ in range(most):
        document = acted(document, f"add:{place}").document
    applied = acted(document, f"add:{place}")
    assert (applied.document, applied.said) == (document, (f"{reason} Remove one to add another.",))


def test_empty_row_of_a_map_is_filled_in_before_there_is_another() -> None:
    before: Document = {"PrimaryContainer": {"Environment": {"": "x"}}}
    applied = acted(before, "add:PrimaryContainer.Environment")
    assert (applied.document, applied.said) == (before, ("Fill in the empty row first.",))


def test_button_acts_on_what_the_same_post_typed() -> None:
    post = {"Tags.0.Key": "x", "Tags.0.Value": "1", "Tags.1.Key": "", "Tags.1.Value": "2"}
    applied = browser.posted({"Tags": [{"Key": "a", "Value": "1"}]}, "tags", post | {"action": "remove:Tags.0"})
    assert applied.document == {"Tags": [{"Value": "2"}]}


def test_positions_stay_true_when_a_row_above_is_emptied() -> None:
    post = {"VpcConfig.Subnets.0": "", "action": "remove:VpcConfig.Subnets.1"}
    before: Document = {"VpcConfig": {"Subnets": ["a", "b", "c"]}}
    assert browser.posted(before, "access", post).document == {"VpcConfig": {"Subnets": ["c"]}}
    rows = {"PrimaryContainer.Environment.0.key": "", "PrimaryContainer.Environment.0.value": ""}
    after = browser.posted(
        ENVIRONMENT, "container", rows | {"action": "remove:PrimaryContainer.Environment.1"}
    ).document
    assert after == {}


@pytest.mark.parametrize(
    "action",
    ["", ":", "add", "add:", "remove:", "add:ModelName", "add:Nothing", "remove:Tags.9", "remove:Tags.x", "remove:Tags.-1",
     "up:Tags", "up:ModelName", "add:Tags.0", "remove:/", "remove:/Tags/~", "fix:Tags", "explode:Tags.0", "continue",
     "remove:" + "x." * 3000, "add:/Tags/0/Key", "remove:PrimaryContainer.Environment.0"],
)  # fmt: skip
def test_action_that_means_nothing_changes_nothing(action: str) -> None:
    assert browser.posted(TAGS, "tags", {"action": action}).document == TAGS


def test_action_of_another_step_changes_nothing() -> None:
    assert browser.posted(TAGS, "basics", {"action": "remove:Tags.0"}).document == TAGS


def test_nothing_is_added_where_something_else_stands() -> None:
    before: Document = {"Tags": "x"}
    assert browser.posted(before, "tags", {"action": "add:Tags"}).document == before
    inside: Document = {"VpcConfig": 7}
    assert browser.posted(inside, "access", {"action": "add:VpcConfig.Subnets"}).document == inside


@pytest.mark.parametrize(
    ("fix", "after"),
    [
        (Fix(label="Use it", pointer="/Tags/0/Key", value="z"), [{"Key": "z", "Value": "1"}]),
        (Fix(label="Remove it", pointer="/Tags/0", value=None, remove=True), None),
        (Fix(label="Elsewhere", pointer="/ModelName", value="z"), [{"Key": "a", "Value": "1"}]),
    ],
)
def test_fix_of_a_finding_is_a_button(fix: Fix, after: Any) -> None:
    before: Document = {"Tags": [{"Key": "a", "Value": "1"}]}
    finding = Finding(code="x", pointer="/Tags/0/Key", severity="error", message="Say it otherwise.", fix=fix)
    step = step_named(before, "tags")
    assert step is not None
    found = posting.apply(before, step, {"action": "fix:/Tags/0/Key"}, findings=[finding]).document
    assert found == ({} if after is None else {"Tags": after})


MANY_TAGS: Document = {"Tags": [{"Key": f"k{number}", "Value": ""} for number in range(230)]}


def test_entries_without_room_go_by_one_button() -> None:
    done = browser.posted(MANY_TAGS, "tags", {"action": "remove-unshown:Tags", "Tags.0.Key": "other"})

    keys = [pointers.get(done.document, f"/Tags/{number}/Key") for number in range(200)]
    assert keys == ["other", *(f"k{number}" for number in range(1, 200))]
    assert not pointers.exists(done.document, "/Tags/200")
    assert (done.said, done.focus) == (("30 are removed.",), "Tags-add")


def test_variables_without_room_go_by_one_button() -> None:
    before: Document = {"PrimaryContainer": {"Environment": {f"A{number}": "1" for number in range(201)}}}
    done = browser.posted(before, "container", {"action": "remove-unshown:PrimaryContainer.Environment"})

    assert done.document == {"PrimaryContainer": {"Environment": {f"A{number}": "1" for number in range(200)}}}


def test_nothing_goes_where_there_is_room_for_all() -> None:
    assert browser.posted(TAGS, "tags", {"action": "remove-unshown:Tags"}).document == TAGS
