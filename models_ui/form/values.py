"""How is a single value written in a control, and which value does a control's text mean?"""

from __future__ import annotations

import re
import unicodedata

from models_ui.contract.json_types import Json
from models_ui.contract.tree import Flag, ListOf, Node, Text, Whole
from models_ui.form.marks import NOTHING, Rough

# Up to here every engine writes a whole number the same way (RFC 8785, section 3.2.2.3).
_WHOLE = re.compile(r"-?[0-9]{1,15}\Z")
_EDGES = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_ANSWERS = {"true": True, "false": False}


def fits(node: Node, value: Json) -> bool:
    """Say whether a value has the type that its place wants. A text that is no number stands where a number belongs
    until the person puts it right."""
    match node:
        case Text():
            return isinstance(value, str)
        case Whole():
            return _is_whole(value) or _is_no_number(value)
        case Flag():
            return isinstance(value, bool)
        case ListOf():
            return isinstance(value, list)
        case _:
            return isinstance(value, dict)


def shown(value: Rough) -> str:
    """Return how a control shows a single value; nothing is the empty text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) else ""


def same(stored: str, posted: str) -> bool:
    """Say whether a browser could have posted this for what is stored: it alters line endings and a first newline."""
    first, second = _lines(stored), _lines(posted)
    return first == second or first == "\n" + second or second == "\n" + first


def read(node: Node, text: str, *, spaces: bool = False) -> Rough:
    """Return the value that a text means at a place, NOTHING for the empty one.

    `spaces` keeps those around it. What means nothing at its place stays a text, so that a finding can say so there.
    """
    clean = cleaned(text, spaces=spaces)
    if not clean:
        return NOTHING
    if isinstance(node, Flag):
        return _ANSWERS.get(clean, clean)
    return int(clean) if isinstance(node, Whole) and _WHOLE.match(clean) else clean


def cleaned(text: str, *, spaces: bool = False) -> str:
    """Return what a person meant to type: line endings as they are stored, nothing that no database takes, and unless
    `spaces` nothing around it that is not seen."""
    known = _lines(text).replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
    return known if spaces else trimmed(known)


def trimmed(text: str) -> str:
    """Return a text without spaces and invisible characters at its ends."""
    start, end = 0, len(text)
    while start < end and _is_unseen(text[start]):
        start += 1
    while end > start and _is_unseen(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_whole(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_no_number(value: Json) -> bool:
    return isinstance(value, str) and not _WHOLE.match(value)


def _is_unseen(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in _EDGES


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
