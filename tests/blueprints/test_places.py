"""Which places does a place of a blueprint mean?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.blueprints.document import Blueprint, Field
from models_ui.blueprints.places import index, matches, spread

REQUEST: dict[str, Any] = {
    "Containers": [{"Image": "a"}, {"Environment": {"B": "1", "C": "2"}}],
    "VpcConfig": {"Subnets": ["one", "two"]},
}


@pytest.mark.parametrize(
    ("pattern", "pointer", "same"),
    [
        ("/Containers/*/Image", "/Containers/3/Image", True),
        ("/Containers/0/Image", "/Containers/0/Image", True),
        ("/Containers/0/Image", "/Containers/1/Image", False),
        ("/Containers/*", "/Containers/0/Image", False),
        ("/Containers/*/Image", "/Containers/0", False),
        ("/a~1b", "/a~1b", True),
        ("/a~1b", "/a/b", False),
    ],
)
def test_star_means_one_name(pattern: str, pointer: str, same: bool) -> None:  # noqa: FBT001
    assert matches(pattern, pointer) is same


@pytest.mark.parametrize(
    ("pattern", "places"),
    [
        ("/ModelName", ("/ModelName",)),
        ("/Containers/*/Image", ("/Containers/0/Image", "/Containers/1/Image")),
        ("/Containers/*/Environment/*", ("/Containers/1/Environment/B", "/Containers/1/Environment/C")),
        ("/Containers/5/Image", ("/Containers/5/Image",)),
        ("/VpcConfig/Subnets/*", ("/VpcConfig/Subnets/0", "/VpcConfig/Subnets/1")),
        ("/Tags/*/Key", ()),
        ("/VpcConfig/Subnets/*/*", ()),
    ],
)
def test_pattern_spreads_over_what_is_there(pattern: str, places: tuple[str, ...]) -> None:
    assert spread(pattern, REQUEST) == places


def test_nearest_field_counts_and_a_name_before_a_star() -> None:
    whole, each, second = Field(label="whole"), Field(label="each"), Field(label="second")
    blueprint = Blueprint(title="x", fields={"/VpcConfig": whole, "/Containers/*": each, "/Containers/1": second})

    fields = index(blueprint)
    assert fields.nearest("/VpcConfig/Subnets/0") is whole
    assert fields.nearest("/Containers/0/Image") is each
    assert fields.nearest("/Containers/1/Image") is second
    assert fields.nearest("/ModelName") is None
