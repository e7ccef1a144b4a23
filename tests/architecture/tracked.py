"""Which files does the repository hold?"""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def tracked(*patterns: str) -> tuple[Path, ...]:
    """Return the tracked files that match, as they stand in the work tree."""
    listing = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, check=True).stdout
    names = listing.decode().rstrip("\0").split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def name(path: Path) -> str:
    """Return the path as people write it, for the name of a test."""
    return path.relative_to(ROOT).as_posix()
