"""Is the committed contract what the installed botocore says?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from models_ui.aws.service_model import read_operation
from models_ui.contract import compiled, create_model
from models_ui.contract.tree import Flag, ListOf, MapOf, Structure, Text, Whole, at
from tests.contract.requests import places

FILE = create_model.FILE
LEAVES = (Text, Whole, Flag)


def test_the_committed_contract_is_that_of_the_installed_botocore() -> None:
    wanted = compiled.text(read_operation(create_model.SERVICE, create_model.OPERATION))

    assert FILE.read_text(encoding="utf-8") == wanted, "Run: python manage.py compile_contract"


def test_check_fails_with_the_command_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(create_model, "FILE", tmp_path / "create_model.json")

    with pytest.raises(CommandError, match="Run: python manage.py compile_contract"):
        call_command("compile_contract", "--check")


def test_compiling_brings_the_file_up_to_date(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(create_model, "FILE", tmp_path / "create_model.json")
    call_command("compile_contract")

    call_command("compile_contract", "--check")

    assert create_model.FILE.read_bytes() == FILE.read_bytes()


def test_the_file_holds_one_shape_a_line() -> None:
    model = json.loads(FILE.read_text(encoding="utf-8"))

    assert len(FILE.read_text(encoding="utf-8").splitlines()) == len(model["shapes"]) + 2


@pytest.mark.parametrize(("pointer", "node"), [
    ("/ModelName", Text(name="ModelName", minimum=0, maximum=63, pattern=r"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")),
    ("/PrimaryContainer/Mode", Text(name="ContainerMode", choices=("SingleModel", "MultiModel"))),
    ("/EnableNetworkIsolation", Flag(name="Boolean")),
    ("/Containers/14/ContainerMetricsConfig/MetricsEndpoints/0/MetricPublishFrequencyInSeconds",
     Whole(name="MetricPublishFrequencyInSeconds")),
    ("/PrimaryContainer/Environment/HF_TASK",
     Text(name="EnvironmentValue", minimum=0, maximum=1024, pattern=r"[\S\s]*")),
    ("/Tags/x", None),
    ("/Unknown", None),
    ("/ModelName/x", None),
])  # fmt: skip
def test_the_tree_tells_of_each_place(pointer: str, node: Any) -> None:
    assert at(create_model.tree(), pointer) == node


def test_limits_and_required_members_are_kept() -> None:
    tree = create_model.tree()
    containers, vpc, environment = (
        at(tree, pointer) for pointer in ("/Containers", "/VpcConfig", "/PrimaryContainer/Environment")
    )

    assert isinstance(containers, ListOf)
    assert isinstance(vpc, Structure)
    assert isinstance(environment, MapOf)
    assert (containers.maximum, environment.maximum) == (15, 100)
    assert vpc.required == frozenset({"SecurityGroupIds", "Subnets"})


def test_no_leaf_of_botocore_is_lost() -> None:
    """Containers appear twice, maps by their value alone."""
    leaves = [pointer for pointer, node in places(create_model.tree()) if isinstance(node, LEAVES)]

    assert len(leaves) == len(set(leaves)) == count(read_operation("sagemaker", "CreateModel"), "CreateModelInput")


def count(model: Any, name: str) -> int:
    """Return how many leaves a shape has, read straight from the service model."""
    shape = model["shapes"][name]
    inner = [*shape.get("members", {}).values(), *(shape[part] for part in ("member", "value") if part in shape)]
    return sum(count(model, place["shape"]) for place in inner) if inner else 1


@pytest.mark.parametrize(
    "shape", [{"type": "timestamp"}, {"type": "map", "key": {"shape": "B"}, "value": {"shape": "C"}}]
)
def test_a_kind_of_field_that_nothing_can_ask_for_is_refused(shape: Any) -> None:
    shapes = {"A": shape, "B": {"type": "string"}, "C": {"type": "integer"}}

    with pytest.raises(ValueError, match="The contract "):
        compiled.node("A", shapes)
