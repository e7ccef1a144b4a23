"""Does the layout ask for everything that CreateModel takes?"""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest

from models_ui.contract import create_model, pointers
from models_ui.contract.json_types import Document
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Whole, at
from models_ui.form import names, scope
from models_ui.form.layouts.create_model import LAYOUT
from models_ui.form.steps import steps

# What the sandbox has, besides what AWS publishes itself.
SEEDED = (
    "123456789012.dkr.ecr.us-east-1.amazonaws.com/churn-post:1.4.2", "s3://acme-models/churn/7/model.tar.gz",
    "arn:aws:iam::123456789012:role/SageMakerExecutionRole", "subnet-0f3a19c2", "sg-04c1a2f9",
    "arn:aws:lambda:us-east-1:123456789012:function:registry-credentials", "model-package/churn/3",
)  # fmt: skip


def places(node: Node, place: str = "") -> list[str]:
    """Return every place of a single value and of a list or map, the first entry for all."""
    match node:
        case Structure():
            return [found for name, member in node.members.items() for found in places(member, f"{place}/{name}")]
        case ListOf():
            return [place, *places(node.item, f"{place}/0")]
        case MapOf():
            return [place]
        case _:
            return [place]


ALL = [place for place in places(create_model.tree()) if place not in ("/Containers",)]
SINGLE = [place for place in ALL if not isinstance(at(create_model.tree(), place), ListOf | MapOf)]


def meant(place: str) -> Any:
    """Return the value that the example of a place means."""
    example = names.asked(place).example
    match at(create_model.tree(), place):
        case Flag():
            return {"Yes": True, "No": False}[example]
        case Whole():
            return int(example)
        case _:
            return example


def holding(place: str, value: Any) -> Document:
    """Return the smallest request with a value at a place."""
    built: Any = reduce(
        lambda inner, token: [inner] if token == "0" else {token: inner}, reversed(pointers.split(place)), value
    )
    document: Document = built
    return document


@pytest.mark.parametrize("place", ALL)
def test_place_has_a_label_help_an_example_and_says_where_it_is_found(place: str) -> None:
    asked = LAYOUT.asked[names.pattern(place)]
    is_item = place.endswith("/0")
    assert asked.label
    assert asked.example
    assert is_item or asked.help.endswith(".")
    assert is_item or asked.where.endswith(".")


@pytest.mark.parametrize("place", SINGLE)
def test_example_satisfies_the_contract_at_its_place(place: str) -> None:
    findings = create_model.check(holding(place, meant(place)))
    assert [finding.message for finding in findings if finding.pointer == place] == []


@pytest.mark.parametrize("place", [place for place in ALL if place not in SINGLE])
def test_list_says_what_an_entry_is_called(place: str) -> None:
    assert names.asked(place).item


def test_examples_name_what_the_sandbox_has() -> None:
    texts = " ".join(asked.example + asked.where for asked in LAYOUT.asked.values())
    assert [thing for thing in SEEDED if thing not in texts] == []


def test_layout_asks_only_for_what_the_contract_has() -> None:
    known = {names.pattern(place) for place in every_node(create_model.tree(), "")}
    assert LAYOUT.asked.keys() - known == set()


def every_node(node: Node, place: str) -> list[str]:
    """Return every place, the parts included."""
    inner: list[tuple[str, Node]] = []
    if isinstance(node, Structure):
        inner = list(node.members.items())
    elif isinstance(node, ListOf):
        inner = [("0", node.item)]
    elif isinstance(node, MapOf):
        inner = [("KEY", node.value)]
    return [place, *(found for name, member in inner for found in every_node(member, f"{place}/{name}"))]


def test_choices_have_words_for_every_answer_of_the_contract() -> None:
    for place in SINGLE:
        node = at(create_model.tree(), place)
        assert set(names.asked(place).choices) == set(getattr(node, "choices", ())), place


def test_layout_places_everything_that_the_contract_has() -> None:
    found = [place for step in steps({"Containers": [{}]}) for place in scope.unplaced(step)]
    assert found == []


BANNED = ("invalid", "valid ", "please", "sorry", "oops", "required field", "error code")


def test_texts_use_no_banned_word() -> None:
    texts = [text for asked in LAYOUT.asked.values() for text in (asked.label, asked.help, asked.where, asked.unset)]
    assert [text for text in texts for word in BANNED if word in text.lower()] == []
