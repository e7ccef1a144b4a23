"""Does the log find what somebody looks for, page by page?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction

from models_ui.audit import queries
from models_ui.audit.actors import SYSTEM, WORKER, Actor
from models_ui.audit.operations import Subject, record
from models_ui.audit.queries import Filters
from models_ui.audit.refusals import NotFound
from models_ui.audit.vocabulary import Name, Outcome
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def write(count: int = 1, *, actor: Actor = SYSTEM, label: str = "churn", days: int = 0, **options: object) -> None:
    """Write events."""
    with transaction.atomic():
        for _ in range(count):
            record(
                name=Name.DRAFT_CREATED,
                actor=actor,
                subject=Subject("draft", "1", label),
                at=NOW + timedelta(days=days),
                **options,  # type: ignore[arg-type]
            )


def test_pages_lead_to_the_oldest_event_and_back() -> None:
    write(7)
    first = queries.page(Filters(), teams=None, size=3)
    second = queries.page(Filters(), teams=None, size=3, older=first.older)
    third = queries.page(Filters(), teams=None, size=3, older=second.older)
    back = queries.page(Filters(), teams=None, size=3, newer=third.newer)

    ids = [event.id for page in (first, second, third) for event in page.events]
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == 7
    assert first.newer is None
    assert third.older is None
    assert [event.id for event in back.events] == [event.id for event in second.events]


def test_thing_is_found_by_the_beginning_of_its_id() -> None:
    with transaction.atomic():
        record(name=Name.DRAFT_CREATED, actor=SYSTEM, subject=Subject("draft", "7f3a91c2-1"), at=NOW)
    write()

    assert [event.subject_id for event in queries.matching(Filters(q="7f3a91c2"), teams=None)] == ["7f3a91c2-1"]


def test_newest_page_reached_backwards_has_no_newer_one() -> None:
    write(4)
    first = queries.page(Filters(), teams=None, size=2)
    second = queries.page(Filters(), teams=None, size=2, older=first.older)

    assert queries.page(Filters(), teams=None, size=2, newer=second.newer).newer is None


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(q="fraud"), 1),
        (Filters(q="FRAUD"), 1),
        (Filters(q="ab12"), 1),
        (Filters(actor="worker"), 1),
        (Filters(name="drafts.created"), 3),
        (Filters(name="drafts.discarded"), 0),
        (Filters(outcome="denied"), 1),
        (Filters(since=date(2026, 11, 21)), 1),
        (Filters(until=date(2026, 11, 20)), 2),
        (Filters(since=date(2026, 11, 20), until=date(2026, 11, 22)), 3),
        (Filters(until=date.max), 3),
    ],
)
def test_filters_narrow_the_log(filters: Filters, found: int) -> None:
    write(label="fraud-xgb", digest="ab12" * 16)
    write(actor=WORKER, outcome=Outcome.DENIED)
    write(days=2)

    assert len(queries.page(filters, teams=None).events) == found


def test_only_events_of_own_teams_are_visible() -> None:
    write(team="risk")
    write(team="search")
    write()

    assert [event.team for event in queries.page(Filters(), teams={"risk"}).events] == ["risk"]


def test_event_of_another_team_is_not_found() -> None:
    write(team="search")
    event = queries.page(Filters(), teams=None).events[0]

    with pytest.raises(NotFound):
        queries.get_visible(event.id, teams={"risk"})
