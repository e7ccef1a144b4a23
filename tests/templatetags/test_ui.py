"""Do the small words of the pages fit their numbers and values?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.submissions.states import State
from models_ui.templatetags import ui


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Nothing needs you now"),
        (1, "One thing needs you"),
        (3, "Three things need you"),
        (11, "11 things need you"),
    ],
)
def test_things(number: int, words: str) -> None:
    assert ui.things(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Nothing waits for a decision"),
        (1, "One request waits for a decision"),
        (12, "12 requests wait for a decision"),
    ],
)
def test_waiting(number: int, words: str) -> None:
    assert ui.waiting(number) == words


@pytest.mark.parametrize(("number", "word"), [(0, "no"), (1, "one"), (10, "ten"), (11, "11")])
def test_number_word(number: int, word: str) -> None:
    assert ui.number_word(number) == word


@pytest.mark.parametrize(
    ("value", "text"),
    [("a", "a"), (["a", "b"], "a, b"), (True, "true"), (7, "7"), (None, "null"), ({"a": "ü"}, '{"a": "ü"}')],
)
def test_recorded(value: Any, text: str) -> None:
    assert ui.recorded(value) == text


@pytest.mark.parametrize(
    ("name", "words"), [("aws_request_id", "AWS request id"), ("arn", "ARN"), ("revision", "Revision")]
)
def test_spoken(name: str, words: str) -> None:
    assert ui.spoken(name) == words


@pytest.mark.parametrize("state", [*State, "draft"])
def test_every_state_has_word_badge_and_drawing(state: str) -> None:
    assert ui.state_word(state) in ui.state(state)
    assert ui.state_icon(state) in ui.state(state)
    assert f'data-state="{state.replace("_", "-")}"' in ui.state(state)


def test_digest_stands_in_sixteen_groups() -> None:
    assert f">Digest </span>{' '.join(['0123', '4567', '89ab', 'cdef'] * 4)}<" in ui.digest("0123456789abcdef" * 4)


def test_target_is_escaped_and_always_the_three() -> None:
    shown = ui.target("<b>", "123456789012", "us-east-1")

    assert shown.index("&lt;b&gt;") < shown.index("123456789012") < shown.index("us-east-1")
