"""Does nothing come in but JSON that a request may hold, and is every refusal one clear sentence?"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models_ui.contract import loader
from models_ui.contract.canonical import canonical
from models_ui.contract.json_types import Json
from tests.contract.json_values import VALUES
from tests.contract.requests import CORPUS

BANNED = re.compile(r"\b(?:in)?valid\b|\bplease\b|\bsorry\b|\boops\b", re.IGNORECASE)


def refusal(text: str | bytes) -> loader.NotReadable:
    """Return why a text does not come in."""
    with pytest.raises(loader.NotReadable) as caught:
        loader.load(text)
    return caught.value


@given(VALUES)
def test_what_was_written_is_read_back(value: Json) -> None:
    assert canonical(loader.load(json.dumps(value))) == canonical(value)


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: str(case["id"]))
def test_real_requests_come_in_unchanged(case: dict[str, Any]) -> None:
    text = json.dumps(case["request"], ensure_ascii=False, indent=1)

    assert json.dumps(loader.load(text.encode())) == json.dumps(case["request"])


def test_the_order_of_members_is_kept() -> None:
    assert json.dumps(loader.load('{"b": 1, "a": 2}')) == '{"b": 1, "a": 2}'


def test_a_byte_order_mark_is_passed_over() -> None:
    assert loader.load(b"\xef\xbb\xbf{}") == {}


@pytest.mark.parametrize(("text", "code"), [
    ("", "empty"), (" \n", "empty"), (b"", "empty"), ("\ufeff", "empty"),
    ('{"a": "\xff"}'.encode("latin-1"), "not-utf8"), ("{}".encode("utf-16"), "not-utf8"),
    ("{}".encode("utf-16-le"), "nul"), ('"\0"', "nul"), ('"\\u0000"', "nul"), ('{"\\u0000": 1}', "nul"),
    ('"\ud800"', "half-character"), ('"\\ud800"', "half-character"), ('"\\ude00\\ud83d"', "half-character"),
    ('{"a": 1, "a": 1}', "duplicate-key"), ('{"a": 1, "\\u0061": 2}', "duplicate-key"), ('[{"a": {"b": 1, "b": 2}}]', "duplicate-key"),
    ("NaN", "not-a-number"), ("[Infinity]", "not-a-number"), ("-Infinity", "not-a-number"),
    ("1e999", "number-too-large"), ("-1e999", "number-too-large"), ("1e20", "number-too-large"), (str(2**53), "number-too-large"),
    ("1" * 33, "number-too-long"), ("0." + "1" * 5000, "number-too-long"), ("[" + "9" * 1_000_000 + "]", "number-too-long"),
    ("[" * 65 + "]" * 65, "too-deep"), ('{"a":' * 65 + "1" + "}" * 65, "too-deep"),
    ("[" * 1_000_000, "too-many"), ("[" + "1," * 20_000 + "1]", "too-many"),
    ('"' + "a" * loader.MOST_BYTES, "too-large"), (b" " * (loader.MOST_BYTES + 1), "too-large"), ("é" * 1_100_000, "too-large"),
    ("{'a': 1}", "not-json"), ('{"a": True}', "not-json"), ('{"a": 1,}', "not-json"), ("{} {}", "not-json"), ('"a\nb"', "not-json"),
    ('{"a": 1', "not-json"), ('"abc', "not-json"), ("1.5.5", "not-json"), ("+1", "not-json"), ("// x\n{}", "not-json"),
])  # fmt: skip
def test_what_no_request_can_hold_is_refused(text: str | bytes, code: str) -> None:
    assert refusal(text).code == code


@pytest.mark.parametrize(
    "text", ["[" * 64 + "]" * 64, "1" * 15, "-1", "1.5e3", '"\\ud83d\\ude00"', '"\u2028"', '{"a": [1], "b": {"a": 1}}']
)
def test_what_is_at_the_limit_comes_in(text: str) -> None:
    assert loader.load(text) == json.loads(text)


def test_a_text_of_exactly_two_megabytes_comes_in() -> None:
    assert loader.load('"' + "a" * (loader.MOST_BYTES - 2) + '"') == "a" * (loader.MOST_BYTES - 2)


@pytest.mark.parametrize(("text", "sentence"), [
    ('{\n"a": 1,\n"a": 2}', "Line 3: the name “a” stands twice. Keep one of the two."),
    ("{\n'a': 1}", "Line 2: names stand in double quotation marks, and no comma stands before a closing bracket."),
    ('{"a": 1\n"b": 2}', "Line 2: a comma or a closing bracket is missing."),
    ("[\n\nNaN]", "Line 3: NaN is no number in JSON. Write a number, or leave it out."),
    ("{}\n{}", "Line 2: there is more after the end. Paste one document only."),
])  # fmt: skip
def test_a_refusal_says_where_and_what_to_do(text: str, sentence: str) -> None:
    assert refusal(text).sentence == sentence


@given(
    st.one_of(st.text(alphabet=st.characters(codec=None)), st.binary(), st.text(alphabet='{}[]:,"\\u0a1eE+-.NaIf \n'))
)
@example('{"a":}')
@example('":"')
@example('{"a"::1}')
@example("]")
@example('{"\\')
def test_any_text_is_read_or_refused_in_one_sentence(text: str | bytes) -> None:
    sentence = outcome(text)

    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert not BANNED.search(sentence)


def outcome(text: str | bytes) -> str:
    """Return why a text does not come in, or a sentence that it does."""
    try:
        loader.load(text)
    except loader.NotReadable as refused:
        return refused.sentence
    return "Read."


@given(st.data())
def test_a_request_cut_off_anywhere_is_refused(data: st.DataObject) -> None:
    text = json.dumps(data.draw(st.sampled_from(CORPUS))["request"])

    cut = text[: data.draw(st.integers(0, len(text) - 1))]

    assert refusal(cut).code in ("empty", "not-json")


@pytest.mark.parametrize(
    "text", ['"\\"' * 600_000, "\\" * 1_000_000, '{"a":"' * 300_000, "[,]" * 600_000, "-" * 1_000_000]
)
def test_a_broken_text_of_great_length_is_refused(text: str) -> None:
    assert refusal(text).code in ("not-json", "too-many", "number-too-long")
