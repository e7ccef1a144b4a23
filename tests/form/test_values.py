"""How do values become text, and text values?"""

from __future__ import annotations

import pytest

from models_ui.contract.json_types import Json
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole
from models_ui.form.marks import NOTHING
from models_ui.form.values import cleaned, fits, read, same, shown

TEXT, WHOLE, FLAG = Text(name="t"), Whole(name="w"), Flag(name="f")
PARTS: tuple[Node, ...] = (
    Structure(name="s", members={}),
    ListOf(name="l", item=TEXT),
    MapOf(name="m", key=TEXT, value=TEXT),
)


@pytest.mark.parametrize(
    ("node", "value"),
    [
        (TEXT, "a"),
        (WHOLE, 1),
        (WHOLE, "soon"),
        (WHOLE, ""),
        (FLAG, False),
        (PARTS[0], {}),
        (PARTS[1], []),
        (PARTS[2], {}),
    ],
)
def test_value_of_its_own_type_fits(node: Node, value: Json) -> None:
    assert fits(node, value)


@pytest.mark.parametrize(
    ("node", "value"),
    [
        (TEXT, 1), (TEXT, None), (WHOLE, "60"), (WHOLE, True), (WHOLE, 1.0), (FLAG, "true"), (FLAG, 1), (FLAG, None),
        (PARTS[0], []), (PARTS[1], {}), (PARTS[2], "x"),
    ],
)  # fmt: skip
def test_value_of_another_type_does_not_fit(node: Node, value: Json) -> None:
    assert not fits(node, value)


@pytest.mark.parametrize(
    ("value", "text"), [("a", "a"), (True, "true"), (False, "false"), (60, "60"), (NOTHING, ""), (None, "")]
)
def test_control_shows_a_value_as_text(value: Json, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("stored", "posted"),
    [("a\nb", "a\r\nb"), ("a\rb", "a\r\nb"), ("a\r\nb", "a\nb"), ("\na", "a"), ("a", "\r\na"), ("", "")],
)
def test_what_a_browser_alters_is_the_same(stored: str, posted: str) -> None:
    assert same(stored, posted)


@pytest.mark.parametrize(("stored", "posted"), [("a", "a "), ("a", "A"), ("a\n", "a"), ("\n\na", "a"), ("", "a")])
def test_anything_else_is_another_value(stored: str, posted: str) -> None:
    assert not same(stored, posted)


@pytest.mark.parametrize(
    ("node", "text", "value"),
    [
        (TEXT, " a ", "a"), (TEXT, "", NOTHING), (TEXT, " \u200b", NOTHING), (TEXT, "None", "None"), (FLAG, "true", True),
        (FLAG, "false", False), (FLAG, "", NOTHING), (FLAG, "perhaps", "perhaps"), (WHOLE, "60", 60), (WHOLE, "-1", -1),
        (WHOLE, "soon", "soon"), (WHOLE, "1.5", "1.5"), (WHOLE, "１２", "１２"), (WHOLE, "9" * 16, "9" * 16),
    ],
)  # fmt: skip
def test_text_is_read_as_the_value_of_its_place(node: Node, text: str, value: Json) -> None:
    found = read(node, text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\u200barn\u200b", "arn"), ("\ufeffarn", "arn"), ("\u00a0arn\u2003", "arn"), ("\tarn\r\n", "arn"),
        ("\u202earn", "arn"), ("a\x00b", "ab"), ("a\ud800b", "ab"), ("a b", "a b"), ("a\r\nb", "a\nb"),
    ],
)  # fmt: skip
def test_what_is_not_seen_around_a_text_is_dropped(text: str, clean: str) -> None:
    assert cleaned(text) == clean


def test_spaces_are_kept_where_they_may_be_meant() -> None:
    assert cleaned(" a\r\nb \u200b", spaces=True) == " a\nb \u200b"
