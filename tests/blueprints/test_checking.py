"""Where does a request leave its form?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.blueprints.checking import findings
from models_ui.blueprints.document import read
from models_ui.blueprints.starting import started
from models_ui.blueprints.words import Words, resolved
from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document, Json
from tests import factories
from tests.blueprints import forms
from tests.factories import IMAGE

WORDS = Words(team="risk", user="sally", date="2026-11-25", name="churn", region="us-east-1")
REQUEST: dict[str, Any] = factories.request(
    "churn-1", PrimaryContainer={"Image": IMAGE, "ModelDataUrl": "s3://acme-risk/churn/model.tar.gz"}
)
# The same request with something that no form of these tests asks for.
ISOLATED: dict[str, Any] = {**REQUEST, "EnableNetworkIsolation": True}
PIPELINE: dict[str, Any] = {"kind": "pipeline", "least": 1, "most": 3}


def of(document: Document, extra: dict[str, Any] | None = None, **members: Any) -> list[Finding]:
    """Return what a form with these fields says of a request."""
    return findings(resolved(read(forms.outline(extra, **members)), WORDS), document)


def said(document: Document, extra: dict[str, Any] | None = None, **members: Any) -> list[tuple[str, str]]:
    return [(found.code.removeprefix("blueprint-"), found.pointer) for found in of(document, extra, **members)]


def having(pointer: str, value: Json) -> dict[str, Any]:
    """Return the request with another value at a place of its own, or of the container."""
    holder, name = pointer.rsplit("/", 1)
    if not holder:
        return {**REQUEST, name: value}
    return {**REQUEST, "PrimaryContainer": {**REQUEST["PrimaryContainer"], name: value}}


def without(pointer: str) -> Document:
    document = pointers.removed(REQUEST, pointer)
    assert isinstance(document, dict)
    return document


def test_request_that_keeps_to_its_form_has_no_findings() -> None:
    assert of(REQUEST) == []


@pytest.mark.parametrize(
    ("document", "code", "place"),
    [
        (having("/ExecutionRoleArn", "arn:aws:iam::123456789012:role/Other"), "locked", "/ExecutionRoleArn"),
        (without("/ExecutionRoleArn"), "locked", "/ExecutionRoleArn"),
        (having("/PrimaryContainer/Image", "evil"), "locked", "/PrimaryContainer/Image"),
        (having("/PrimaryContainer/ModelDataUrl", "s3://acme-fraud/x"), "limit", "/PrimaryContainer/ModelDataUrl"),
        (having("/PrimaryContainer/ModelDataUrl", "s3://acme-risk"), "limit", "/PrimaryContainer/ModelDataUrl"),
        (without("/PrimaryContainer/ModelDataUrl"), "required", "/PrimaryContainer/ModelDataUrl"),
        (having("/ModelName", ""), "required", "/ModelName"),
        (ISOLATED, "beyond", "/EnableNetworkIsolation"),
        (having("/VpcConfig", {"Subnets": ["a"]}), "beyond", "/VpcConfig"),
        (having("/PrimaryContainer/Environment", {"A": "1"}), "beyond", "/PrimaryContainer/Environment"),
        (having("/Containers", []), "containers", "/Containers"),
    ],
)
def test_what_leaves_the_form_is_told_at_its_place(document: Document, code: str, place: str) -> None:
    assert said(document) == [(code, place)]


@pytest.mark.parametrize("locked", [[], {}])
def test_empty_lock_is_kept_by_nothing_at_all(locked: Json) -> None:
    """Our tag goes into an empty list of tags, and out again with the list."""
    place = "/Tags" if locked == [] else "/PrimaryContainer/Environment"
    field = {place: {"value": locked, "locked": True, "show": "hidden"}}
    assert said(having(place, locked), field) == []
    assert said(REQUEST, field) == []


@pytest.mark.parametrize(("place", "empty"), [("/Tags", []), ("/PrimaryContainer/Environment", {})])
def test_lock_to_nothing_is_kept_by_an_empty_list_or_map(place: str, empty: Json) -> None:
    field = {place: {"locked": True, "show": "hidden"}}
    assert said(having(place, empty), field) == []
    assert said(having(place, {"A": "1"}), field) == [("locked", place)]
    assert said(having(place, None), field) == [("locked", place)]


def test_what_is_locked_to_nothing_stays_absent() -> None:
    field = {"/VpcConfig": {"locked": True}}
    assert said(REQUEST, field) == []
    [found] = of(having("/VpcConfig", {}), field)
    assert (found.code, found.fix and found.fix.remove) == ("blueprint-locked", True)


@pytest.mark.parametrize("value", [1, "true", None, [True], {"a": True}])
def test_lock_takes_nothing_for_true(value: Json) -> None:
    field = {"/EnableNetworkIsolation": {"value": True, "locked": True}}
    assert said(having("/EnableNetworkIsolation", value), field) == [("locked", "/EnableNetworkIsolation")]
    assert said(ISOLATED, field) == []


def test_lock_of_a_structure_is_a_lock_of_all_in_it() -> None:
    vpc: dict[str, Json] = {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}
    field = {"/VpcConfig": {"value": vpc, "locked": True}}
    other: list[Json] = [
        {"Subnets": ["subnet-1"]},
        {**vpc, "Subnets": ["subnet-1", "subnet-2"]},
        {**vpc, "More": "x"},
        {"Subnets": ["subnet-2"], "SecurityGroupIds": ["sg-1"]},
        "subnet-1",
    ]
    assert said(having("/VpcConfig", {**dict(reversed(vpc.items()))}), field) == []
    for value in other:
        assert said(having("/VpcConfig", value), field) == [("locked", "/VpcConfig")]


def test_fix_of_a_lock_puts_its_value_back() -> None:
    [found] = of(having("/PrimaryContainer/Image", "evil"))
    assert found.fix
    assert (found.fix.pointer, found.fix.value) == ("/PrimaryContainer/Image", IMAGE)
    assert IMAGE not in found.message


LIMITS: list[tuple[str, dict[str, Any], list[Json], list[Json]]] = [
    ("/ModelName", {"choices": ["a", {"value": "b", "label": "The b"}]}, ["a", "b"], ["c", "A", "The b", 1, ["a"]]),
    ("/ModelName", {"prefixes": ["{team}-", "x-"]}, ["risk-1", "x-"], ["risk", "RISK-1", " risk-1"]),
    ("/ModelName", {"globs": ["{user}-*-??"]}, ["sally-a-12", "sally--12"], ["sally-12", "sally-a-1", "sally-a-123"]),
    ("/ModelName", {"globs": ["[a]"]}, ["[a]"], ["a"]),
    ("/ModelName", {"length": [2, 3]}, ["aa", "aaa"], ["a", "aaaa", ""]),
    ("/ModelName", {"prefixes": ["risk-"], "globs": ["*-7"]}, ["risk-7"], ["risk-8", "x-7"]),
    ("/PrimaryContainer/Environment", {"count": [1, 2]}, [{"A": ""}], [{}, {"A": "", "B": "", "C": ""}]),
    ("/PrimaryContainer/Environment", {"includes": {"A": "1"}}, [{"A": "1", "B": ""}], [{}, {"A": "2"}, {"B": "1"}]),
    (
        "/Tags",
        {"includes": [{"Key": "team", "Value": "{team}"}]},
        [[{"Key": "x", "Value": ""}, {"Key": "team", "Value": "risk"}]],
        [[], [{"Key": "team", "Value": "fraud"}], [{"Key": "team", "Value": "{team}"}]],
    ),
]


@pytest.mark.parametrize(("place", "limit", "right", "wrong"), LIMITS)
def test_limit_lets_in_what_keeps_to_it(
    place: str, limit: dict[str, Any], right: list[Json], wrong: list[Json]
) -> None:
    for value in right:
        assert said(having(place, value), {place: {"limit": limit}}) == []
    for value in wrong:
        assert set(said(having(place, value), {place: {"limit": limit}})) == {("limit", place)}


def test_limit_of_a_number_is_a_range() -> None:
    place = "/PrimaryContainer/ModelDataSource/S3DataSource/Workers"
    field = {"/PrimaryContainer/ModelDataSource": {}, place: {"limit": {"range": [2, 4]}}}

    def request(number: Json) -> Document:
        return having("/PrimaryContainer/ModelDataSource", {"S3DataSource": {"Workers": number}})

    assert [said(request(number), field) for number in (2, 4.0)] == [[], []]
    assert [said(request(number), field) for number in (1, 5)] == [[("limit", place)]] * 2


def test_limited_variable_may_not_be_emptied() -> None:
    place = "/PrimaryContainer/Environment/HF_TASK"
    field = {place: {"limit": {"choices": ["fill-mask"]}}}
    assert said(having("/PrimaryContainer/Environment", {"HF_TASK": ""}), field) == [("limit", place)]


def test_what_must_be_held_is_missed_where_nothing_is() -> None:
    [found] = of(REQUEST, {"/Tags": {"limit": {"includes": [{"Key": "team", "Value": "risk"}]}}})
    assert found.fix
    assert (found.pointer, found.fix.value) == ("/Tags", [{"Key": "team", "Value": "risk"}])


def test_free_form_takes_what_is_beyond_it_and_keeps_its_locks() -> None:
    document = ISOLATED | {"ExecutionRoleArn": "x"}
    assert said(document, free=True) == [("locked", "/ExecutionRoleArn")]


def test_part_of_a_listed_structure_belongs_to_it() -> None:
    vpc: Json = {"Subnets": ["subnet-1"], "SecurityGroupIds": []}
    assert said(having("/VpcConfig", vpc), {"/VpcConfig": {}}) == []
    assert said(having("/VpcConfig", vpc), {"/VpcConfig/Subnets": {}}) == [("beyond", "/VpcConfig/SecurityGroupIds")]
    assert said(having("/VpcConfig", vpc), {"/VpcConfig/Subnets/0": {}, "/VpcConfig/SecurityGroupIds": {}}) == []


def test_what_the_contract_does_not_know_is_left_to_it() -> None:
    assert said({**REQUEST, "Colour": "red"}) == []


def open_form(fields: dict[str, Any], containers: dict[str, Any] = PIPELINE) -> dict[str, Any]:
    return {
        "fields": {"/ModelName": {}, "/ExecutionRoleArn": {}, **fields},
        "containers": containers,
    }


def piped(*entries: Json) -> Document:
    return {"ModelName": "a", "ExecutionRoleArn": "b", "Containers": list(entries)}


def test_each_container_of_a_pipeline_is_held_to_what_is_said_of_each() -> None:
    form = open_form({"/Containers/*/Image": {"value": IMAGE, "locked": True}})
    assert said(piped({"Image": IMAGE}, {"Image": IMAGE}), **form) == []
    assert said(piped({"Image": IMAGE}, {"Image": "evil"}, {}), **form) == [
        ("locked", "/Containers/1/Image"),
        ("locked", "/Containers/2/Image"),
    ]


def test_what_is_said_of_one_container_counts_before_what_is_said_of_each() -> None:
    form = open_form(
        {"/Containers/*/Image": {"value": "a", "locked": True}, "/Containers/1/Image": {"value": "b", "locked": True}}
    )
    assert said(piped({"Image": "a"}, {"Image": "b"}), **form) == []
    assert said(piped({"Image": "b"}, {"Image": "a"}), **form) == [
        ("locked", "/Containers/0/Image"),
        ("locked", "/Containers/1/Image"),
    ]


@pytest.mark.parametrize(
    ("containers", "counts"),
    [
        ({"kind": "pipeline", "count": 2}, {2}),
        ({"kind": "pipeline", "least": 2, "most": 3}, {2, 3}),
        ({"kind": "pipeline"}, {1, 2, 3, 4}),
        ({"kind": "any"}, {0, 1, 2, 3, 4}),
    ],
)
def test_pipeline_has_as_many_containers_as_its_form_says(containers: dict[str, Any], counts: set[int]) -> None:
    form = open_form({"/Containers": {}}, containers)
    assert {count for count in range(5) if said(piped(*[{}] * count), **form) == []} == counts


def test_single_container_has_no_place_in_a_pipeline() -> None:
    form = open_form({"/Containers/*/Image": {}, "/PrimaryContainer": {}})
    assert said({**piped({}), "PrimaryContainer": {}}, **form) == [("containers", "/PrimaryContainer")]


def test_form_for_any_containers_asks_for_those_that_are_there() -> None:
    form = open_form(
        {"/PrimaryContainer/Image": {"required": True}, "/Containers/*/Image": {"required": True}}, {"kind": "any"}
    )
    assert said({**piped({}), "PrimaryContainer": {}}, **form) == [
        ("required", "/PrimaryContainer/Image"),
        ("required", "/Containers/0/Image"),
    ]
    assert said(piped({"Image": "x"}), **form) == []


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"PrimaryContainer": "x", "Containers": "y", "Tags": {"a": 1}},
        {"Containers": [None, 1, "x", [], {"Image": []}]},
        {"Containers": {"0": {"Image": "x"}}},
        {"": {"": [[]]}, "/": 1, "~": None},
    ],
)
@pytest.mark.parametrize("kind", ["primary", "pipeline", "any"])
def test_every_document_can_be_checked(document: Document, kind: str) -> None:
    fields: dict[str, Any] = {"/Containers/*/Image": {"locked": True}, "/Tags/*/Value": {"limit": {"length": [1, 2]}}}
    found = of(document, fields, containers={"kind": kind})
    assert all(one.message.endswith(".") for one in found)


def test_form_begins_with_presets_locks_and_what_must_be_held() -> None:
    fields: dict[str, Any] = {
        "/PrimaryContainer/Environment": {"value": {"A": "1"}, "limit": {"includes": {"B": "{team}"}}},
        "/PrimaryContainer/Environment/C": {"value": "{user} {{x}}", "locked": True},
        "/VpcConfig/Subnets/0": {"value": "subnet-1"},
        "/Tags": {"limit": {"includes": [{"Key": "k", "Value": "{date}"}]}},
    }
    blueprint = resolved(read(forms.outline(fields)), WORDS)

    assert started(blueprint) == {
        "PrimaryContainer": {"Image": IMAGE, "Environment": {"A": "1", "B": "risk", "C": "sally {x}"}},
        "ExecutionRoleArn": factories.ROLE_ARN,
        "Tags": [{"Key": "k", "Value": "2026-11-25"}],
        "VpcConfig": {"Subnets": ["subnet-1"]},
    }


def test_pipeline_begins_with_its_containers() -> None:
    form = open_form(
        {"/Containers/*/Image": {"value": "a"}, "/Containers/1/Image": {"value": "b"}}, {"kind": "pipeline", "count": 2}
    )
    assert started(resolved(read(forms.outline(**form)), WORDS)) == {"Containers": [{"Image": "a"}, {"Image": "b"}]}
