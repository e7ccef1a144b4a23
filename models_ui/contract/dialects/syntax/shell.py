"""Which words does a shell command have, without running any of it?

POSIX quoting, `$'…'`, comments and continued lines. A word with a variable or a command in it is a Reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from models_ui.contract.dialects.written import Source, check_pieces

_PLAIN = re.compile(r"[^\s'\"\\$`;&|<>()#]+|#")
_IN_QUOTES = re.compile(r'[^"\\$`]+')
_VARIABLE = re.compile(r"\$(?:\{[^}\n]{0,200}\}|\w+|[@*?#!$-])", re.ASCII)
_ANSI = re.compile(r"\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|(.))", re.DOTALL)
_BRACKET = re.compile(r"[()]")
_ANSI_TEXT = re.compile(r"(?:[^'\\]|\\.)*", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b", "E": "\x1b"}
# A place to fill in, as examples have it; to the shell it would be a file to read from.
_TO_FILL_IN = re.compile(r"<[\w. -]{1,60}>")
# What ends a command.
_ENDS = frozenset(";&|<>()\n")
_MOST_WORDS = 20_000


@dataclass(slots=True)
class Word:
    """One word. `known` is false where a part of it is known only to the shell; `text` has that part as it is written."""

    line: int
    text: str = ""
    known: bool = True
    parts: list[str] = field(default_factory=list)


def words(source: Source, place: int) -> list[Word]:
    """Return the words of the command that begins at a place. Raises NotReadable for a quotation without its end."""
    found: list[Word] = []
    for word in _Reader(source, place).words():
        word.text = "".join(word.parts)
        found.append(word)
        if len(found) > _MOST_WORDS:
            source.refuse(place, f"there are more than {_MOST_WORDS} words, which no request has.", "too-many")
    return found


class _Reader:
    def __init__(self, source: Source, place: int) -> None:
        self._source = source
        self._text = source.text
        self._place = place
        self._pieces = 0

    def words(self) -> Iterator[Word]:
        while self._skip_space():
            word = Word(self._source.line(self._place))
            while self._part(word):
                self._pieces += 1
                check_pieces(self._pieces, word.line)
            yield word

    def _skip_space(self) -> bool:
        """Go to the next word; say whether there is one in this command."""
        text = self._text
        while self._place < len(text):
            if text.startswith(("\\\n", "\\\r\n"), self._place):
                self._place = text.index("\n", self._place) + 1
            elif text[self._place] == "#":
                self._place = (text.find("\n", self._place) + 1 or len(text) + 1) - 1
            elif text[self._place] in " \t\r":
                self._place += 1
            else:
                return not self._ends_command(text[self._place])
        return False

    def _part(self, word: Word) -> bool:
        """Take in the next part of a word; say whether there was one."""
        text, place = self._text, self._place
        character = text[place : place + 1]
        if not character or self._ends_word(character):
            return False
        if character == "'":
            word.parts.append(self._until("'", place + 1))
            self._place += len(word.parts[-1]) + 2
        elif text.startswith("$'", place):
            self._ansi(word)
        elif character == '"':
            self._quoted(word)
        elif character == "\\":
            word.parts.append(text[place + 1 : place + 2])
            self._place += 2
        elif character in "$`":
            self._unknown(word)
        else:
            self._plain(word)
        return True

    def _ends_word(self, character: str) -> bool:
        continued = self._text.startswith(("\\\n", "\\\r\n"), self._place)
        return character.isspace() or continued or self._ends_command(character)

    def _ends_command(self, character: str) -> bool:
        return character in _ENDS and not _TO_FILL_IN.match(self._text, self._place)

    def _plain(self, word: Word) -> None:
        found = _PLAIN.match(self._text, self._place) or _TO_FILL_IN.match(self._text, self._place)
        assert found is not None  # noqa: S101 - any other character was looked at before
        word.parts.append(found[0])
        self._place += len(found[0])

    def _until(self, mark: str, start: int) -> str:
        end = self._text.find(mark, start)
        if end < 0:
            self._source.refuse(start - 1, "the closing quotation mark of a text is missing.")
        return self._text[start:end]

    def _ansi(self, word: Word) -> None:
        start = self._place + 2
        found = _ANSI_TEXT.match(self._text, start)
        end = found.end() if found else start
        if self._text[end : end + 1] != "'":
            self._source.refuse(start - 2, "the closing quotation mark of a text is missing.")
        word.parts.append(_ANSI.sub(_said, self._text[start:end]))
        self._place = end + 1

    def _quoted(self, word: Word) -> None:
        opening = self._place
        self._place += 1
        while (character := self._text[self._place : self._place + 1]) != '"':
            if not character:
                self._source.refuse(opening, "the closing quotation mark of a text is missing.")
            if character in "$`":
                self._unknown(word)
            elif character == "\\":
                self._escaped(word)
            else:
                found = _IN_QUOTES.match(self._text, self._place)
                self._pieces += 1
                word.parts.append(found[0] if found else character)
                self._place += len(word.parts[-1])
        self._place += 1

    def _escaped(self, word: Word) -> None:
        following = self._text[self._place + 1 : self._place + 2]
        word.parts.append({"\n": ""}.get(following, following if following in '"\\$`' else f"\\{following}"))
        self._place += 2

    def _unknown(self, word: Word) -> None:
        """Take in what only the shell knows: a variable, or a command in brackets or backquotes."""
        start = self._place
        if self._text[start] == "`":
            length = len(self._until("`", start + 1)) + 2
        elif self._text.startswith("$(", start):
            length = self._command(start)
        elif found := _VARIABLE.match(self._text, start):
            length = len(found[0])
        else:
            word.parts.append("$")
            self._place += 1
            return
        word.known = False
        self._pieces += 1
        check_pieces(self._pieces, word.line)
        word.parts.append(self._text[start : start + length])
        self._place += length

    def _command(self, start: int) -> int:
        depth = 0
        for bracket in _BRACKET.finditer(self._text, start + 1):
            depth += 1 if bracket[0] == "(" else -1
            if depth == 0:
                return bracket.end() - start
        self._source.refuse(start, "the closing bracket of a command is missing.")


def _said(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    number = int(code, 16) if code else int(escape[4], 8) if escape[4] else None
    if number is None:
        return _LETTERS.get(escape[5], escape[5])
    return chr(number) if number <= 0x10FFFF else "�"
