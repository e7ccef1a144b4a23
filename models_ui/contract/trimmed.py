"""How much of a document need an engine see to judge it?

An engine must never be given what could slow it down or bring it down: a text of a million characters (some patterns
take time with the square of the length), a number of a thousand digits, nesting without end, half a character. The
trimmed document breaks the same keywords at the same places, with two exceptions: what follows the greatest length of a
text is not held against its pattern, and entries far beyond the greatest number are not looked at, since an engine takes
time with the square of their number. Names stay whole: places are told apart by them.
"""

from __future__ import annotations

from itertools import islice

from models_ui.contract.json_types import Json
from models_ui.contract.tree import ListOf, MapOf, Node, Structure, Text

# The longest integer that every engine, and RFC 8785, take as it is.
_GREATEST = 2**53 - 1


def trimmed(value: Json, node: Node) -> Json:
    """Return a value without what does not matter to its verdict. Total on any value; no deeper than the tree."""
    match node:
        case Structure() if isinstance(value, dict):
            return {
                _sound(name): trimmed(item, node.members[name]) if name in node.members else None
                for name, item in value.items()
            }
        case MapOf() if isinstance(value, dict):
            entries = islice(value.items(), _enough(node))
            return {_sound(name): trimmed(item, node.value) for name, item in entries}
        case ListOf() if isinstance(value, list):
            return [trimmed(item, node.item) for item in islice(value, _enough(node))]
        case Text() if isinstance(value, str):
            return _sound(_cut(value, node))
        case _:
            return _alone(value)


def is_sound(text: str) -> bool:
    """Say whether a text has whole characters only: a lone surrogate, half a character, cannot be sent to anybody."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _cut(text: str, node: Text) -> str:
    """Keep one character too many, so that the text stays too long; where no length is set, none is looked at."""
    return text if node.maximum is None else text[: node.maximum + 1]


def _enough(node: ListOf | MapOf) -> int | None:
    """Return how many entries are judged: twice as many as there may be, so that too many stay too many."""
    return None if node.maximum is None else 2 * node.maximum + 1


def _sound(text: str) -> str:
    return text if is_sound(text) else "".join("�" if "\ud800" <= one <= "\udfff" else one for one in text)


def _alone(value: Json) -> Json:
    """Return a value whose inside is not asked for: a single one, or one of a wrong type."""
    match value:
        case list():
            return []
        case dict():
            return {}
        case str():
            return ""
        case bool() | None:
            return value
        case _:
            return max(-_GREATEST, min(_GREATEST, value))
