"""What does a YAML text say, and in which lines?

Read from its events: nothing is constructed, a tag is a name for what it marks, and what an alias repeats counts each
time. So neither a tag nor a bomb of aliases does anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from models_ui.contract.dialects.written import Entry, Items, Members, Scalar, Written, check_level, refusal
from models_ui.contract.loader import MOST_DIGITS, MOST_VALUES, NotReadable

# libyaml where it was built in: it is an order of magnitude faster.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_KINDS = {"tag:yaml.org,2002:null": "null", "tag:yaml.org,2002:bool": "bool", "tag:yaml.org,2002:int": "int",
          "tag:yaml.org,2002:float": "float"}  # fmt: skip
_OWN_TAG = re.compile(r"![A-Za-z0-9:]")
_TRUE = frozenset({"yes", "true", "on"})


def parse(text: str) -> list[Written]:
    """Return the value of each document in a YAML text. Raises NotReadable for anything else, and beyond the bounds."""
    try:
        return list(_Reader(text).documents())
    except yaml.MarkedYAMLError as error:
        # Where what is not closed began, rather than the end of the text.
        mark = error.context_mark or error.problem_mark
        line = mark.line + 1 if mark else 1
        raise refusal(line, "this is not YAML. Look at the spaces before it and at its quotation marks.") from error
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, NotReadable):
            raise
        raise NotReadable(
            "not-understood", "The text holds characters that YAML does not take. Paste it again."
        ) from error


class _Reader:
    def __init__(self, text: str) -> None:
        self._events: Iterator[Event] = yaml.parse(text, Loader=_Loader)
        self._anchors: dict[str, tuple[Written, int]] = {}
        self._left = MOST_VALUES

    def documents(self) -> Iterator[Written]:
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                self._anchors.clear()
                yield self._value(next(self._events), 1)

    def _value(self, event: Event, level: int) -> Written:
        line = _line(event)
        check_level(level, line)
        if isinstance(event, AliasEvent):
            return self._repeated(event.anchor or "", line)
        before = self._left
        self._count(1, line)
        value = self._plain(event, level, line)
        if isinstance(event, NodeEvent) and event.anchor:
            self._anchors[event.anchor] = (value, before - self._left)
        return value

    def _plain(self, event: Event, level: int, line: int) -> Written:
        if isinstance(event, ScalarEvent):
            own = event.tag and _OWN_TAG.match(event.tag)
            value: Written = _scalar(event, line) if not own else Scalar(event.value, line, event.value)
        elif isinstance(event, SequenceStartEvent):
            value = Items(tuple(self._items(level)), line)
        elif isinstance(event, MappingStartEvent):
            value = Members(tuple(self._entries(level)), line)
        else:
            raise refusal(line, "this is not YAML.")
        tag = getattr(event, "tag", None)
        return Members((Entry(tag, value, line),), line) if tag and _OWN_TAG.match(tag) else value

    def _items(self, level: int) -> Iterator[Written]:
        while not isinstance(event := next(self._events), SequenceEndEvent):
            yield self._value(event, level + 1)

    def _entries(self, level: int) -> Iterator[Entry]:
        while not isinstance(event := next(self._events), MappingEndEvent):
            line = _line(event)
            name = self._value(event, level + 1)
            if not isinstance(name, Scalar):
                raise refusal(line, "a name is not a single text. Write it as one.")
            value = self._value(next(self._events), level + 1)
            yield from _merged(value) if name.value == "<<" else [Entry(name.source, value, line)]

    def _repeated(self, anchor: str, line: int) -> Written:
        if anchor not in self._anchors:
            raise refusal(line, "an alias repeats what it stands in, or what is not there.")
        value, size = self._anchors[anchor]
        self._count(size, line)
        return value

    def _count(self, values: int, line: int) -> None:
        self._left -= values
        if self._left < 0:
            raise refusal(line, f"there are more than {MOST_VALUES} values, which no request has.", "too-many")


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _merged(value: Written) -> Iterator[Entry]:
    if isinstance(value, Members):
        yield from value.entries


def _scalar(event: ScalarEvent, line: int) -> Scalar:
    text = event.value
    kind = _kind(text) if event.implicit[0] and not event.style else _KINDS.get(event.tag or "", "")
    if kind == "null":
        return Scalar(None, line, text)
    if kind == "bool":
        return Scalar(text.lower() in _TRUE, line, text)
    number = _number(text, kind) if kind else None
    return Scalar(text if number is None else number, line, text)


def _kind(text: str) -> str:
    found = [*_RESOLVERS.get(text[:1], []), *_RESOLVERS.get(None, [])]
    return next((_KINDS.get(tag, "") for tag, pattern in found if pattern.match(text)), "")


def _number(text: str, kind: str) -> int | float | None:
    """Return the number that a plain scalar is, or None where it is better taken for a text."""
    if len(text) > MOST_DIGITS:
        return None
    try:
        return int(text) if kind == "int" else float(text)
    except ValueError:
        return None
