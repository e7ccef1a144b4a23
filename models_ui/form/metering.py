"""How many bytes do the variables of a request take, and how many may they?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models_ui.contract.json_types import Document, Json
from models_ui.contract.rules.environments import LARGEST_TOTAL, LONGEST_ENTRY
from models_ui.form import containers
from models_ui.form.editor_views import MeterView
from models_ui.form.views import RowView


def meter(document: Document, here: Json, rows: tuple[RowView, ...]) -> MeterView:
    """Return how full the environments of all containers are; `here` is the one on the screen, `rows` its entries."""
    total = sum(_size(each) for each in _environments(document))
    typed = sum(_bytes(field.value) for row in rows for field in row.fields if field.control in ("input", "area"))
    entries = here if isinstance(here, dict) else {}
    long = [key for key, value in entries.items() if isinstance(value, str) and _bytes(value) > LONGEST_ENTRY]
    return MeterView(
        here=_size(here),
        total=total,
        # What JavaScript, which counts the controls, does not see.
        rest=total - typed,
        most=LARGEST_TOTAL,
        longest=LONGEST_ENTRY,
        long=tuple(f"{key or 'A variable'} has {_bytes(str(entries[key])):,} bytes" for key in long),
    )


def _environments(document: Document) -> Iterator[Json]:
    primary = document.get(containers.PRIMARY)
    for container in (primary, *(entry for _, entry in containers.listed(document))):
        if isinstance(container, dict):
            yield container.get("Environment")


def _size(environment: Json) -> int:
    entries: Mapping[str, Json] = environment if isinstance(environment, dict) else {}
    return sum(_bytes(key) + _bytes(value) for key, value in entries.items() if isinstance(value, str))


def _bytes(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
