"""What a single control means; buttons are in test_actions, questions in test_kinds and test_storage."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole
from models_ui.form import operation, posting
from models_ui.form.steps import step_named, step_of
from tests.form import browser, generated

ONE: Document = {"ModelName": "churn", "PrimaryContainer": {"Image": "a", "Environment": {"A": "1", "B": "2"}}}
ENVIRONMENT = "PrimaryContainer.Environment"


def leaves(node: Node, place: str = "") -> list[tuple[str, str, Json]]:
    """Return every control that a request may have: its name, a text to post, and the value that it means."""
    match node:
        case Structure():
            return [
                leaf for name, member in node.members.items() for leaf in leaves(member, f"{place}.{name}".strip("."))
            ]
        case ListOf():
            return leaves(node.item, f"{place}.0")
        case MapOf():
            return [(f"{place}.0.value", "v", "v")]
        case Flag():
            return [(place, "true", True)]
        case Whole():
            return [(place, "60", 60)]
        case Text():
            text = node.choices[0] if node.choices else "text"
            return [(place, text, text)]


LEAVES = leaves(operation.tree())


def start(name: str) -> Document:
    """Return a request in which the control may be filled in: the execution mode belongs to a pipeline."""
    return {"Containers": [{}]} if name.startswith(("Containers", "Inference")) else {}


@pytest.mark.parametrize(("name", "text", "value"), LEAVES)
def test_every_place_can_be_entered_and_taken_back(name: str, text: str, value: Json) -> None:
    before = start(name)
    step = step_of(before, "/" + name.replace(".", "/")).name
    post = {name: text} | ({name.replace(".value", ".key"): "KEY"} if name.endswith(".value") else {})
    entered = browser.posted(before, step, post).document
    place = "/" + name.replace(".0.value", ".KEY").replace(".", "/")
    assert pointers.get(entered, place) == value
    emptied = browser.posted(entered, step, dict.fromkeys(post, "")).document
    assert not pointers.exists(emptied, place) or name == "Tags.0.Value"


@pytest.mark.parametrize(("name", "text", "value"), LEAVES)
def test_every_place_has_a_control_on_its_page(name: str, text: str, value: Json) -> None:
    before = start(name)
    step = step_of(before, "/" + name.replace(".", "/")).name
    if ".0" in name.removeprefix("Containers.0"):
        before = browser.posted(before, step, {"action": f"add:{name[: name.rindex('.0')]}"}).document
    assert name in browser.controls(before, step)


@pytest.mark.parametrize(
    ("post", "wanted"),
    [
        ({"ModelName": "  \u200bnew\u200b "}, "new"),
        ({"ModelName": "churn"}, "churn"),
        ({"ModelName": "a b"}, "a b"),
        ({"ModelName": ""}, None),
        ({"ModelName": " \u200b"}, None),
        ({}, "churn"),
    ],
)
def test_text_is_trimmed_and_an_empty_one_means_absent(post: dict[str, str], wanted: str | None) -> None:
    assert browser.posted(ONE, "basics", post).document.get("ModelName") == wanted


def test_request_that_was_given_stays_as_it_is() -> None:
    before = generated.request(7)
    kept = repr(before)
    for name in browser.names(before):
        browser.posted(
            before, name, {"ModelName": "x", "action": "add:Tags", "Tags.0.Key": "y", "Tags.present": "false"}
        )
    assert repr(before) == kept


@pytest.mark.parametrize(
    ("post", "environment"),
    [
        ({".0.key": "A", ".0.value": ""}, {"A": "", "B": "2"}),
        ({".0.value": " x \r\ny"}, {"A": " x \ny", "B": "2"}),
        ({".0.key": " C "}, {"C": "1", "B": "2"}),
        ({".0.key": "B", ".1.key": "A"}, {"B": "1", "A": "2"}),
        ({".0.key": "", ".0.value": ""}, {"B": "2"}),
        ({".0.key": ""}, {"": "1", "B": "2"}),
        ({".2.key": "C", ".2.value": "3", ".3.key": "D", ".3.value": ""}, {"A": "1", "B": "2", "C": "3", "D": ""}),
        ({".2.key": "", ".2.value": "", ".3.key": "D"}, {"A": "1", "B": "2", "D": ""}),
        ({".2.key": "", ".2.value": "3"}, {"A": "1", "B": "2", "": "3"}),
        ({".9.key": "far", ".9.value": "x"}, {"A": "1", "B": "2"}),
    ],
)
def test_rows_of_a_map_are_entries(post: dict[str, str], environment: dict[str, str]) -> None:
    found = browser.posted(ONE, "container", {ENVIRONMENT + name: text for name, text in post.items()}).document
    assert list(dict(found)["PrimaryContainer"]["Environment"].items()) == list(environment.items())  # type: ignore[index,call-overload,union-attr]


@pytest.mark.parametrize(
    ("post", "environment"),
    [
        ({".2.key": "A", ".2.value": "3"}, {"A": "1", "B": "2", "A (2)": "3"}),
        ({".1.key": "A"}, {"A": "1", "A (2)": "2"}),
        ({".0.key": "B"}, {"B (2)": "1", "B": "2"}),
        ({".2.key": "C", ".3.key": "C", ".4.key": "C"}, {"A": "1", "B": "2", "C": "", "C (2)": "", "C (3)": ""}),
    ],
)
def test_key_that_is_typed_twice_loses_no_row(post: dict[str, str], environment: dict[str, str]) -> None:
    applied = browser.posted(ONE, "container", {ENVIRONMENT + name: text for name, text in post.items()})
    assert applied.document["PrimaryContainer"] == {"Image": "a", "Environment": environment}
    assert "There is more than one variable" in applied.said[0]


def test_emptied_entry_of_a_list_goes_and_those_beyond_are_added() -> None:
    before: Document = {"VpcConfig": {"Subnets": ["a", "b"]}}
    post = {"VpcConfig.Subnets.0": "", "VpcConfig.Subnets.2": "c", "VpcConfig.Subnets.3": " "}
    assert browser.posted(before, "access", post).document == {"VpcConfig": {"Subnets": ["b", "c"]}}


def test_part_goes_with_the_last_of_its_members_but_an_empty_one_stays() -> None:
    before: Document = {"VpcConfig": {"Subnets": ["a"]}, "EnableNetworkIsolation": False}
    post = {"VpcConfig.Subnets.0": "", "EnableNetworkIsolation": "false"}
    assert browser.posted(before, "access", post).document == {"EnableNetworkIsolation": False}
    empty: Document = {"VpcConfig": {}}
    assert browser.posted(empty, "access", {"VpcConfig.Subnets.0": ""}).document == empty


@pytest.mark.parametrize(("value", "wanted"), [("", ""), (" x ", " x ")])
def test_value_of_a_tag_may_be_empty_and_keeps_its_spaces(value: str, wanted: str) -> None:
    found = browser.posted({}, "tags", {"Tags.0.Key": " team ", "Tags.0.Value": value}).document
    assert found == {"Tags": [{"Key": "team", "Value": wanted}]}


def test_empty_value_in_the_row_of_a_tag_without_one_is_the_empty_text() -> None:
    found = browser.posted({"Tags": [{"Key": "a"}]}, "tags", {"Tags.0.Key": "a", "Tags.0.Value": ""}).document
    assert found == {"Tags": [{"Key": "a", "Value": ""}]}


@pytest.mark.parametrize(
    ("before", "name", "text", "after"),
    [
        ({}, "Tags.present", "true", {"Tags": []}),
        ({"Tags": []}, "Tags.present", "true", {"Tags": []}),
        ({"Tags": []}, "Tags.present", "", {"Tags": []}),
        ({"Tags": [{"Key": "a"}]}, "Tags.present", "false", {}),
        ({"Tags": [{"Key": "a"}]}, "Tags.present", "true", {"Tags": [{"Key": "a"}]}),
        ({}, "Tags.present", "false", {}),
        ({"Tags": "x"}, "Tags.present", "false", {"Tags": "x"}),
    ],
)
def test_presence_of_a_part_is_a_control(before: Document, name: str, text: str, after: Document) -> None:
    assert browser.posted(before, "tags", {name: text}).document == after


def test_nested_part_is_made_and_taken_out_by_its_presence() -> None:
    name = "PrimaryContainer.ModelDataSource.S3DataSource.present"
    made = browser.posted({}, "container", {name: "true"}).document
    assert made == {"PrimaryContainer": {"ModelDataSource": {"S3DataSource": {}}}}
    assert browser.posted(made, "container", {name: "false"}).document == {}


@pytest.mark.parametrize("wrong", [None, 7, ["x"], {"a": 1}, True])
def test_value_of_a_wrong_type_stays_whatever_is_posted(wrong: Json) -> None:
    before: Document = {"ModelName": wrong}
    assert browser.posted(before, "basics", {"ModelName": "new"}).document == before


def test_post_below_a_value_of_a_wrong_type_changes_nothing() -> None:
    before: Document = {"PrimaryContainer": {"ModelDataSource": "x", "Environment": []}}
    post = {"PrimaryContainer.ModelDataSource.S3DataSource.S3Uri": "s3://a", f"{ENVIRONMENT}.0.key": "A"}
    assert browser.posted(before, "container", post).document == before


def test_new_member_stands_where_the_contract_names_it_and_the_others_keep_their_order() -> None:
    before: Document = {"PrimaryContainer": {"Environment": {}, "Image": "a"}}
    after = browser.posted(before, "container", {"PrimaryContainer.ModelDataUrl": "s3://a"}).document
    assert list(after["PrimaryContainer"] or ()) == ["ModelDataUrl", "Environment", "Image"]  # type: ignore[arg-type]


def test_hidden_value_keeps_its_key_and_value_whatever_is_posted() -> None:
    step = step_named(ONE, "container")
    assert step is not None
    post = {f"{ENVIRONMENT}.0.key": "OPEN", f"{ENVIRONMENT}.0.value": "x", "PrimaryContainer.Image": "b"}
    hidden = frozenset({"/PrimaryContainer/Environment/A", "/PrimaryContainer/Image"})
    assert posting.apply(ONE, step, post, masked=hidden).document == ONE


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("basics", "Tags.0.Key"),
        ("tags", "ModelName"),
        ("container", "Containers.0.Image"),
        ("access", "PrimaryContainer.Image"),
    ],
)
def test_control_of_another_step_changes_nothing(step: str, name: str) -> None:
    assert browser.posted(ONE, step, {name: "x"}).document == ONE


@pytest.mark.parametrize(
    "name",
    ["", ".", "ModelName.", ".ModelName", "ModelName.0", "ModelName.present", "modelname", "ask.nothing", "a" * 5000,
     "ModelName" + ".x" * 100, "csrfmiddlewaretoken", "version", "/ModelName"],
)  # fmt: skip
def test_name_that_means_nothing_is_ignored(name: str) -> None:
    assert browser.posted(ONE, "basics", {name: "true"}).document == ONE


def test_container_that_is_no_longer_there_is_not_made_again() -> None:
    step = step_named({"Containers": [{}, {}]}, "container-2")
    assert step is not None
    assert posting.apply({"Containers": [{}]}, step, {"Containers.1.Image": "x"}).document == {"Containers": [{}]}


_NAMES = st.sampled_from([name for name, _, _ in LEAVES] + [
    "Tags.present", "Tags", "Tags.0", "Tags.1.present", "Containers", "Containers.0", "Containers.1.Image", "ask.kind",
    "ask.storage", "action", "Containers.present", "PrimaryContainer.present", "PrimaryContainer.Environment.1.key",
])  # fmt: skip
_VERBS = st.sampled_from(["add", "remove", "up", "down", "fix", "", "paste"])
_ACTIONS = st.builds(lambda verb, place: f"{verb}:{place}", _VERBS, _NAMES | st.text(max_size=20))
_TEXTS = st.sampled_from(["", "true", "false", "primary", "pipeline", "archive", "folder", "None", "60"]) | st.text(
    max_size=9
)
_POSTS = st.dictionaries(
    _NAMES | st.text(max_size=30), _TEXTS | _ACTIONS | st.binary(max_size=5).map(repr), max_size=12
)


@given(seed=st.integers(0, 400), post=_POSTS, action=_ACTIONS)
def test_no_post_of_any_request_raises(seed: int, post: dict[str, str], action: str) -> None:
    document: Any = generated.request(seed, wrong=0.15)
    for name in browser.names(document):
        applied = browser.posted(document, name, {**post, "action": action})
        assert len(repr(applied.document)) <= len(repr(document)) + len(repr(post)) * 3 + 500
        document = applied.document if name in browser.names(applied.document) else document


@given(seed=st.integers(0, 400), names=st.lists(st.text(max_size=40), max_size=10))
def test_invented_names_change_nothing(seed: int, names: list[str]) -> None:
    document = generated.request(seed)
    post = {f"x{name}": "true" for name in names}
    assert all(browser.posted(document, step, post).document == document for step in browser.names(document))
