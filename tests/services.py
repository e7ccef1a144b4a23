"""Which PostgreSQL and which Redis can the tests use?

`python -m tests.services` prints a line for each that answers: its name and its address. With CI set both must.
"""

from __future__ import annotations

import getpass
import os
import sys
import zlib
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import redis

REDIS = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/0")
# Two checkouts on one machine must not empty each other's tables.
NAME = f"models_ui_{zlib.crc32(str(Path.cwd()).encode()):08x}"


def postgres() -> str:
    """Return the address of a PostgreSQL that lets us in, with a database name of our own; "" where there is none."""
    people = ("postgres", getpass.getuser())
    given = os.environ.get("DATABASE_URL", "")
    candidates = [given] if given.startswith("postgres") else [f"postgres://{who}@127.0.0.1:5432/" for who in people]
    return next((named(address) for address in candidates if lets_us_in(address)), "")


def lets_us_in(address: str) -> bool:
    """Say whether a PostgreSQL answers, asked for the database that each of them has."""
    try:
        psycopg.connect(urlunsplit(urlsplit(address)._replace(path="/postgres")), connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def named(address: str) -> str:
    """Return the address with our own database name. The database is made by the tests, and taken away again."""
    return urlunsplit(urlsplit(address)._replace(path=f"/{NAME}"))


def redis_answers() -> bool:
    """Say whether Redis answers."""
    try:
        redis.Redis.from_url(REDIS, socket_connect_timeout=3).ping()
    except redis.RedisError:
        return False
    return True


def main() -> int:
    """Print what answers; 1 where CI misses something."""
    found = {"postgres": postgres(), "redis": REDIS if redis_answers() else ""}
    for name, address in found.items():
        if address:
            print(name, address)  # noqa: T201 - read by scripts/test.sh
    missing = [name for name, address in found.items() if not address]
    if missing and os.environ.get("CI"):
        print(f"CI needs {' and '.join(missing)} on the standard port.", file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
