"""How does a draft begin, where is it gone on with, and how does a program read it?"""

from __future__ import annotations

import uuid

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from models_ui.approvals import judging
from models_ui.approvals.prospects import submission_of
from models_ui.audit.refusals import Refused
from models_ui.blueprints import queries as queries_of_forms
from models_ui.connections.queries import all_connections
from models_ui.drafts import checks, operations, queries
from models_ui.drafts.models import Draft
from models_ui.drafts.sight import check_sees_all
from models_ui.web import access, offers
from models_ui.web.access import reason_against
from models_ui.web.cards import cards, outline
from models_ui.web.forms.starting import StartForm
from models_ui.web.htmx import Request
from models_ui.web.rail import resumed
from models_ui.web.standing import asks, standing


@require_http_methods(["GET", "HEAD", "POST"])
def draft_new(request: Request) -> HttpResponse:
    """Show the ways to begin, or begin a draft: with a form that was chosen, or blank."""
    form = StartForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        try:
            draft = begun(request, form)
        except Refused as refusal:
            if not refusal.code.startswith("blueprint"):
                raise
            access.record(request, refusal)
            form.add_error("connection" if refusal.code == "blueprint-region" else None, refusal.sentence)
        else:
            return redirect("draft-step", draft.id, asks(draft))
    context = {
        "form": form,
        "cards": offers.cards(request.user),
        "wanted": request.GET.get("blueprint", ""),
        "connections": all_connections(),
        "reason": reason_against(checks.check_can_create, request.user),
    }
    return render(request, "drafts/new.html", context, status=422 if form.is_bound else 200)


def begun(request: Request, form: StartForm) -> Draft:
    """Begin the draft. Raises NotFound where the form is none of those that are offered, and Refused."""
    user, chosen, name = request.user, form.chosen, request.POST.get("blueprint", "")
    version = queries_of_forms.offered(name, user) if name else None
    if version:
        chosen["team"] = queries_of_forms.team_for(version, user, chosen["team"])
        chosen["connection"] = chosen["connection"] or form.only_connection
    origin = "blueprint" if version else "blank"
    return operations.create(owner=user, at=timezone.now(), origin=origin, blueprint=version, **chosen)


@require_safe
def draft(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """Lead to where the person goes on; what was submitted is followed on its own page."""
    found = queries.get_visible(request.user, draft_id)
    if found.locked:
        return redirect("submission", draft_id)
    step = resumed(standing(found, judging.findings(found, reader=request.user)))
    return redirect("draft-step", draft_id, step.name) if step else redirect("draft-review", draft_id)


def closed(request: Request, draft: Draft) -> HttpResponse:
    """The page of a draft that cannot be changed now: what it holds, and where it is followed."""
    guarded = draft.guarded
    context = {
        "draft": draft,
        "submission": submission_of(draft),
        "cards": cards(
            draft.document, masked=guarded.secrets, form=outline(draft.blueprint_version, draft.blueprint_words)
        ),
        "document": guarded.shown,
    }
    return render(request, "drafts/closed.html", context)


@never_cache
@require_safe
def draft_request(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """The request so far, exactly as it is stored."""
    found = queries.get_visible(request.user, draft_id)
    check_sees_all(request.user, found)
    return HttpResponse(found.text, content_type="application/json")


@require_safe
def draft_findings(request: Request, draft_id: uuid.UUID) -> JsonResponse:
    """What is to be said of the request so far."""
    found = queries.get_visible(request.user, draft_id)
    return JsonResponse([finding.as_dict() for finding in judging.findings(found, reader=request.user)], safe=False)
