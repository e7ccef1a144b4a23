"""How does a page tell of an event? The actor comes before these words, the time after them."""

from __future__ import annotations

from typing import NamedTuple

from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name, Outcome
from models_ui.contract.words import legible


class Telling(NamedTuple):
    """What happened, in words; the icon; and a tone where the event asks for attention."""

    words: str
    icon: str
    tone: str = ""


TELLINGS = {
    Name.SIGNED_IN: Telling("signed in", "person"),
    Name.SIGNED_OUT: Telling("signed out", "person"),
    Name.SIGN_IN_FAILED: Telling("could not sign in", "shield", "danger"),
    Name.PERSON_CREATED: Telling("created a person", "person"),
    Name.TEAM_CREATED: Telling("created a team", "plus"),
    Name.CONNECTION_CREATED: Telling("created a connection", "plus"),
    Name.BLUEPRINT_CREATED: Telling("created a form", "plus"),
    Name.BLUEPRINT_PUBLISHED: Telling("published a form", "check"),
    Name.BLUEPRINT_RESTORED: Telling("brought back how a form was", "back"),
    Name.BLUEPRINT_RETIRED: Telling("retired a form", "cross"),
    Name.BLUEPRINT_UNRETIRED: Telling("offered a form again", "back"),
    Name.DRAFT_CREATED: Telling("started a draft", "dashed"),
    Name.DRAFT_DISCARDED: Telling("discarded the draft", "cross"),
    Name.DRAFT_RESTORED: Telling("brought the draft back", "back"),
    Name.DRAFT_MOVED: Telling("moved the draft to another version of its form", "pencil"),
    Name.SUBMITTED: Telling("submitted the request", "clock"),
    Name.RESUBMITTED: Telling("resubmitted the request", "clock"),
    Name.EULA_ACCEPTED: Telling("accepted a licence", "check"),
    Name.WITHDRAWN: Telling("withdrew the request", "back"),
    Name.TAKEN_BACK: Telling("took the request back to edit it", "pencil"),
    Name.REOPENED: Telling("opened the request for editing", "pencil"),
    Name.QUEUED: Telling("queued it", "dots"),
    Name.RETRIED: Telling("asked for another attempt", "dots"),
    Name.CALLED: Telling("called AWS", "turning"),
    Name.CREATED: Telling("created the SageMaker model", "done", "success"),
    Name.FAILED: Telling("could not create the SageMaker model", "failed", "danger"),
    Name.UNKNOWN: Telling("had no clear answer from AWS", "question", "warning"),
    Name.RECONCILED: Telling("looked in AWS and found out what happened", "agreed"),
    Name.CALLED_AGAIN: Telling("found nothing in AWS and queued it again", "dots"),
    Name.NEEDS_ATTENTION: Telling("could not find out what happened", "warning", "warning"),
    Name.REFUSED_AT_CLAIM: Telling("refused to send it", "shield", "danger"),
    Name.RECONCILE_ASKED: Telling("let AWS be asked again", "question"),
    Name.SENT_BACK: Telling("sent the request back, since it leaves its form", "pencil", "warning"),
    Name.APPROVAL_LAPSED: Telling("found that the approval no longer holds", "clock", "warning"),
    Name.APPROVED: Telling("approved the request", "agreed"),
    Name.CHANGES_REQUESTED: Telling("asked for changes", "pencil", "warning"),
    Name.REJECTED: Telling("rejected the request", "struck", "danger"),
    Name.ACCESS_DENIED: Telling("was refused", "shield", "danger"),
    Name.AUDIT_EXPORTED: Telling("exported the audit log", "download"),
}

OUTCOMES = {
    Outcome.OK: Telling("ok", "check"),
    Outcome.DENIED: Telling("denied", "shield", "danger"),
    Outcome.ERROR: Telling("error", "warning", "warning"),
}


# What a person is kept from for a reason that says nothing against the person, by the code of the refusal.
MASKED = "masked"
WITHHELD = Telling("asked for the request as it is, and its secrets are masked", "lock")


def telling(event: Event) -> Telling:
    """Return how to tell of an event; a retired name is told as it was recorded. Revisions are named."""
    if event.name not in set(Name):
        return Telling(event.name, "info")
    if is_withheld(event):
        return WITHHELD
    words, icon, tone = TELLINGS[Name(event.name)]
    if event.name == Name.EULA_ACCEPTED and (source := event.data.get("uri") or event.data.get("pointer")):
        return Telling(f"accepted the licence of the model at {legible(str(source))}", icon, tone)
    revision = event.data.get("revision")
    return Telling(words.replace("the request", f"revision {revision}") if revision else words, icon, tone)


def outcome(event: Event) -> Telling:
    """Return word, icon and tone of an event's outcome."""
    if is_withheld(event):
        return Telling("masked", "lock", "info")
    return OUTCOMES[Outcome(event.outcome)]


def is_withheld(event: Event) -> bool:
    """Say whether somebody may see a request and did not get it as it is, since it holds secrets."""
    return event.name == Name.ACCESS_DENIED and event.data.get("code") == MASKED
