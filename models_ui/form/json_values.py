"""Is the value of a variable JSON, and how is it written on one line or over several?

Only the spaces and line breaks between its parts change: every part stays as it was written, to the last digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models_ui.contract import loader
from models_ui.contract.loader import NotReadable

# How an object or a list begins, and neither a template, such as {{ x }}, nor a mark, such as [INST].
_BEGINS = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:["{\[\]]|-?[0-9]))')
_PART = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}:,]|[^\s"\[\]{}:,]++', re.DOTALL)
_LINE = re.compile(r"Line (\d+): ")


def looks_like_json(text: str) -> bool:
    """Say whether a text begins as a JSON object or list does."""
    return _BEGINS.match(text) is not None


def fault(text: str) -> str:
    """Return why a text is no JSON, as the end of a sentence; empty where it is JSON, or no request could hold it as such."""
    reason = _refused(text)
    if reason is None or reason.code != "not-json":
        return ""
    return _LINE.sub(r"in its line \1 ", reason.sentence) if "\n" in text else _LINE.sub("", reason.sentence)


def is_json(text: str) -> bool:
    """Say whether a text is JSON beyond doubt: a number that some readers round, say, is left as it is."""
    return _refused(text) is None


def _refused(text: str) -> NotReadable | None:
    try:
        loader.load(text)
    except NotReadable as reason:
        return reason
    return None


def on_one_line(text: str) -> str:
    """Return a JSON text without spaces between its parts."""
    return "".join(_PART.findall(text))


def over_lines(text: str) -> str:
    """Return a JSON text with one part a line, indented by two."""
    return "".join(_spread(_PART.findall(text)))


def _spread(parts: list[str]) -> Iterator[str]:
    level = 0
    for index, part in enumerate(parts):
        before, following = parts[index - 1] if index else "", parts[index + 1] if index + 1 < len(parts) else ""
        if part in "{[" and following not in "}]":
            level += 1
            yield f"{part}\n{'  ' * level}"
        elif part in "}]" and before not in "{[":
            level -= 1
            yield f"\n{'  ' * level}{part}"
        elif part == ",":
            yield f",\n{'  ' * level}"
        else:
            yield ": " if part == ":" else part
