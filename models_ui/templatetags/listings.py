"""How does a page show a JSON document, line by line, with the lines of some places marked?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from django.utils.html import format_html
from django.utils.safestring import SafeString

from models_ui.contract.json_types import Json
from models_ui.contract.pointers import join, split
from models_ui.contract.words import is_invisible

_WRITTEN = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its depth, the place it shows ("" for closing brackets of the whole), its key if any, and the rest."""

    depth: int
    pointer: str | None
    key: str | None
    text: str


def lines(value: Json, *, pointer: str = "", depth: int = 0, key: str | None = None, comma: str = "") -> Iterator[Line]:
    """Yield the lines of a document, indented as `json.dumps(indent=2)` would."""
    if isinstance(value, dict) and value:
        yield Line(depth, pointer, key, "{")
        last = len(value) - 1
        for n, (name, member) in enumerate(value.items()):
            yield from lines(
                member, pointer=pointer + join(name), depth=depth + 1, key=name, comma="," if n < last else ""
            )
        yield Line(depth, None, None, "}" + comma)
    elif isinstance(value, list) and value:
        yield Line(depth, pointer, key, "[")
        last = len(value) - 1
        for n, item in enumerate(value):
            yield from lines(item, pointer=pointer + join(n), depth=depth + 1, comma="," if n < last else "")
        yield Line(depth, None, None, "]" + comma)
    else:
        yield Line(depth, pointer, key, written(value) + comma)


def written(value: Json) -> str:
    """Return a value as JSON, what nobody can see in it as an escape: it must not hide anything from who approves it."""
    text = _WRITTEN(value)
    if text.isprintable():
        return text
    return "".join(json.dumps(each)[1:-1] if is_invisible(each) else each for each in text)


def listing(document: Json, *, label: str, marks: Mapping[str, str] | None = None, live: bool = False) -> SafeString:
    """Return the document as numbered lines. `marks` says by JSON Pointer which lines are `here`, `error`, `warning`.

    A mark on a place that the document does not have goes to the nearest line above it that it has, but not to the
    first, which is the whole document. Live lines carry their place, so that the browser can mark the one whose control
    has the focus.
    """
    rows = list(lines(document))
    marked = placed({row.pointer for row in rows if row.pointer is not None}, marks or {})
    return format_html(
        '<pre class="code" tabindex="0" role="region" aria-label="{}">{}</pre>',
        label,
        SafeString("".join([drawn(row, marked, live=live) for row in rows])),
    )


def drawn(row: Line, marked: Mapping[str, str], *, live: bool) -> str:
    """Return one line as HTML. Put together by hand: a listing may have thousands."""
    place = f' data-at="{escape(row.pointer)}"' if live and row.pointer else ""
    key = "" if row.key is None else f"<b>{escape(written(row.key))}</b>: "
    return f"<span{place}{marked_as(row, marked)}>{'  ' * row.depth}{key}{escape(row.text)}\n</span>"


def placed(pointers: set[str], marks: Mapping[str, str]) -> dict[str, str]:
    """Return the marks by the places that the document has; an error wins over a warning, both over the focus."""
    weight = {"error": 2, "warning": 1, "here": 0}
    found: dict[str, str] = {}
    for pointer, mark in sorted(marks.items(), key=lambda item: weight[item[1]]):
        tokens = split(pointer)
        while tokens and join(*tokens) not in pointers:
            tokens = tokens[:-1]
        # A member missing at the top is no fault of the opening bracket.
        if tokens or not pointer:
            found[join(*tokens)] = mark
    return found


def marked_as(row: Line, marked: Mapping[str, str]) -> str:
    """Return the attribute that marks a line, or nothing."""
    mark = marked.get(row.pointer) if row.pointer is not None else None
    return f' data-mark="{escape(mark)}"' if mark else ""
