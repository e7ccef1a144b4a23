"""Which entries does a list or map have once its rows were posted?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from models_ui.contract.confidential import Confidential
from models_ui.form.marks import GONE, Rough
from models_ui.form.posted import Branch
from models_ui.form.values import cleaned, same


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a map: its key, its value, and whether the person gave it this key now."""

    key: str
    value: Rough
    renamed: bool = False


def beyond(length: int, given: Branch) -> Iterator[Branch]:
    """Yield the rows that were posted after those that exist, without empty ones."""
    index = length
    while str(index) in given.below:
        row = given.at(str(index))
        if any(cleaned(text) for text in row.texts()):
            yield row
        index += 1


def rows(value: dict[str, Rough], given: Branch, *, hidden: Iterable[str]) -> list[Row]:
    """Return the entries of a map after a post, in their order. A hidden one stays as it is.

    An existing row whose key and value were emptied goes; one with a value keeps it under the empty key.
    """
    kept = set(hidden)
    found = [
        Row(key, stored) if key in kept or not isinstance(stored, str) else _posted(key, stored, given.at(str(index)))
        for index, (key, stored) in enumerate(value.items())
    ]
    for row in beyond(len(value), given):
        key = cleaned(row.at("key").text or "")
        found.append(Row(key, cleaned(row.at("value").text or "", spaces=True), renamed=True))
    return found


def named(found: Sequence[Row], taken: Collection[str] = ()) -> tuple[dict[str, Rough], list[tuple[str, str]]]:
    """Return the map of these rows, and which keys were given twice with the key under which the other one is kept.

    `taken` are keys that no new row may have. A map holds no key twice. The row that had the key before, else the first one, has it; nothing is lost.
    """
    settled = {row.key for row in found if not row.renamed and row.value is not GONE} | set(taken)
    entries: dict[str, Rough] = {}
    twice: list[tuple[str, str]] = []
    for index, row in enumerate(found):
        key = row.key
        if row.value is GONE:
            # No document holds this character, so that the mark keeps the place of the row and nothing else.
            key = f"\x00{index}"
        elif row.renamed and (key in settled or key in entries):
            key = _free(key, settled | entries.keys())
            twice.append((row.key, key))
        entries[key] = row.value
    return entries, twice


def _posted(key: str, value: str, given: Branch) -> Row:
    new_key, new_value = given.at("key").text, given.at("value").text
    text = value if new_value is None or same(value, new_value) else cleaned(new_value, spaces=True)
    if isinstance(value, Confidential):
        text = Confidential(text)
    if new_key is None or same(key, new_key):
        return Row(key, text)
    name = cleaned(new_key)
    if name == key:
        return Row(key, text)
    return Row(name, text if name or text else GONE, renamed=True)


def _free(key: str, taken: set[str]) -> str:
    """Return a key that nobody has and AWS does not take, so that it cannot stay unseen."""
    number = 2
    while (other := f"{key} ({number})".strip()) in taken:
        number += 1
    return other
