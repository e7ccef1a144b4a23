"""What becomes of a value that a text changes after it has given it a name?

People build a request step by step: `params["Tags"] = […]`, `args$Tags <- …`. What cannot be followed is told, so that
nothing is lost in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models_ui.contract.dialects.written import Entry, Items, Members, Reference, Written

Path = tuple[str | int, ...]
Known = Callable[[str], Written | None]
# Changes of one name that are followed; a request has some tens.
MOST_CHANGES = 500


@dataclass(frozen=True, slots=True)
class Change:
    """One change of what a name stands for: `value` comes to `path`, or behind the last entry of the list there.

    `sure` is false where it happens only under a condition, or more than once; `value` is None where nobody can tell.
    """

    line: int
    path: Path
    value: Callable[[], Written] | None
    sure: bool
    appends: bool = False


def changed(whole: Written, change: Change, known: Known) -> Written | None:
    """Return a value after a change; None where that cannot be told."""
    return _put(whole, change.path, change, known) if change.value else None


def said(name: str, change: Change, *, followed: bool) -> str:
    """Return what is to be said of a change, or nothing where it is plain."""
    if not followed:
        return f"what is done to “{name[:40]}” here cannot be followed. See that nothing is missing."
    if not change.sure:
        return f"“{name[:40]}” is changed here under a condition, or more than once. It is taken once: see that it is right."
    return ""


def _put(holder: Written, path: Path, change: Change, known: Known) -> Written | None:
    if isinstance(holder, Reference) and holder.key:
        holder = known(holder.key) or holder
    if not path:
        return _end(holder, change)
    if isinstance(holder, Members) and isinstance(path[0], str):
        return _member(holder, path[0], path[1:], change, known)
    if isinstance(holder, Items) and isinstance(path[0], int) and path[0] < len(holder.items):
        inner = _put(holder.items[path[0]], path[1:], change, known)
        items = (*holder.items[: path[0]], inner, *holder.items[path[0] + 1 :])
        return Items(tuple(item for item in items if item is not None), holder.line) if inner else None
    return None


def _end(holder: Written, change: Change) -> Written | None:
    """Return what stands at the end of the path."""
    assert change.value is not None  # noqa: S101 - asked before
    if not change.appends:
        return change.value()
    return Items((*holder.items, change.value()), holder.line) if isinstance(holder, Items) else None


def _member(holder: Members, name: str, rest: Path, change: Change, known: Known) -> Written | None:
    old = holder.get(name)
    if old is None and (rest or change.appends):
        return None
    inner = _put(old or Members((), change.line), rest, change, known)
    if inner is None:
        return None
    entries = [entry for entry in holder.entries if entry.name != name]
    place = next((index for index, entry in enumerate(holder.entries) if entry.name == name), len(entries))
    return Members((*entries[:place], Entry(name, inner, change.line), *entries[place:]), holder.line)
