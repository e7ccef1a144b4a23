"""What does a JSON text say, and in which lines?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from models_ui.contract import loader
from models_ui.contract.dialects.written import Entry, Items, Members, Scalar, Written
from models_ui.contract.loader import NotReadable

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}:]|[^\s"\[\]{}:,]++|\n', re.DOTALL)
_LINE = re.compile(r"Line (\d+):")


def parse(text: str, *, above: int = 0) -> Written:
    """Return the value of a JSON text that has so many lines above it.

    Raises NotReadable as the loader does, which looks at it first.
    """
    try:
        loader.load(text)
    except NotReadable as reason:
        found = _LINE.match(reason.sentence)
        if not found:
            raise
        sentence = f"Line {int(found[1]) + above}:{reason.sentence[found.end() :]}"
        raise NotReadable(reason.code, sentence) from reason
    return _Reader(text, above).value()


def members(text: str, *, above: int = 0) -> Members:
    """Return the members of a JSON object. Raises NotReadable for anything else."""
    value = parse(text, above=above)
    if not isinstance(value, Members):
        raise NotReadable(
            "not-an-object",
            'A request is one object in curly brackets, as in {"ModelName": "churn-1"}. Paste all of it.',
        )
    return value


class _Reader:
    """Goes over a text of which the loader has said that it is right."""

    def __init__(self, text: str, above: int) -> None:
        self._line = above + 1
        self._tokens = self._marks(text.removeprefix("\ufeff"))

    def _marks(self, text: str) -> Iterator[str]:
        for token in _TOKEN.finditer(text):
            if token[0] == "\n":
                self._line += 1
            else:
                yield token[0]

    def value(self, mark: str = "") -> Written:
        """Return the value that begins with a mark, or with the next one."""
        mark = mark or next(self._tokens)
        line = self._line
        if mark == "{":
            return Members(tuple(self._entries()), line)
        if mark == "[":
            return Items(tuple(self._items()), line)
        return Scalar(json.loads(mark), line, mark)

    def _entries(self) -> Iterator[Entry]:
        while (mark := next(self._tokens)) != "}":
            line = self._line
            next(self._tokens)
            yield Entry(json.loads(mark), self.value(), line)

    def _items(self) -> Iterator[Written]:
        while (mark := next(self._tokens)) != "]":
            yield self.value(mark)
