"""Does a text fit a glob? `*` stands for any characters, `?` for one; the slash is a character like any other.

Nothing here is a regular expression, so the cost is bounded by the lengths of the two.
"""

from __future__ import annotations

# Longer than any text that AWS takes; what is longer fits no glob, so that a giant paste costs nothing.
LONGEST = 20_000


def fits(text: str, glob: str) -> bool:
    """Say whether the whole text fits the glob."""
    if len(text) > LONGEST:
        return False
    at = place = 0
    star, retry = -1, 0
    while at < len(text):
        if place < len(glob) and glob[place] == "*":
            star, retry = place, at
            place += 1
        elif place < len(glob) and glob[place] in ("?", text[at]):
            at, place = at + 1, place + 1
        elif star >= 0:
            retry += 1
            at, place = retry, star + 1
        else:
            return False
    return not glob[place:].strip("*")
