"""What does a page show of a frozen revision? Always without its secrets, for whomever."""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.contract.json_types import Document
from models_ui.contract.secrets import MASK, masked, secret_pointers
from models_ui.form import summary
from models_ui.submissions.models import Revision


@dataclass(frozen=True, slots=True)
class Sealed:
    """A revision with its cards in words, its masked request, and the marks of its findings for the listing."""

    revision: Revision
    cards: list[summary.Card]
    request: Document
    marks: dict[str, str]
    hides: bool


def sealed(revision: Revision) -> Sealed:
    """Return a revision as pages show it."""
    request = revision.request
    hidden = secret_pointers(request)
    return Sealed(
        revision,
        summary.cards(request, masked=hidden),
        masked(request, hidden),
        {finding["pointer"]: finding["severity"] for finding in revision.findings if finding["severity"] != "info"},
        bool(hidden),
    )


def discreet(text: str, secrets: frozenset[str]) -> str:
    """Return what somebody else said about a request, AWS say, without the secrets that it may repeat."""
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, MASK)
    return text
