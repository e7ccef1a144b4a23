r"""How is a pattern of the service model said so that every engine reads it alike?

AWS's patterns are Java's and mean the whole string. Engines differ on `\d`, `\s`, `\S`, `\p{L}`, the dot and `$`, so each
of these is written out. What no request has needed so far is refused: a wrong guess would let wrong requests through.
"""

from __future__ import annotations

import re
from functools import cache

from models_ui.contract import characters
from models_ui.contract.characters import Ranges

_TOKEN = re.compile(
    r"\\p\{(?P<category>[LZN])\}"
    r"|\\(?P<escape>.)"
    r"|(?P<group>\((?:\?(?::|=|!|<=|<!)|(?!\?)))"
    r"|(?P<open>\[\^?)"
    r"|(?P<dot>\.)"
    r"|(?P<times>(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??)"
    r"|(?P<plain>[)|]|[^\\()\[\]{}.*+?|^$])",
    re.DOTALL,
)
_IN_CLASS = re.compile(r"\\p\{(?P<category>[LZN])\}|\\(?P<escape>.)|(?P<plain>[^\[\]\\&])", re.DOTALL)
_CLASSES = {
    "d": characters.DIGITS,
    "D": characters.others(characters.DIGITS),
    "w": characters.WORD,
    "W": characters.others(characters.WORD),
    "s": characters.SPACE,
    "S": characters.others(characters.SPACE),
}
_ANYTHING = characters.written(((0, characters.LAST),)) + "*"


@cache
def portable(pattern: str) -> str | None:
    """Return the pattern for `re.search` and JSON Schema, anchored, or None where any string will do.

    Raises ValueError for a part of Java's language that is not known here.
    """
    body = _translated(pattern)
    # `$` alone would let a line end follow in Python.
    return None if body == _ANYTHING else rf"^(?:{body})$(?!\n)"


def stranger(pattern: str, text: str) -> str | None:
    """Return the first character that no part of a pattern takes, or None where each has its place somewhere."""
    found = re.search(characters.written(characters.others(_alphabet(pattern))), text)
    return found[0] if found else None


@cache
def _alphabet(pattern: str) -> Ranges:
    """Return the characters that a pattern mentions, in classes or alone."""
    held: list[Ranges] = []
    place = 0
    while token := _TOKEN.match(pattern, place):
        place = token.end()
        if token["open"]:
            inside, place = _class(pattern, place)
            held.append(characters.others(inside) if token["open"] == "[^" else inside)
        elif token["dot"]:
            held.append(characters.others(characters.LINE_ENDS))
        elif token["category"]:
            held.append(characters.category(token["category"]))
        elif token["escape"] or token["plain"]:
            held.append(_escaped(token["escape"]) if token["escape"] else _just(token["plain"]))
    return characters.union(held)


def _translated(pattern: str) -> str:
    parts: list[str] = []
    place = 0
    while place < len(pattern):
        token = _TOKEN.match(pattern, place)
        if token is None:
            raise ValueError(f"This pattern cannot be translated from {place} on: {pattern}")
        place = token.end()
        if token["open"]:
            held, place = _class(pattern, place)
            parts.append(characters.written(characters.others(held) if token["open"] == "[^" else held))
        elif token["times"]:
            parts.append(_times(token["times"], pattern, place))
        else:
            parts.append(_single(token))
    return "".join(parts)


def _single(token: re.Match[str]) -> str:
    if token["dot"]:
        return characters.written(characters.others(characters.LINE_ENDS))
    if token["category"]:
        return characters.written(characters.category(token["category"]))
    if token["escape"]:
        return characters.written(_escaped(token["escape"]))
    return token["group"] or token["plain"]


def _times(found: str, pattern: str, after: int) -> str:
    if pattern[after : after + 1] == "+":
        raise ValueError(f"A quantifier that never gives back is not known to every engine: {pattern}")
    return found


def _class(pattern: str, place: int) -> tuple[Ranges, int]:
    """Return the characters between brackets, and where the text goes on after them."""
    held: list[Ranges] = []
    while pattern[place : place + 1] != "]":
        first, place = _item(pattern, place)
        if pattern[place : place + 1] == "-" and pattern[place + 1 : place + 2] != "]":
            last, place = _item(pattern, place + 1)
            held.append(((_one(first), _one(last)),))
        else:
            held.append(first)
    return characters.union(held), place + 1


def _item(pattern: str, place: int) -> tuple[Ranges, int]:
    token = _IN_CLASS.match(pattern, place)
    if token is None:
        raise ValueError(f"This class cannot be translated from {place} on: {pattern}")
    if token["category"]:
        return characters.category(token["category"]), token.end()
    if token["escape"]:
        return _escaped(token["escape"]), token.end()
    return _just(token["plain"]), token.end()


def _escaped(letter: str) -> Ranges:
    if letter in _CLASSES:
        return _CLASSES[letter]
    if letter.isalnum():
        raise ValueError(f"\\{letter} is not known to every engine")
    return _just(letter)


def _just(character: str) -> Ranges:
    return ((ord(character), ord(character)),)


def _one(ranges: Ranges) -> int:
    if len(ranges) != 1 or ranges[0][0] != ranges[0][1]:
        raise ValueError("A range goes from one character to another")
    return ranges[0][0]
