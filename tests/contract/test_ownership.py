"""Is the tag by which we know our resources ours alone?"""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given

from models_ui.contract import create_model, ownership, pointers
from models_ui.contract.json_types import Document
from models_ui.contract.tree import ListOf, at
from tests.contract.json_values import DOCUMENTS

KEY = "models-ui:submission"


def tags(number: int) -> list[Any]:
    """Return so many tags."""
    return [{"Key": f"k{n}", "Value": ""} for n in range(number)]


def codes(document: Document) -> list[tuple[str, str]]:
    """Return code and pointer of each finding."""
    return [(finding.code, finding.pointer) for finding in ownership.findings(document, key=KEY)]


@pytest.mark.parametrize("document", [{"ModelName": "a"}, {"Tags": [], "ModelName": "a"}, {"Tags": tags(49)}])
def test_our_tag_comes_last_and_all_else_stays(document: Any) -> None:
    before = copy.deepcopy(document)

    tagged = ownership.tagged(document, key=KEY, value="1.2")

    assert tagged == {**before, "Tags": [*before.get("Tags", []), {"Key": KEY, "Value": "1.2"}]}
    assert document == before


def test_the_order_of_members_stays() -> None:
    assert list(ownership.tagged({"Tags": [], "ModelName": "a"}, key=KEY, value="1")) == ["Tags", "ModelName"]


def test_tags_that_are_no_list_cannot_be_added_to() -> None:
    with pytest.raises(TypeError):
        ownership.tagged({"Tags": {}}, key=KEY, value="1")


def test_a_tag_with_our_key_is_an_error_at_that_tag() -> None:
    document: Document = {"Tags": [{"Key": "a", "Value": ""}, {"Key": KEY, "Value": "x"}]}

    (finding,) = ownership.findings(document, key=KEY)

    assert (finding.pointer, finding.severity, finding.source) == ("/Tags/1/Key", "error", "ownership")
    assert finding.fix is not None
    assert (finding.fix.pointer, finding.fix.remove) == ("/Tags/1", True)


@pytest.mark.parametrize(("number", "expected"), [(49, []), (50, [("ownership-room", "/Tags")])])
def test_one_place_is_left_for_our_tag(number: int, expected: list[Any]) -> None:
    assert codes({"Tags": [*tags(number)]}) == expected


def test_too_many_tags_are_one_finding_in_all() -> None:
    document: Document = {"ModelName": "a", "Tags": [*tags(51)]}

    assert len(create_model.check(document)) + len(codes(document)) == 1


def test_a_full_list_with_our_key_has_one_fault() -> None:
    assert codes({"Tags": [{"Key": KEY, "Value": ""}, *tags(49)]}) == [("ownership-tag", "/Tags/0/Key")]


def test_another_key_or_case_is_free() -> None:
    assert codes({"Tags": [{"Key": KEY.upper(), "Value": ""}, {"Key": "models-ui", "Value": KEY}]}) == []


@pytest.mark.parametrize("wrong", [None, "x", {"Key": KEY}, [KEY, None, 1, [KEY], {"Key": [KEY]}]])
def test_wrong_types_are_left_to_the_schema(wrong: Any) -> None:
    assert codes({"Tags": wrong}) == []


@given(DOCUMENTS)
def test_any_document_can_be_asked(document: Document) -> None:
    assert all(pointers.exists(document, place) for _, place in codes(document))


def test_the_number_of_tags_is_that_of_the_service_model() -> None:
    node = at(create_model.tree(), "/Tags")

    assert isinstance(node, ListOf)
    assert node.maximum == ownership.MOST_TAGS


@pytest.mark.parametrize("document", [{}, {"ModelName": "a"}, {"ModelName": "a", "Tags": tags(3)}])
def test_what_was_tagged_is_untagged_again(document: Any) -> None:
    assert ownership.untagged(ownership.tagged(document, key=KEY, value="1.2"), key=KEY) == document


@pytest.mark.parametrize("document", [{"Tags": "x"}, {"Tags": {"Key": KEY}}, {"Tags": None}, {"ModelName": "a"}])
def test_without_a_list_of_tags_nothing_is_taken_out(document: Any) -> None:
    assert ownership.untagged(document, key=KEY) == document
