"""Are events written whole, and only with the change that they tell of?"""

from __future__ import annotations

import json

import pytest
from django.db import transaction

from models_ui.audit.actors import SYSTEM
from models_ui.audit.models import Event
from models_ui.audit.operations import Subject, record, record_refusal
from models_ui.audit.refusals import Refused
from models_ui.audit.vocabulary import Name
from tests.factories import NOW


def make_event(**options: object) -> Event:
    """Return one event."""
    with transaction.atomic():
        return record(name=Name.DRAFT_CREATED, actor=SYSTEM, subject=Subject("draft", "1", "churn"), at=NOW, **options)  # type: ignore[arg-type]


@pytest.mark.django_db(transaction=True)
def test_event_outside_a_transaction_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        record(name=Name.DRAFT_CREATED, actor=SYSTEM, subject=Subject("draft", "1"), at=NOW)


@pytest.mark.django_db
def test_canonical_text_repeats_every_column() -> None:
    event = make_event(team="risk", reason="why", data={"b": 1, "a": [2]})

    stored = json.loads(Event.objects.get().canonical)

    assert stored["at"] == "2026-11-20T10:00:00.000000+00:00"
    assert {key: value for key, value in stored.items() if key != "at"} == {
        column: getattr(event, column) for column in stored if column != "at"
    }


@pytest.mark.django_db
def test_long_reason_is_cut_and_not_refused() -> None:
    assert len(make_event(reason="x" * 10_000).reason) == 4000


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "kept"), [("a\0b", "a\N{REPLACEMENT CHARACTER}b"), ("a\ud800b", "a?b"), ("ü\U0001f600", "ü\U0001f600")]
)
def test_text_that_no_database_takes_is_made_storable(text: str, kept: str) -> None:
    with transaction.atomic():
        subject = Subject("draft", "1", text)
        record(name=Name.DRAFT_CREATED, actor=SYSTEM, subject=subject, at=NOW, reason=text)

    event = Event.objects.get()
    assert (event.subject_label, event.reason) == (kept, kept)


@pytest.mark.django_db
def test_event_cannot_be_deleted_in_python() -> None:
    with pytest.raises(TypeError, match="never deleted"):
        make_event().delete()


@pytest.mark.django_db
def test_event_goes_with_the_change_that_is_rolled_back() -> None:
    def change_and_fail() -> None:
        with transaction.atomic():
            make_event()
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - ours, without a text
        change_and_fail()

    assert not Event.objects.exists()


@pytest.mark.django_db
def test_refused_attempt_is_recorded_with_its_sentence_and_where_it_was_tried() -> None:
    refusal = Refused("own-request", "Somebody else decides on it.")

    event = record_refusal(refusal, actor=SYSTEM, subject=Subject("submission", "1"), at=NOW, view="approval")

    assert (event.name, event.outcome, event.reason) == ("access.denied", "denied", "Somebody else decides on it.")
    assert event.data == {"code": "own-request", "view": "approval"}
