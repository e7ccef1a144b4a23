"""What does the log say?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from models_ui.audit.models import Event
from models_ui.audit.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody looks for. Empty means everything; the dates are UTC days and both included."""

    q: str = ""
    actor: str = ""
    name: str = ""
    outcome: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class EventPage:
    """One page of events, newest first, and the cursors of its neighbours (None where there is no neighbour)."""

    events: list[Event]
    newer: int | None
    older: int | None


def visible(teams: Collection[str] | None) -> QuerySet[Event]:
    """Return the events that somebody of these teams may see; None means all of them."""
    return Event.objects.all() if teams is None else Event.objects.filter(team__in=teams)


def matching(filters: Filters, *, teams: Collection[str] | None) -> QuerySet[Event]:
    """Return the events that fit the filters, in no order yet."""
    events = visible(teams)
    if filters.q:
        q = filters.q.strip()
        events = events.filter(
            Q(subject_label__icontains=q)
            | Q(subject_id__startswith=q)
            | Q(digest__startswith=q.lower())
            | Q(reason__icontains=q)
        )
    exact = {"actor_label": filters.actor, "name": filters.name, "outcome": filters.outcome}
    events = events.filter(**{column: value for column, value in exact.items() if value})
    if filters.since:
        events = events.filter(at__gte=datetime.combine(filters.since, time(), UTC))
    if filters.until and filters.until < date.max:
        events = events.filter(at__lt=datetime.combine(filters.until + timedelta(days=1), time(), UTC))
    return events


def page(
    filters: Filters,
    *,
    teams: Collection[str] | None,
    older: int | None = None,
    newer: int | None = None,
    size: int = 50,
) -> EventPage:
    """Return one page by keyset: the events just older or just newer than an id, or the newest."""
    events = matching(filters, teams=teams)
    if newer is not None:
        rows = list(events.filter(id__gt=newer).order_by("id")[: size + 1])
        rows, more = rows[:size][::-1], len(rows) > size
        return EventPage(rows, rows[0].id if more else None, rows[-1].id if rows else None)
    if older is not None:
        events = events.filter(id__lt=older)
    rows = list(events.order_by("-id")[: size + 1])
    rows, more = rows[:size], len(rows) > size
    return EventPage(rows, rows[0].id if rows and older is not None else None, rows[-1].id if more else None)


def get_visible(event_id: int, *, teams: Collection[str] | None) -> Event:
    """Return one event, or raise NotFound."""
    event = visible(teams).filter(id=event_id).first()
    if event is None:
        raise NotFound("event")
    return event


def timeline(kind: str, subject_id: str) -> list[Event]:
    """Return all that happened to one thing, newest first."""
    return list(Event.objects.filter(subject_kind=kind, subject_id=subject_id).order_by("-id"))


def actors(*, teams: Collection[str] | None) -> list[str]:
    """Return the names of those who acted, for the filter."""
    return list(visible(teams).order_by("actor_label").values_list("actor_label", flat=True).distinct()[:200])


def exported(filters: Filters) -> Iterator[Event]:
    """Yield every event that fits, oldest first, without holding them in memory."""
    return matching(filters, teams=None).order_by("id").iterator(chunk_size=1000)
