"""How does a draft begin as a copy of what there is?"""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from models_ui.accounts.models import Team, User
from models_ui.audit.refusals import Refused
from models_ui.drafts import clones, operations
from models_ui.drafts.forms import layout
from models_ui.drafts.models import Draft
from models_ui.form.steps import step_of
from models_ui.submissions.cloning import clone
from models_ui.web.htmx import Request
from models_ui.web.reviews import place


@require_POST
def submission_clone(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """Begin a draft with what was submitted."""
    team = team_of(request.user, request.POST.get("team", ""))
    return begun(request, clone(submission_id=submission_id, by=request.user, at=timezone.now(), team=team))


@require_POST
def draft_copy(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """Begin a draft with what is in another one."""
    return begun(request, operations.copy(draft_id=draft_id, by=request.user, at=timezone.now()))


def team_of(user: User, slug: str) -> Team | None:
    """Return the person's team of that name, None where none was chosen. Raises Refused for any other."""
    if not slug:
        return None
    team = user.teams.filter(slug=slug).first() if slug.isprintable() else None
    if team is None:
        raise Refused("other-team", "You can only make requests for a team of yours.")
    return team


def begun(request: Request, draft: Draft) -> HttpResponse:
    """Say what came along, and lead to the name: it is the one thing that always has to change."""
    said = "This is a copy. Give it a name of its own, then look through the rest."
    if draft.left_out:
        messages.warning(request, f"{said} Secrets did not come along: {clones.names(draft.left_out)}.")
    else:
        messages.success(request, said)
    return redirect(place(draft, step_of(draft.document, "/ModelName", layout(draft)), "/ModelName"))
