"""How does an event get into the log?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from models_ui.audit.actors import Actor
from models_ui.audit.models import Event
from models_ui.audit.refusals import Refused
from models_ui.audit.vocabulary import Name, Outcome
from models_ui.contract.canonical import canonical
from models_ui.contract.json_types import Document, Json

LONGEST_REASON = 4000

# The columns of text, in the order in which an export has them.
TOLD = (
    "name",
    "outcome",
    "actor_kind",
    "actor_id",
    "actor_label",
    "actor_roles",
    "subject_kind",
    "subject_id",
    "subject_label",
    "team",
    "digest",
    "from_state",
    "to_state",
    "reason",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about: its kind (`submission`, `draft`, …), its id and what people call it."""

    kind: str
    id: str
    label: str = ""


def record(
    *,
    name: Name,
    actor: Actor,
    subject: Subject,
    at: datetime,
    outcome: Outcome = Outcome.OK,
    team: str = "",
    digest: str = "",
    from_state: str = "",
    to_state: str = "",
    reason: str = "",
    data: Mapping[str, Json] | None = None,
) -> Event:
    """Write one event and return it.

    Call it inside the transaction of the change that it tells of. `data` must hold no values of a request: those may
    be secrets. Raises RuntimeError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An event belongs into the transaction of the change that it tells of.")
    event = Event(
        at=at,
        name=name.value,
        outcome=outcome.value,
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor_label=storable(actor.label, 150),
        actor_roles=" ".join(actor.roles),
        subject_kind=subject.kind,
        subject_id=subject.id,
        subject_label=storable(subject.label, 200),
        team=team,
        digest=digest,
        from_state=from_state,
        to_state=to_state,
        reason=storable(reason, LONGEST_REASON),
        data=dict(data or {}),
    )
    event.canonical = canonical(facts(event)).decode()
    event.save(force_insert=True)
    return event


def record_refusal(
    refusal: Refused, *, actor: Actor, subject: Subject, at: datetime, view: str, team: str = "", digest: str = ""
) -> Event:
    """Write the event of a refused attempt and return it, in a transaction of its own: what was tried is rolled back.

    `view` is the name of the address where it was tried.
    """
    with transaction.atomic():
        return record(
            name=Name.ACCESS_DENIED,
            actor=actor,
            subject=subject,
            at=at,
            outcome=Outcome.DENIED,
            team=team,
            digest=digest,
            reason=refusal.sentence,
            data={"code": refusal.code, "view": view},
        )


def storable(text: str, most: int) -> str:
    """Return the text as every database and the canonical form take it: short enough, no NUL, no half surrogates."""
    return text[:most].replace("\0", "\N{REPLACEMENT CHARACTER}").encode(errors="replace").decode()


def facts(event: Event) -> Document:
    """Return what the event says, as the document whose canonical text is stored with it."""
    return {
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        **{column: getattr(event, column) for column in (*TOLD, "data")},
    }
