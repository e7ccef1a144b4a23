"""Is every entry worked on by whom it is for, and does none run hot?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from models_ui.approvals.operations import CREATE, RECONCILE
from models_ui.outbox import operations as outbox
from models_ui.outbox.models import Entry
from models_ui.outbox.operations import Claim
from models_ui.worker import delivery
from models_ui.worker.clocks import Clock
from models_ui.worker.delivery import BrokeDown, deliver
from tests.worker.scenes import LONG_AGO

pytestmark = pytest.mark.django_db

SECRET = "hf_something-that-nobody-may-read"


def put(topic: str = CREATE, key: str = "k") -> Entry:
    """Put down work that is due."""
    return outbox.put(topic=topic, key=key, due=LONG_AGO, at=timezone.now())


def broken(_claim: Claim, _clock: Clock) -> None:
    """Break down as a handler might, with something in the error that is for nobody's eyes."""
    raise ValueError(SECRET)


def test_every_topic_that_is_put_down_has_a_handler() -> None:
    assert set(delivery.HANDLERS) == {CREATE, RECONCILE}


def test_work_that_is_done_by_its_handler_is_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Claim] = []
    monkeypatch.setitem(delivery.HANDLERS, CREATE, lambda claim, _clock: seen.append(claim))
    entry = put()

    assert deliver(entry.id)
    assert [(claim.entry_id, claim.topic, claim.key) for claim in seen] == [(entry.id, CREATE, "k")]


def test_entry_that_never_was_is_not_delivered() -> None:
    assert not deliver(7)


def test_breakdown_pauses_the_entry_and_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(delivery.HANDLERS, CREATE, broken)
    entry, before = put(), timezone.now()

    with pytest.raises(BrokeDown, match=f"entry {entry.id} broke down with ValueError"):
        deliver(entry.id)

    entry.refresh_from_db()
    assert (entry.failures, entry.last_error, entry.leased_until, entry.done_at) == (1, "ValueError", None, None)
    assert entry.due >= before + outbox.FIRST_PAUSE
    assert not deliver(entry.id)
    assert outbox.overdue() == []


def test_breakdown_tells_where_and_never_what_the_error_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(delivery.HANDLERS, CREATE, broken)

    with pytest.raises(BrokeDown) as breakdown:
        deliver(put().id)

    assert "in broken" in caplog.text
    assert SECRET not in caplog.text
    assert SECRET not in str(breakdown.getrepr(chain=True))


def test_pause_doubles_with_every_breakdown_in_a_row_up_to_half_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(delivery.HANDLERS, CREATE, broken)
    entry, pauses = put(), []
    for _ in range(12):
        Entry.objects.update(due=LONG_AGO)
        with pytest.raises(BrokeDown):
            deliver(entry.id)
        entry.refresh_from_db()
        pauses.append(round((entry.due - timezone.now()).total_seconds(), -1))

    assert pauses[:5] == [10, 20, 40, 80, 160]
    assert pauses[-2:] == [1800, 1800]


def test_success_ends_the_row_of_breakdowns(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = put()
    Entry.objects.update(failures=7, last_error="ValueError")
    monkeypatch.setitem(
        delivery.HANDLERS, CREATE, lambda claim, clock: outbox.postpone(claim, due=clock() + timedelta(hours=1))
    )

    deliver(entry.id)

    entry.refresh_from_db()
    assert (entry.failures, entry.last_error) == (0, "")


@pytest.mark.parametrize(
    ("topic", "key", "error"),
    [
        ("a-topic-of-tomorrow", "k", "KeyError"),
        (CREATE, "no-uuid", "ValueError"),
        (RECONCILE, "00000000-0000-4000-8000-000000000000", "NotFound"),
    ],
)
def test_entry_that_nobody_can_work_on_is_kept_and_shows(topic: str, key: str, error: str) -> None:
    entry = put(topic, key)

    with pytest.raises(BrokeDown):
        deliver(entry.id)

    entry.refresh_from_db()
    assert (entry.last_error, entry.done_at) == (error, None)


def test_entry_that_breaks_down_keeps_no_other_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(delivery.HANDLERS, RECONCILE, broken)
    poisoned, other = put(RECONCILE), put(CREATE)
    assert outbox.overdue(1) == [poisoned.id]

    with pytest.raises(BrokeDown):
        deliver(poisoned.id)

    assert outbox.overdue(1) == [other.id]
