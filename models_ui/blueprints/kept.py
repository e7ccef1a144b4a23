"""What was worked out for the last few keys? As `lru_cache`, but what a thing is made from is not kept along with it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """What was made for the keys that were asked for last, at most so many; for all threads."""

    def __init__(self, most: int) -> None:
        """Keep at most so many."""
        self._most = most
        self._known: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many are kept."""
        return len(self._known)

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for a key, else what is made now. What `make` raises is not kept."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        made = make()
        with self._lock:
            self._known[key] = made
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        return made
