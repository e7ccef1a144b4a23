r"""What do the calls and literals in R source say, without running any of it?

The part of R that requests are written in: calls, `list()` and `c()`, texts with escapes and raw, numbers, TRUE, FALSE
and NULL. Any other expression is a Reference, up to the comma or bracket that ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models_ui.contract.dialects.syntax.changes import Change, changed, said
from models_ui.contract.dialects.syntax.r_changes import changes
from models_ui.contract.dialects.written import (
    MOST_PIECES,
    Entry,
    Items,
    Members,
    Reference,
    Scalar,
    Source,
    Written,
    check_level,
    check_pieces,
)
from models_ui.contract.loader import MOST_DIGITS

_TOKEN = re.compile(
    r"""(?P<space>[\s;]+|\#[^\n]*)
    |(?P<raw>[rR]["']-*[\(\[\{])
    |(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    |(?P<quoted>`(?:[^`\\]|\\.)*`)
    |(?P<number>(?:0[xX][0-9a-fA-F]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)L?)
    |(?P<name>(?:[^\W\d_]|\.(?![0-9]))[\w.]*)
    |(?P<mark><<-|<-|->|:::?|==|<=|>=|!=|\|>|\|\||&&|%[^%\n]*%|.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:x(?P<x>[0-9a-fA-F]{1,2})|(?P<o>[0-7]{1,3})|[uU]\{(?P<b>[0-9a-fA-F]{1,8})\}|u(?P<u>[0-9a-fA-F]{1,4})|U(?P<l>[0-9a-fA-F]{1,8})|(?P<c>.))",
    re.DOTALL,
)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\\": "\\", '"': '"', "'": "'",
            "`": "`", " ": " ", "\n": "\n"}  # fmt: skip
_CONSTANTS = {"TRUE": True, "FALSE": False, "T": True, "F": False, "NULL": None}
_KEYWORDS = frozenset({"if", "else", "for", "in", "while", "repeat", "function"})
_CLOSING = {"(": ")", "[": "]", "{": "}"}
# How an argument without a name is called, before its number. No name in R begins so.
UNNAMED = "\x01"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of R. `text` is what a literal or a name says, and the piece itself otherwise."""

    kind: str
    text: str
    start: int
    end: int


class R:
    """The pieces of a text, and where it stands in them."""

    def __init__(self, text: str) -> None:
        self.source = Source(text)
        self.tokens = list(_tokens(self.source))
        self._given: dict[str, int | None] = {}
        self._found: dict[str, Written] = {}
        for index in range(len(self.tokens) - 1):
            self._note_assignment(index)
        self._changes = changes(self.tokens)
        self._until = len(self.tokens)
        # What is to be said of the text itself: line and sentence. Complete once every name has been asked for.
        self.said: list[tuple[int, str]] = []

    def calls(self, name: str) -> list[int]:
        """Return where each call of a function begins, whatever it is taken from."""
        found = zip(self.tokens, self.tokens[1:], strict=False)
        return [index for index, (token, after) in enumerate(found) if token.text == name and _is(after, "(")]

    def up_to(self, index: int) -> None:
        """Let names have the values that they have by this token."""
        self._until = index

    def arguments(self, index: int) -> Members:
        """Return the arguments of the call whose name is the token at an index; those without a name by number."""
        members, _ = self._arguments(index + 2, self.line(index), 1)
        return members

    def known(self, name: str) -> Written | None:
        """Return the value that the text gives a name once, or None."""
        index = self._given.get(name)
        if index is not None and name not in self._found:
            self._found[name] = self.value(index)
            self._found[name] = self._changed(name)
        return self._found.get(name)

    def _changed(self, name: str) -> Written:
        """Return the value of a name after all that the text does to it; what cannot be followed is told."""
        whole = self._found[name]
        for place in self._changes:
            if place.name == name and place.value < self._until:
                line, value = self.line(place.value), place.value
                change = Change(line, place.path, lambda value=value: self.value(value), place.sure)  # type: ignore[misc]
                after = changed(whole, change, self.known)
                whole = after or whole
                if sentence := said(name, change, followed=after is not None):
                    self.said.append((line, sentence))
        return whole

    def value(self, index: int) -> Written:
        """Return the value that begins at a token."""
        return self._value(index, 1)[0]

    def _note_assignment(self, index: int) -> None:
        token, after = self.tokens[index], self.tokens[index + 1]
        before = self.tokens[index - 1] if index else None
        if before is not None and _is(before, "$"):
            return
        starts = before is None or "\n" in self.source.text[before.end : token.start] or before.text in "{;"
        if token.kind in {"name", "quoted"} and (_is(after, "<-") or (_is(after, "=") and starts)):
            self._given[token.text] = index + 2 if token.text not in self._given else None

    def line(self, index: int) -> int:
        """Return the line of a token."""
        return self.source.line(self._at(index).start)

    def _at(self, index: int) -> Token:
        if index < len(self.tokens):
            return self.tokens[index]
        self.source.refuse(len(self.source.text), "a closing bracket is missing at the end.")

    def _value(self, index: int, level: int) -> tuple[Written, int]:
        """Return the value that begins at a token, and the index of the token after it."""
        line = self.line(index)
        check_level(level, line)
        value, after = self._primary(index, level, line)
        if value is not None and (after == len(self.tokens) or self._ends(index, after)):
            return value, after
        return self._unknown(index, line)

    def _ends(self, index: int, after: int) -> bool:
        """Say whether an expression is over: at a comma or bracket, or at the end of a line outside of brackets."""
        return (
            self.tokens[after].text in {",", ")", "]", "}"}
            and self.tokens[after].kind == "mark"
            or ("\n" in self.source.text[self.tokens[after - 1].end : self.tokens[after].start] and after > index)
        )

    def _primary(self, index: int, level: int, line: int) -> tuple[Written | None, int]:
        token = self._at(index)
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if token.kind == "text":
            return Scalar(token.text, line), index + 1
        if token.kind == "number":
            return _number(token, line), index + 1
        if _is(token, "-") and following and following.kind == "number":
            number = _number(following, line)
            return number and Scalar(-number.value, line, f"-{number.source}"), index + 2  # type: ignore[operator]
        if token.kind == "name" and following and _is(following, "(") and token.text in {"list", "c"}:
            return self._listing(index, level, line)
        if token.kind == "name" and token.text in _CONSTANTS:
            return Scalar(_CONSTANTS[token.text], line, token.text), index + 1
        if token.kind in {"name", "quoted"}:
            return Reference(token.text, line, token.text), index + 1
        return None, index + 1

    def _listing(self, index: int, level: int, line: int) -> tuple[Written, int]:
        members, after = self._arguments(index + 2, line, level)
        if all(entry.name.startswith(UNNAMED) for entry in members.entries):
            return Items(tuple(entry.value for entry in members.entries), line), after
        return members, after

    def _arguments(self, index: int, line: int, level: int) -> tuple[Members, int]:
        entries: list[Entry] = []
        while not _is(self._at(index), ")"):
            if _is(self._at(index), ","):
                index += 1
                continue
            entry, index = self._argument(index, level, len(entries))
            entries.append(entry)
            if not _is(self._at(index), ",") and not _is(self._at(index), ")"):
                self.source.refuse(self._at(index).start, "a comma or a closing bracket is missing.")
        return Members(tuple(entries), line), index + 1

    def _argument(self, index: int, level: int, number: int) -> tuple[Entry, int]:
        token, line = self._at(index), self.line(index)
        if token.kind in {"name", "quoted", "text"} and _is(self._at(index + 1), "="):
            value, after = self._value(index + 2, level + 1)
            return Entry(token.text, value, line), after
        value, after = self._value(index, level + 1)
        return Entry(f"{UNNAMED}{number}", value, line), after

    def _check_comma(self, index: int) -> None:
        """Refuse two values with nothing between them but space."""
        token, after = self.tokens[index], self.tokens[index + 1 : index + 2]
        if after and _is_value(token) and _is_value(after[0]) and self.source.line(token.end) == self.line(index + 1):
            self.source.refuse(after[0].start, "a comma or a closing bracket is missing.")

    def _unknown(self, index: int, line: int) -> tuple[Written, int]:
        """Return an expression that is no literal, up to where it ends."""
        after, depth = index, 0
        while after < len(self.tokens):
            token = self.tokens[after]
            if token.kind == "mark" and token.text in "([{":
                depth += 1
            elif token.kind == "mark" and token.text in ")]},":
                if depth == 0:
                    break
                depth -= token.text != ","
            self._check_comma(after)
            after += 1
            if depth == 0 and after < len(self.tokens) and self._ends(index, after):
                break
        if after == index:
            self.source.refuse(self.tokens[index].start, "a value is missing.")
        text = self.source.text[self.tokens[index].start : self.tokens[after - 1].end]
        return Reference(text, line), after


def _is_value(token: Token) -> bool:
    return token.kind in {"text", "quoted", "number"} or (token.kind == "name" and token.text not in _KEYWORDS)


def _tokens(source: Source) -> Iterator[Token]:
    place, count, text = 0, 0, source.text
    while place < len(text):
        found = _TOKEN.match(text, place)
        assert found is not None  # noqa: S101 - the last part of the pattern takes any character
        kind, said, end = found.lastgroup or "", found[0], found.end()
        if kind == "raw":
            said, end = _raw(source, said, place, end)
            kind = "text"
        elif kind in {"text", "quoted"}:
            said = _unescaped(source, said[1:-1], place)
        elif kind == "mark" and said in "\"'`":
            source.refuse(place, "the closing quotation mark of a text is missing.")
        if kind != "space":
            yield Token(kind, said, place, end)
            count += 1
        if count > MOST_PIECES:
            check_pieces(count, source.line(place))
        place = end


def _raw(source: Source, opening: str, place: int, start: int) -> tuple[str, int]:
    closing = _CLOSING[opening[-1]] + opening[2:-1] + opening[1]
    end = source.text.find(closing, start)
    if end < 0:
        source.refuse(place, "the end of a raw text is missing.")
    return source.text[start:end], end + len(closing)


def _unescaped(source: Source, body: str, place: int) -> str:
    if "\\" not in body:
        return body

    def said(escape: re.Match[str]) -> str:
        code = escape["x"] or escape["b"] or escape["u"] or escape["l"]
        number = int(code, 16) if code else int(escape["o"], 8) if escape["o"] else None
        if number is not None and number <= 0x10FFFF:
            return chr(number)
        if escape["c"] in _LETTERS:
            return _LETTERS[escape["c"]]
        source.refuse(place, "a backslash begins something that R does not know. Write two for one.")

    return _ESCAPE.sub(said, body)


def _number(token: Token, line: int) -> Scalar | None:
    text = token.text.removesuffix("L")
    if len(text) > MOST_DIGITS:
        return None
    value = float(int(text, 16)) if text[:2] in {"0x", "0X"} else float(text)
    return Scalar(int(value) if value.is_integer() else value, line, text)


def _is(token: Token, mark: str) -> bool:
    return token.kind == "mark" and token.text == mark
