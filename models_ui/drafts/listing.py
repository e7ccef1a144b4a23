"""Which drafts does a list show, page by page?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from models_ui.accounts.models import User
from models_ui.drafts.models import Draft
from models_ui.drafts.queries import discarded_of, open_to

SIZE = 25

# How a list may be sorted: what the address says, and the columns; the id makes every order a whole one.
ORDERS = {
    "": ("-updated_at", "id"),
    "name": ("name", "-updated_at", "id"),
    "new": ("-created_at", "id"),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody looks for: a part of the name, those that were discarded, the person's own; and in which order."""

    q: str = ""
    discarded: bool = False
    mine: bool = False
    order: str = ""


@dataclass(frozen=True, slots=True)
class DraftPage:
    """One page; the numbers of its neighbours, 0 where there is none."""

    drafts: list[Draft]
    newer: int
    older: int


def page(user: User, filters: Filters, *, number: int = 1) -> DraftPage:
    """Return a page of the drafts that fit the filters. Pages count from 1."""
    first = (number - 1) * SIZE
    # One more than the page shows, to know whether there is a next one.
    found = list(matching(user, filters)[first : first + SIZE + 1])
    return DraftPage(found[:SIZE], newer=number - 1, older=number + 1 if len(found) > SIZE else 0)


def matching(user: User, filters: Filters) -> QuerySet[Draft]:
    """Return the drafts of the person's teams that fit the filters, in their order."""
    drafts = discarded_of(user) if filters.discarded else open_to(user)
    if filters.q:
        drafts = drafts.filter(name__icontains=filters.q)
    if filters.mine:
        drafts = drafts.filter(owner=user)
    # What is kept for a page that somebody fills in may be as large as the request.
    return drafts.defer("sheet_text", "taken_out").order_by(*ORDERS[filters.order])
