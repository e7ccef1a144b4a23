"""Is work neither lost nor doubled when many reach for it at once?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from django.utils import timezone

from models_ui.outbox import bell, operations
from models_ui.outbox.models import Entry
from models_ui.outbox.operations import Claim
from tests.concurrently import at_once, failures
from tests.factories import NOW

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _no_bell() -> Iterator[None]:
    """Let nothing reach the broker: here the transactions are real."""
    with bell.muted():
        yield


def put() -> Entry:
    """Put down work that is due."""
    return operations.put(topic="t", key="k", due=NOW, at=timezone.now())


@pytest.mark.parametrize("_round", range(3))
def test_one_of_many_claims_at_once_gets_the_entry(_round: int) -> None:
    entry = put()

    outcomes = at_once(*[partial(operations.claim, entry.id)] * 8)

    assert [type(outcome) for outcome in outcomes if outcome is not None] == [Claim]
    assert Entry.objects.get().fence == 1


@pytest.mark.parametrize("_round", range(3))
def test_work_that_many_put_down_at_once_is_one_entry(_round: int) -> None:
    outcomes = at_once(*[put] * 6)

    assert failures(outcomes) == []
    assert {entry.id for entry in outcomes} == {Entry.objects.get().id}


@pytest.mark.parametrize("_round", range(5))
def test_work_put_down_while_it_is_finished_is_not_lost(_round: int) -> None:
    held = operations.claim(put().id)
    assert held

    outcomes = at_once(put, partial(operations.finish, held, at=NOW))

    assert failures(outcomes) == []
    assert Entry.objects.filter(done_at__isnull=True).count() == 1
    assert len(operations.overdue()) == 1
