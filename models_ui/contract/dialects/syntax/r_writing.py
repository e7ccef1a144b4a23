"""How is a document written in R, as nested lists?"""

from __future__ import annotations

import re

from models_ui.contract.json_types import Document, Json

_NAME = re.compile(r"(?:[A-Za-z]|\.(?![0-9]))[A-Za-z0-9._]*\Z")
_RESERVED = frozenset({
    *("if", "else", "repeat", "while", "function", "for", "next", "break", "in", "TRUE", "FALSE", "NULL", "Inf", "NaN"),
    *("NA", "NA_integer_", "NA_real_", "NA_complex_", "NA_character_"),
})  # fmt: skip
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# The largest whole number that R has as such; beyond it is a double, which is exact here.
_MOST_WHOLE = 2**31 - 1


def call(name: str, document: Document) -> str:
    """Return a call with these arguments, one on each line."""
    return f"{name}({_rows(_named(document, 1), 0)})"


def text(said: str) -> str:
    """Return a text as R reads it."""
    return f'"{"".join(map(_escaped, said))}"'


def _value(value: Json, level: int) -> str:
    match value:
        case dict():
            return f"list({_rows(_named(value, level + 1), level)})"
        case list():
            return f"list({_rows([_value(item, level + 1) for item in value], level)})"
        case str():
            return text(value)
        case None:
            return "NULL"
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return f"{value}L" if abs(value) <= _MOST_WHOLE else str(value)
        case _:
            return repr(value)


def _named(document: Document, level: int) -> list[str]:
    return [f"{_name(name)} = {_value(value, level)}" for name, value in document.items()]


def _rows(rows: list[str], level: int) -> str:
    if not rows:
        return ""
    inner = "  " * (level + 1)
    return "\n" + ",\n".join(inner + row for row in rows) + "\n" + "  " * level


def _name(name: str) -> str:
    if _NAME.match(name) and name not in _RESERVED:
        return name
    return "`" + "".join(_escaped(character) for character in name).replace("`", "\\`").replace('\\"', '"') + "`"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
