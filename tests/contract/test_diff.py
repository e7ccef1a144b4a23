"""Is what differs told place by place, and nothing else?"""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given

from models_ui.contract import pointers
from models_ui.contract.canonical import canonical
from models_ui.contract.diff import Change, diff
from models_ui.contract.json_types import Document, Json
from tests.contract.json_values import DOCUMENTS
from tests.contract.requests import CORPUS


def told(before: Any, after: Any) -> list[tuple[str, str]]:
    """Return kind and pointer of each change between two values of one member."""
    return [(change.kind, change.pointer) for change in diff({"A": before}, {"A": after})]


def tag(key: str, value: str = "") -> dict[str, str]:
    """Return a tag."""
    return {"Key": key, "Value": value}


@given(DOCUMENTS)
def test_nothing_differs_from_itself(document: Document) -> None:
    assert diff(document, copy.deepcopy(document)) == []


@given(DOCUMENTS, DOCUMENTS)
def test_no_difference_means_the_same_but_for_an_order_that_does_not_count(before: Document, after: Document) -> None:
    assert (diff(before, after) == []) == (meaning(before) == meaning(after))


def meaning(value: Json) -> str:
    """Return one text for all values that AWS takes alike: canonical, with the lists sorted whose order means nothing."""
    return canonical(_sorted(value)).decode()


def _sorted(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _sorted(item) for name, item in value.items()}
    if not isinstance(value, list):
        return value
    items = [_sorted(item) for item in value]
    names = [item.get("Key") if isinstance(item, dict) else item for item in value]
    plain = all(isinstance(item, str) for item in value)
    named = all(isinstance(item, dict) for item in value) and len({n for n in names if isinstance(n, str)}) == len(
        value
    )
    return sorted(items, key=lambda item: json.dumps(item, sort_keys=True)) if plain or named else items


@given(DOCUMENTS, DOCUMENTS)
def test_every_change_tells_the_truth(before: Document, after: Document) -> None:
    for change in diff(before, after):
        if change.kind == "removed":
            assert pointers.get(before, change.pointer) is change.before
        else:
            assert pointers.get(after, change.pointer) is change.after


@given(DOCUMENTS, DOCUMENTS)
def test_the_way_back_has_as_many_changes(before: Document, after: Document) -> None:
    back = {"added": "removed", "removed": "added", "changed": "changed"}

    assert sorted(back[change.kind] for change in diff(before, after)) == sorted(
        change.kind for change in diff(after, before)
    )


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: str(case["id"]))
def test_a_real_request_written_in_another_order_does_not_differ(case: dict[str, Any]) -> None:
    assert diff(case["request"], json.loads(json.dumps(case["request"], sort_keys=True))) == []


@pytest.mark.parametrize(("before", "after", "changes"), [
    (1, 1, []), (1, 1.0, []), (1, True, [("changed", "/A")]), (0, False, [("changed", "/A")]), (1, "1", [("changed", "/A")]),
    (None, "", [("changed", "/A")]), ([], {}, [("changed", "/A")]), ({}, {"b": None}, [("added", "/A/b")]),
    ({"b": 1}, {}, [("removed", "/A/b")]), ({"a/b": 1}, {"a/b": 2}, [("changed", "/A/a~1b")]), ("x", ["x"], [("changed", "/A")]),
    ([1, 2], [1], [("removed", "/A/1")]), ([1], [2, 1], [("changed", "/A/0"), ("added", "/A/1")]),
    (["a", "b"], ["b", "a"], []), (["a", "a"], ["a"], [("removed", "/A/1")]), (["a"], ["b", "a"], [("added", "/A/0")]),
    ([tag("a"), tag("b")], [tag("b"), tag("a")], []), ([tag("a")], [tag("b"), tag("a", "1")], [("changed", "/A/1/Value"), ("added", "/A/0")]),
    ([tag("a"), tag("b")], [tag("b")], [("removed", "/A/0")]),
    ([tag("a"), tag("a")], [tag("a")], [("removed", "/A/1")]),
    ([{"ChannelName": "a"}, {"ChannelName": "b"}], [{"ChannelName": "b"}, {"ChannelName": "a", "X": 1}], [("added", "/A/1/X")]),
    ([{"ContainerHostname": "a"}], [{"ContainerHostname": "b"}, {"ContainerHostname": "a"}], [("added", "/A/0")]),
    ([{"Image": "a"}], [{"Image": "b"}, {"Image": "a"}], [("changed", "/A/0/Image"), ("added", "/A/1")]),
    ([{"ContainerHostname": "a"}, {}], [{}, {"ContainerHostname": "a"}],
     [("removed", "/A/0/ContainerHostname"), ("added", "/A/1/ContainerHostname")]),
])  # fmt: skip
def test_places_that_differ_are_named(before: Any, after: Any, changes: list[tuple[str, str]]) -> None:
    assert told(before, after) == changes


def test_a_new_order_of_containers_is_a_change_of_the_list() -> None:
    first: Json = {"ContainerHostname": "first"}
    second: Json = {"ContainerHostname": "second"}

    assert diff({"Containers": [first, second]}, {"Containers": [second, first]}) == [
        Change("/Containers", "changed", ["first", "second"], ["second", "first"])
    ]


def test_a_change_holds_the_value_before_and_after() -> None:
    assert diff({"A": 1, "B": 2}, {"A": 3, "C": 4}) == [
        Change("/A", "changed", 1, 3),
        Change("/B", "removed", 2, None),
        Change("/C", "added", None, 4),
    ]
