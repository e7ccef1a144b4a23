"""Do edits of fields keep a form whole?"""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.audit.refusals import Refused
from models_ui.blueprints import editing, schema
from models_ui.blueprints.editing_layout import add_group, add_step, is_of_each
from models_ui.blueprints.homes import Raw, seats
from models_ui.blueprints.sound_steps import RESERVED
from tests.blueprints.outlines import ANY, FIXED, OPEN, PRIMARY, asking, blank, edits, histories, places_of


def test_first_field_brings_its_step_with_the_words_of_the_wizard() -> None:
    document = asking("/ModelName")

    assert document["fields"] == {"/ModelName": {}}
    assert document["steps"] == [
        {
            "name": "basics",
            "title": "Basics",
            "heading": "Name the SageMaker model",
            "groups": [{"title": "Name and kind", "places": ["/ModelName"]}],
        }
    ]


def test_field_stands_beside_what_it_belongs_to() -> None:
    document = asking(
        "/PrimaryContainer/Image", "/VpcConfig", "/EnableNetworkIsolation", "/PrimaryContainer/ModelDataUrl"
    )

    assert [[group["title"] for group in one["groups"]] for one in document["steps"]] == [
        ["Image", "Network", "Artefacts"]
    ]
    assert places_of(document) == [
        [["/PrimaryContainer/Image"], ["/VpcConfig", "/EnableNetworkIsolation"], ["/PrimaryContainer/ModelDataUrl"]]
    ]


def test_field_stays_where_it_was_moved_to() -> None:
    document = add_group(asking("/VpcConfig"), "access", title="Mine")
    document["steps"][0]["groups"][1]["places"] = [document["steps"][0]["groups"][0]["places"].pop()]

    assert seats(editing.with_field(document, "/VpcConfig", {"required": True})) == seats(document)


def test_field_of_each_container_stands_on_a_step_for_each() -> None:
    document = asking("/ModelName", "/Containers/*/Image", "/Tags", containers=OPEN)

    assert [(one["name"], one.get("each")) for one in document["steps"]] == [
        ("basics", None),
        ("container", "container"),
    ]
    assert places_of(document) == [[["/ModelName"], ["/Tags"]], [["/Containers/*/Image"]]]


def test_fields_of_several_containers_are_told_apart() -> None:
    document = asking("/Containers/0/Image", "/Containers/1/Image", containers=FIXED)

    assert [group["title"] for group in document["steps"][0]["groups"]] == ["Container 1: Image", "Container 2: Image"]


def test_hidden_field_stands_on_no_step_and_takes_its_group_along() -> None:
    document = editing.with_field(asking("/ModelName", "/Tags"), "/Tags", {"show": "hidden", "value": []})

    assert places_of(document) == [[["/ModelName"]]]
    assert "/Tags" in document["fields"]


def test_field_that_is_taken_off_leaves_nothing_behind() -> None:
    assert editing.without_field(asking("/ModelName", "/Tags"), "/Tags") == asking("/ModelName")


def test_group_that_was_empty_before_stays() -> None:
    document = add_group(asking("/ModelName", "/Tags"), "basics", title="Later")

    assert places_of(editing.without_field(document, "/Tags")) == [[["/ModelName"], []]]


def test_place_the_wizard_does_not_know_goes_to_its_first_group() -> None:
    assert asking("/NotYetInvented")["steps"][0]["groups"][0]["title"] == "Name and kind"


@pytest.mark.parametrize(
    ("before", "wanted", "place", "after"),
    [
        (PRIMARY, OPEN, "/PrimaryContainer/Image", "/Containers/*/Image"),
        (PRIMARY, FIXED, "/PrimaryContainer/Image", "/Containers/0/Image"),
        (PRIMARY, ANY, "/PrimaryContainer/Image", "/PrimaryContainer/Image"),
        (OPEN, PRIMARY, "/Containers/*/Image", "/PrimaryContainer/Image"),
        (OPEN, FIXED, "/Containers/*/Image", "/Containers/0/Image"),
        (FIXED, PRIMARY, "/Containers/0/Image", "/PrimaryContainer/Image"),
        (FIXED, OPEN, "/Containers/0/Image", "/Containers/*/Image"),
        (FIXED, {"kind": "pipeline", "count": 2}, "/Containers/1/Image", "/Containers/1/Image"),
        (FIXED, {"kind": "pipeline", "count": 2}, "/Containers/2/Image", None),
        (FIXED, PRIMARY, "/Containers/1/Image", None),
        (FIXED, OPEN, "/Containers/1/Image", None),
        (OPEN, PRIMARY, "/Containers", None),
        (PRIMARY, OPEN, "/ModelName", "/ModelName"),
    ],
)
def test_fields_go_along_to_other_containers(before: Raw, wanted: Raw, place: str, after: str | None) -> None:
    document, lost = editing.with_containers(asking(place, containers=before), wanted)

    assert document["containers"] == wanted
    assert list(document["fields"]) == list(seats(document)) == ([after] if after else [])
    assert lost == (() if after else (place,))


def test_step_that_asks_for_both_is_parted_for_each_container() -> None:
    before = asking("/ModelName", "/PrimaryContainer/Image", "/Tags")
    document, _lost = editing.with_containers(before, OPEN)

    assert [(one["name"], one.get("each")) for one in document["steps"]] == [
        ("basics", None),
        ("container", "container"),
    ]
    assert places_of(document) == [[["/ModelName"], ["/Tags"]], [["/Containers/*/Image"]]]


def test_facts_are_replaced_and_empty_ones_left_out() -> None:
    document = editing.with_facts(blank(use="batch"), title="Another", teams=["risk"], use="", connection="")

    assert document == blank(title="Another", teams=["risk"])


def test_other_members_are_no_facts() -> None:
    with pytest.raises(TypeError, match="fields"):
        editing.with_facts(blank(), fields={})


@given(histories())
def test_no_edit_ever_breaks_a_form(found: list[Raw]) -> None:
    for document in found:
        placed = [place for one in document["steps"] for group in one["groups"] for place in group["places"]]
        shown = [place for place, field in document["fields"].items() if field.get("show") != "hidden"]
        names = [one["name"] for one in document["steps"]]
        assert schema.findings(document) == []
        assert sorted(placed) == sorted(shown)
        assert len(set(names)) == len(names)
        assert all(name not in RESERVED and not name.startswith("more-") and name[0].isalpha() for name in names)
        assert all(
            bool(one.get("each")) is is_of_each(place)
            for one in document["steps"]
            for group in one["groups"]
            for place in group["places"]
        )


@given(st.data(), histories(most=6))
def test_edits_leave_the_document_they_are_made_of_alone(data: st.DataObject, found: list[Raw]) -> None:
    before = copy.deepcopy(found[-1])
    edit = data.draw(edits(found[-1]))
    try:
        edit(found[-1])
    except Refused:
        pass

    assert found[-1] == before


def test_step_for_each_container_may_be_made_by_hand() -> None:
    assert add_step(blank(OPEN), title="Its parts", each=True)["steps"][0]["each"] == "container"
