"""Is what a lost message forgot found again?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from models_ui.outbox import bell
from models_ui.outbox import operations as outbox
from models_ui.outbox.models import Entry, Heartbeat
from models_ui.worker import sweeping
from models_ui.worker.delivery import deliver
from tests.factories import NOW
from tests.sandbox_server import Sandbox
from tests.worker.scenes import LONG_AGO, approved, claim, now

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Everything that the bell rings for."""
    entries: list[int] = []
    monkeypatch.setattr(bell, "_listeners", [entries.append])
    return entries


def put(key: str, minutes: int) -> int:
    """Put down work that has been due for some minutes."""
    at = timezone.now()
    return outbox.put(topic="t", key=key, due=at - timedelta(minutes=minutes), at=at).id


def test_submission_whose_message_was_lost_is_created_after_a_sweep(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bell, "_listeners", [])
    submission = approved()
    monkeypatch.setattr(bell, "_listeners", [deliver])

    sweeping.sweep(timezone.now())

    assert now(submission).state == "created"


def test_sweep_rings_for_what_is_due_the_longest_waiting_first(heard: list[int]) -> None:
    young, old, middle = put("a", 1), put("b", 9), put("c", 5)
    put("d", -1)

    assert sweeping.sweep(NOW) == heard == [old, middle, young]


def test_sweep_leaves_alone_what_somebody_holds_or_has_done(heard: list[int]) -> None:
    submission = approved()
    claim(submission)
    done = outbox.claim(put("done", 1))
    assert done
    outbox.finish(done, at=NOW)

    assert sweeping.sweep(NOW) == []


def test_sweep_finds_what_a_dead_worker_held(heard: list[int]) -> None:
    entry = put("a", 1)
    outbox.claim(entry)
    Entry.objects.update(leased_until=LONG_AGO)

    assert sweeping.sweep(NOW) == [entry]


def test_sweep_takes_a_bounded_number_at_a_time(heard: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "AT_ONCE", 2)
    for number in range(3):
        put(str(number), number)

    assert len(sweeping.sweep(NOW)) == 2


def test_each_sweep_notes_that_the_worker_lives(heard: list[int]) -> None:
    sweeping.sweep(NOW)
    sweeping.sweep(NOW + timedelta(seconds=5))

    assert Heartbeat.objects.get().at == NOW + timedelta(seconds=5)
