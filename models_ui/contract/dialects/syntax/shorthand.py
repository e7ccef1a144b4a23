"""What does the AWS CLI's shorthand say, as in `Key=team,Value=risk`?

The grammar is that of awscli's own documents: lists in square brackets or after commas, maps in curly ones, quotation
marks, and a backslash before a comma that is meant.
"""

from __future__ import annotations

import re

from models_ui.contract.dialects.written import Entry, Items, Members, Reference, Scalar, Written, check_level, refusal

_KEY = re.compile(r"[A-Za-z0-9_.:/ -]+")
_PLAIN = {"": re.compile(r"(?:[^\\,]|\\.)*", re.DOTALL), "]": re.compile(r"(?:[^\\,\]]|\\.)*", re.DOTALL),
          "}": re.compile(r"(?:[^\\,}]|\\.)*", re.DOTALL)}  # fmt: skip
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def parse(text: str, line: int) -> Members | None:
    """Return the members that a text says, or None where it is no shorthand but a plain text."""
    key = _KEY.match(text)
    if not key or not text.startswith(("=", "@="), key.end()):
        return None
    return _Reader(text, line).members("", 1)


class _Reader:
    def __init__(self, text: str, line: int) -> None:
        self._text = text
        self._line = line
        self._place = 0

    def members(self, closing: str, level: int) -> Members:
        """Return what stands up to a closing bracket, or to the end."""
        check_level(level, self._line)
        entries: list[Entry] = []
        while not self._is_at(closing):
            entries.append(self._entry(closing, level))
            if not self._takes(",") and not self._is_at(closing):
                raise self._missing("a comma")
        self._place += len(closing)
        return Members(tuple(entries), self._line)

    def _entry(self, closing: str, level: int) -> Entry:
        self._skip()
        key = _KEY.match(self._text, self._place)
        if not key:
            raise self._missing("a name")
        self._place = key.end()
        from_file = self._takes("@")
        if not self._takes("="):
            raise self._missing("an equals sign after a name")
        value = self._listing(closing, level)
        if from_file:
            value = Reference("a file", self._line)
        return Entry(key[0].strip(), value, self._line)

    def _listing(self, closing: str, level: int) -> Written:
        """Return one value, or the list that values with commas between them make."""
        first = self._value(closing, level)
        items = [first]
        while (
            isinstance(first, Scalar) and self._text[self._place : self._place + 1] == "," and self._is_value(closing)
        ):
            self._place += 1
            items.append(self._value(closing, level))
        return Items(tuple(items), self._line) if len(items) > 1 else first

    def _is_value(self, closing: str) -> bool:
        """Say whether another value, and not another name, follows the comma."""
        after = self._place + 1
        key = _KEY.match(self._text, after)
        if key and self._text.startswith(("=", "@="), key.end()):
            return False
        return after < len(self._text) and self._text[after] not in "{[" + closing

    def _value(self, closing: str, level: int) -> Written:
        self._skip()
        if self._takes("{"):
            return self.members("}", level + 1)
        if self._takes("["):
            return self._items(level + 1)
        if quoted := _QUOTED.match(self._text, self._place):
            self._place = quoted.end()
            said = quoted[1] if quoted[1] is not None else quoted[2]
        else:
            plain = _PLAIN[closing].match(self._text, self._place)
            said = plain[0] if plain else ""
            self._place += len(said)
            said = said.rstrip() if closing else said
        return Scalar(_ESCAPE.sub(r"\1", said), self._line)

    def _items(self, level: int) -> Items:
        check_level(level, self._line)
        items: list[Written] = []
        while not self._is_at("]"):
            items.append(self._value("]", level))
            if not self._takes(",") and not self._is_at("]"):
                raise self._missing("a comma")
        self._place += 1
        return Items(tuple(items), self._line)

    def _is_at(self, closing: str) -> bool:
        self._skip()
        if self._place >= len(self._text) and closing:
            raise self._missing(f"the closing “{closing}”")
        return self._text[self._place : self._place + 1] == closing

    def _skip(self) -> None:
        while self._text[self._place : self._place + 1] in {" ", "\n", "\t"}:
            self._place += 1

    def _takes(self, mark: str) -> bool:
        if self._text[self._place : self._place + 1] != mark:
            return False
        self._place += 1
        return True

    def _missing(self, what: str) -> Exception:
        return refusal(
            self._line, f"{what} is missing in “Name=value,Name=value”. JSON in quotation marks will do as well."
        )
