"""Which place does a pattern mean, and what is said nearest to it?"""

from __future__ import annotations

import pytest

from models_ui.form.layouts.places import Places

SAID = Places(
    {
        "/VpcConfig": "vpc",
        "/VpcConfig/Subnets": "subnets",
        "/Containers/*/Image": "any image",
        "/Containers/0/Image": "first image",
        "/Containers/*": "any container",
        "/PrimaryContainer/Environment/HF_TASK": "task",
        "/PrimaryContainer/Environment/a~1b": "odd",
    }
)


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ("/VpcConfig", "vpc"),
        ("/VpcConfig/Subnets", "subnets"),
        ("/VpcConfig/SecurityGroupIds", None),
        ("/Containers/0/Image", "first image"),
        ("/Containers/7/Image", "any image"),
        ("/Containers/*/Image", "any image"),
        ("/Containers", None),
        ("/PrimaryContainer/Environment/a~1b", "odd"),
        ("", None),
    ],
)
def test_what_is_said_of_a_very_place(pointer: str, said: str | None) -> None:
    assert SAID.at(pointer) == said


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ("/VpcConfig/SecurityGroupIds/0", "vpc"),
        ("/VpcConfig/Subnets/3", "subnets"),
        ("/Containers/0/Image", "first image"),
        ("/Containers/0/Environment/A", "any container"),
        ("/Containers/1/Image/Deeper", "any image"),
        ("/ModelName", None),
        ("", None),
    ],
)
def test_nearest_place_decides(pointer: str, said: str | None) -> None:
    assert SAID.nearest(pointer) == said


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ("/VpcConfig", ["subnets"]),
        ("/VpcConfig/Subnets", []),
        ("/PrimaryContainer", ["task", "odd"]),
        ("/Containers", ["first image"]),
        ("/Containers/0", ["first image"]),
        ("/Containers/1", []),
    ],
)
def test_parts_of_a_place_are_told_but_not_those_of_entries(pointer: str, said: list[str]) -> None:
    assert list(SAID.below(pointer)) == said


def test_names_below_a_place_are_those_of_which_something_is_said() -> None:
    assert SAID.names("/PrimaryContainer/Environment") == {"HF_TASK", "a/b"}
    assert SAID.names("/Containers") == {"0"}
    assert SAID.names("/ModelName") == frozenset()


def test_nothing_said_is_false() -> None:
    assert not Places[str]()
    assert Places[str]().nearest("/ModelName") is None
    assert SAID
