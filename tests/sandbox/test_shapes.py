"""Which shapes do the SageMaker operations that we play have, and is every one understood?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import regex

from models_ui.sandbox.member_types import _WANTED
from models_ui.sandbox.patterns import matches
from models_ui.sandbox.shapes import OPERATIONS, input_shape, shape


def reached(name: str) -> Iterator[Any]:
    """Yield every shape that a shape leads to, itself first."""
    found = shape(name)
    yield found
    inner = [*found.get("members", {}).values(), *(found[part] for part in ("key", "value", "member") if part in found)]
    for member in inner:
        yield from reached(member["shape"])


SHAPES = [found for operation in sorted(OPERATIONS) for found in reached(input_shape(operation))]
PATTERNS = sorted({found["pattern"] for found in SHAPES if "pattern" in found})
TEXTS = [
    "",
    "a",
    "a-b",
    "-a",
    "a\n",
    "a b",
    "é",
    "リスク",
    "١٢",
    "a\u200bb",
    "a\u00a0b",
    "/metrics",
    "/a/../b",
    "s3://b/k",
    "https://h/k.tar.gz",
    "arn:aws:iam::123456789012:role/a",
    "arn:aws:iam::१२३४५६७८९०१२:role/a",
    "arn:aws:sagemaker:us-east-1:123456789012:model-package/a/1",
    "churn/3",
    "#1",
    "_A1",
    "1A",
]


def test_every_type_is_known() -> None:
    assert {found["type"] for found in SHAPES} <= set(_WANTED)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_means_what_another_engine_makes_of_it(pattern: str) -> None:
    # In Java \d, \w and \s are ASCII, but \p is not.
    other = regex.compile(pattern if r"\p" in pattern else f"(?a){pattern}")
    assert {text: matches(pattern, text) for text in TEXTS} == {text: bool(other.fullmatch(text)) for text in TEXTS}


@pytest.mark.parametrize("end", ["\n", "\r", "\u0085", "\u2028", "\u2029"])
def test_a_dot_stops_at_every_line_end_of_java(end: str) -> None:
    assert not matches(".*", f"a{end}b")
