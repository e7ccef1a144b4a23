"""How often may somebody guess a password? Counted by account and by address, in the cache."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

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


ACCOUNT = Limit("account", free=5, first=15)
ADDRESS = Limit("address", free=50, first=15)


def waits(*, account: str, address: str, now: float) -> int:
    """Return how many seconds to wait before the next try; 0 when it may happen now."""
    return max(remaining(ACCOUNT, account, now), remaining(ADDRESS, address, now))


def remaining(limit: Limit, who: str, now: float) -> int:
    """Return the seconds that are left to wait under one limit."""
    tries: int
    last: float
    tries, last = cache.get(key(limit, who), (0, 0.0))
    return max(0, round(last + limit.wait(tries) - now))


def failed(*, account: str, address: str, now: float) -> None:
    """Count a wrong try. An account that does not exist counts like one that does: nothing is given away."""
    for limit, who in ((ACCOUNT, account), (ADDRESS, address)):
        tries, _last = cache.get(key(limit, who), (0, 0.0))
        cache.set(key(limit, who), (tries + 1, now), WINDOW)


def succeeded(*, account: str) -> None:
    """Forget the wrong tries of an account."""
    cache.delete(key(ACCOUNT, account))


def key(limit: Limit, who: str) -> str:
    """Return the key of a counter: hashed, since a name typed by anybody is no key of a cache."""
    return f"login:{limit.kind}:{hashlib.sha256(who.lower().encode()).hexdigest()[:32]}"
