"""How do four stylesheets reach the browser in one answer? Joined in memory, with their digest in the address."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

# The order of the cascade layers; tokens.css declares it.
LAYERS = ("tokens", "base", "components", "pages")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The joined text and the digest that its address carries."""

    text: str
    digest: str


def current() -> Sheet:
    """Return the sheet as the files are now."""
    return joined(tuple(path(layer).stat().st_mtime_ns for layer in LAYERS))


@functools.lru_cache(maxsize=1)
def joined(_stamps: tuple[int, ...]) -> Sheet:
    """Return the joined files; read again only when one of them was changed."""
    text = "\n".join(plain(path(layer).read_text(encoding="utf-8")) for layer in LAYERS)
    return Sheet(text, hashlib.sha256(text.encode()).hexdigest()[:12])


def plain(css: str) -> str:
    """Return a stylesheet without comments and indentation, which no browser needs."""
    lines = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def path(layer: str) -> Path:
    """Return where the file of a layer lies."""
    return Path(settings.BASE_DIR) / "static" / "css" / f"{layer}.css"
