"""How often may somebody guess a password? Counted by account and by address, in the cache.

Each wrong try takes the next free number, by `add`, which only one of several tries at once can do. Django's `incr` would
lose some: in the database cache it reads, then writes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import count

from django.core.cache import cache

WINDOW = 15 * 60


@dataclass(frozen=True, slots=True)
class Limit:
    """After `free` wrong tries each further one waits twice as long, from `first` seconds up to the whole window."""

    kind: str
    free: int
    first: int

    def wait(self, tries: int) -> int:
        """Return how many seconds to wait after so many wrong tries."""
        over = tries - self.free
        return 0 if over < 0 else min(self.first * 2 ** min(over, 20), WINDOW)

    @property
    def most(self) -> int:
        """The number of tries from which on the wait grows no longer, so that there is no need to count on."""
        return next(tries for tries in count(self.free) if self.wait(tries) == WINDOW)


ACCOUNT = Limit("account", free=5, first=15)
ADDRESS = Limit("address", free=50, first=15)


def waits(*, account: str, address: str, now: float) -> int:
    """Return how many seconds to wait before the next try; 0 when it may happen now."""
    return max(remaining(ACCOUNT, account, now), remaining(ADDRESS, address, now))


def remaining(limit: Limit, who: str, now: float) -> int:
    """Return the seconds that are left to wait under one limit."""
    tries, last = counted(limit, who)
    return max(0, round(last + limit.wait(tries) - now))


def counted(limit: Limit, who: str) -> tuple[int, float]:
    """Return how many wrong tries there were, and when the last one was. Who waits for a window has none left."""
    found = cache.get_many(keys(limit, who))
    return next(((n, found[key]) for n, key in reversed([*enumerate(keys(limit, who), 1)]) if key in found), (0, 0.0))


def failed(*, account: str, address: str, now: float) -> None:
    """Count a wrong try. An account that does not exist counts like one that does: nothing is given away."""
    for limit, who in ((ACCOUNT, account), (ADDRESS, address)):
        tries, _last = counted(limit, who)
        if not any(cache.add(key, now, WINDOW) for key in keys(limit, who)[tries:]):
            cache.set(keys(limit, who)[-1], now, WINDOW)


def succeeded(*, account: str) -> None:
    """Forget the wrong tries of an account."""
    cache.delete_many(keys(ACCOUNT, account))


def keys(limit: Limit, who: str) -> list[str]:
    """Return the keys of the tries that count: hashed, since a name typed by anybody is no key of a cache."""
    whose = hashlib.sha256(who.lower().encode()).hexdigest()[:32]
    return [f"login:{limit.kind}:{whose}:{number}" for number in range(1, limit.most + 1)]
