"""What is said of single places of a request, and of which is it the nearest that counts?

A pattern is a JSON Pointer in which `*` stands for any one name. Where a name and a `*` both fit, the name wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from models_ui.contract import pointers

T = TypeVar("T")
ANY = "*"


class _Branch(Generic[T]):
    """What is said of one place, and of the places below it."""

    __slots__ = ("below", "said")

    def __init__(self) -> None:
        self.said: T | None = None
        self.below: dict[str, _Branch[T]] = {}


class Places(Generic[T]):
    """What is said of places, by their patterns; read-only."""

    __slots__ = ("_trunk",)

    def __init__(self, entries: Mapping[str, T] | None = None) -> None:
        """Keep what is said of each pattern."""
        self._trunk: _Branch[T] = _Branch()
        for pattern, said in (entries or {}).items():
            branch = self._trunk
            for token in pointers.split(pattern):
                branch = branch.below.setdefault(token, _Branch())
            branch.said = said

    def __bool__(self) -> bool:
        """Whether anything is said of any place."""
        return bool(self._trunk.below)

    def at(self, pointer: str) -> T | None:
        """Return what is said of this very place."""
        return next((branch.said for branch in self._branches(pointer) if branch.said is not None), None)

    def nearest(self, pointer: str) -> T | None:
        """Return what is said of a place, else of the nearest that it is a part of."""
        level = [self._trunk]
        found: T | None = None
        for token in pointers.split(pointer):
            level = _further(level, token)
            found = next((branch.said for branch in level if branch.said is not None), found)
        return found

    def below(self, pointer: str) -> Iterator[T]:
        """Yield what is said of the parts of a place, but not of what any entry of a list has: who takes an entry away
        takes its parts along."""
        *around, name = pointers.split(pointer)
        for branch in self._branches(pointers.join(*around)):
            if name in branch.below:
                yield from _said_below(branch.below[name])

    def leads(self, pointer: str) -> bool:
        """Say whether something is said of a part of a place."""
        return any(branch.below for branch in self._branches(pointer))

    def names(self, pointer: str) -> frozenset[str]:
        """Return the names directly below a place of which something is said, there or further below."""
        return frozenset(name for branch in self._branches(pointer) for name in branch.below if name != ANY)

    def _branches(self, pointer: str) -> list[_Branch[T]]:
        level = [self._trunk]
        for token in pointers.split(pointer):
            level = _further(level, token)
        return level


def _further(level: list[_Branch[T]], token: str) -> list[_Branch[T]]:
    """Return the branches of a name below others, those of the name itself first."""
    named = [branch.below[token] for branch in level if token in branch.below]
    return named + [branch.below[ANY] for branch in level if ANY in branch.below and token != ANY]


def _said_below(branch: _Branch[T]) -> Iterator[T]:
    for name, part in branch.below.items():
        if name != ANY:
            yield from () if part.said is None else (part.said,)
            yield from _said_below(part)
