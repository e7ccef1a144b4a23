"""In which words does a form say what a field may hold?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from models_ui.blueprints.document import Choice, Limit
from models_ui.contract.json_types import Json
from models_ui.form.values import shown


def options(choices: Sequence[Choice]) -> tuple[tuple[str, str], ...]:
    """Return the answers of a select: what a browser posts, and the words for it."""
    return tuple((shown(choice.value), choice.label or shown(choice.value)) for choice in choices)


def hints(limit: Limit, *, unit: str) -> tuple[str, ...]:
    """Return what a limit asks for, a sentence each; `unit` is what is counted in a list."""
    return tuple(_hints(limit, unit))


def _hints(limit: Limit, unit: str) -> Iterator[str]:
    if limit.prefixes:
        yield f"Begins with {_either(limit.prefixes)}"
    if limit.globs:
        yield f"Looks like {_either(limit.globs)}"
    if limit.range:
        yield _between(limit.range, "")
    if limit.length:
        yield _between(limit.length, "character")
    if limit.count:
        yield _between(limit.count, unit)
    if limit.includes:
        yield f"Always holds {_listed(limit.includes)}"


def _between(bounds: tuple[int | None, int | None], unit: str) -> str:
    least, most = bounds
    if most is None:
        return f"At least {_number(least or 0, unit)}"
    if not least:
        return f"Up to {_number(most, unit)}"
    return f"Exactly {_number(most, unit)}" if least == most else f"{least:,} to {_number(most, unit)}"


def _number(count: int, unit: str) -> str:
    return f"{count:,} {unit}{'' if count == 1 else 's'}" if unit else f"{count:,}"


def _either(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def _listed(entries: Json) -> str:
    if isinstance(entries, dict):
        return ", ".join(f"{key} = {shown(value)}" for key, value in entries.items())
    return ", ".join(_entry(entry) for entry in entries) if isinstance(entries, list) else shown(entries)


def _entry(entry: Json) -> str:
    if isinstance(entry, dict) and entry.keys() == {"Key", "Value"}:
        return f"{entry['Key']} = {entry['Value']}"
    return entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False)
