"""Does a text fit a glob? `*` stands for any characters, `?` for one; the slash is a character like any other.

Nothing here is a regular expression, and no place is tried twice: a glob of 1,024 characters costs a text as little as a short
one. What stands between two stars is looked for as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

# Longer than any text that AWS takes; what is longer fits no glob, so that a giant paste costs nothing.
LONGEST = 20_000


def fits(text: str, glob: str) -> bool:
    """Say whether the whole text fits the glob."""
    if len(text) > LONGEST:
        return False
    first, *parts = glob.split("*")
    if not parts:
        return len(text) == len(first) and _stands(text, first, 0)
    last = parts.pop()
    at, end = len(first), len(text) - len(last)
    return at <= end and _stands(text, first, 0) and _stands(text, last, end) and _follow(text, parts, at, end)


def _stands(text: str, part: str, at: int) -> bool:
    """Say whether a part without stars stands at a place of the text, which has room for it."""
    for piece in part.split("?"):
        if not text.startswith(piece, at):
            return False
        at += len(piece) + 1
    return True


def _follow(text: str, parts: Sequence[str], at: int, end: int) -> bool:
    """Say whether parts without stars follow each other in a stretch of the text, each as early as it can."""
    places = _places(text, "".join(part for part in parts if "?" in part))
    for part in parts:
        found = _first(part, places, at, end) if "?" in part else text.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _places(text: str, letters: str) -> dict[str, int]:
    """Return the places of these letters in the text, each as the bits of a number, so that all are compared at once."""
    found = {letter: bytearray(len(text) // 8 + 1) for letter in letters if letter != "?"}
    for place, letter in enumerate(text if found else ""):
        if letter in found:
            found[letter][place // 8] |= 1 << place % 8
    return {letter: int.from_bytes(bits, "little") for letter, bits in found.items()}


def _first(part: str, places: dict[str, int], at: int, end: int) -> int:
    """Return where a part with question marks begins first in a stretch of the text, or -1."""
    room = end - len(part) - at + 1
    if room <= 0:
        return -1
    fit = ((1 << room) - 1) << at
    for offset, letter in enumerate(part):
        if letter != "?":
            fit &= places[letter] >> offset
    return (fit & -fit).bit_length() - 1
