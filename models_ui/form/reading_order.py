"""In which order does a person meet the controls of a screen?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from models_ui.form.views import GroupView, Item, ListView


def ids(groups: Sequence[GroupView]) -> Iterator[str]:
    """Return the ids of everything on a screen that the error summary may lead to, from top to bottom."""
    for group in groups:
        yield from _of(group.items)
        yield from _of(group.more)


def _of(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield item.id
        if isinstance(item, ListView):
            yield from _inside(item)


def _inside(entries: ListView) -> Iterator[str]:
    yield from (link.id for link in entries.links)
    for row in entries.rows:
        yield row.id
        yield from (field.id for field in row.fields)
    for entry in entries.entries:
        yield entry.id
        yield from _of(entry.items)
        yield from _of(entry.more)
