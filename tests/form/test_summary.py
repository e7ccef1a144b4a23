"""What do the cards of a request say?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from models_ui.contract import secrets
from models_ui.contract.json_types import Document, Json
from models_ui.contract.words import legible
from models_ui.form.summary import EMPTY, MOST_CONTAINERS, Card, cards
from tests.form import generated

PIPELINE: Document = {
    "ModelName": "churn",
    "Containers": [{"ContainerHostname": "prepare", "Image": "a"}, {"Environment": {"HF_TOKEN": "hf_x", "A": ""}}],
    "InferenceExecutionConfig": {"Mode": "Serial"},
    "VpcConfig": {"Subnets": ["s-1", "s-2"], "SecurityGroupIds": ["g"]},
    "EnableNetworkIsolation": False,
    "Tags": [{"Key": "team", "Value": "risk"}],
}


def told(found: list[Card]) -> dict[tuple[str, str], str | None]:
    return {(card.title, row.key or row.label): row.text for card in found for row in card.rows}


def texts(value: Json) -> Iterator[str]:
    """Yield every text that stands in a document, keys of maps excepted."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)


def test_request_is_told_section_by_section() -> None:
    assert [card.title for card in cards(PIPELINE)] == [
        "Basics", "Containers", "Container 1: prepare", "Container 2", "Access and network", "Tags",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (("Basics", "Model name"), "churn"),
        (("Basics", "Kind"), "Pipeline of 2 containers"),
        (("Containers", "Order"), "1 prepare, 2"),
        (("Containers", "Execution mode"), "Serial – one after the other"),
        (("Container 1: prepare", "Image"), "a"),
        (("Container 2", "Image"), None),
        (("Container 2", "A"), EMPTY),
        (("Access and network", "Subnets"), "s-1, s-2"),
        (("Access and network", "Network isolation"), "No"),
        (("Access and network", "Execution role"), None),
        (("Tags", "team"), "risk"),
    ],
)
def test_place_is_told_in_words(place: tuple[str, str], text: str | None) -> None:
    assert told(cards(PIPELINE))[place] == text


def test_absent_request_names_what_most_requests_have() -> None:
    assert [(row.label, row.text) for card in cards({}) for row in card.rows] == [
        ("Model name", None), ("Kind", "One container"), ("Image", None), ("Model archive", None), ("Environment", None),
        ("Execution role", None), ("Security groups", None), ("Subnets", None), ("Network isolation", None), ("Tags", None),
    ]  # fmt: skip


def test_hidden_value_is_not_told() -> None:
    found = told(cards(PIPELINE, masked=frozenset({"/Containers/1/Environment/HF_TOKEN"})))
    assert found["Container 2", "HF_TOKEN"] == secrets.MASK
    assert "hf_x" not in str(found)


@pytest.mark.parametrize(
    "document",
    [
        {"PrimaryContainer": {"MultiModelConfig": {}}},
        {"PrimaryContainer": {"Environment": {}}},
        {"PrimaryContainer": {"AdditionalModelDataSources": [{}]}},
        {"Tags": []},
        {"Containers": []},
    ],
)
def test_part_that_is_sent_empty_is_told(document: Document) -> None:
    assert EMPTY in [row.text for card in cards(document) for row in card.rows]


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_nothing_of_a_request_is_left_out(first: int) -> None:
    for seed in range(first, first + 100):
        document = generated.request(seed, wrong=0.0)
        shown = "\n".join(f"{row.label}\n{row.key}\n{row.text}" for card in cards(document) for row in card.rows)
        assert [text for text in texts(document) if legible(text) not in shown] == [], seed


def test_what_has_no_control_is_told_too() -> None:
    assert told(cards({"Bogus": [1]}))["Basics", "Bogus"] == "[\n  1\n]"


def test_list_whose_entries_have_other_controls_each_is_told() -> None:
    found = cards({"Tags": [{"Key": 5}, {"Key": {}, "Value": []}, {"Key": "team", "Value": "risk"}]})

    assert told(found)["Tags", "team"] == "risk"


def test_of_very_many_containers_the_first_are_told() -> None:
    found = cards({"Containers": [{"Image": "a"}] * 3000, "Tags": []})

    assert sum(card.step.container is not None for card in found) == MOST_CONTAINERS
    assert found[-1].title == "Tags"


def test_what_turns_the_reading_order_around_is_told() -> None:
    found = told(cards({"PrimaryContainer": {"Image": "a\u202eb", "Environment": {"A": "1\u200b\n2"}}}))

    assert {"aU+202Eb", "1U+200B\n2"} <= set(found.values())
