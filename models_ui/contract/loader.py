"""Is a text from outside JSON that may come in, and what does it say?

Everything that people paste or send passes here. What no request can hold, or what would not survive the way to AWS, is
refused with one sentence that says where and what to do.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import NoReturn

from models_ui.contract import words
from models_ui.contract.json_types import Json

# The largest legal request has some 1.6 MB, 4,000 values and ten levels.
MOST_BYTES = 2 * 1024 * 1024
MOST_VALUES = 6_000
MOST_LEVELS = 64
MOST_DIGITS = 32
# RFC 8785 has no form for a greater integer, and writes a greater float as one.
GREATEST = 2**53 - 1

_UNFIT = re.compile("[\x00\ud800-\udfff]")
# No part of it ever goes back, so its time grows with the length alone, also where the text is broken.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+\\?(?:"|\Z)|[\[\]{}:]|[^\s"\[\]{}:,]++', re.DOTALL)
_NUMBER = re.compile(r"[-+]?[0-9.]")
_NO_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})
# What Python's reader says, by how it begins, and what a person can do.
_ADVICE = (
    ("Expecting property name", "names stand in double quotation marks, and no comma stands before a closing bracket"),
    ("Expecting ',' delimiter", "a comma or a closing bracket is missing"),
    ("Expecting ':' delimiter", "a colon is missing after the name"),
    ("Expecting value", "texts stand in double quotation marks; true, false and null are written small"),
    ("Illegal trailing comma", "take away the comma before the closing bracket"),
    ("Extra data", "there is more after the end. Paste one document only"),
    ("Unterminated string", "the closing quotation mark of a text is missing"),
    ("Invalid control character", r"a line break or tab stands within a text. Write it as \n or \t"),
    ("Invalid", r"a backslash begins something that JSON does not know. Write two for one"),
)


class NotReadable(ValueError):  # noqa: N818 - said as the interface names it
    """A text that does not come in. `code` is for programs, `sentence` for the person."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class _Text:
    """The text, and the places of its tokens."""

    text: str
    tokens: list[tuple[str, int]]

    def refuse(self, code: str, place: int, sentence: str) -> NoReturn:
        raise NotReadable(code, f"Line {self.text.count(chr(10), 0, place) + 1}: {sentence}")


def load(text: str | bytes) -> Json:
    """Return what a JSON text says, its members in their order. Raises NotReadable, and nothing else, otherwise."""
    read = _tokens(decoded(text))
    _check_extent(read)
    try:
        value: Json = json.loads(read.text)
    except json.JSONDecodeError as error:
        advice = next((told for begins, told in _ADVICE if error.msg.startswith(begins)), "this is not JSON")
        read.refuse("not-json", error.pos, f"{advice}.")
    _check_texts(read)
    _check_names(read)
    return value


def unfit(text: str) -> re.Match[str] | None:
    """Return the first NUL or half character of a text, which neither a database nor AWS takes, or None."""
    return _UNFIT.search(text)


def decoded(text: str | bytes) -> str:
    """Return the characters of a text that may come in. Raises NotReadable where it is too large, empty or not UTF-8."""
    if isinstance(text, str):
        # A surrogate is one character here and three bytes there; it is refused later, with its line.
        raw = text.encode("utf-8", "surrogatepass")
    else:
        raw = text
    if len(raw) > MOST_BYTES:
        raise NotReadable("too-large", "This is larger than 2 MB, which no request is. Paste one request only.")
    if isinstance(text, bytes):
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise NotReadable(
                "not-utf8", f"Line {line}: this is not UTF-8 text. Save it as UTF-8, then try again."
            ) from error
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise NotReadable("empty", "There is nothing here. Paste the JSON of a request.")
    return text


def _tokens(text: str) -> _Text:
    read = _Text(text, [])
    if found := unfit(text):
        _refuse_unfit(read, found.start(), found[0])
    values = 0
    for token in _TOKEN.finditer(text):
        read.tokens.append((token[0], token.start()))
        values += token[0] not in "]}:"
        if values > MOST_VALUES:
            read.refuse("too-many", token.start(), f"there are more than {MOST_VALUES} values, which no request has.")
    return read


def _refuse_unfit(read: _Text, place: int, character: str) -> NoReturn:
    if character == "\0":
        read.refuse("nul", place, "there is a NUL character (U+0000), which AWS does not take. Delete it.")
    read.refuse("half-character", place, "there is half a character (a lone surrogate). Type the text again.")


def _check_extent(read: _Text) -> None:
    """Refuse, before anything is built of it, what is too deep or has too long a number."""
    level = 0
    for mark, place in read.tokens:
        level += (mark in "[{") - (mark in "]}")
        if level > MOST_LEVELS:
            read.refuse("too-deep", place, f"brackets are nested more than {MOST_LEVELS} deep. Take some away.")
        if mark in _NO_NUMBERS:
            read.refuse("not-a-number", place, f"{mark} is no number in JSON. Write a number, or leave it out.")
        if _NUMBER.match(mark):
            _check_number(read, mark, place)


def _check_number(read: _Text, mark: str, place: int) -> None:
    if len(mark) > MOST_DIGITS:
        read.refuse("number-too-long", place, f"a number has more than {MOST_DIGITS} digits. Write a shorter one.")
    if _is_too_large(mark):
        read.refuse(
            "number-too-large", place, f"a number is beyond {GREATEST}. Write it in quotation marks if it is text."
        )


def _is_too_large(mark: str) -> bool:
    try:
        return abs(float(mark)) > GREATEST
    except ValueError:
        # No number at all: the reader will say so, with its place.
        return False


def _check_texts(read: _Text) -> None:
    r"""Refuse what only escapes such as \u0000 can bring in."""
    for mark, place in read.tokens:
        if mark[0] == '"' and "\\" in mark and (found := unfit(json.loads(mark))):
            _refuse_unfit(read, place, found[0])


def _check_names(read: _Text) -> None:
    """Refuse a name that stands twice in one object: readers differ on which of the two counts."""
    objects: list[set[str] | None] = []
    before, at = "", 0
    for mark, place in read.tokens:
        if mark in "[{":
            objects.append(set() if mark == "{" else None)
        elif mark in "]}":
            objects.pop()
        elif mark == ":" and (names := objects[-1]) is not None:
            name = json.loads(before)
            if name in names:
                read.refuse("duplicate-key", at, f"the name {words.shown(name)} stands twice. Keep one of the two.")
            names.add(name)
        before, at = mark, place
