"""Does an admin read what changed between two versions?"""

from __future__ import annotations

import json

import pytest

from models_ui.blueprints import editing
from models_ui.blueprints import editing_layout as layout
from models_ui.blueprints.differences import differences
from models_ui.blueprints.homes import Raw
from tests.blueprints.outlines import OPEN, asking


def told(before: Raw, after: Raw) -> dict[str, list[tuple[str, str, str, str]]]:
    """Return the differences as plain tuples."""
    return {
        group.title: [(row.label, row.kind, row.old, row.new) for row in group.rows]
        for group in differences(before, after)
    }


def test_same_form_has_no_differences() -> None:
    assert told(asking("/ModelName", "/Tags"), asking("/ModelName", "/Tags")) == {}


def test_field_that_does_something_else_is_one_line() -> None:
    before = asking("/ModelName", "/VpcConfig/Subnets")
    after = editing.with_field(before, "/VpcConfig/Subnets", {"value": ["subnet-1"], "locked": True})

    assert told(before, after) == {"Fields": [("Subnets", "changed", "Asked, free to fill in", "Locked: subnet-1")]}


@pytest.mark.parametrize(
    ("place", "field", "marks"),
    [
        ("/PrimaryContainer/Environment/HF_TOKEN", {"value": "open-sesame-{}", "locked": True}, ()),
        ("/Containers/*/Environment/HF_TOKEN", {"value": "open-sesame-{}"}, ()),
        ("/Containers/0/Environment/HF_TOKEN", {"limit": {"choices": [{"value": "open-sesame-{}", "label": "A"}]}}, ()),
        ("/Containers/0/Environment/HF_TOKEN", {"limit": {"choices": ["open-sesame-{}", "b"]}}, ()),
        ("/PrimaryContainer/Environment", {"value": {"HF_TOKEN": "open-sesame-{}"}, "locked": True}, ()),
        ("/PrimaryContainer/Environment", {"limit": {"includes": {"HF_TOKEN": "open-sesame-{}"}}}, ()),
        ("/PrimaryContainer", {"value": {"Environment": {"HF_TOKEN": "open-sesame-{}"}}}, ()),
        ("/PrimaryContainer/Environment/A", {"value": "open-sesame-{}"}, ("/PrimaryContainer/Environment/A",)),
        ("/Containers/0/Environment/A", {"value": "open-sesame-{}"}, ("/Containers/0/Environment/A",)),
    ],
)
def test_secret_that_differs_is_told_and_not_shown(place: str, field: Raw, marks: tuple[str, ...]) -> None:
    one, other = (json.loads(json.dumps(field).replace("{}", word)) for word in ("one", "other"))
    none: Raw = {**asking(), "fields": {}}
    before, after = {**none, "fields": {place: one}}, {**none, "fields": {place: other}}

    for was, now in ((before, after), (none, after), (before, none)):
        found = differences(was, now, marks)
        assert found
        assert "open-sesame" not in repr(found)
    assert "(hidden)" in repr(differences(before, after, marks))


def test_words_of_a_field_are_told_one_by_one() -> None:
    before = asking("/ModelName")
    after = editing.with_field(before, "/ModelName", {"help": "Your team first.", "required": True})

    assert told(before, after)["Fields"] == [
        ("Model name", "changed", "Asked, free to fill in", "Must be filled in"),
        ("Model name: help", "added", "", "Your team first."),
    ]


def test_limit_that_is_cut_in_the_line_is_told_all_the_same() -> None:
    before = editing.with_field(asking(), "/ModelName", {"limit": {"choices": ["a", "b"]}})
    after = editing.with_field(before, "/ModelName", {"limit": {"choices": ["a", "c"]}})

    assert told(before, after)["Fields"][0][:2] == ("Model name: limits", "changed")


def test_fields_and_steps_that_came_and_went() -> None:
    before = asking("/ModelName", "/Tags")
    after = editing.with_field(editing.without_field(before, "/Tags"), "/VpcConfig", {"required": True})

    assert told(before, after) == {
        "Fields": [("Tags", "removed", "Asked, free to fill in", ""), ("VPC", "added", "", "Must be filled in")],
        "Layout": [
            ("Step basics: Tags", "removed", "Tags", ""),
            ("Step basics: order of the groups", "changed", "Name and kind, Tags", "Name and kind, Network"),
            ("Step basics: Network", "added", "", "VPC"),
        ],
    }


def test_order_and_words_of_the_layout() -> None:
    before = layout.add_step(asking("/ModelName", "/Tags"), title="Last")
    after = layout.move_step(layout.change_group(before, "basics", 1, title="Tags", intro="Bills."), "last", by=-1)

    assert told(before, after)["Layout"] == [
        ("Step basics: Tags", "changed", "Tags", "Bills. – Tags"),
        ("Order of the steps", "changed", "basics, last", "last, basics"),
    ]


def test_facts_about_the_form() -> None:
    before = asking("/ModelName")
    after = editing.with_containers(editing.with_facts(before, title="Other", teams=["risk"], free=True), OPEN)[0]

    assert [row[:2] for row in told(before, after)["About"]] == [
        ("Title", "changed"),
        ("Containers", "changed"),
        ("Containers", "added"),
        ("Containers", "added"),
        ("More settings", "changed"),
        ("Teams", "added"),
    ]
