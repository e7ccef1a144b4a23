r"""Do AWS's patterns, written for every engine, mean what they mean in Java?"""

from __future__ import annotations

import re
import sys

import jsonschema_rs
import pytest
import regex

from models_ui.contract import characters, create_model
from models_ui.contract.patterns import portable, stranger
from models_ui.contract.tree import MapOf, Text
from tests.contract.requests import places

TREE = create_model.tree()
PATTERNS = sorted(
    {node.pattern for _, node in places(TREE) if isinstance(node, Text) and node.pattern}
    | {node.key.pattern for _, node in places(TREE) if isinstance(node, MapOf) and node.key.pattern}
)
# Where engines differ: classes of digits and spaces, line ends, what is no letter but looks like one.
TRICKY = [*"0aZ_-./:@+=, #éж模①１", "\n", "\r", "\t", "\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\xa0", "\u2028", "\ufeff", "\u200b", "\u3000", "😀", "𝟘", "\u0301", "Å"]  # fmt: skip


def texts(pattern: str) -> list[str]:
    """Return each tricky character alone, in the middle and at the end of texts that the pattern may like."""
    seeds = ["a", "s3://a/b", "/a", "arn:aws:iam::123456789012:role/a", "A1", ""]
    return [text for seed in seeds for one in TRICKY for text in (one, seed + one, one + seed, seed + one + seed)]


def in_java(pattern: str, text: str) -> bool:
    """Say whether Java takes the whole text, by the engine `regex` with the dot and the classes spelt as Java has them."""
    spelt = re.sub(r"(?<![\\\[])\.(?=\*)", r"[^\\n\\r\\u0085\\u2028\\u2029]", pattern)
    flags = 0 if r"\p{" in pattern else regex.ASCII
    return regex.fullmatch(spelt, text, flags=flags) is not None


@pytest.mark.parametrize("pattern", PATTERNS)
def test_python_reads_the_portable_pattern_as_java_does(pattern: str) -> None:
    translated = portable(pattern) or ""

    wrong = [text for text in texts(pattern) if (re.search(translated, text) is not None) != in_java(pattern, text)]

    assert wrong == []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_quick_engine_reads_the_portable_pattern_as_python_does(pattern: str) -> None:
    translated = portable(pattern) or ""
    quick = jsonschema_rs.Draft202012Validator({"pattern": translated})

    wrong = [text for text in texts(pattern) if quick.is_valid(text) != (re.search(translated, text) is not None)]

    assert wrong == []


def test_a_pattern_that_takes_everything_is_none() -> None:
    assert portable(r"[\S\s]*") is None


@pytest.mark.parametrize("pattern", [
    r"\bword", r"\p{Lu}", r"\p{Script=Greek}", r"(a)\1", r"a++", r"a*+", r"[a&&b]", r"[a[b]]", r"\Qa\E", r"^a", r"a$",
    r"[a-\d]", r"\x41", r"\h", "[a", r"(?i)a", r"a{,3}",
])  # fmt: skip
def test_what_engines_may_read_differently_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        portable(pattern)


@pytest.mark.parametrize(("pattern", "text", "expected"), [
    ("[a-z]+", "abc", None),
    ("[a-z]+", "ab_c", "_"),
    (r"[\S]+", "a b", " "),
    (r"a\.b", "a.b", None),
    ("(https|s3)://([^/]+)/?(.*)", "ftp", None),
    (r"[\p{L}]*", "é#", "#"),
])  # fmt: skip
def test_the_stranger_is_the_first_character_that_no_part_takes(pattern: str, text: str, expected: str | None) -> None:
    assert stranger(pattern, text) == expected


@pytest.mark.parametrize("ranges", [
    characters.DIGITS, characters.WORD, characters.SPACE, characters.LINE_ENDS, characters.category("Z"),
    characters.others(characters.SPACE), ((0, sys.maxunicode),), (), ((0x5B, 0x5E),), ((0x2D, 0x2D), (0x5D, 0x5D)),
])  # fmt: skip
def test_a_written_class_holds_its_characters_and_no_others(ranges: characters.Ranges) -> None:
    written = re.compile(characters.written(ranges))

    held = {code for code in range(0x3100) if written.fullmatch(chr(code))}

    assert held == {code for code in range(0x3100) if any(first <= code <= last for first, last in ranges)}


def test_what_a_class_leaves_out_twice_is_the_class() -> None:
    assert characters.others(characters.others(characters.category("L"))) == characters.category("L")


def test_union_joins_what_touches() -> None:
    assert characters.union([((3, 4),), ((0, 1), (2, 2)), ((9, 9),)]) == ((0, 4), (9, 9))
