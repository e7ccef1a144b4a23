"""Which characters does a class of a regular expression hold, and how is it written for every engine alike?

A class is a sorted tuple of ranges of code points, both ends included.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import TypeAlias

Ranges: TypeAlias = "tuple[tuple[int, int], ...]"

LAST = sys.maxunicode
# Java's classes are ASCII unless told otherwise; its dot stops at more line ends than that of other engines.
DIGITS: Ranges = ((0x30, 0x39),)
WORD: Ranges = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
SPACE: Ranges = ((0x09, 0x0D), (0x20, 0x20))
LINE_ENDS: Ranges = ((0x0A, 0x0A), (0x0D, 0x0D), (0x85, 0x85), (0x2028, 0x2029))


def union(parts: Iterable[Ranges]) -> Ranges:
    """Return the characters of all these classes."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(piece for part in parts for piece in part):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)


def others(ranges: Ranges) -> Ranges:
    """Return every character that a class does not hold."""
    found: list[tuple[int, int]] = []
    expected = 0
    for first, last in ranges:
        if first > expected:
            found.append((expected, first - 1))
        expected = last + 1
    if expected <= LAST:
        found.append((expected, LAST))
    return tuple(found)


def category(letter: str) -> Ranges:
    r"""Return the characters of a Unicode category such as L, N or Z, which AWS writes \p{L}."""
    return _categories()[letter]


@cache
def _categories() -> dict[str, Ranges]:
    found: dict[str, list[tuple[int, int]]] = {}
    for letter, group in groupby(range(LAST + 1), lambda code: unicodedata.category(chr(code))[0]):
        codes = list(group)
        found.setdefault(letter, []).append((codes[0], codes[-1]))
    return {letter: tuple(ranges) for letter, ranges in found.items()}


def written(ranges: Ranges) -> str:
    """Return a class as text. One that reaches the last character is written by what it leaves out."""
    if not ranges:
        return r"[^\s\S]"
    if ranges == ((0, LAST),):
        return r"[\s\S]"
    sign, shown = ("^", others(ranges)) if ranges[-1][1] == LAST else ("", ranges)
    return f"[{sign}{''.join(_range(first, last) for first, last in shown)}]"


def _range(first: int, last: int) -> str:
    if first == last:
        return _character(first)
    return f"{_character(first)}{'-' if last > first + 1 else ''}{_character(last)}"


def _character(code: int) -> str:
    """Return one character, in a form that means itself inside a class of each engine."""
    if code < 0x80 and chr(code).isalnum():
        return chr(code)
    if code < 0x80 and chr(code).isprintable():
        return "\\" + chr(code) if chr(code) in r"\]^[-" else chr(code)
    return f"\\u{code:04x}" if code <= 0xFFFF else chr(code)
