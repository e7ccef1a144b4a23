"""How are attributes and blocks written in HCL, laid out as `terraform fmt` does?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models_ui.contract.json_types import Json

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
_KEYWORDS = frozenset({"true", "false", "null", "for", "if", "in", "else", "endif", "endfor", "for_each"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One value with its name."""

    name: str
    value: Json


@dataclass(frozen=True, slots=True)
class Block:
    """Attributes and blocks under a heading."""

    heading: str
    body: Sequence[Attribute | Block]


def block(written: Block, level: int = 0) -> str:
    """Return the text of a block."""
    indent = "  " * level
    rows = "".join(_rows(written.body, level + 1))
    return f"{indent}{written.heading} {{\n{rows}{indent}}}\n"


def text(said: str) -> str:
    """Return a text as HCL reads it, with nothing in it that it would take for a template."""
    quoted = "".join(map(_escaped, said))
    return '"' + quoted.replace("${", "$${").replace("%{", "%%{") + '"'


def _rows(body: Sequence[Attribute | Block], level: int) -> Iterator[str]:
    attributes = [part for part in body if isinstance(part, Attribute)]
    width = max((len(part.name) for part in attributes), default=0)
    for part in attributes:
        yield f"{'  ' * level}{part.name:<{width}} = {_value(part.value, level)}\n"
    blocks = [part for part in body if isinstance(part, Block)]
    for number, inner in enumerate(blocks):
        yield ("\n" if number or attributes else "") + block(inner, level)


def _value(value: Json, level: int) -> str:
    match value:
        case dict():
            return _object(value, level)
        case list():
            return "[" + ", ".join(_value(item, level) for item in value) + "]"
        case str():
            return text(value)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case _:
            return repr(value)


def _object(value: dict[str, Json], level: int) -> str:
    if not value:
        return "{}"
    names = {name: _name(name) for name in value}
    width = max(map(len, names.values()))
    inner = "  " * (level + 1)
    rows = (f"{inner}{names[name]:<{width}} = {_value(item, level + 1)}\n" for name, item in value.items())
    return "{\n" + "".join(rows) + "  " * level + "}"


def _name(name: str) -> str:
    return name if _NAME.match(name) and name not in _KEYWORDS else text(name)


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
