"""How does an admin write the value of a place, be it a list or a whole structure, and which value does a text mean?

Single values as in the form itself; entries of a list or map one on a line, as `key = value` where they have two parts;
everything else, and what a line cannot say, as JSON.
"""

from __future__ import annotations

import json
import re

from models_ui.contract import loader, words
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole
from models_ui.form import limits, values
from models_ui.form.marks import NOTHING

_BRACKETS = ("{", "[")
# An image by its facts, in place of its address. A text may begin with a placeholder, whose bracket no quotation mark follows.
_BY_FACTS = re.compile(r'\{\s*"image"\s*:')
_PAIR = 2


class NotAValue(ValueError):  # noqa: N818 - said as the interface names it
    """A text that means nothing at its place; the sentence says what to write."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def written(node: Node, value: Json) -> str:
    """Return the text that means a value at a place of this kind."""
    match node, value:
        case Text() | Whole() | Flag(), str() | int():
            return values.shown(value)
        case Text(), dict():
            return json.dumps(value, ensure_ascii=False)
        case ListOf() | MapOf(), list() | dict():
            text = "\n".join(_lines(value))
            return text if value and _means(node, text, value) else json.dumps(value, ensure_ascii=False, indent=2)
        case _:
            return json.dumps(value, ensure_ascii=False, indent=2)


def meant(node: Node, text: str) -> Json:
    """Return the value that a text means. Raises NotAValue where it means none."""
    clean = values.cleaned(text)
    if isinstance(node, Text):
        return _json(clean) if _BY_FACTS.match(clean) else clean
    if clean.startswith(_BRACKETS):
        return _json(clean)
    match node:
        case Whole() | Flag():
            return _single(node, clean)
        case MapOf():
            return dict(_pair(line) for line in _filled(clean))
        case ListOf() if limits.is_on_a_line(node.item):
            return [_item(node.item, line) for line in _filled(clean)]
        case _:
            raise NotAValue("Write this value as JSON: it begins with { or [.")


def is_on_lines(node: Node) -> bool:
    """Say whether a value is written on several lines."""
    return not isinstance(node, Text | Whole | Flag)


def how(node: Node) -> str:
    """Return how a value of this kind is written, in a few words; nothing where that is plain."""
    match node:
        case MapOf():
            return "One on a line, as KEY = value"
        case ListOf() if _is_pair(node.item):
            return "One on a line, as key = value"
        case ListOf() if limits.is_on_a_line(node.item):
            return "One on a line"
        case ListOf() | Structure():
            return "As JSON"
        case _:
            return ""


def _means(node: Node, text: str, value: Json) -> bool:
    try:
        found = meant(node, text)
    except NotAValue:
        return False
    return found == value and type(found) is type(value)


def _single(node: Node, text: str) -> Json:
    found = values.read(node, text)
    if found is NOTHING or isinstance(found, str) or not isinstance(found, bool | int):
        wanted = "Choose Yes or No." if isinstance(node, Flag) else "Write a whole number."
        raise NotAValue(wanted)
    return found


def _json(text: str) -> Json:
    try:
        return loader.load(text)
    except loader.NotReadable as reason:
        raise NotAValue(reason.sentence) from reason


def _lines(value: list[Json] | Document) -> list[str]:
    if isinstance(value, dict):
        return [f"{key} = {entry}" for key, entry in value.items()]
    return [_line(entry) for entry in value]


def _line(entry: Json) -> str:
    if isinstance(entry, dict):
        return " = ".join(str(part) for part in entry.values())
    return str(entry)


def _filled(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _pair(line: str) -> tuple[str, str]:
    key, equals, value = line.partition("=")
    if not equals or not key.strip():
        raise NotAValue(f"Write each line as key = value; {words.shown(line)} has no “=” after a key.")
    return key.strip(), value.strip()


def _is_pair(item: Node) -> bool:
    return isinstance(item, Structure) and len(item.members) == _PAIR


def _item(item: Node, line: str) -> Json:
    if isinstance(item, Structure):
        return dict(zip(item.members, _pair(line), strict=True))
    return meant(item, line)
