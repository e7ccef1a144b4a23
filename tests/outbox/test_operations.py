"""Is work claimed by one, finished once, and never forgotten?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from models_ui.outbox import bell, operations
from models_ui.outbox.models import Entry

pytestmark = pytest.mark.django_db


def put(**options: object) -> Entry:
    """Put down work that is due now."""
    now = timezone.now()
    facts = {"topic": "t", "key": "k", "due": now, "at": now, **options}
    return operations.put(**facts)  # type: ignore[arg-type]


def test_entry_is_claimed_only_once() -> None:
    entry = put()

    assert operations.claim(entry.id) is not None
    assert operations.claim(entry.id) is None


def test_entry_that_is_not_due_is_not_claimed() -> None:
    assert operations.claim(put(due=timezone.now() + timedelta(minutes=1)).id) is None


def test_finished_entry_is_not_claimed() -> None:
    entry = put()
    held = operations.claim(entry.id)
    assert held
    assert operations.finish(held, at=timezone.now())

    assert operations.claim(entry.id) is None
    assert operations.overdue() == []


def test_lease_that_ended_lets_another_claim() -> None:
    entry = put()
    first = operations.claim(entry.id)
    Entry.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert operations.overdue() == [entry.id]

    second = operations.claim(entry.id)

    assert first
    assert second
    assert second.fence == first.fence + 1


def test_loser_of_a_lease_cannot_finish_or_postpone() -> None:
    entry = put()
    first = operations.claim(entry.id)
    Entry.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    operations.claim(entry.id)

    assert first
    assert not operations.finish(first, at=timezone.now())
    assert not operations.postpone(first, due=timezone.now())


def test_postponed_entry_belongs_to_nobody() -> None:
    held = operations.claim(put().id)
    assert held
    assert operations.postpone(held, due=timezone.now())

    assert not operations.finish(held, at=timezone.now())
    assert not operations.hold(held)


def test_who_still_holds_an_entry_can_begin_the_lease_anew() -> None:
    held = operations.claim(put().id)
    assert held
    Entry.objects.update(leased_until=timezone.now() - timedelta(seconds=1))

    assert operations.hold(held)
    assert operations.overdue() == []


def test_work_put_down_again_while_somebody_works_on_it_is_worked_on_once_more() -> None:
    entry = put()
    held = operations.claim(entry.id)
    assert held

    assert put().id == entry.id

    assert not operations.hold(held)
    assert not operations.finish(held, at=timezone.now())
    assert operations.overdue() == [entry.id]


def test_work_for_later_leaves_sooner_work_due() -> None:
    entry = put()
    put(due=timezone.now() + timedelta(hours=1))

    assert operations.overdue() == [entry.id]


@pytest.mark.parametrize("ahead", [timedelta(hours=1), timedelta(days=400)])
def test_clock_that_goes_ahead_makes_nobody_wait(ahead: timedelta) -> None:
    at = timezone.now() + ahead

    assert operations.claim(put(at=at, due=at).id)
    assert put(key="later", at=at, due=at + timedelta(seconds=2)).due <= timezone.now() + timedelta(seconds=2)


@pytest.mark.parametrize("behind", [timedelta(hours=1), timedelta(days=60)])
def test_clock_that_is_behind_loses_no_work(behind: timedelta) -> None:
    at = timezone.now() - behind

    assert operations.claim(put(at=at, due=at).id)


def test_breakdown_is_counted_and_gives_the_entry_back_for_later() -> None:
    entry = put()
    held = operations.claim(entry.id)
    assert held

    assert operations.break_down(held, error="KeyError")

    entry.refresh_from_db()
    assert (entry.failures, entry.last_error, entry.leased_until) == (1, "KeyError", None)
    assert entry.due > timezone.now()
    assert not operations.finish(held, at=timezone.now())


def test_breakdown_of_a_lost_claim_changes_nothing() -> None:
    entry = put()
    held = operations.claim(entry.id)
    assert held
    put()

    assert not operations.break_down(held, error="KeyError")
    assert operations.overdue() == [entry.id]


@pytest.mark.parametrize(("key", "topic"), [("k", "other"), ("other", "t")])
def test_other_work_is_an_entry_of_its_own(key: str, topic: str) -> None:
    assert put().id != put(key=key, topic=topic).id


def test_postponed_entry_is_free_again_when_due() -> None:
    entry = put()
    held = operations.claim(entry.id)
    assert held
    operations.postpone(held, due=timezone.now())

    assert operations.claim(entry.id)


def test_same_work_put_twice_is_one_entry_and_the_sooner_one() -> None:
    later = put(due=timezone.now() + timedelta(hours=1))
    sooner = put()

    assert later.id == sooner.id
    assert operations.overdue() == [sooner.id]


def test_finished_work_can_be_put_again() -> None:
    held = operations.claim(put().id)
    assert held
    operations.finish(held, at=timezone.now())

    assert put().id != held.entry_id


def test_bell_rings_only_after_the_commit(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: object
) -> None:
    heard: list[int] = []
    monkeypatch.setattr(bell, "_listeners", [heard.append])
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        entry = put()
        assert heard == []

    assert heard == [entry.id]


def test_bell_that_fails_does_not_fail_what_was_committed(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(entry_id: int) -> None:
        raise ConnectionError(f"secret-host and {entry_id}")

    monkeypatch.setattr(bell, "_listeners", [broken])
    bell.ring(1)

    assert "ConnectionError" in caplog.text
    assert "secret-host" not in caplog.text


def test_muted_bell_does_not_ring_and_rings_again_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[int] = []
    monkeypatch.setattr(bell, "_listeners", [heard.append])
    with bell.muted():
        bell.ring(1)
    bell.ring(2)

    assert heard == [2]
