"""A form that somebody designed: what its screens show, and what a post of them may change."""

from __future__ import annotations

import pytest

from models_ui.contract.finding import Finding, Fix
from models_ui.contract.json_types import Document
from models_ui.contract.tree import ListOf, Structure
from models_ui.form import fields, posting, summary
from models_ui.form.layouts.pieces import Layout
from models_ui.form.links import links
from models_ui.form.notes import Notes
from models_ui.form.screen import Screen
from models_ui.form.status import statuses
from models_ui.form.steps import step_named, step_of, steps
from models_ui.form.views import FieldView, GroupView, Item, ListView
from tests.form.designed import Said, layout

TASK = "/PrimaryContainer/Environment/HF_TASK"
VPC: Document = {"Subnets": ["subnet-1", "subnet-2"], "SecurityGroupIds": ["sg-1"]}
HIDDEN: Said = {"/VpcConfig": {"hidden": True}}
LOCKED: Said = {"/VpcConfig": {"locked": True}}


def names(document: Document, form: Layout) -> list[str]:
    return [step.name for step in steps(document, form)]


def page(document: Document, form: Layout, name: str) -> list[GroupView]:
    step = step_named(document, name, form)
    assert step is not None
    return fields.page(document, step, ())


def items(groups: list[GroupView]) -> list[Item]:
    return [item for group in groups for item in (*group.items, *group.more)]


def pointers(document: Document, form: Layout, name: str) -> list[str]:
    return [item.pointer for item in items(page(document, form, name)) if isinstance(item, FieldView | ListView)]


def post(document: Document, form: Layout, name: str, **controls: str) -> Document:
    step = step_named(document, name, form)
    assert step is not None
    return posting.apply(document, step, {key.replace("__", "."): value for key, value in controls.items()}).document


def test_screens_of_its_own_come_before_the_ordinary_ones() -> None:
    form = layout({}, free=True, model=("/ModelName",), access=("/ExecutionRoleArn",))
    assert names({}, form) == ["model", "access", "more-basics", "more-container", "more-access", "more-tags"]
    assert names({}, layout({}, model=("/ModelName",))) == ["model"]


def test_screen_for_each_container_has_its_number() -> None:
    form = layout({}, role="each", part=("/Containers/*/Image",))
    document: Document = {"Containers": [{"Image": "a"}, {"Image": "b"}]}
    assert names(document, form) == ["part-1", "part-2"]
    assert pointers(document, form, "part-2") == ["/Containers/1/Image"]
    after = post(document, form, "part-2", Containers__1__Image="c", Containers__0__Image="d")
    assert after == {"Containers": [{"Image": "a"}, {"Image": "c"}]}


def test_pattern_on_a_plain_screen_is_meant_for_every_container() -> None:
    form = layout({}, images=("/Containers/*/Image",))
    document: Document = {"Containers": [{"Image": "a"}, {"Image": "b"}]}
    assert pointers(document, form, "images") == ["/Containers/0/Image", "/Containers/1/Image"]


def test_place_with_a_screen_of_its_own_stands_on_no_other() -> None:
    form = layout({}, free=True, net=("/VpcConfig/Subnets",), model=("/VpcConfig",))
    assert pointers({}, form, "net") == ["/VpcConfig/Subnets"]
    assert pointers({}, form, "model") == ["/VpcConfig/SecurityGroupIds"]
    assert "/VpcConfig/Subnets" not in pointers({}, form, "more-access")


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("/VpcConfig/Subnets/0", "net"),
        ("/VpcConfig/SecurityGroupIds", "more-access"),
        ("/PrimaryContainer/Image", "more-container"),
        ("/Unknown", "net"),
        ("", "net"),
    ],
)
def test_finding_is_told_where_its_place_is_asked_for(pointer: str, name: str) -> None:
    form = layout({}, free=True, net=("/VpcConfig/Subnets",))
    assert step_of({}, pointer, form).name == name


def test_hidden_place_has_no_control_anywhere() -> None:
    form = layout(HIDDEN, free=True, model=("/ModelName",))
    shown = [place for name in names({}, form) for place in pointers({"VpcConfig": VPC}, form, name)]
    assert not any(place.startswith("/VpcConfig") for place in shown)
    assert "/ExecutionRoleArn" in shown


