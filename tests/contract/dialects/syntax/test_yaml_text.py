"""Is YAML read as its own reader reads it, and is what blows up or calls something harmless?"""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from models_ui.contract.dialects.syntax.yaml_text import parse
from models_ui.contract.dialects.syntax.yaml_writing import dump
from models_ui.contract.dialects.written import Entry, Items, Members, Scalar, Written
from models_ui.contract.loader import NotReadable
from tests.contract.dialects.documents import documents


def plain(value: Written) -> Any:
    """Return what Python calls a value."""
    match value:
        case Members():
            return {entry.name: plain(entry.value) for entry in value.entries}
        case Items():
            return [plain(item) for item in value.items]
        case Scalar():
            return value.value
    raise AssertionError(value)


def test_documents_are_read_as_the_reader_of_yaml_reads_them() -> None:
    for document in documents(300, seed=10):
        [value] = parse(dump(document))
        assert plain(value) == yaml.safe_load(dump(document)) == document


@pytest.mark.parametrize("text", [
    "a", "'a'", '"a\\n"', "1", "-1", "+1", "1.5", "1e3", "true", "yes", "Off", "null", "~",
    "1_000", "a: b\n", "- a\n- b\n", "{a: [b, {c: d}]}", "|\n  a\n  b\n", ">-\n  a\n  b\n", "? a\n: b\n", "a: &x b\nc: *x\n",
    "a: &x {b: c}\nd:\n  <<: *x\n  e: f\n", "!!str 1", "!!int '1'", "a: 'it''s'", "é: 日本",
])  # fmt: skip
def test_scalars_and_styles_are_known(text: str) -> None:
    [value] = parse(text)

    assert plain(value) == yaml.safe_load(text)


@pytest.mark.parametrize("text", ["2026-01-01", "12:30:00", "0x1F", "1_000:00", "9" * 40])
def test_what_only_yaml_takes_for_a_number_or_a_time_stays_a_text(text: str) -> None:
    assert plain(parse(text)[0]) == text


def test_line_is_that_of_the_value() -> None:
    [value] = parse("a:\n  b: c\n\n  # d\n  e:\n    - f\n")

    assert isinstance(value, Members)
    [outer] = value.entries
    assert [entry.line for entry in outer.value.entries if isinstance(entry, Entry)] == [2, 5]  # type: ignore[union-attr]


def test_tag_is_a_name_for_what_it_marks() -> None:
    [value] = parse("!Ref a")

    assert value == Members((Entry("!Ref", Scalar("a", 1, "a"), 1),), 1)


@pytest.mark.parametrize(
    "text", ["!!python/object/apply:os.system ['id']", "!!python/name:os.system", "!<tag:a,2026:x> b"]
)
def test_tag_of_a_language_makes_nothing(text: str) -> None:
    assert plain(parse(f"a: {text}")[0])["a"] in (["id"], "", "b")


@pytest.mark.parametrize(("text", "sentence"), [
    ("a: [b", "Line 1: this is not YAML"),
    ("a: b\n c: d\n", "Line 2: this is not YAML"),
    ("a: *b", "Line 1: this is not YAML|Line 1: an alias"),
    ("a: &b [*b]", "Line 1: an alias repeats what it stands in"),
    ("a: \x01", "characters that YAML does not take|this is not YAML"),
    ("? [a]\n: b", "Line 1: a name is not a single text"),
    ("[" * 70 + "]" * 70, "nested more than 64 deep"),
    ("a: &a [" + "x," * 5000 + "]\nb: [" + "*a," * 10 + "]", "Line 2: there are more than 6000 values"),
])  # fmt: skip
def test_what_is_not_read_is_refused_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(NotReadable, match=sentence):
        parse(text)
