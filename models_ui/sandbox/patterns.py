"""Does a text match a pattern of the service model, as AWS reads it?"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache

# In Java a dot stops at more line ends than in Python.
_DOT = r"[^\n\r\u0085\u2028\u2029]"
_TOKEN = re.compile(r"\\p\{(?P<category>[LZN])\}|(?P<escape>\\.)|(?P<open>\[)|(?P<close>\])|(?P<dot>\.)|(?P<other>.)")


def matches(pattern: str, text: str) -> bool:
    r"""Tell whether the whole text matches. AWS's patterns are Java's: `\d` and `\S` are ASCII, `\p{L}` is allowed."""
    return _compiled(pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts: list[str] = []
    in_class = False
    for token in _TOKEN.finditer(pattern):
        kind, found = str(token.lastgroup), token.group()
        in_class = kind == "open" or (in_class and kind != "close")
        if kind == "category":
            parts.append(_category(token["category"]))
        elif kind == "dot" and not in_class:
            parts.append(_DOT)
        else:
            parts.append(found)
    return re.compile("".join(parts), re.ASCII)


@cache
def _category(letter: str) -> str:
    """Return the characters of a Unicode category as ranges for a character class."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code))[0] != letter:
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
