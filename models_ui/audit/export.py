"""How does the log leave the house?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from models_ui.audit.models import Event
from models_ui.audit.operations import TOLD

COLUMNS = ("id", "at", *TOLD, "canonical")

# What makes a spreadsheet calculate: OWASP, "CSV Injection". The last four do so in East Asian ones.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def jsonl(events: Iterable[Event]) -> Iterator[str]:
    """Yield one line of JSON an event: its id and the stored canonical text, byte for byte."""
    for event in events:
        yield f'{{"id":{event.id},"event":{event.canonical}}}\n'


def rows(events: Iterable[Event]) -> Iterator[str]:
    """Yield the lines of a CSV file (RFC 4180) with a head, each value made harmless to spreadsheets."""
    yield line(COLUMNS)
    for event in events:
        yield line([harmless(text(event, column)) for column in COLUMNS])


def text(event: Event, column: str) -> str:
    """Return one value as text; times in UTC to the microsecond."""
    value = getattr(event, column)
    return value.isoformat(timespec="microseconds") if column == "at" else str(value)


def harmless(value: str) -> str:
    """Return the value so that no spreadsheet takes it for a formula; JSONL is the lossless export."""
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value


def line(values: Iterable[str]) -> str:
    """Return one CSV line. All is quoted, so that a semicolon begins no cell where spreadsheets separate by it."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerow(values)
    return buffer.getvalue()
