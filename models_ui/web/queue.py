"""What does the queue show of each request that waits for a decision?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from models_ui.accounts.models import User
from models_ui.approvals import precedents
from models_ui.approvals import queries as approvals
from models_ui.approvals.unusual import Fact
from models_ui.submissions.history import with_current
from models_ui.submissions.models import Submission

# More are never shown at once: the filters lead to the others.
MOST = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """What an approver looks for. Empty means everything; `mine` are those that the person may decide."""

    q: str = ""
    team: str = ""
    connection: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One request: what is unusual about it, and the sentence why this person may not decide, if so."""

    submission: Submission
    notable: list[Fact]
    plain: list[Fact]
    reason: str

    @property
    def since(self) -> datetime:
        """Since when it waits."""
        return self.submission.updated_at


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines, oldest first, and how many there are in all."""

    shown: list[Line]
    total: int

    @property
    def decidable(self) -> int:
        """How many of those shown the person may decide."""
        return sum(not line.reason for line in self.shown)


def lines(user: User, filters: Filters) -> Lines:
    """Return the queue for a person, in a number of database queries that does not grow with it."""
    waiting = matching(user, filters)
    rows = with_current(waiting[:MOST])
    facts = precedents.facts(rows)
    found = [line(user, row, facts[row.id]) for row in rows]
    if filters.mine:
        found = [each for each in found if not each.reason]
    return Lines(found, len(found) if filters.mine else waiting.count())


def line(user: User, submission: Submission, facts: list[Fact]) -> Line:
    """Return what the queue says of one request."""
    return Line(
        submission,
        distinct([fact for fact in facts if fact.notable]),
        [fact for fact in facts if not fact.notable],
        approvals.reason_against(user, submission),
    )


def distinct(facts: list[Fact]) -> list[Fact]:
    """Return facts without those that say the same in a row: three containers with the tag latest say it once."""
    return list({fact.label: fact for fact in reversed(facts)}.values())[::-1]


def matching(user: User, filters: Filters) -> QuerySet[Submission]:
    """Return what waits and fits the filters, oldest first."""
    waiting = approvals.queue(user)
    exact = {"team__slug": filters.team, "connection__name": filters.connection}
    waiting = waiting.filter(**{column: value for column, value in exact.items() if value})
    return waiting.filter(model_name__icontains=filters.q.strip()) if filters.q.strip() else waiting
