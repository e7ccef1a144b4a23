"""Can what is copied be run as it is, whatever the SageMaker model is called?"""

from __future__ import annotations

import ast
import json
import shlex
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.contract import snippets
from models_ui.contract.dialects.syntax.r_source import R
from models_ui.contract.dialects.written import Entry, Scalar
from models_ui.contract.next_steps import Way, ways
from models_ui.contract.snippets import cli, python, r

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=63)
HOSTILE = [
    "churn-7",
    "a'b",
    'a"b',
    "a`id`",
    "$(id)",
    "a\\",
    "a\nb",
    "--help",
    "file://x",
    "a;b",
    "#a",
    "{x}",
    "é𝄞\u2028",
]


def all_ways(name: str) -> list[Way]:
    """Return the ways of a model of this name."""
    return ways({"ModelName": name, "PrimaryContainer": {"Image": "i"}})


def arguments(call: ast.Call) -> dict[str, Any]:
    """Return the arguments of a call in Python."""
    return {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in call.keywords}


def sent_by_python(text: str) -> list[dict[str, Any]]:
    """Return the arguments of each call of the client."""
    calls = [statement.value for statement in ast.parse(text).body if isinstance(statement, ast.Expr)]
    return [arguments(call) for call in calls if isinstance(call, ast.Call)]


def sent_by_cli(text: str) -> list[dict[str, Any]]:
    """Return the parameters of each command that has some."""
    words = shlex.split(text, comments=True)
    return [json.loads(words[place + 1]) for place, word in enumerate(words) if word == "--cli-input-json"]


def check(name: str) -> None:
    """Check the snippets of a model of this name, by other parsers than ours."""
    for way in all_ways(name):
        wanted = [call.parameters for call in way.calls]
        assert way.wait
        assert sent_by_python(python(way, "us-east-1")) == [*wanted, way.wait.parameters]
        assert sent_by_cli(cli(way, "us-east-1")) == wanted


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_name_is_only_a_name(name: str) -> None:
    check(name)


@given(NAMES)
def test_any_name_is_only_a_name(name: str) -> None:
    check(name)


@given(NAMES)
def test_any_name_in_r_is_only_a_name(name: str) -> None:
    source = R(r(all_ways(name)[0], "us-east-1"))
    (place,) = source.calls("create_endpoint")
    found = {entry.name: entry.value for entry in source.arguments(place).entries if isinstance(entry, Entry)}
    assert [value.value for value in found.values() if isinstance(value, Scalar)] == [name, name]


def test_region_is_where_the_model_is() -> None:
    way = all_ways("churn-7")[0]
    assert 'region_name="eu-west-1"' in python(way, "eu-west-1")
    assert 'region = "eu-west-1"' in r(way, "eu-west-1")
    assert cli(way, "eu-west-1").count("--region=eu-west-1") == 3


def test_operations_are_called_as_each_library_calls_them() -> None:
    way = all_ways("churn-7")[1]
    assert "sagemaker.create_transform_job(" in python(way, "us-east-1")
    assert 'get_waiter("transform_job_completed_or_stopped")' in python(way, "us-east-1")
    assert "svc$create_transform_job(" in r(way, "us-east-1")
    assert "aws sagemaker create-transform-job " in cli(way, "us-east-1")
    assert "aws sagemaker wait transform-job-completed-or-stopped " in cli(way, "us-east-1")


def test_way_that_is_closed_has_nothing_to_copy() -> None:
    request: Any = {"ModelName": "a", "PrimaryContainer": {"ModelDataSource": {}}}
    assert [len(snippets.snippets(way, region="us-east-1")) for way in ways(request)] == [3, 0]
