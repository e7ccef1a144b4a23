"""Does an admin find every field, and read what it does?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.blueprints import catalogue, editing
from models_ui.blueprints.homes import Raw, concrete
from models_ui.blueprints.telling import said
from models_ui.contract import create_model
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure
from tests.blueprints.outlines import ANY, FIXED, OPEN, asking, blank


def entries(document: Raw, words: str = "", **options: Any) -> dict[str, catalogue.Entry]:
    """Return what a search finds, by its place."""
    found = catalogue.matching(catalogue.sections(document), words, **options)
    return {entry.place: entry for section in found for shelf in section.shelves for entry in shelf.entries}


def leaves(node: Node, place: str = "") -> set[str]:
    """Return the places of an operation that hold single values or entries without a name."""
    match node:
        case Structure():
            return {leaf for name, member in node.members.items() for leaf in leaves(member, f"{place}/{name}")}
        case ListOf():
            return leaves(node.item, f"{place}/*")
        case MapOf():
            return {place}
        case _:
            return {place}


def test_every_field_of_the_api_is_there_once() -> None:
    found = entries(blank(ANY))

    assert leaves(create_model.tree()) <= set(found)
    assert all(catalogue.entry(blank(), place) for place in found)


@pytest.mark.parametrize(
    ("containers", "there", "gone"),
    [
        ({"kind": "primary"}, "/PrimaryContainer/Image", "/Containers/*/Image"),
        (OPEN, "/Containers/*/Image", "/PrimaryContainer/Image"),
        (FIXED, "/Containers/2/Image", "/Containers/3/Image"),
        (OPEN, "/InferenceExecutionConfig/Mode", "/Containers"),
    ],
)
def test_fields_are_those_of_the_containers(containers: Raw, there: str, gone: str) -> None:
    found = entries(blank(containers))

    assert there in found
    assert gone not in found


def test_one_of_several_containers_is_shown_alone() -> None:
    titles = [section.title for section in catalogue.sections(blank(FIXED), only="/Containers/1")]

    assert titles == ["Basics", "Containers", "Container 2", "Access and network", "Tags"]


def test_single_container_has_no_execution() -> None:
    assert "/InferenceExecutionConfig" not in entries(blank())


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("subnet", "/VpcConfig/Subnets"),
        ("execution ROLE", "/ExecutionRoleArn"),
        ("EnableNetworkIsolation", "/EnableNetworkIsolation"),
        ("keeps the containers from calling", "/EnableNetworkIsolation"),
        ("licence accept", "/PrimaryContainer/ModelDataSource/S3DataSource/ModelAccessConfig/AcceptEula"),
    ],
)
def test_field_is_found_by_label_name_and_help(words: str, place: str) -> None:
    found = entries(blank(), words)

    assert place in found
    assert "/ModelName" not in found


def test_search_that_finds_nothing_shows_nothing() -> None:
    assert catalogue.matching(catalogue.sections(blank()), "no such thing") == []


def test_only_what_is_on_the_form_can_be_shown() -> None:
    document = asking("/ModelName", "/VpcConfig")

    assert list(entries(document, on_form=True)) == ["/ModelName", "/VpcConfig"]


def test_part_of_a_field_says_what_it_goes_with() -> None:
    found = entries(asking("/VpcConfig"))

    assert (found["/VpcConfig/Subnets/*"].mode, found["/VpcConfig/Subnets/*"].says) == ("part", "Goes with VPC")


def test_variables_that_are_fields_stand_below_the_environment() -> None:
    found = entries(asking("/PrimaryContainer/Environment/HF_TASK"))

    assert found["/PrimaryContainer/Environment/HF_TASK"].label == "Variable HF_TASK"
    assert found["/PrimaryContainer/Environment"].takes_keys


def test_field_is_called_as_the_form_calls_it_and_found_by_both_names() -> None:
    document = editing.with_field(blank(), "/PrimaryContainer/Image", {"label": "Framework"})
    found = entries(document)["/PrimaryContainer/Image"]

    assert found.label == "Framework"
    assert "image" in found.haystack


def test_place_that_the_api_does_not_have_can_be_found() -> None:
    document = editing.with_field(blank(), "/PrimaryContainer/Wrong", {"value": 1})

    assert entries(document)["/PrimaryContainer/Wrong"].kind == "unknown"
    assert catalogue.entry(document, "/PrimaryContainer/Wrong") is None


@pytest.mark.parametrize(
    ("place", "label"),
    [
        ("/VpcConfig/Subnets/*", "Each subnet"),
        ("/Containers/*/Image", "Image"),
        ("/Containers/1/Environment/A", "Variable A"),
        ("/Tags/*/Key", "Key"),
        ("/Wrong", "/Wrong"),
    ],
)
def test_places_have_names(place: str, label: str) -> None:
    assert catalogue.label(place) == label


def test_concrete_place_keeps_keys_that_are_stars() -> None:
    assert concrete("/Containers/*/Environment/*") == "/Containers/0/Environment/*"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (None, "Not on this form"),
        ({}, "Asked, free to fill in"),
        ({"required": True}, "Must be filled in"),
        ({"show": "hidden"}, "Not shown"),
        ({"value": ["subnet-1", "subnet-2"], "locked": True}, "Locked: subnet-1, subnet-2"),
        ({"value": True, "locked": True, "show": "hidden"}, "Set, not shown: Yes"),
        ({"value": [{"Key": "team", "Value": "{team}"}], "locked": True}, "Locked: team = {team}"),
        ({"value": {"A": "1"}}, "Starts as A = 1"),
        ({"value": {"image": {"family": "pytorch", "version": "2.6"}}, "locked": True}, "Locked: pytorch 2.6"),
        ({"value": {"a": {"b": 1}}, "locked": True}, 'Locked: {"a": {"b": 1}}'),
        ({"value": "", "locked": True}, "Locked: an empty text"),
        ({"value": "x" * 80, "locked": True}, f"Locked: {'x' * 59}…"),
        ({"locked": True}, "Always left out, and says so"),
        ({"locked": True, "show": "hidden"}, "Always left out"),
        ({"limit": {"choices": [1, 2, 3]}}, "One of 3 choices"),
        ({"limit": {"choices": ["a"]}}, "One choice only"),
        ({"limit": {"prefixes": ["s3://acme-{team}/"]}}, "Limited to s3://acme-{team}/…"),
        ({"limit": {"prefixes": ["a", "b", "c"]}}, "Limited to a… and 2 more"),
        ({"limit": {"globs": ["*.tar.gz"]}, "required": True}, "Fits *.tar.gz, must be filled in"),
        ({"limit": {"range": [10, 60]}}, "10 to 60"),
        ({"limit": {"length": [8, 8]}}, "Exactly 8 characters"),
        ({"limit": {"count": [2, 4]}}, "2 to 4 entries"),
        ({"limit": {"includes": ["sg-1"]}, "value": ["sg-2"]}, "Starts as sg-2, always holds sg-1"),
    ],
)
def test_line_says_what_a_field_does(raw: Raw | None, words: str) -> None:
    assert said(raw) == words


def test_field_of_a_free_form_stands_behind_more_settings() -> None:
    assert said(None, free=True) == "Under “More settings” only"


def test_kinds_are_told_in_words() -> None:
    found = entries(blank(OPEN))
    kinds = {entry.kind for entry in found.values()}

    assert kinds == {"text", "one of 2 values", "number", "yes or no", "list", "keys and values", "all of it"}
    assert isinstance(create_model.tree().members["EnableNetworkIsolation"], Flag)
