"""Do pointers name places as RFC 6901 says?"""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.contract import pointers
from models_ui.contract.json_types import Json
from tests.contract.json_values import DOCUMENTS, TEXTS, VALUES

# The document of RFC 6901, section 5.
RFC: Any = {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, 'k"l': 6, " ": 7, "m~n": 8}


def all_places(value: Json, place: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Json]]:
    """Return every place of a document with its value."""
    inner: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(place, value), *(found for token, item in inner for found in all_places(item, (*place, token)))]


@pytest.mark.parametrize(("pointer", "value"), [
    ("", RFC), ("/foo", ["bar", "baz"]), ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1), ("/c%d", 2), ("/e^f", 3), ("/g|h", 4),
    ("/i\\j", 5), ('/k"l', 6), ("/ ", 7), ("/m~0n", 8),
])  # fmt: skip
def test_the_examples_of_the_rfc(pointer: str, value: Json) -> None:
    assert pointers.get(RFC, pointer) == value


@pytest.mark.parametrize(
    "pointer", ["/x", "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/x", "/foo/1/0", "/foo/٠", "/foo/99999999999"]
)
def test_what_is_not_there_has_no_value(pointer: str) -> None:
    assert not pointers.exists(RFC, pointer)


@pytest.mark.parametrize("pointer", ["foo", " /foo", "#/foo"])
def test_a_pointer_begins_with_a_slash(pointer: str) -> None:
    with pytest.raises(ValueError, match="slash"):
        pointers.split(pointer)


@given(st.lists(TEXTS))
def test_splitting_gives_back_what_was_joined(tokens: list[str]) -> None:
    assert list(pointers.split(pointers.join(*tokens))) == tokens


@given(DOCUMENTS)
def test_every_place_is_found_by_its_pointer(document: Json) -> None:
    assert all(pointers.get(document, pointers.join(*place)) is value for place, value in all_places(document))


@given(DOCUMENTS, VALUES, st.data())
def test_replacing_changes_one_place_and_no_original(document: Json, value: Json, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([pointers.join(*place) for place, _ in all_places(document)]))
    before = copy.deepcopy(document)

    changed = pointers.replaced(document, place, value)

    assert (pointers.get(changed, place), document) == (value, before)


def test_what_is_not_there_cannot_be_replaced() -> None:
    with pytest.raises(LookupError):
        pointers.replaced(RFC, "/foo/2", 1)


def test_removing_takes_one_member_out_and_changes_no_original() -> None:
    document: Json = {"a": [{"b": 1, "c": 2}], "d": 3}

    assert pointers.removed(document, "/a/0/b") == {"a": [{"c": 2}], "d": 3}
    assert pointers.removed(document, "/d") == {"a": [{"b": 1, "c": 2}]}
    assert document == {"a": [{"b": 1, "c": 2}], "d": 3}


@pytest.mark.parametrize("pointer", ["", "/x", "/a/0", "/a/0/x", "/d/x"])
def test_only_a_member_that_is_there_is_removed(pointer: str) -> None:
    with pytest.raises(LookupError):
        pointers.removed({"a": [{"b": 1}], "d": 3}, pointer)
