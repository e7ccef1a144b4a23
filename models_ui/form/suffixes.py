"""Which suffix keeps a name free, and how does one get to a name and off it again?

There are two: the minute in UTC, and four random characters, a digit, a consonant, a digit, a consonant. The second is no
word and no version, so that nothing a person typed is taken for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

# Without what is taken for another: 0 and o, 1 and l.
_DIGITS = "23456789"
_LETTERS = "bcdfghjkmnpqrstvwxyz"
# How many random suffixes there are.
CHANCES = (len(_DIGITS) * len(_LETTERS)) ** 2
_MOMENT = r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-(?:[01]\d|2[0-3])[0-5]\d"
_OURS = re.compile(rf"(?<=.)-(?:{_MOMENT}|[{_DIGITS}][{_LETTERS}][{_DIGITS}][{_LETTERS}])\Z", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a new suffix is made of: the moment, and a number below CHANCES that nobody can guess."""

    at: datetime
    chance: int


def moment(fresh: Fresh) -> str:
    """Return the suffix that tells the minute."""
    return fresh.at.astimezone(UTC).strftime("-%Y%m%d-%H%M")


def random(fresh: Fresh) -> str:
    """Return the suffix of four random characters."""
    rest, characters = fresh.chance % CHANCES, ""
    for alphabet in (_LETTERS, _DIGITS) * 2:
        rest, place = divmod(rest, len(alphabet))
        characters = alphabet[place] + characters
    return f"-{characters}"


def base(name: str) -> str:
    """Return a name without a suffix of ours."""
    return _OURS.sub("", name)


def suffixed(name: str, suffix: str, *, most: int) -> str:
    """Return a name with this suffix in the place of one of ours. The base is cut where both are too long, never the
    suffix."""
    return f"{base(name)[: max(0, most - len(suffix))].rstrip('-')}{suffix}"
