"""Are the lines of a JSON text told right, however it is written?"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.blueprints.lines import line_of, lines
from models_ui.contract.json_types import Json
from models_ui.templatetags import listings

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_lines_are_those_of_the_listing(value: Json) -> None:
    shown = {line.pointer: number for number, line in enumerate(listings.lines(value), 1) if line.pointer is not None}

    assert dict(lines(json.dumps(value, indent=2))) == shown


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ('{"a": 1}', "/a", 1),
        ('{\n\n"a":\n1}', "/a", 3),
        ('{"a": [1,\n2,\n{"b": "c"}]}', "/a/2/b", 3),
        ('{"a:,": {"\\"": [\n]}}', '/a:,/"', 1),
        ("[\n[],\n{}]", "/1", 3),
        ('{"a/b": {"~": \n0}, \n"c": 1}', "/c", 3),
        ('{\n"a": {\n"b": 1}}', "/a/missing/deep", 2),
        ('{\n"a": 1}', "/nowhere", 1),
        ("3", "", 1),
    ],
)
def test_place_or_what_is_around_it_has_a_line(text: str, place: str, line: int) -> None:
    assert line_of(lines(text), place) == line
