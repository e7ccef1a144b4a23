"""What does somebody see who decided on something that had changed meanwhile? The difference, and who made it."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from models_ui.audit.refusals import Stale
from models_ui.submissions import queries
from models_ui.submissions.history import since
from models_ui.submissions.states import State
from models_ui.web import diffs
from models_ui.web.access import record
from models_ui.web.htmx import Request


def changed(
    request: Request, submission_id: uuid.UUID, refusal: Stale, *, version: int, digest: str = "", typed: str = ""
) -> HttpResponse:
    """Record the refused attempt and return the 409 page: what happened since, and how the request differs.

    `typed` is what the person wrote along, so that it is not lost.
    """
    record(request, refusal)
    found = queries.get_visible(request.user, submission_id)
    before = queries.revision_with(found, digest) if digest else None
    now = found.current
    context = {
        "submission": found,
        "sentence": refusal.sentence,
        "typed": typed,
        "back": reverse("approval" if digest and found.state == State.PENDING else "submission", args=[found.id]),
        "events": since(found, version),
        "before": before,
        "now": now,
        "groups": diffs.groups(before.guarded, now.guarded) if before and before.n != now.n else [],
    }
    return render(request, "submissions/changed.html", context, status=409)