@pytest.mark.parametrize("said", [HIDDEN, LOCKED])
@pytest.mark.parametrize(
    "controls",
    [
        {"VpcConfig__Subnets__0": "other"},
        {"VpcConfig__Subnets__0": ""},
        {"VpcConfig__Subnets__2": "more"},
        {"VpcConfig__present": "false"},
        {"VpcConfig__Subnets__present": "false"},
        {"action": "remove:VpcConfig"},
        {"action": "remove:VpcConfig.Subnets.1"},
        {"action": "up:VpcConfig.Subnets.1"},
        {"action": "add:VpcConfig.Subnets"},
        {"action": "remove:/VpcConfig/Subnets"},
    ],
)
@pytest.mark.parametrize("name", ["model", "more-access"])
def test_crafted_post_leaves_what_the_form_has_set(said: Said, controls: dict[str, str], name: str) -> None:
    form = layout(said, free=True, model=("/ModelName",))
    document: Document = {"VpcConfig": VPC}
    assert post(document, form, name, **controls) == document


@pytest.mark.parametrize("controls", [{"VpcConfig__present": "false"}, {"action": "remove:VpcConfig"}])
def test_whole_with_a_hidden_part_is_not_taken_away(controls: dict[str, str]) -> None:
    form = layout({"/VpcConfig/Subnets": {"hidden": True}}, net=("/VpcConfig",))
    assert post({"VpcConfig": VPC}, form, "net", **controls) == {"VpcConfig": VPC}
    emptied = post({"VpcConfig": VPC}, form, "net", VpcConfig__SecurityGroupIds__0="")
    assert emptied == {"VpcConfig": {"Subnets": ["subnet-1", "subnet-2"]}}


def test_post_changes_nothing_of_another_screen() -> None:
    form = layout({}, free=True, model=("/ModelName",), access=("/ExecutionRoleArn",))
    crafted = {"ModelName": "churn", "ExecutionRoleArn": "role", "EnableNetworkIsolation": "true"}
    assert post({}, form, "model", **crafted) == {"ModelName": "churn"}
    assert post({}, form, "more-access", **crafted) == {"EnableNetworkIsolation": True}


def test_locked_place_is_read() -> None:
    form = layout(LOCKED | {"/ModelName": {"locked": True}}, net=("/VpcConfig", "/ModelName"))
    groups, subnets, name = items(page({"VpcConfig": VPC, "ModelName": "churn"}, form, "net"))
    assert isinstance(subnets, ListView)
    assert isinstance(groups, ListView)
    assert isinstance(name, FieldView)
    assert subnets.fixed
    assert [field.control for row in subnets.rows for field in row.fields] == ["fixed", "fixed"]
    assert [row.remove for row in subnets.rows] == ["", ""]
    assert (name.control, name.value, name.hints) == ("fixed", "churn", ())


def test_locked_place_that_must_be_empty_says_so() -> None:
    form = layout({"/ModelName": {"locked": True}}, net=("/ModelName",))
    (name,) = items(page({}, form, "net"))
    assert isinstance(name, FieldView)
    assert name.value == "Not set"


def test_choices_are_a_select_with_their_words() -> None:
    options = (("uri-1", "PyTorch 2.6"), ("uri-2", "PyTorch 2.5"))
    form = layout({"/PrimaryContainer/Image": {"options": options}}, net=("/PrimaryContainer/Image",))
    (image,) = items(page({"PrimaryContainer": {"Image": "uri-2"}}, form, "net"))
    assert isinstance(image, FieldView)
    assert image.control == "select"
    assert [(option.value, option.text, option.chosen) for option in image.options] == [
        ("", "Not set", False),
        ("uri-1", "PyTorch 2.6", False),
        ("uri-2", "PyTorch 2.5", True),
    ]


def test_stored_value_that_is_no_choice_stays_and_is_marked() -> None:
    form = layout({"/ModelName": {"options": (("a", "A"),)}}, net=("/ModelName",))
    (name,) = items(page({"ModelName": "b"}, form, "net"))
    assert isinstance(name, FieldView)
    assert [option.text for option in name.options if option.chosen] == ["b – none of the choices"]


def test_variable_of_its_own_is_a_field_and_no_row() -> None:
    said: Said = {TASK: {"label": "Task", "required": True}}
    form = layout(said, free=True, model=(TASK,))
    document: Document = {"PrimaryContainer": {"Environment": {"A": "1", "HF_TASK": "fill", "B": "2"}}}
    (task,) = items(page(document, form, "model"))
    assert isinstance(task, FieldView)
    assert (task.label, task.name, task.value, task.required) == (
        "Task",
        "PrimaryContainer.Environment.HF_TASK",
        "fill",
        True,
    )
    rows = next(item for item in items(page(document, form, "more-container")) if item.id.endswith("Environment"))
    assert isinstance(rows, ListView)
    assert [row.fields[0].value for row in rows.rows] == ["A", "B"]
    assert [row.fields[0].name for row in rows.rows] == [
        "PrimaryContainer.Environment.0.key",
        "PrimaryContainer.Environment.2.key",
    ]


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ({}, "fill", {"PrimaryContainer": {"Environment": {"HF_TASK": "fill"}}}),
        ({"PrimaryContainer": {"Environment": {"HF_TASK": "a"}}}, "", {}),
        (
            {"PrimaryContainer": {"Environment": {"A": "1", "HF_TASK": "a"}}},
            "b",
            {"PrimaryContainer": {"Environment": {"A": "1", "HF_TASK": "b"}}},
        ),
        ({}, "", {}),
    ],
)
def test_variable_of_its_own_is_written_and_emptied(before: Document, typed: str, after: Document) -> None:
    form = layout({}, model=(TASK,))
    assert post(before, form, "model", PrimaryContainer__Environment__HF_TASK=typed) == after


