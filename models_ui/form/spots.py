"""Where on its screen is a place met, also one that has no control there?"""

from __future__ import annotations

from itertools import islice

from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import ListOf, MapOf, Node, below
from models_ui.form import containers, limits, operation


def spot(document: Document, pointer: str) -> str:
    """Return the place whose control leads to another: that of the list or map where its entry is not on the screen, be
    it that there are very many, or that a map does not have it yet."""
    node: Node | None = operation.tree()
    value: Json = document
    whole = ""
    for token in pointers.split(pointer):
        if isinstance(node, ListOf | MapOf) and whole != f"/{containers.LISTED}" and not _is_shown(node, value, token):
            return whole
        node = below(node, token)
        whole += pointers.join(token)
        value = pointers.get(document, whole) if pointers.exists(document, whole) else None
    return pointer


def _is_shown(node: ListOf | MapOf, value: Json, token: str) -> bool:
    """Say whether an entry is among those that a screen has room for."""
    if isinstance(node, MapOf):
        return isinstance(value, dict) and token in islice(value, limits.most_shown(node))
    return not (token.isascii() and token.isdecimal()) or len(token) < 9 and int(token) < limits.most_shown(node)
