"""How does the mark of a secret go along with its value?

A marked value is a text of a class of its own. It is equal to any other text, so that nothing else need know of it, and
whatever moves, copies or renames its place takes the mark along.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from models_ui.contract.secrets import environments


class Confidential(str):
    """A text that a person marked as a secret, or that is one."""

    __slots__ = ()


def marked(document: Document, places: Collection[str]) -> Document:
    """Return the document with the texts at these places marked; where none stands, nothing is."""
    return _with(
        document, {place: Confidential(text) for place in places if (text := _text(document, place)) is not None}
    )


def plain(document: Document) -> Document:
    """Return the document with no text marked."""
    return _with(document, {place: str(text) for place, text in _variables(document) if isinstance(text, Confidential)})


def marks(document: Document) -> list[str]:
    """Return the places of the marked variables."""
    return [place for place, text in _variables(document) if isinstance(text, Confidential)]


def followed(before: Document, places: Collection[str], after: Document) -> list[str]:
    """Return where the marks of a document belong in another one of which nobody tells how it came about.

    That is at the same places, and wherever a marked text is the value of a variable now: rather one too many than a
    secret in the open.
    """
    texts = {_text(before, place) for place in places} - {"", None}
    return [place for place, text in _variables(after) if place in places or text in texts]


def _variables(document: Document) -> Iterator[tuple[str, str]]:
    for tokens, environment in environments(document):
        for name, text in environment.items() if isinstance(environment, dict) else ():
            if isinstance(text, str):
                yield pointers.join(*tokens, name), text


def _text(document: Document, place: str) -> str | None:
    value = pointers.get(document, place) if pointers.exists(document, place) else None
    return value if isinstance(value, str) else None


def _with(document: Document, texts: dict[str, str]) -> Document:
    after: Json = document
    for place, text in texts.items():
        after = pointers.replaced(after, place, text)
    return after if isinstance(after, dict) else {}
