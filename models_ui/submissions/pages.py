"""Which submissions does a list show, page by page?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from models_ui.accounts.models import User
from models_ui.submissions.models import Submission
from models_ui.submissions.queries import visible_to


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody looks for. Empty means everything; `mine` are those that the person asked for."""

    q: str = ""
    state: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class SubmissionPage:
    """One page, newest first, and the numbers after which its neighbours begin (None where there is no neighbour)."""

    submissions: list[Submission]
    newer: int | None
    older: int | None


def page(
    user: User, filters: Filters, *, older: int | None = None, newer: int | None = None, size: int = 50
) -> SubmissionPage:
    """Return one page by keyset: the submissions just older or just newer than a number, or the newest."""
    submissions = matching(user, filters)
    if newer is not None:
        rows = list(submissions.filter(number__gt=newer).order_by("number")[: size + 1])
        rows, more = rows[:size][::-1], len(rows) > size
        return SubmissionPage(rows, rows[0].number if more else None, rows[-1].number if rows else None)
    if older is not None:
        submissions = submissions.filter(number__lt=older)
    rows = list(submissions.order_by("-number")[: size + 1])
    rows, more = rows[:size], len(rows) > size
    return SubmissionPage(
        rows, rows[0].number if rows and older is not None else None, rows[-1].number if more else None
    )


def matching(user: User, filters: Filters) -> QuerySet[Submission]:
    """Return the submissions that the person may see and that fit the filters."""
    submissions = visible_to(user)
    if filters.q.strip():
        submissions = submissions.filter(model_name__icontains=filters.q.strip())
    if filters.state:
        submissions = submissions.filter(state=filters.state)
    return submissions.filter(requester=user) if filters.mine else submissions
