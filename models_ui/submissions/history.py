"""What happened to a submission, and what of it has somebody not seen yet?"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, prefetch_related_objects

from models_ui.audit import queries as audit
from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name
from models_ui.submissions.models import Revision, Submission
from models_ui.submissions.states import TRANSITIONS

BEGINS = frozenset({Name.SUBMITTED, Name.RESUBMITTED})
MOVES = frozenset(transition.event for transition in TRANSITIONS.values())


def timeline(submission: Submission) -> list[Event]:
    """Return everything that happened to a submission, newest first."""
    return audit.timeline("submission", str(submission.id))


def this_round(events: Iterable[Event]) -> list[Event]:
    """Return what happened since the current revision was submitted, newest first, from events in that order."""
    found = []
    for event in events:
        found.append(event)
        if event.name in BEGINS:
            break
    return found


def why(events: Iterable[Event]) -> Event | None:
    """Return the last move of events with the newest first, if it has a reason and is more than a submission."""
    last = next((event for event in events if event.name in MOVES | BEGINS), None)
    return last if last and last.reason and last.name not in BEGINS else None


def since(submission: Submission, version: int) -> list[Event]:
    """Return the moves after a version that somebody saw, newest first; nothing where there was no such version.

    A submission begins at version 1, and each move along the table of states raises it by one and writes one event.
    """
    if not 1 <= version <= submission.version:
        return []
    moves = [event for event in timeline(submission) if event.name in MOVES]
    return moves[: len(moves) - (version - 1)]


def with_current(submissions: Iterable[Submission]) -> list[Submission]:
    """Return submissions that know all their revisions and which is the current one, in one query more for all of them."""
    rows = list(submissions)
    revisions = Revision.objects.select_related("submitted_by").order_by("n")
    prefetch_related_objects(rows, Prefetch("revisions", revisions))
    for row in rows:
        row.current = next(revision for revision in row.revisions.all() if revision.n == row.revision)
    return rows
