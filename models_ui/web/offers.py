"""With which forms may somebody begin a request?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.accounts.models import User
from models_ui.blueprints import queries
from models_ui.blueprints.models import Version

# The common case, shipped: it is offered before the others.
QUICK = "quick-create"
# How many a card offers that stands among others.
FEW = 3


@dataclass(frozen=True, slots=True)
class Card:
    """A form as it is offered: what it is for, and how many fields it asks for."""

    version: Version
    name: str
    title: str
    summary: str
    asks: int

    @property
    def fields(self) -> str:
        """How much there is to fill in, in words."""
        return f"Asks for {self.asks} field{'' if self.asks == 1 else 's'}"


def cards(user: User) -> list[Card]:
    """Return the forms that a team of the person may use, the common case first."""
    found = [
        Card(offer.version, offer.name, offer.outline.title, offer.outline.summary, offer.asks)
        for offer in queries.offered_to(user)
    ]
    return sorted(found, key=lambda card: card.name != QUICK)
