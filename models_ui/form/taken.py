"""What did a button take out of a request, and how does it come back?

What was taken out is kept beside the request and never shown: only its name is. It goes back among the entries that are
there now, and over none of them; what took its place gives way only as long as nobody has changed that since.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from models_ui.contract import pointers
from models_ui.contract.confidential import Confidential
from models_ui.contract.json_types import Json
from models_ui.form.marks import GONE, NOTHING, Rough, settled

Place = tuple[str, ...]
HOST_NAME = "ContainerHostname"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, map or structure: its position, its key or name (none in a list), its value, and the places
    inside the value that are marked as secret."""

    position: int
    name: str
    value: Json
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out: on which screen, of which list, map or structure, and what is said of it when it is gone, when
    it is back, and when it cannot come back."""

    step: str
    whole: str
    is_list: bool
    entries: tuple[Entry, ...]
    said: str
    back: str
    stuck: str
    # What was put in its place, as `print_of` tells it; nothing where nothing was.
    put: str = ""


def taken(entries: Rough, at: Iterable[int]) -> tuple[Entry, ...]:
    """Return the entries of a list or map at these positions, which count those that are gone already."""
    names = list(entries) if isinstance(entries, dict) else []
    values = list(entries.values()) if isinstance(entries, dict) else entries
    return tuple(
        Entry(
            _there(values, index), names[index] if names else "", settled(values[index]), tuple(_marks(values[index]))
        )
        for index in at
    )


def put_back(entries: Rough, out: Taken) -> Rough:
    """Return a list, map or structure with what was taken out of it. Raises LookupError where it has no place any more."""
    if entries is NOTHING:
        entries = [] if out.is_list else {}
    if not isinstance(entries, list if out.is_list else dict):
        raise LookupError("something else stands there now")  # noqa: TRY004 - as for any other
    if out.put:
        return _instead(entries, out)
    for entry in out.entries:
        values = list(entries.values()) if isinstance(entries, dict) else entries
        index = _index(values, entry.position)
        value = _marked(entry.value, entry.marks)
        if isinstance(entries, list):
            entries = [*entries[:index], value, *entries[index:]]
        elif entry.name in entries:
            raise LookupError("there is another one of this name now")
        else:
            pairs = list(entries.items())
            entries = dict([*pairs[:index], (entry.name, value), *pairs[index:]])
    return entries


def _instead(entries: Rough, out: Taken) -> Rough:
    """Return a list of containers with one as it was before another was copied over it; its host name stays."""
    (entry,) = out.entries
    index = entry.position
    if index >= len(entries) or print_of(entries[index]) != out.put:
        raise LookupError("it was changed since")
    old, name = _marked(entry.value, entry.marks), entries[index].get(HOST_NAME, NOTHING)
    kept = {member: value for member, value in (old if isinstance(old, dict) else {}).items() if member != HOST_NAME}
    new = kept if name is NOTHING else {HOST_NAME: name, **kept}
    return [*entries[:index], new, *entries[index + 1 :]]


def print_of(container: Rough) -> str:
    """Return a digest of a container without its host name."""
    whole = settled(container)
    rest = {name: value for name, value in whole.items() if name != HOST_NAME} if isinstance(whole, dict) else whole
    return sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def after_move(out: Taken | None, place: Place) -> Taken | None:
    """Return what can still come back after an entry was moved: nothing that was taken out of one of the same list, since
    another one stands in its place."""
    whole = pointers.split(out.whole) if out else ()
    is_below = whole[: len(place) - 1] == place[:-1] and (len(whole) >= len(place) or bool(out and out.put))
    return None if is_below else out


def text_of(out: Taken | None) -> str:
    """Return what was taken out as text, nothing where nothing was."""
    return json.dumps(asdict(out), ensure_ascii=False, separators=(",", ":")) if out else ""


def taken_of(text: str) -> Taken | None:
    """Return what `text_of` wrote."""
    if not text:
        return None
    found: dict[str, Any] = json.loads(text)
    entries = (Entry(**{**entry, "marks": tuple(entry["marks"])}) for entry in found.pop("entries"))
    return Taken(**found, entries=tuple(entries))


def _there(values: list[Rough], index: int) -> int:
    """Return the position of an entry once what is gone has been swept out."""
    return sum(value is not GONE for value in values[:index])


def _index(values: list[Rough], position: int) -> int:
    """Return where an entry belongs among others of which some are gone; at the end where there are fewer."""
    left = position
    for index, value in enumerate(values):
        if not left:
            return index
        left -= value is not GONE
    return len(values)


def _marks(value: Rough, place: str = "") -> Iterator[str]:
    if isinstance(value, Confidential):
        yield place
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, member in below:
        yield from _marks(member, place + pointers.join(name))


def _marked(value: Json, marks: Iterable[str]) -> Json:
    for place in marks:
        text = pointers.get(value, place)
        value = pointers.replaced(value, place, Confidential(text))
    return value
