"""Which of two versions is the newer one, and which does a shorter one mean?"""

from __future__ import annotations

import re
from datetime import date


def order(version: str) -> tuple[tuple[int, ...], str]:
    """Return what sorts versions: their numbers first, so that 1.10 comes after 1.9."""
    return tuple(int(number) for number in re.findall(r"[0-9]+", version)), version


def begins(version: str, wanted: str) -> bool:
    """Say whether a version is the wanted one or goes on where it ends: 2.6.0 begins with 2.6 and 2, not with 2.60."""
    return version == wanted or version.startswith((f"{wanted}.", f"{wanted}-"))


def python_in_words(python: str) -> str:
    """Return how people write what AWS calls py312; empty where nothing is said."""
    digits = python.removeprefix("py")
    return f"Python {digits[:1]}.{digits[1:]}".rstrip(".") if digits else ""


# When the Python project ended its fixes (devguide.python.org/versions).
PYTHON_ENDED = {
    "py2": date(2020, 1, 1),
    "py27": date(2020, 1, 1),
    "py36": date(2021, 12, 23),
    "py37": date(2023, 6, 27),
    "py38": date(2024, 10, 7),
    "py39": date(2025, 10, 31),
}
