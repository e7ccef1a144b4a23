"""Can a page tell of everything that can happen?"""

from __future__ import annotations

import pytest

from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name, Outcome
from models_ui.templatetags.events import outcome, telling
from models_ui.templatetags.icons import ICONS


@pytest.mark.parametrize("name", list(Name))
def test_every_event_has_words_and_a_drawing(name: Name) -> None:
    told = telling(Event(name=name, data={}))

    assert told.words
    assert told.icon in ICONS


@pytest.mark.parametrize("value", list(Outcome))
def test_every_outcome_has_words_and_a_drawing(value: Outcome) -> None:
    assert outcome(Event(outcome=value)).icon in ICONS


def test_what_is_masked_is_told_without_blame() -> None:
    event = Event(name=Name.ACCESS_DENIED, outcome=Outcome.DENIED, data={"code": "masked"})

    assert telling(event) == ("asked for the request as it is, and its secrets are masked", "lock", "")
    assert outcome(event) == ("masked", "lock", "info")


def test_refusal_is_told_as_one() -> None:
    event = Event(name=Name.ACCESS_DENIED, outcome=Outcome.DENIED, data={"code": "own-request"})

    assert (telling(event).words, outcome(event).tone) == ("was refused", "danger")


def test_revision_is_named() -> None:
    assert telling(Event(name=Name.APPROVED, data={"revision": 2})).words == "approved revision 2"


def test_accepted_licence_names_its_source_and_nothing_unseen_in_it() -> None:
    named = {"uri": "s3://acme/a\u202eb/", "pointer": "/PrimaryContainer"}

    assert telling(Event(name=Name.EULA_ACCEPTED, data=named)).words.endswith("model at s3://acme/aU+202Eb/")
    assert telling(Event(name=Name.EULA_ACCEPTED, data={**named, "uri": ""})).words.endswith("at /PrimaryContainer")


def test_retired_event_is_told_as_it_was_recorded() -> None:
    assert telling(Event(name="rooms.gone", data={})).words == "rooms.gone"
