"""What does a screen show of a request?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models_ui.contract import create_model
from models_ui.contract.finding import Finding, Fix, Severity
from models_ui.contract.json_types import Document
from models_ui.contract.tree import ListOf, Structure, Text, Whole
from models_ui.form import fields, operation
from models_ui.form.steps import step_named, step_of
from models_ui.form.views import EntryView, FieldView, GroupView, Item, ListView, Note, NoteView, StrayView
from tests.form import browser, generated


def page(document: Document, name: str, *findings: Finding, masked: frozenset[str] = frozenset()) -> list[GroupView]:
    step = step_named(document, name)
    assert step is not None
    return fields.page(document, step, findings, masked=masked)


def items(groups: list[GroupView]) -> list[Item]:
    """Return all items of a screen, those of entries included."""
    found = [item for group in groups for item in (*group.items, *group.more)]
    entries = [entry for item in found if isinstance(item, ListView) for entry in item.entries]
    return [*found, *(item for entry in entries for item in (*entry.items, *entry.more))]


def one(groups: list[GroupView], pointer: str) -> FieldView:
    return next(item for item in items(groups) if isinstance(item, FieldView) and item.pointer == pointer)


def a_list(groups: list[GroupView], pointer: str) -> ListView:
    return next(item for item in items(groups) if isinstance(item, ListView) and item.pointer == pointer)


def said(
    pointer: str, text: str = "Say it otherwise.", severity: Severity = "error", fix: Fix | None = None
) -> Finding:
    return Finding(code="x", pointer=pointer, severity=severity, message=text, fix=fix)


def notes(groups: list[GroupView]) -> list[tuple[str, Note]]:
    """Return everything that is said on a screen, with the id of the control that it is said at."""
    found: list[tuple[str, Note]] = []
    for item in items(groups):
        found += [(item.id, note) for note in item.notes]
        for row in item.rows if isinstance(item, ListView) else ():
            found += [(row.id, note) for note in row.notes]
            found += [(view.id, note) for view in row.fields for note in view.notes]
        for entry in item.entries if isinstance(item, ListView) else ():
            found += [(entry.id, note) for note in entry.notes]
    return found


@pytest.mark.parametrize("seed", range(60))
def test_every_finding_is_said_exactly_once_on_the_screen_of_its_place(seed: int) -> None:
    document = generated.request(seed, wrong=0.2)
    findings = [replace(finding, message=f"{n}") for n, finding in enumerate(create_model.check(document))]
    for name in browser.names(document):
        here = [finding.message for finding in findings if step_of(document, finding.pointer).name == name]
        told = [note.text for _, note in notes(page(document, name, *findings)) if note.text.isdecimal()]
        assert sorted(told) == sorted(here), (seed, name)


@pytest.mark.parametrize(
    ("document", "pointer", "control"),
    [
        ({}, "/ModelName", "ModelName"),
        ({}, "", "request"),
        ({"Tags": [{"Key": "a", "Value": "b"}]}, "/Tags/0/Value", "Tags.0.Value"),
        ({"Tags": [{"Key": "a", "Value": "b"}]}, "/Tags/0", "Tags.0"),
        ({}, "/Tags", "Tags"),
        ({}, "/VpcConfig/Subnets/0", "VpcConfig.Subnets"),
        ({}, "/VpcConfig", "VpcConfig"),
        ({}, "/PrimaryContainer", "PrimaryContainer"),
        (
            {"PrimaryContainer": {"Environment": {"A": "1"}}},
            "/PrimaryContainer/Environment/A",
            "PrimaryContainer.Environment.A",
        ),
        ({}, "/PrimaryContainer/ModelDataSource/S3DataSource", "PrimaryContainer.ModelDataSource.S3DataSource"),
        ({}, "/InferenceExecutionConfig/Mode", "InferenceExecutionConfig.Mode"),
        ({"Containers": [{}]}, "/Containers/0", "Containers.0"),
        ({"Containers": []}, "/Containers", "Containers"),
        ({"Bogus": 1}, "/Bogus/deep", "Bogus"),
    ],
)
def test_finding_is_said_at_the_nearest_control(document: Document, pointer: str, control: str) -> None:
    name = step_of(document, pointer).name
    assert [place for place, _ in notes(page(document, name, said(pointer)))] == [control]


def test_finding_opens_what_is_folded_away() -> None:
    pointer = "/PrimaryContainer/ModelDataSource/S3DataSource/ModelAccessConfig/AcceptEula"
    artefacts = page({}, "container", said(pointer))[1]
    assert pointer in [item.pointer for item in artefacts.items if isinstance(item, FieldView)]
    mode = "/PrimaryContainer/MultiModelConfig/ModelCacheSetting"
    assert [group.open for group in page({}, "container", said(mode)) if group.folded] == [False, True]


def test_error_marks_the_control_and_its_texts_describe_it() -> None:
    view = one(
        page({"ModelName": "a b"}, "basics", said("/ModelName"), said("/ModelName", severity="warning")), "/ModelName"
    )
    assert (view.wrong, view.required) == (True, True)
    assert view.described == "ModelName-help ModelName-note-0 ModelName-note-1 ModelName-count ModelName-hints"


def test_fix_is_a_button_beside_its_finding() -> None:
    fix = Fix(label="Add the “/”", pointer="/ModelName", value="x")
    view = one(page({}, "basics", said("/ModelName", fix=fix)), "/ModelName")
    assert (view.notes[0].fix_label, view.notes[0].fix_action) == ("Add the “/”", "fix:/ModelName")


@pytest.mark.parametrize(
    ("pointer", "hints"),
    [
        ("/PrimaryContainer/Image", ("Up to 255 characters",)),
        ("/PrimaryContainer/ModelPackageName", ("1 to 176 characters",)),
        ("/PrimaryContainer/Mode", ("When not set: SageMaker uses SingleModel.",)),
    ],
)
def test_hints_are_what_the_contract_says(pointer: str, hints: tuple[str, ...]) -> None:
    found = tuple(hint.replace("Up to 176", "1 to 176") for hint in one(page({}, "container"), pointer).hints)
    assert found == hints


def test_select_offers_what_is_stored_though_nobody_knows_it() -> None:
    pointer = "/PrimaryContainer/Mode"
    view = one(page({"PrimaryContainer": {"Mode": "TripleModel"}}, "container"), pointer)
    assert [(option.value, option.chosen) for option in view.options] == [
        ("", False), ("SingleModel", False), ("MultiModel", False), ("TripleModel", True),
    ]  # fmt: skip


def test_flag_is_asked_with_three_answers() -> None:
    view = one(page({"EnableNetworkIsolation": False}, "access"), "/EnableNetworkIsolation")
    assert [(option.value, option.text, option.chosen) for option in view.options] == [
        ("", "Not set", False), ("true", "Yes", False), ("false", "No", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("count", "room", "full"),
    [(0, "Up to 16 subnets", ""), (15, "You can add 1 more", ""), (16, "", "There may be 16")],
)
def test_list_says_how_much_room_there_is(count: int, room: str, full: str) -> None:
    view = a_list(page({"VpcConfig": {"Subnets": ["s"] * count}}, "access"), "/VpcConfig/Subnets")
    assert (view.room, view.full[:15]) == (room, full)


def test_row_of_a_variable_is_named_after_it() -> None:
    view = a_list(
        page({"PrimaryContainer": {"Environment": {"HF_TOKEN": "x", "": "y"}}}, "container"),
        "/PrimaryContainer/Environment",
    )
    first, second = view.rows
    assert (first.remove_label, first.remove) == ("Remove HF_TOKEN", "remove:PrimaryContainer.Environment.0")
    assert [field.label for field in first.fields] == ["Key 1", "Value 1"]
    assert second.remove_label == "Remove variable 2"


def test_hidden_variable_has_no_control_and_its_value_is_nowhere() -> None:
    document: Document = {"PrimaryContainer": {"Environment": {"HF_TOKEN": "hf_secret", "A": "1"}}}
    hidden = frozenset({"/PrimaryContainer/Environment/HF_TOKEN"})
    assert "hf_secret" not in browser.html(document, "container", masked=hidden)
    names = browser.controls(document, "container", masked=hidden)
    assert [name for name in names if ".Environment.0." in name] == []
    assert browser.posted(document, "container", names).document == document


def test_hidden_single_value_has_no_control_either() -> None:
    document: Document = {"PrimaryContainer": {"Image": "hidden-image"}}
    hidden = frozenset({"/PrimaryContainer/Image"})
    assert "hidden-image" not in browser.html(document, "container", masked=hidden)
    assert "PrimaryContainer.Image" not in browser.controls(document, "container", masked=hidden)


def test_what_has_no_control_hides_what_is_hidden_inside() -> None:
    document: Document = {"PrimaryContainer": {"Bogus": {"environment": {"HF_TOKEN": "hf_secret"}}}}
    hidden = frozenset({"/PrimaryContainer/Bogus/environment/HF_TOKEN"})
    assert "hf_secret" not in browser.html(document, "container", masked=hidden)


@pytest.mark.parametrize(
    ("document", "step", "pointer", "sentence"),
    [
        ({"Bogus": {"a": 1}}, "basics", "/Bogus", "SageMaker does not know Bogus"),
        ({"ModelName": 5}, "basics", "/ModelName", "Model name must be a text"),
        ({"PrimaryContainer": None}, "container", "/PrimaryContainer", "Container must be a structure"),
        ({"Tags": [7]}, "tags", "/Tags/0", "Tag 1 must be a structure"),
        ({"EnableNetworkIsolation": "true"}, "access", "/EnableNetworkIsolation", "must be true or false"),
        ({"Containers": [{}, "x"]}, "containers", "/Containers/1", "Container 2 must be"),
        ({"Containers": {}}, "containers", "/Containers", "Containers must be a list"),
        ({"VpcConfig": {"Subnets": "x", "Zone": 1}}, "access", "/VpcConfig/Zone", "SageMaker does not know Zone"),
    ],
)
def test_what_has_no_control_stands_at_the_end_with_a_button(
    document: Document, step: str, pointer: str, sentence: str
) -> None:
    last = page(document, step)[-1]
    strays = {item.pointer: item for item in last.items if isinstance(item, StrayView)}
    assert sentence in strays[pointer].notes[0].text
    assert strays[pointer].remove == f"remove:{pointer}"


def test_finding_replaces_our_own_sentence_about_what_has_no_control() -> None:
    last = page({"Bogus": 1}, "basics", said("/Bogus", "Take it out."))[-1].items[0]
    assert [note.text for note in last.notes] == ["Take it out."]


def invented() -> Structure:
    """Return the contract with members that no layout knows, everywhere."""
    text, tree = Text(name="t", maximum=9), create_model.tree()

    def grown(node: Any) -> Any:
        if isinstance(node, ListOf):
            return replace(node, item=grown(node.item))
        if not isinstance(node, Structure):
            return node
        members = {name: grown(member) for name, member in node.members.items()}
        return replace(node, members={**members, "NewThing": text, "NewCount": Whole(name="w")})

    found: Structure = grown(tree)
    return found


@pytest.mark.parametrize(
    ("step", "group", "pointer"),
    [
        ("basics", "Other settings", "/NewThing"),
        ("container-1", "Other settings", "/Containers/0/NewThing"),
        ("container-1", "Artefacts", "/Containers/0/ModelDataSource/S3DataSource/NewThing"),
        ("access", "Network", "/VpcConfig/NewThing"),
        ("containers", "Execution", "/InferenceExecutionConfig/NewCount"),
    ],
)
def test_member_that_no_layout_knows_shows_up_by_itself(
    monkeypatch: pytest.MonkeyPatch, step: str, group: str, pointer: str
) -> None:
    monkeypatch.setattr(operation, "tree", invented)
    shown = [view for view in page({"Containers": [{}]}, step) if view.title == group]
    assert one(shown, pointer).label in ("New thing", "New count")
    name = pointer[1:].replace("/", ".")
    posted = browser.posted({"Containers": [{}]}, step, {name: "7"}).document
    assert browser.controls(posted, step)[name] == "7"


def test_tag_with_more_than_two_members_becomes_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operation, "tree", invented)
    view = a_list(page({"Tags": [{"Key": "a", "Value": "b"}]}, "tags"), "/Tags")
    assert [type(entry) for entry in view.entries] == [EntryView]
    assert "Tags.0.NewThing" in browser.controls({"Tags": [{}]}, "tags")


def test_more_settings_name_what_is_inside() -> None:
    assert (
        page({}, "container")[1].more_names == "S3 location, data type, compression, accept the licence (EULA), 6 more"
    )


def test_group_that_matters_only_where_set_is_shown_only_there() -> None:
    assert [group.title for group in page({}, "basics")] == ["Name and kind"]
    mode: Document = {"InferenceExecutionConfig": {"Mode": "Serial"}}
    assert [group.title for group in page(mode, "basics")] == ["Name and kind", "Execution"]
    assert [group.title for group in page({**mode, "Containers": []}, "basics")] == ["Name and kind"]


def test_empty_text_can_be_taken_out() -> None:
    view = one(page({"PrimaryContainer": {"Image": ""}}, "container"), "/PrimaryContainer/Image")
    assert view.remove == "remove:PrimaryContainer.Image"
    assert browser.posted({"PrimaryContainer": {"Image": ""}}, "container", {"action": view.remove}).document == {}


def test_pipeline_lists_its_containers_with_links_to_them() -> None:
    view = a_list(page({"Containers": [{"ContainerHostname": "first", "Image": "a"}, {}]}, "containers"), "/Containers")
    first, last = view.links
    assert (first.title, first.detail, first.href, first.first, first.last) == (
        "Container 1: first",
        "a",
        "../container-1/",
        True,
        False,
    )
    assert (last.title, last.last) == ("Container 2", True)


def test_structure_that_something_is_said_of_has_a_place_to_go_to() -> None:
    found = [item for item in items(page({}, "access", said("/VpcConfig"))) if isinstance(item, NoteView)]
    assert [(item.id, item.notes[0].text) for item in found] == [("VpcConfig", "Say it otherwise.")]


CROWDED: list[tuple[str, str, Document, int]] = [
    ("tags", "/Tags", {"Tags": [{"Key": "k", "Value": ""}] * 3000}, 200),
    ("access", "/VpcConfig/Subnets", {"VpcConfig": {"Subnets": ["s"] * 3000}}, 200),
    ("container", "/PrimaryContainer/Environment",
     {"PrimaryContainer": {"Environment": {f"A{number}": "" for number in range(3000)}}}, 200),
    ("container", "/PrimaryContainer/AdditionalModelDataSources",
     {"PrimaryContainer": {"AdditionalModelDataSources": [{}] * 3000}}, 20),
    ("containers", "/Containers", {"Containers": [{}] * 3000}, 20),
]  # fmt: skip


@pytest.mark.parametrize(("step", "place", "document", "shown"), CROWDED, ids=[case[1] for case in CROWDED])
def test_screen_shows_no_more_entries_than_can_be_posted(step: str, place: str, document: Document, shown: int) -> None:
    view = a_list(page(document, step), place)

    assert len(view.rows) + len(view.entries) + len(view.links) == shown
    assert view.unshown == 3000 - shown


@pytest.mark.parametrize(("step", "place", "document", "shown"), CROWDED, ids=[case[1] for case in CROWDED])
def test_entries_that_are_not_shown_stay(step: str, place: str, document: Document, shown: int) -> None:
    assert browser.posted(document, step, browser.controls(document, step)).document == document


def test_screen_shows_some_of_very_many_strays() -> None:
    shown = [item for item in items(page({f"X{number}": 1 for number in range(300)}, "basics")) if item.kind == "stray"]
    told = next(
        item for item in items(page({f"X{number}": 1 for number in range(300)}, "basics")) if item.kind == "note"
    )

    assert len(shown) == 200
    assert told.notes[0].text.startswith("100 more are in the request.")
