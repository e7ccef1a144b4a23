"""Where does R source change what a name stands for, as in `args$Tags <- …` or `args[["Tags"]] <- …`?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from models_ui.contract.dialects.syntax.changes import MOST_CHANGES, Path


class Piece(Protocol):
    """A token, as far as it is looked at here."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def text(self) -> str:
        """What it says."""


@dataclass(frozen=True, slots=True)
class Place:
    """A change of a name: where in it, the index of the new value, and whether it stands outside of all braces."""

    name: str
    path: Path
    value: int
    sure: bool


def changes(tokens: Sequence[Piece]) -> list[Place]:
    """Return the changes in the order of the text; of very many the first."""
    found: list[Place] = []
    depth = 0
    for index, token in enumerate(tokens):
        if token.kind == "mark":
            depth += (token.text == "{") - (token.text == "}")
        elif token.kind in {"name", "quoted"} and not _is(tokens, index - 1, "$") and len(found) < MOST_CHANGES:
            path, after = _path(tokens, index + 1)
            if path and (_is(tokens, after, "<-") or _is(tokens, after, "=")):
                found.append(Place(token.text, path, after + 1, depth == 0))
    return found


def _path(tokens: Sequence[Piece], index: int) -> tuple[Path, int]:
    """Return the names that lead on from a name, and the index after them."""
    path: list[str | int] = []
    while index + 1 < len(tokens):
        if _is(tokens, index, "$") and tokens[index + 1].kind in {"name", "quoted", "text"}:
            path.append(tokens[index + 1].text)
            index += 2
        elif _is(tokens, index, "[") and _is(tokens, index + 1, "[") and _closed(tokens, index + 3):
            path.append(_key(tokens[index + 2]))
            index += 5
        else:
            break
    return tuple(path), index


def _key(token: Piece) -> str | int:
    """Return what stands in double brackets; people of R count from one."""
    whole = token.text.removesuffix("L")
    return int(whole) - 1 if token.kind == "number" and whole.isdecimal() and 0 < len(whole) < 5 else token.text


def _closed(tokens: Sequence[Piece], index: int) -> bool:
    return tokens[index - 1].kind in {"text", "number"} and _is(tokens, index, "]") and _is(tokens, index + 1, "]")


def _is(tokens: Sequence[Piece], index: int, mark: str) -> bool:
    return 0 <= index < len(tokens) and tokens[index].kind == "mark" and tokens[index].text == mark
