"""Which way has a request come, where is it now, and what lies ahead?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name
from models_ui.submissions.history import this_round
from models_ui.submissions.models import Submission
from models_ui.submissions.states import WORDS, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the way, as `components/track.html` shows it."""

    word: str
    step: str = ""
    icon: str = ""
    state: str = ""
    at: datetime | None = None
    note: str = ""


class Leg(NamedTuple):
    """One leg of the way: what it is called when it lies behind, and the events that end it."""

    word: str
    events: tuple[Name, ...]


WAY = (
    Leg("Submitted", (Name.SUBMITTED, Name.RESUBMITTED)),
    Leg("Approved", (Name.APPROVED,)),
    Leg("Queued", (Name.QUEUED, Name.RETRIED, Name.CALLED_AGAIN)),
    Leg("Called AWS", (Name.CALLED,)),
    Leg("Created", (Name.CREATED, Name.RECONCILED)),
)


class Place(NamedTuple):
    """Where a state stands on the way, how that step looks, and what the steps after it say (nothing: they are gone)."""

    leg: int
    look: str
    ahead: str = "Not yet"


PLACES = {
    State.PENDING: Place(1, "waits"),
    State.CHANGES_REQUESTED: Place(1, "held"),
    State.REJECTED: Place(1, "stopped", ""),
    State.WITHDRAWN: Place(1, "ended", ""),
    State.APPROVED: Place(1, "now"),
    State.QUEUED: Place(2, "now"),
    State.CALLING: Place(3, "now"),
    State.UNKNOWN: Place(3, "held"),
    State.NEEDS_ATTENTION: Place(3, "held"),
    State.FAILED: Place(3, "stopped", "Not reached"),
    State.REFUSED: Place(3, "stopped", ""),
    State.CREATED: Place(4, "end"),
}


def steps(submission: Submission, events: Iterable[Event]) -> list[Step]:
    """Return the steps of the current revision, from the submission's events, newest first."""
    times = newest(this_round(events))
    state = State(submission.state)
    place = PLACES[state]
    behind = [Step(word=leg.word, step="done", icon="check", at=ended(leg, times)) for leg in WAY[: place.leg]]
    here = Step(
        word=WORDS[state],
        step=place.look,
        icon="turning" if place.look == "now" else "",
        state=state.value,
        at=submission.updated_at,
    )
    ahead = [Step(word=leg.word, note=place.ahead) for leg in WAY[place.leg + 1 :] if place.ahead]
    return [*behind, here, *ahead]


def newest(events: Iterable[Event]) -> dict[str, datetime]:
    """Return when each kind of event happened last, from events with the newest first."""
    times: dict[str, datetime] = {}
    for event in events:
        times.setdefault(event.name, event.at)
    return times


def ended(leg: Leg, times: Mapping[str, datetime]) -> datetime | None:
    """Return when a leg was ended last, if it was."""
    return max((times[name] for name in leg.events if name in times), default=None)
