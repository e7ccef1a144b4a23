"""What do the literals in Python source say, without running any of it?

Built on `ast` alone. A name that is given a literal once in the same text has that value; sums and f-strings of known
texts are known.
"""

from __future__ import annotations

import ast
import re
import textwrap
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

from models_ui.contract.dialects.syntax.changes import changed, said
from models_ui.contract.dialects.syntax.python_changes import changes
from models_ui.contract.dialects.syntax.python_texts import spelt
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
)
from models_ui.contract.loader import NotReadable

# What a notebook adds to the language: shell and magic lines, and the prompts of a session.
_NO_PYTHON = re.compile(r"^[ \t]*[!%].*$", re.MULTILINE)
_PROMPT = re.compile(r"^(?:>>>|\.\.\.)(?: |$)", re.MULTILINE)
_MARK = re.compile(
    r"""'''.*?'''|\"\"\".*?\"\"\"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*|[\[({\])}]|\w+|[^\s\w]""", re.DOTALL
)
_MOST_OPEN = 90
_LONGEST_TEXT = 4096
_MOST_PARTS = 64
_ADVICE = "this is not Python that can be read. Paste the whole call, from its name to its last bracket."


Called: TypeAlias = Callable[["Python", ast.Call], Written | None]


class Python:
    """The syntax tree of a text. `called` says what a call gives where somebody knows."""

    def __init__(self, text: str, called: Called | None = None) -> None:
        self._called = called
        self._text = _without_prompts(text)
        _check_extent(self._text)
        self.tree = _parsed(self._text)
        self._lines: list[bytes] | None = None
        self._given = _given(self.tree)
        self._found: dict[str, Written] = {}
        self._changes = changes(self.tree, self.value)
        self._until = 0
        # What is to be said of the text itself: line and sentence. Complete once every name has been asked for.
        self.said: list[tuple[int, str]] = []

    def up_to(self, line: int) -> None:
        """Let names have the values that they have by then."""
        self._until = line

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Yield every call with the last part of its function's name, in the order of the text."""
        found = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        for node in sorted(found, key=lambda call: (call.lineno, call.col_offset)):
            yield last_name(node.func), node

    def statements(self) -> Iterator[ast.expr]:
        """Yield the values that stand alone or are given a name, in the order of the text."""
        for node in self.tree.body:
            if isinstance(node, ast.Expr | ast.Assign) and node.value is not None:
                yield node.value

    def known(self, name: str) -> Written | None:
        """Return the value that the text gives a name, or None."""
        if name in self._given and name not in self._found:
            # A name that is given itself, however far round, has no value.
            self._found[name] = Reference(name, self._given[name].lineno)
            self._found[name] = self.value(self._given[name])
            self._found[name] = self._changed(name)
        return self._found.get(name)

    def _changed(self, name: str) -> Written:
        """Return the value of a name after all that the text does to it; what cannot be followed is told."""
        whole = self._found[name]
        for change in self._changes.get(name, []):
            if change.line <= self._until or not self._until:
                after = changed(whole, change, self.known)
                whole = after or whole
                if sentence := said(name, change, followed=after is not None):
                    self.said.append((change.line, sentence))
        return whole

    def call(self, expression: ast.expr) -> ast.Call | None:
        """Return the call that an expression is, or that its name was given, or None."""
        given = self._given.get(expression.id) if isinstance(expression, ast.Name) else expression
        return given if isinstance(given, ast.Call) else None

    def arguments(self, call: ast.Call) -> Members:
        """Return the named arguments of a call; those by `**` are taken in where they are known."""
        entries: list[Entry] = []
        for keyword in call.keywords:
            value = self.value(keyword.value)
            if keyword.arg is None:
                entries.extend(self._spread(value))
            else:
                entries.append(Entry(keyword.arg, value, keyword.lineno))
        return Members(tuple(entries), call.lineno)

    def value(self, expression: ast.expr, level: int = 1) -> Written:
        """Return what an expression says; a Reference where it is no literal."""
        line = expression.lineno
        check_level(level, line)
        match expression:
            case ast.Constant(value=None | bool() | int() | float() | str() as value):
                return Scalar(value, line, self._source(expression) if isinstance(value, int | float) else "")
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
                return Scalar(-value, line, f"-{self._source(expression.operand)}")
            case ast.Dict():
                return Members(tuple(self._pairs(expression, level)), line)
            case ast.List() | ast.Tuple():
                return Items(tuple(self.value(item, level + 1) for item in expression.elts), line)
            case ast.Call(func=ast.Name(id="dict"), args=[]):
                return self.arguments(expression)
            case ast.Name():
                return Reference(expression.id, line, expression.id)
        if isinstance(expression, ast.Call) and self._called and (given := self._called(self, expression)):
            return given
        text = self._folded(expression)
        return Reference(self._source(expression), line) if text is None else Scalar(text, line)

    def _pairs(self, expression: ast.Dict, level: int) -> Iterator[Entry]:
        for key, value in zip(expression.keys, expression.values, strict=True):
            if key is None:
                yield from self._spread(self.value(value, level + 1))
                continue
            name = self.value(key, level + 1)
            shown = name.value if isinstance(name, Scalar) and isinstance(name.value, str) else self._source(key)
            yield Entry(shown, self.value(value, level + 1), key.lineno)

    def _spread(self, value: Written) -> Iterator[Entry]:
        known = self.known(value.key) if isinstance(value, Reference) else value
        if isinstance(known, Members):
            yield from known.entries
        else:
            # Nobody knows what comes in here; under this name it is found.
            yield Entry("**", value, value.line)

    def _folded(self, expression: ast.expr) -> str | None:
        """Return the text that a sum, an f-string or a spelt-out literal makes, or None."""
        if isinstance(expression, ast.Call):
            return spelt(expression, self._given)
        made = ""
        for part in _parts(expression):
            text = part.value if isinstance(part, ast.Constant) else self._text_of(part)
            if not isinstance(text, str) or len(made) + len(text) > _LONGEST_TEXT:
                return None
            made += text
        return made or None

    def _text_of(self, part: ast.expr | None) -> str | None:
        if isinstance(part, ast.Call):
            return spelt(part, self._given)
        given = self._given.get(part.id) if isinstance(part, ast.Name) else None
        return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None

    def _source(self, expression: ast.expr) -> str:
        if self._lines is None:
            self._lines = self._text.encode().split(b"\n")
        line = self._lines[expression.lineno - 1]
        end = expression.end_col_offset if expression.end_lineno == expression.lineno else None
        return line[expression.col_offset : end][:_LONGEST_TEXT].decode("utf-8", "ignore").strip()


