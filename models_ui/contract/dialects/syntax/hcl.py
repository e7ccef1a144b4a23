"""What does HCL say, Terraform's language, without evaluating any of it?

Attributes, blocks, texts, heredocs, lists and objects. Any other expression, and a text with a template in it, is a
Reference. Blocks are read as HCL's own JSON form has them: labels are names, and what stands several times is a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from models_ui.contract.loader import MOST_DIGITS, MOST_VALUES

_SPACE = re.compile(r"(?:[ \t\r]+|\#[^\n]*|//[^\n]*)++")
_SPACE_AND_ENDS = re.compile(r"(?:\s+|\#[^\n]*|//[^\n]*)++")
_NAME = re.compile(r"[^\W\d][\w-]*")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.])")
_PATH = re.compile(r"[^\W\d][\w-]*(?:\.[\w-]+)*\Z")
_CHUNK = re.compile(r'[^"\\$%\n]+')
_NESTED = re.compile(r'(?:[^"\\]|\\.)*', re.DOTALL)
_IN_TEMPLATE = re.compile(r'[^"{}]+')
_HEREDOC = re.compile(r"<<(-?)([^\W\d][\w.-]*)[ \t\r]*\n")
_TEMPLATE = re.compile(r"[$%]\{")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([nrt\"\\]))")
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_CONSTANTS = {"true": True, "false": False, "null": None}
_OPEN, _CLOSE = "([{", ")]}"
_MISSING = "the closing {} is missing."


def parse(text: str) -> Members:
    """Return the attributes and blocks of a text. Raises NotReadable for anything else, and beyond the bounds."""
    return _Reader(text).body(1)


def template(text: str, line: int) -> Written:
    """Return what a text says that may hold a template, as the JSON form of HCL writes any expression."""
    if not _TEMPLATE.search(text.replace("$${", "").replace("%%{", "")):
        return Scalar(text.replace("$${", "${").replace("%%{", "%{"), line)
    alone = text[2:-1] if text.startswith("${") and text.endswith("}") else ""
    return Reference(alone if _PATH.match(alone) else text, line, alone if _PATH.match(alone) else "")


class _Reader:
    def __init__(self, text: str) -> None:
        self._source = Source(text)
        self._text = text
        self._place = 0
        self._left = MOST_VALUES
        self._pieces = 0

    def body(self, level: int) -> Members:
        """Return what stands up to the bracket that closes a block, or to the end of the text for the outermost."""
        line = self._line
        check_level(level, line)
        attributes: list[Entry] = []
        blocks: dict[tuple[str, ...], list[Members]] = {}
        while not self._closes(level):
            attribute = self._entry(level, blocks)
            if attribute:
                attributes.append(attribute)
        return Members((*attributes, *_nested(blocks)), line)

    @property
    def _line(self) -> int:
        return self._source.line(self._place)

    def _closes(self, level: int) -> bool:
        self._skip(lines=True)
        if self._place == len(self._text):
            if level > 1:
                self._source.refuse(self._place, _MISSING.format("bracket of a block"))
            return True
        return level > 1 and self._takes("}")

    def _entry(self, level: int, blocks: dict[tuple[str, ...], list[Members]]) -> Entry | None:
        start, line = self._place, self._line
        names = [self._word()]
        while not self._takes("{"):
            self._skip()
            if len(names) == 1 and self._text[self._place : self._place + 1] == "=" and self._next(1) not in "=>":
                self._place += 1
                return Entry(names[0], self._expression(level), line)
            names.append(self._word())
        if len(names) > 3:
            self._source.refuse(start, "a block has more than two labels.")
        self._count()
        blocks.setdefault(tuple(names), []).append(self.body(level + 1))
        return None

    def _word(self) -> str:
        self._skip()
        if self._next() == '"':
            return self._quoted(lines=False)[0]
        found = _NAME.match(self._text, self._place)
        if not found:
            self._source.refuse(self._place, 'a name is expected here, as in name = "churn-1".')
        self._place = found.end()
        return found[0]

    def _expression(self, level: int) -> Written:
        self._skip()
        self._count()
        start, line = self._place, self._line
        check_level(level, line)
        value = self._simple(level, line)
        if value is not None and self._is_over():
            return value
        self._place = start
        text = self._text[start : self._pass_over()]
        if not text:
            self._source.refuse(start, "a value is missing.")
        return Reference(text, line, text if _PATH.match(text) else "")

    def _simple(self, level: int, line: int) -> Written | None:
        character = self._next()
        if character == '"':
            return self._text_value(line)
        if character == "<":
            return self._heredoc(line)
        if character == "[":
            return self._list(level, line)
        if character == "{":
            return self._object(level, line)
        if number := _NUMBER.match(self._text, self._place):
            self._place = number.end()
            return _number(number[0], line)
        if (name := _NAME.match(self._text, self._place)) and name[0] in _CONSTANTS:
            self._place = name.end()
            return Scalar(_CONSTANTS[name[0]], line, name[0])
        return None

    def _text_value(self, line: int) -> Written:
        start = self._place
        text, known = self._quoted(lines=False)
        if known:
            return Scalar(text, line)
        raw = self._text[start + 1 : self._place - 1]
        return template(raw, line)

    def _list(self, level: int, line: int) -> Written | None:
        start = self._place
        self._place += 1
        items: list[Written] = []
        self._skip(lines=True)
        if self._is_for():
            self._place = start
            return None
        while not self._takes("]"):
            items.append(self._expression(level + 1))
            self._skip(lines=True)
            if not self._takes(",") and self._next() != "]":
                self._source.refuse(self._place, _MISSING.format("bracket of a list, or a comma in it,"))
            self._skip(lines=True)
        return Items(tuple(items), line)

    def _object(self, level: int, line: int) -> Written | None:
        start = self._place
        self._place += 1
        entries: list[Entry] = []
        self._skip(lines=True)
        if self._is_for():
            self._place = start
            return None
        while not self._takes("}"):
            entries.append(self._pair(level + 1))
            self._skip()
            self._takes(",")
            self._skip(lines=True)
        return Members(tuple(entries), line)

    def _pair(self, level: int) -> Entry:
        line = self._line
        if self._next() == "(":
            start = self._place
            self._pass_bracket()
            name = self._text[start : self._place]
        else:
            name = self._word()
        self._skip()
        if self._next() not in {"=", ":"}:
            self._source.refuse(self._place, "an equals sign is missing after a name.")
        self._place += 1
        return Entry(name, self._expression(level), line)

    def _is_for(self) -> bool:
        name = _NAME.match(self._text, self._place)
        return name is not None and name[0] == "for" and self._text[name.end() : name.end() + 1] in {" ", "\t", "\n"}

    def _is_over(self) -> bool:
        self._skip()
        return self._next() in {"", "\n", ",", "]", "}"}

    def _pass_over(self) -> int:
        """Go to the end of an expression that is not looked into, and return where its last piece ends."""
        end = self._place
        while not self._is_over():
            character = self._next()
            if character in _OPEN:
                self._pass_bracket()
            elif character in _CLOSE:
                break
            else:
                self._pass_piece(character)
            end = self._place
        return end

    def _pass_bracket(self) -> None:
        start, open_ones = self._place, 0
        while self._place < len(self._text):
            self._skip(lines=True)
            character = self._next()
            open_ones += (character in _OPEN) - (character in _CLOSE) if character else 0
            if character and character in _OPEN + _CLOSE:
                self._note_piece()
                self._place += 1
            else:
                self._pass_piece(character)
            if open_ones == 0:
                return
        self._source.refuse(start, _MISSING.format("bracket"))

    def _pass_piece(self, character: str) -> None:
        self._note_piece()
        if character == '"':
            self._quoted(lines=False)
        elif character == "<" and _HEREDOC.match(self._text, self._place):
            self._heredoc(0)
        else:
            name = _NAME.match(self._text, self._place)
            self._place = name.end() if name else self._place + 1

    def _quoted(self, *, lines: bool) -> tuple[str, bool]:
        """Return what a text says, and whether it is known: a template in it stands as it is written."""
        start, parts, known = self._place, list[str](), True
        self._place += 1
        while (character := self._next()) != '"':
            if not character or (character == "\n" and not lines):
                self._source.refuse(start, _MISSING.format("quotation mark of a text"))
            if _TEMPLATE.match(self._text, self._place):
                known = False
                parts.append(self._interpolation())
            else:
                parts.append(self._piece(character))
        self._place += 1
        return "".join(parts), known

    def _piece(self, character: str) -> str:
        self._note_piece()
        start = self._place
        if chunk := _CHUNK.match(self._text, start):
            self._place = chunk.end()
            return chunk[0]
        if character in "$%" and self._text.startswith(character * 2 + "{", start):
            self._place += 3
            return character + "{"
        if character != "\\":
            self._place += 1
            return character
        escape = _ESCAPE.match(self._text, start)
        if not escape:
            self._source.refuse(start, "a backslash begins something that HCL does not know. Write two for one.")
        self._place = escape.end()
        if escape[3]:
            return _LETTERS[escape[3]]
        number = int(escape[1] or escape[2], 16)
        return chr(number) if number <= 0x10FFFF else "�"

    def _interpolation(self) -> str:
        """Go past a template, texts with templates of their own in it included, and return it as it is written."""
        start = self._place
        self._place += 1
        depth = 0
        while self._place < len(self._text):
            self._note_piece()
            character = self._text[self._place]
            if character == '"':
                self._nested_text()
                continue
            if inner := _IN_TEMPLATE.match(self._text, self._place):
                self._place = inner.end()
                continue
            depth += (character == "{") - (character == "}")
            self._place += 1
            if depth == 0:
                return self._text[start : self._place]
        self._source.refuse(start, _MISSING.format("bracket of a template"))

    def _nested_text(self) -> None:
        """Go past a text within a template. One within a template within it is not told apart, which does no harm."""
        start = self._place
        self._place += 1
        inner = _NESTED.match(self._text, self._place)
        self._place = inner.end() if inner else self._place
        if not self._next():
            self._source.refuse(start, _MISSING.format("quotation mark of a text"))
        self._place += 1

    def _heredoc(self, line: int) -> Written | None:
        opening = _HEREDOC.match(self._text, self._place)
        if not opening:
            return None
        start, place, lines = self._place, opening.end(), list[str]()
        while place < len(self._text):
            end = self._text.find("\n", place) + 1 or len(self._text) + 1
            row = self._text[place : end - 1]
            if row.strip() == opening[2]:
                # The line end after it belongs to what comes next.
                self._place = min(end - 1, len(self._text))
                return template(_unindented(lines) if opening[1] else "".join(lines), line)
            self._note_piece()
            lines.append(row + "\n")
            place = end
        self._source.refuse(start, f"the end of a text, {opening[2][:40]} on a line of its own, is missing.")

    def _skip(self, *, lines: bool = False) -> None:
        """Go past spaces and comments, and with `lines` past the ends of lines."""
        while self._place < len(self._text):
            if found := (_SPACE_AND_ENDS if lines else _SPACE).match(self._text, self._place):
                self._place = found.end()
            elif self._text.startswith("/*", self._place):
                end = self._text.find("*/", self._place + 2)
                if end < 0:
                    self._source.refuse(self._place, "the end of a comment is missing.")
                self._place = end + 2
            else:
                return

    def _next(self, further: int = 0) -> str:
        return self._text[self._place + further : self._place + further + 1]

    def _takes(self, mark: str) -> bool:
        self._skip()
        if self._next() != mark:
            return False
        self._place += 1
        return True

    def _note_piece(self) -> None:
        self._pieces += 1
        if self._pieces > MOST_PIECES:
            check_pieces(self._pieces, self._line)

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            sentence = f"there are more than {MOST_VALUES} values, which no request has."
            self._source.refuse(self._place, sentence, "too-many")


def _nested(blocks: dict[tuple[str, ...], list[Members]]) -> Iterator[Entry]:
    for names, bodies in blocks.items():
        value: Written = Items(tuple(bodies), bodies[0].line)
        for label in reversed(names[1:]):
            value = Members((Entry(label, value, bodies[0].line),), bodies[0].line)
        yield Entry(names[0], value, bodies[0].line)


def _number(text: str, line: int) -> Scalar | None:
    if len(text) > MOST_DIGITS:
        return None
    return Scalar(int(text) if text.lstrip("-").isdecimal() else float(text), line, text)


def _unindented(lines: list[str]) -> str:
    margin = min((len(row) - len(row.lstrip(" \t")) for row in lines if row.strip()), default=0)
    return "".join(row[margin:] for row in lines)
