"""What differs between two documents, place by place?

The order of members never counts. Items of a list that have a name (a tag its key, an additional source its channel, a
container its host name) are compared with the item of that name, so that one more at the top is one change. The order
of texts, tags and sources means nothing to AWS and is no difference; that of containers is the order in which they run.
Numbers are equal when their canonical bytes are, so 1 is 1.0; but true is not 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json

Kind = Literal["added", "removed", "changed"]
Place = tuple[str | int, ...]

# By which member an item is known, and whether the order of such items counts.
_NAMES = {"Key": False, "ChannelName": False, "ContainerHostname": True}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. The pointer of what was removed is that of the document before, any other that of the one after.

    A new order is a change of the list, with the names of its items in their order before and after.
    """

    pointer: str
    kind: Kind
    before: Json | None
    after: Json | None


def diff(before: Document, after: Document) -> list[Change]:
    """Return the changes that lead from one document to the other, in the order of the first; none where they mean the same."""
    return list(_changes(before, after, (), ()))


def _changes(before: Json, after: Json, old: Place, new: Place) -> Iterator[Change]:
    match before, after:
        case dict(), dict():
            yield from _members(before, after, old, new)
        case list(), list() if name := _name_of(before, after):
            yield from _named(before, after, name, old, new)
        case list(), list() if _are_texts(before) and _are_texts(after):
            yield from _texts(before, after, old, new)
        case list(), list():
            yield from _items(before, after, old, new)
        case _ if not _equal(before, after):
            yield Change(pointers.join(*new), "changed", before, after)


def _members(before: Document, after: Document, old: Place, new: Place) -> Iterator[Change]:
    for name, value in before.items():
        if name in after:
            yield from _changes(value, after[name], (*old, name), (*new, name))
        else:
            yield _removed(value, (*old, name))
    yield from (_added(value, (*new, name)) for name, value in after.items() if name not in before)


def _items(before: list[Json], after: list[Json], old: Place, new: Place) -> Iterator[Change]:
    for place, (one, other) in enumerate(zip(before, after, strict=False)):
        yield from _changes(one, other, (*old, place), (*new, place))
    both = min(len(before), len(after))
    yield from (_removed(value, (*old, both + n)) for n, value in enumerate(before[both:]))
    yield from (_added(value, (*new, both + n)) for n, value in enumerate(after[both:]))


def _named(before: list[Json], after: list[Json], name: str, old: Place, new: Place) -> Iterator[Change]:
    was, now = _by_name(before, name), _by_name(after, name)
    for called, (place, value) in was.items():
        if called in now:
            there, other = now[called]
            yield from _changes(value, other, (*old, place), (*new, there))
        else:
            yield _removed(value, (*old, place))
    yield from (_added(value, (*new, place)) for called, (place, value) in now.items() if called not in was)
    if _NAMES[name] and [one for one in was if one in now] != [one for one in now if one in was]:
        yield Change(pointers.join(*new), "changed", list(was), list(now))


def _texts(before: list[Json], after: list[Json], old: Place, new: Place) -> Iterator[Change]:
    """Compare as bags: a text that stands twice and then once was removed once."""
    left = list(enumerate(after))
    for place, value in enumerate(before):
        found = next((one for one in left if one[1] == value), None)
        if found is None:
            yield _removed(value, (*old, place))
        else:
            left.remove(found)
    yield from (_added(value, (*new, place)) for place, value in left)


def _added(value: Json, place: Place) -> Change:
    return Change(pointers.join(*place), "added", None, value)


def _removed(value: Json, place: Place) -> Change:
    return Change(pointers.join(*place), "removed", value, None)


def _name_of(before: list[Json], after: list[Json]) -> str | None:
    """Return the member by which all items of both lists are known, if there is one."""
    return next((name for name in _NAMES if all(_are_named(items, name) for items in (before, after))), None)


def _are_named(items: list[Json], name: str) -> bool:
    called = [item.get(name) for item in items if isinstance(item, dict)]
    texts = {one for one in called if isinstance(one, str)}
    return len(texts) == len(items)


def _by_name(items: list[Json], name: str) -> dict[str, tuple[int, Json]]:
    return {str(item[name]): (place, item) for place, item in enumerate(items) if isinstance(item, dict)}


def _are_texts(items: list[Json]) -> bool:
    return all(isinstance(item, str) for item in items)


def _equal(one: Json, other: Json) -> bool:
    return isinstance(one, bool) == isinstance(other, bool) and one == other
