"""Is a document listed line by line, with its text as text and the marks at their places?"""

from __future__ import annotations

import json
import re

import pytest

from models_ui.contract.json_types import Json
from models_ui.templatetags.listings import listing

DOCUMENT: dict[str, Json] = {
    "ModelName": "churn",
    "Containers": [{"Image": "a:1", "Environment": {}}, {"Image": "b<1>"}],
    "Tags": [],
    "EnableNetworkIsolation": True,
}


def shown(html: str) -> str:
    """Return the text that a reader sees."""
    text = re.sub(r"<[^>]+>", "", html)
    return text.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@pytest.mark.parametrize("value", [DOCUMENT, {}, {"a": None}, {"a/b": {"~": 'quote " and \\'}}])
def test_lines_are_those_of_json(value: dict[str, Json]) -> None:
    assert shown(listing(value, label="x")) == json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def test_what_was_typed_is_text() -> None:
    assert "b&lt;1&gt;" in listing(DOCUMENT, label='the "label"')
    assert 'aria-label="the &quot;label&quot;"' in listing(DOCUMENT, label='the "label"')


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("/ModelName", '  "ModelName": "churn",'),
        ("/Containers/1/Image", '      "Image": "b<1>"'),
        ("/Containers/1/ModelDataUrl", "    {"),
        ("", "{"),
    ],
)
def test_mark_goes_to_its_place_or_to_the_nearest_one_above(pointer: str, line: str) -> None:
    marked = re.findall(
        r'<span data-mark="error">(.*?)\n</span>', listing(DOCUMENT, label="x", marks={pointer: "error"})
    )

    assert [shown(each) for each in marked] == [line]


def test_what_is_missing_at_the_top_marks_no_line() -> None:
    assert "data-mark" not in listing(DOCUMENT, label="x", marks={"/VpcConfig/Subnets": "error"})


def test_error_wins_over_a_warning() -> None:
    html = listing(DOCUMENT, label="x", marks={"/Tags/0": "error", "/Tags": "warning"})

    assert html.count("data-mark") == 1
    assert 'data-mark="error"' in html


def test_live_lines_carry_their_places() -> None:
    assert 'data-at="/Containers/0/Environment"' in listing(DOCUMENT, label="x", live=True)
    assert "data-at" not in listing(DOCUMENT, label="x")


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\u00a0", "\u2028", "\U000e0041", "\x7f"])
def test_what_nobody_can_see_is_written_as_an_escape(hidden: str) -> None:
    value: dict[str, Json] = {f"k{hidden}": f"a{hidden}b é 😀"}
    text = shown(listing(value, label="x"))

    assert hidden not in text
    assert "é 😀" in text
    assert json.loads(text) == value
