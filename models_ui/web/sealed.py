"""What does a page show of a frozen revision? Always without its secrets, for whomever."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models_ui.contract.guarded import SHORTEST_KNOWN
from models_ui.contract.json_types import Document
from models_ui.contract.secrets import MASK
from models_ui.form import summary
from models_ui.submissions.models import Revision
from models_ui.web.cards import FilledIn, cards, filled_in, outline


@dataclass(frozen=True, slots=True)
class Sealed:
    """A revision with its cards in words, its masked request, and the marks of its findings for the listing."""

    revision: Revision
    cards: list[summary.Card]
    request: Document
    marks: dict[str, str]
    hides: bool
    # The form that it was filled in with.
    form: FilledIn | None


def sealed(revision: Revision) -> Sealed:
    """Return a revision as pages show it."""
    guarded, version = revision.guarded, revision.blueprint_version
    form = outline(version, revision.blueprint_words)
    found = cards(revision.request, masked=guarded.secrets, form=form)
    return Sealed(
        revision,
        found,
        guarded.shown,
        {finding["pointer"]: finding["severity"] for finding in revision.findings if finding["severity"] != "info"},
        guarded.hides,
        filled_in(version, found),
    )


def discreet(text: str, secrets: frozenset[str]) -> str:
    """Return what somebody else said about a request, AWS say, without the secrets that it may repeat."""
    for secret in sorted(secrets, key=len, reverse=True):
        # A short one is looked for as a word: taking it out would tear other words apart.
        text = text.replace(secret, MASK) if len(secret) >= SHORTEST_KNOWN else _without_word(text, secret)
    return text


def _without_word(text: str, word: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda _: MASK, text)
