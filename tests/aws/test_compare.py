"""Is the SageMaker model that exists the one that was asked for?"""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.aws.compare import same
from models_ui.sandbox.described import described
from models_ui.sandbox.place import Place
from models_ui.sandbox.store import Model
from tests.corpus import GOOD
from tests.sandbox.calls import URL, container, pipeline, request, source

ARCHIVE = source(URL, "S3Object", "Gzip")
SAME = [
    ({"ModelName": "a", "Tags": [{"Key": "k", "Value": "v"}]}, {"ModelName": "a"}),
    ({"PrimaryContainer": {"Image": "i"}}, {"PrimaryContainer": {"Image": "i", "Mode": "SingleModel"}}),
    ({"PrimaryContainer": {"Image": "i", "Mode": "SingleModel"}}, {"PrimaryContainer": {"Image": "i"}}),
    ({"PrimaryContainer": {"ModelDataUrl": URL}}, {"PrimaryContainer": {"ModelDataSource": ARCHIVE}}),
    ({"PrimaryContainer": {"ModelDataSource": ARCHIVE}}, {"PrimaryContainer": {"ModelDataUrl": URL}}),
    ({"PrimaryContainer": {"ModelDataUrl": URL, "ModelDataSource": {}}}, {"PrimaryContainer": {"ModelDataUrl": URL, "ModelDataSource": ARCHIVE}}),
    ({"EnableNetworkIsolation": False}, {}),
    ({}, {"EnableNetworkIsolation": False, "ExecutionRoleArn": "arn"}),
    ({"Containers": [], "VpcConfig": None}, {}),
    ({"PrimaryContainer": {"Environment": {}}}, {"PrimaryContainer": {}}),
    ({"InferenceExecutionConfig": {"Mode": "Serial"}}, {}),
    ({"PrimaryContainer": {"Environment": {"A": ""}}}, {"PrimaryContainer": {"Environment": {"A": ""}}}),
]  # fmt: skip
OTHER = [
    ({"ModelName": "a"}, {"ModelName": "A"}),
    ({"ModelName": "a"}, {}),
    ({"EnableNetworkIsolation": True}, {"EnableNetworkIsolation": False}),
    ({"EnableNetworkIsolation": False}, {"EnableNetworkIsolation": True}),
    ({"EnableNetworkIsolation": True}, {"EnableNetworkIsolation": 1}),
    ({"EnableNetworkIsolation": True}, {"EnableNetworkIsolation": "true"}),
    ({"PrimaryContainer": {"Mode": "MultiModel"}}, {"PrimaryContainer": {"Mode": "SingleModel"}}),
    ({"PrimaryContainer": {"Mode": "MultiModel"}}, {"PrimaryContainer": {}}),
    ({"PrimaryContainer": {"ModelDataUrl": URL}}, {"PrimaryContainer": {"ModelDataUrl": URL + "x"}}),
    ({"PrimaryContainer": {"ModelDataUrl": URL}}, {"PrimaryContainer": {"ModelDataSource": source()}}),
    ({"PrimaryContainer": {"Environment": {"A": "1"}}}, {"PrimaryContainer": {"Environment": {"A": "1", "B": "2"}}}),
    ({"PrimaryContainer": {"Environment": {"A": "1"}}}, {"PrimaryContainer": {"Environment": {}}}),
    ({"PrimaryContainer": {"Environment": {"A": ""}}}, {"PrimaryContainer": {"Environment": {"B": ""}}}),
    ({"PrimaryContainer": {"Environment": {}}}, {"PrimaryContainer": {"Environment": {"A": "1"}}}),
    ({"Containers": [{"Image": "a"}, {"Image": "b"}]}, {"Containers": [{"Image": "b"}, {"Image": "a"}]}),
    ({"Containers": [{"Image": "a"}]}, {"Containers": [{"Image": "a"}, {"Image": "a"}]}),
    ({"Containers": [{"Image": "a"}]}, {"PrimaryContainer": {"Image": "a"}}),
    ({"InferenceExecutionConfig": {"Mode": "Direct"}}, {}),
    ({"VpcConfig": {"Subnets": ["a", "b"]}}, {"VpcConfig": {"Subnets": ["a"]}}),
]


@pytest.mark.parametrize(("sent", "found"), SAME)
def test_what_says_the_same_is_the_same(sent: dict[str, Any], found: dict[str, Any]) -> None:
    assert same(sent, found)


@pytest.mark.parametrize(("sent", "found"), OTHER)
def test_what_says_something_else_is_another(sent: dict[str, Any], found: dict[str, Any]) -> None:
    assert not same(sent, found)


def answer(sent: dict[str, Any]) -> dict[str, Any]:
    """Return what DescribeModel says of a request."""
    return described(Model("m", 0, sent, {}, 0), Place("123456789012", "us-east-1"))


FULL = pipeline(
    container(ContainerHostname="a", Environment={"A": "1", "B": ""}),
    container(ContainerHostname="b", ModelDataUrl=None, ModelDataSource=source(ModelAccessConfig={"AcceptEula": True})),
    InferenceExecutionConfig={"Mode": "Direct"},
    VpcConfig={"Subnets": ["s-1", "s-2"], "SecurityGroupIds": ["g-1"]},
    EnableNetworkIsolation=True,
)


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every single value."""
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in leaves(item, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, item in enumerate(value) for leaf in leaves(item, (*path, index))]
    return [path]


@pytest.mark.parametrize("path", leaves(FULL), ids=lambda path: ".".join(map(str, path)))
def test_no_single_value_may_differ(path: tuple[Any, ...]) -> None:
    changed: Any = copy.deepcopy(answer(FULL))
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = not inner[path[-1]] if isinstance(inner[path[-1]], bool) else f"{inner[path[-1]]}x"
    assert not same(FULL, changed)


@given(st.sampled_from(GOOD), st.data())
def test_a_request_is_the_same_as_its_description_until_something_is_taken_away(case: Any, data: Any) -> None:
    sent = {name: value for name, value in case["request"].items() if name != "Tags"}
    found = answer(sent)
    assert same(sent, found)
    counted = [name for name in sent if sent[name] not in (False, [], {}, {"Mode": "Serial"})]
    del found[data.draw(st.sampled_from(counted))]
    assert not same(sent, found)


def test_tags_are_not_compared() -> None:
    assert same(request(Tags=[{"Key": "a", "Value": "b"}]), answer(request()))
