"""On which line of a JSON text does each of its places stand?"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from models_ui.contract import pointers

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s"\[\]{}:,]+|\n')


def lines(text: str) -> Mapping[str, int]:
    """Return the line, counted from 1, of every place of a text that is JSON. A member stands where its name does."""
    found: dict[str, int] = {}
    line = 1
    # Of every bracket that is open: the next index of a list, or the name of the member at hand.
    path: list[int | str] = []
    named = False
    for mark in _TOKEN.findall(text):
        if mark == "\n":
            line += 1
        elif mark in "[{":
            found.setdefault(pointers.join(*path), line)
            path.append(0 if mark == "[" else "")
            named = False
        elif mark in "]}":
            path.pop()
        elif mark == ",":
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else ""
            named = False
        elif mark == ":":
            named = True
        elif path and isinstance(path[-1], str) and not named:
            path[-1] = json.loads(mark)
            found[pointers.join(*path)] = line
        else:
            found.setdefault(pointers.join(*path), line)
            named = False
    return found


def line_of(known: Mapping[str, int], pointer: str) -> int:
    """Return the line of a place, or of the nearest around it that the text has."""
    tokens = pointers.split(pointer)
    around = (pointers.join(*tokens[:length]) for length in range(len(tokens), -1, -1))
    return next((known[place] for place in around if place in known), 1)
