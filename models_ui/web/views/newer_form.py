"""How is a draft moved over to a newer version of its form?"""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from models_ui.audit.refusals import Refused
from models_ui.blueprints.differences import differences
from models_ui.contract.guarded import Guarded
from models_ui.drafts import moving, queries
from models_ui.drafts.forms import layout
from models_ui.drafts.models import Draft
from models_ui.web import diffs
from models_ui.web.forms.step import number
from models_ui.web.htmx import Request
from models_ui.web.views.drafts import closed


@require_http_methods(["GET", "HEAD", "POST"])
def draft_newer_form(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """What would change, in the request and in the form; or move the draft over."""
    draft = queries.get_visible(request.user, draft_id)
    if request.method == "POST":
        return moved(request, draft)
    if draft.locked or draft.discarded_at:
        return closed(request, draft)
    if moving.newer(draft) is None:
        return redirect("draft", draft.id)
    return shown(request, draft)


def moved(request: Request, draft: Draft) -> HttpResponse:
    """Move the draft over as the person saw it, and lead to where it goes on."""
    version, to = (number(request.POST.get(name, "")) for name in ("version", "to"))
    after = moving.move(draft_id=draft.id, version=version, to=to, by=request.user, at=timezone.now())
    messages.success(request, f"This draft is now filled in with version {to} of its form.")
    return redirect("draft", after.id)


def shown(request: Request, draft: Draft) -> HttpResponse:
    """Render both differences; where the form cannot be had for this draft, the reason."""
    context: dict[str, Any] = {"draft": draft, "before": draft.blueprint_version}
    try:
        move = moving.ahead(draft)
    except Refused as refusal:
        return render(request, "drafts/newer_form.html", {**context, "reason": refusal.sentence})
    context |= {
        "move": move,
        "request_groups": diffs.groups(draft.guarded, Guarded(move.document, draft.secret_marks), layout(draft)),
        "form_groups": differences(context["before"].document, move.version.document, draft.secret_marks),
    }
    return render(request, "drafts/newer_form.html", context)