def test_rows_cannot_reach_a_variable_of_its_own() -> None:
    form = layout({TASK: {"hidden": True}}, free=True, model=("/ModelName",))
    document: Document = {"PrimaryContainer": {"Environment": {"HF_TASK": "fill", "A": "1"}}}
    crafted = {
        "PrimaryContainer__Environment__0__key": "OTHER",
        "PrimaryContainer__Environment__0__value": "",
        "PrimaryContainer__Environment__HF_TASK": "x",
        "PrimaryContainer__Environment__2__key": "HF_TASK",
        "PrimaryContainer__Environment__2__value": "y",
    }
    after = post(document, form, "more-container", **crafted)
    assert after == {"PrimaryContainer": {"Environment": {"HF_TASK": "fill", "A": "1", "HF_TASK (2)": "y"}}}
    assert post(document, form, "more-container", action="remove:PrimaryContainer.Environment.0") == document


def test_new_container_begins_with_what_the_form_sets() -> None:
    form = layout({}, list=("/Containers",))
    object.__setattr__(form, "begun", {"/Containers": {"Mode": "SingleModel"}})
    after = post({"Containers": [{}]}, form, "list", action="add:Containers")
    assert after == {"Containers": [{}, {"Mode": "SingleModel"}]}


@pytest.mark.parametrize(
    ("form", "href"),
    [
        (layout({}, role="each", part=("/Containers/*/Image",), free=True), "../part-2/"),
        (layout({}, model=("/ModelName",), free=True), "../more-container-2/"),
        (layout({}, model=("/ModelName",)), ""),
    ],
)
def test_list_of_containers_leads_to_the_screen_that_describes_each(form: Layout, href: str) -> None:
    document: Document = {"Containers": [{"Image": "a"}, {"Image": "b"}]}
    screen = Screen(document, steps(document, form)[0], Notes(()), frozenset())
    found = links(screen, ListOf(name="Containers", item=Structure(name="Container", members={})), "/Containers")
    assert found is not None
    assert found.links[1].href == href


@pytest.mark.parametrize(("name", "count"), [("list", 2), ("model", 1)])
def test_container_is_copied_where_the_list_is_asked_for(name: str, count: int) -> None:
    form = layout({}, model=("/ModelName",), list=("/Containers",))
    after = post({"Containers": [{"Image": "a"}]}, form, name, action="duplicate:Containers.0")
    assert after == {"Containers": [{"Image": "a"}] * count}


def test_fix_reaches_what_has_no_control() -> None:
    form = layout(HIDDEN, model=("/ModelName",))
    document: Document = {"VpcConfig": {"Subnets": ["other"]}}
    finding = Finding(
        code="blueprint-locked",
        pointer="/VpcConfig",
        severity="error",
        message="The form sets the VPC.",
        fix=Fix(label="Set it", pointer="/VpcConfig", value=VPC),
    )
    step = step_of(document, "/VpcConfig", form)
    (said, _) = fields.page(document, step, [finding])
    assert said.title == "The request"
    done = posting.apply(document, step, {"action": "fix:/VpcConfig"}, findings=[finding])
    assert done.document == {"VpcConfig": VPC}


def test_own_labels_are_told_on_the_review_page() -> None:
    form = layout({TASK: {"label": "Task"}, "/ModelName": {"label": "Name of it"}}, model=("/ModelName", TASK))
    document: Document = {"ModelName": "churn", "PrimaryContainer": {"Environment": {"HF_TASK": "fill"}}}
    (card,) = summary.cards(document, layout=form)
    assert [(row.label, row.text) for row in card.rows] == [("Name of it", "churn"), ("Task", "fill")]


def test_screen_is_begun_once_something_of_it_is_set() -> None:
    form = layout({}, model=("/ModelName",), net=("/VpcConfig",))
    assert [status.status for status in statuses({"ModelName": "churn"}, (), form)] == ["complete", "not-started"]
