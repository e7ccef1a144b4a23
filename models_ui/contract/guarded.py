"""Which values of a request are hidden, and how does the request look without them? Everything that masks asks here."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from models_ui.contract import pointers
from models_ui.contract.confidential import Confidential
from models_ui.contract.json_types import Document, Json
from models_ui.contract.secrets import environments, masked, secret_pointers

# A shorter text may stand elsewhere by chance: that a worker count of "4" is hidden here says nothing of a "4" there.
SHORTEST_KNOWN = 6


@dataclass(frozen=True)
class Guarded:
    """A request, and the places of the variables that a person marked as secret."""

    document: Document
    marks: Collection[str] = ()

    @cached_property
    def secrets(self) -> frozenset[str]:
        """The places whose values are not shown: what looks like a secret, and what is marked. An empty value hides
        nothing."""
        by_hand = (place for place in self.marks if pointers.exists(self.document, place))
        return secret_pointers(self.document) | {place for place in by_hand if pointers.get(self.document, place)}

    @property
    def hides(self) -> bool:
        """Whether anything is not shown."""
        return bool(self.secrets)

    @property
    def shown(self) -> Document:
        """The request as others see it."""
        return masked(self.document, self.secrets)

    @cached_property
    def texts(self) -> frozenset[str]:
        """The secret values as text."""
        return frozenset(_text(pointers.get(self.document, place)) for place in self.secrets)

    def veiled(self, known: Collection[str] = ()) -> Document:
        """Return the request with every secret as a `Confidential` text, to be compared and then masked.

        `known` are secrets of another request: a variable that has one of them as its value is hidden as well.
        """
        after: Json = self.document
        for place in self.secrets | self._equal_to({text for text in known if len(text) >= SHORTEST_KNOWN}):
            after = pointers.replaced(after, place, Confidential(_text(pointers.get(after, place))))
        return after if isinstance(after, dict) else {}

    def _equal_to(self, texts: Collection[str]) -> frozenset[str]:
        return frozenset(
            pointers.join(*tokens, name)
            for tokens, environment in environments(self.document)
            for name, value in (environment.items() if isinstance(environment, dict) else ())
            if isinstance(value, str) and value in texts
        )


def _text(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True)
