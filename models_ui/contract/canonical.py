"""Which bytes stand for a document, and what is their digest?"""

from __future__ import annotations

import hashlib

import rfc8785

from models_ui.contract.json_types import Json


def canonical(value: Json) -> bytes:
    """Return the canonical form of RFC 8785: one text for one value, whatever the order of its keys.

    Raises ValueError for what has no such form: NaN, infinities, integers beyond 2^53, lone surrogates.
    """
    return rfc8785.dumps(value)


def digest(body: bytes) -> str:
    """Return the SHA-256 of these very bytes, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()
