"""Do both engines find the same faults, and is our schema a schema?"""

from __future__ import annotations

import copy
import random
from collections import Counter
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from models_ui.contract import create_model
from models_ui.contract.engines import Fault, Quick, Standard
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole
from models_ui.contract.trimmed import trimmed
from tests.contract.requests import CORPUS, holding, places, whole

TREE = create_model.tree()
QUICK, STANDARD = Quick(create_model.schema()), Standard(create_model.schema())
PLACES = [(pointer, node) for pointer, node in places(TREE) if pointer]
DOCUMENTS = 10_000
TAILS = [
    "",
    "\n",
    " ",
    "\u200b",
    "１",
    "é",
    "😀",
    "-",
    "_",
    "..",
    "/",
    "\x85",
    "\ufeff",
    "\x1c",
    "\u2028",
    "a" * 70,
    "a" * 1030,
]
WRONG: list[Any] = [None, True, False, 0, 1, 1.0, 1.5, -1, 2**31, 10**30, "", "None", [], {}, [None], {"a": "b"}, "60"]


def mutated(rng: random.Random) -> Any:
    """Return a small request with one to three places changed."""
    pointer, node = rng.choice(PLACES)
    document: Any = holding(pointer, another(node, rng), TREE)
    for _ in range(rng.randrange(3)):
        place, extra = rng.choice(PLACES)
        name = place.split("/")[1]
        document[name] = holding(place, another(extra, rng), TREE)[name]
    if rng.random() < 0.1:
        del document["ModelName"]
    return document if rng.random() > 0.01 else rng.choice(WRONG)


def another(node: Node, rng: random.Random) -> Any:
    """Return a value that may stand at a node, or may not."""
    if rng.random() < 0.15:
        return rng.choice(WRONG)
    match node:
        case Text():
            return text_of(node, rng)
        case Whole():
            return rng.choice([0, 60, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1])
        case Flag():
            return rng.choice([True, False])
        case ListOf():
            most = min((node.maximum or 3) + 1, 17)
            return [another(node.item, rng)] * rng.choice([0, 1, most - 1, most])
        case MapOf():
            names = [text_of(node.key, rng) for _ in range(3)] + [
                f"A{n}" for n in range(rng.choice([0, 1, 97, 98, 101]))
            ]
            return {name: text_of(node.value, rng) if n < 2 else "x" for n, name in enumerate(names)}
        case Structure():
            return structure_of(node, rng)


def text_of(node: Text, rng: random.Random) -> Any:
    """Return a text that is legal, or nearly so."""
    if node.choices and rng.random() < 0.6:
        return rng.choice(node.choices)
    base = str(whole(node))
    length = rng.choice([len(base), 0, (node.minimum or 0), node.maximum or 9, (node.maximum or 9) + 1])
    grown = (base + "a" * length)[:length] if rng.random() < 0.4 else base
    place = rng.randrange(len(grown) + 1)
    return grown + rng.choice(TAILS) if rng.random() < 0.5 else grown[:place] + rng.choice(TAILS) + grown[place:]


def structure_of(node: Structure, rng: random.Random) -> dict[str, Any]:
    """Return a structure with a member missing, unknown, or too many."""
    found = {name: whole(member) for name, member in node.members.items() if name in node.required}
    if found and rng.random() < 0.5:
        del found[rng.choice(sorted(found))]
    if rng.random() < 0.5:
        found[rng.choice(["Unknown", "", "modelName", "é", "01"])] = rng.choice(WRONG)
    return found


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[frozenset[Fault], frozenset[Fault], bool, bool]]:
    """Return what both engines find in thousands of requests, and whether they accept them."""
    rng = random.Random(20261122)
    documents = [trimmed(mutated(rng), TREE) for _ in range(DOCUMENTS)]
    return [
        (QUICK.faults(document), STANDARD.faults(document), QUICK.accepts(document), STANDARD.accepts(document))
        for document in documents
    ]


def test_both_engines_find_the_same_faults(verdicts: list[Any]) -> None:
    assert [one for one in verdicts if one[0] != one[1]] == []


def test_both_engines_accept_what_has_no_fault(verdicts: list[Any]) -> None:
    assert [one for one in verdicts if one[2:] != (not one[0], not one[1])] == []


def test_the_mutations_reach_every_keyword_often(verdicts: list[Any]) -> None:
    reached = Counter((fault.keyword, fault.of_name) for one in verdicts for fault in one[0])

    assert {key for key, times in reached.items() if times >= 10} == {
        ("enum", False), ("maxItems", False), ("maxLength", False), ("maxLength", True), ("maxProperties", False),
        ("maximum", False), ("minItems", False), ("minLength", False), ("minimum", False), ("pattern", False),
        ("pattern", True), ("required", False), ("type", False), ("unknown", False),
    }  # fmt: skip


def test_many_of_the_mutations_are_legal(verdicts: list[Any]) -> None:
    assert sum(not one[0] for one in verdicts) > DOCUMENTS / 20


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: str(case["id"]))
def test_both_engines_agree_on_real_requests(case: dict[str, Any]) -> None:
    document = copy.deepcopy(case["request"])

    assert QUICK.faults(document) == STANDARD.faults(document)


def told(faults: frozenset[Fault]) -> set[Fault]:
    """Return the faults but for the pattern of a text that is too long."""
    return {fault for fault in faults if fault.keyword != "pattern" or Fault("maxLength", fault.place) not in faults}


def test_the_trimmed_request_has_the_faults_of_the_whole() -> None:
    rng = random.Random(7)
    documents = [mutated(rng) for _ in range(1000)]

    assert [one for one in documents if told(QUICK.faults(one)) != told(QUICK.faults(trimmed(one, TREE)))] == []


@pytest.mark.parametrize("name", ["", "0", "01", "+1", "-1", "1e1", "a/b", "~", "~1", "%20", "\n", "é", "١"])
def test_both_engines_name_a_place_alike_whatever_its_name(name: str) -> None:
    schema: Any = {
        "additionalProperties": {"additionalProperties": {"type": "string"}, "propertyNames": {"minLength": 9}}
    }

    assert Quick(schema).faults({"a": {name: 1}}) == Standard(schema).faults({"a": {name: 1}})


def test_the_schema_keeps_to_the_meta_schema() -> None:
    Draft202012Validator.check_schema(create_model.schema())


def test_a_wrong_schema_is_refused() -> None:
    with pytest.raises(Exception, match="is not valid under any of the given schemas"):
        Standard({"type": "text"})