def last_name(expression: ast.expr) -> str:
    """Return the last part of a dotted name, or nothing."""
    if isinstance(expression, ast.Attribute):
        return expression.attr
    return expression.id if isinstance(expression, ast.Name) else ""


def _parts(expression: ast.expr) -> list[ast.expr | None]:
    """Return what a text is put together from; None for a part that says nothing by itself."""
    if isinstance(expression, ast.JoinedStr):
        return [_plain(part) if isinstance(part, ast.FormattedValue) else part for part in expression.values]
    parts: list[ast.expr | None] = []
    while isinstance(expression, ast.BinOp) and isinstance(expression.op, ast.Add) and len(parts) < _MOST_PARTS:
        parts.insert(0, expression.right)
        expression = expression.left
    return [expression, *parts] if parts else [None]


def _plain(part: ast.FormattedValue) -> ast.expr | None:
    return part.value if part.format_spec is None and part.conversion == -1 else None


def _given(tree: ast.Module) -> dict[str, ast.expr]:
    """Return the names that are given a value once and only once, with it."""
    nodes = list(ast.walk(tree))
    times = Counter(node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load))
    found: dict[str, ast.expr] = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if times[name] == 1:
                found[name] = value
    return found


def _without_prompts(text: str) -> str:
    return textwrap.dedent(_PROMPT.sub("", _NO_PYTHON.sub("", text)))


def _check_extent(text: str) -> None:
    """Refuse what would build a tree too large or too deep to go over."""
    level = 0
    for count, mark in enumerate(_MARK.finditer(text), 1):
        if count > MOST_PIECES:
            raise NotReadable("too-many", "This is more than one request. Paste the one call.")
        level += (mark[0] in "[({") - (mark[0] in "])}")
        if level > _MOST_OPEN:
            Source(text).refuse(mark.start(), "brackets are nested too deep. Take some away.", "too-deep")


def _parsed(text: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except SyntaxError as error:
        sentence = f"Line {error.lineno or 1}: {_ADVICE}"
        raise NotReadable("not-understood", sentence) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise NotReadable("not-understood", "This is too tangled to be read. Paste the one call.") from error
