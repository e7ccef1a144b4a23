"""Where does a place of a document come, when its findings are put in order?

Members come as the tree has them, then what it does not know, as the document has it.
"""

from __future__ import annotations

from collections.abc import Iterable

from models_ui.contract import pointers
from models_ui.contract.json_types import Json
from models_ui.contract.tree import Node, Structure, below


class Seats:
    """The order of the places of one document."""

    def __init__(self, tree: Node, document: Json) -> None:
        self._tree = tree
        self._document = document
        # Which name of an object comes when, by the identity of the object; many findings share one.
        self._names: dict[int, dict[str, int]] = {}

    def of(self, pointer: str) -> tuple[int, ...]:
        """Return the sort key of a pointer."""
        return self.path(pointers.split(pointer))

    def path(self, place: Iterable[str | int]) -> tuple[int, ...]:
        """Return the sort key of a place by its tokens."""
        path: list[int] = []
        node: Node | None = self._tree
        value: Json = self._document
        for token in place:
            path.append(int(token) if isinstance(value, list) else self._seat(node, value, str(token)))
            node = below(node, str(token))
            value = _inside(value, str(token))
        return tuple(path)

    def _seat(self, node: Node | None, value: Json, token: str) -> int:
        known = list(node.members) if isinstance(node, Structure) else []
        if token in known:
            return known.index(token)
        if id(value) not in self._names:
            names = value if isinstance(value, dict) else {}
            self._names[id(value)] = {name: number for number, name in enumerate(names)}
        here = self._names[id(value)]
        return len(known) + here.get(token, len(here))


def _inside(value: Json, token: str) -> Json:
    """Return what stands below a value; nothing where it is missing."""
    try:
        return pointers.get(value, pointers.join(token))
    except LookupError:
        return None
