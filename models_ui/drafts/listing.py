"""Which drafts does a list show, page by page?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.accounts.models import User
from models_ui.drafts.models import Draft
from models_ui.drafts.queries import open_to

SIZE = 25


@dataclass(frozen=True, slots=True)
class DraftPage:
    """One page, changed last first; the numbers of its neighbours, 0 where there is none."""

    drafts: list[Draft]
    newer: int
    older: int


def page(user: User, *, search: str = "", number: int = 1) -> DraftPage:
    """Return a page of the drafts that the person may change, with the search in their names. Pages count from 1."""
    first = (number - 1) * SIZE
    # One more than the page shows, to know whether there is a next one.
    found = named(user, search)[first : first + SIZE + 1] if search else list(open_to(user)[first : first + SIZE + 1])
    return DraftPage(found[:SIZE], newer=number - 1, older=number + 1 if len(found) > SIZE else 0)


def named(user: User, search: str) -> list[Draft]:
    """Return the drafts whose names contain a text. The name lies inside the document, so each is looked into."""
    wanted = search.casefold()
    return [draft for draft in open_to(user).iterator() if wanted in draft.name.casefold()]
