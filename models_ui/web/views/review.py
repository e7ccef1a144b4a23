"""What is looked at before a request is submitted, and how is it submitted?"""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from models_ui.approvals.operations import submit
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.contract.finding import errors
from models_ui.drafts import checks, missteps, operations, queries
from models_ui.drafts.models import Draft
from models_ui.web import access, previews
from models_ui.web.filling import FIX, fixed
from models_ui.web.forms.step import number
from models_ui.web.htmx import Request
from models_ui.web.kept import keeps
from models_ui.web.reviews import Review, review
from models_ui.web.views.drafts import closed

# Refusals of what is not filled in yet: nobody was kept from anything. With the id of the control, if it is on the page.
UNFINISHED = {"no-connection": "", "no-justification": "justification", "eula-not-confirmed": "eula"}
# The refusal of what has errors: they are counted by field.
HAS_ERRORS = "has-errors"


@keeps("Send it")
@require_http_methods(["GET", "HEAD", "POST"])
def draft_review(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """Everything that will be sent, and the submit form; or submit it, or put one finding right."""
    draft = queries.get_visible(request.user, draft_id)
    if request.method == "POST" and request.POST.get("action", "").startswith(FIX):
        return mended(request, draft)
    if request.method == "POST":
        return submitted(request, draft)
    if draft.locked or draft.discarded_at:
        return closed(request, draft)
    return answer(request, review(draft, reader=request.user))


def answer(request: Request, shown: Review, *, status: int = 200) -> HttpResponse:
    """Render the page, with the request in the words of the tool that the person has chosen."""
    seen = previews.preview(
        shown.request,
        hides=shown.hides,
        marks=shown.marks,
        chosen=previews.chosen(request),
        opened=bool(previews.asked(request)),
        region=shown.draft.region,
    )
    context = {"review": shown, "preview": seen}
    return previews.keep(request, render(request, "drafts/review.html", context, status=status))


def submitted(request: Request, draft: Draft) -> HttpResponse:
    """Submit the draft as the person saw it, and lead to its submission; a refusal keeps what was typed."""
    justification = request.POST.get("justification", "").replace("\r\n", "\n").replace("\0", "")
    confirmed = request.POST.getlist("eula")
    try:
        submission = submit(
            draft_id=draft.id,
            version=number(request.POST.get("version", "")),
            justification=justification,
            by=request.user,
            at=timezone.now(),
            eula_confirmed=confirmed,
        )
    except NotFound:
        raise
    except Refused as refusal:
        return refused(request, draft, refusal, justification, confirmed)
    return redirect("submission", submission.id)


def mended(request: Request, draft: Draft) -> HttpResponse:
    """Put right what a finding has a fix for, and show the page again; 409 where the draft is another one by now."""
    version = number(request.POST.get("version", ""))
    done = fixed(request.user, draft, request.POST["action"])
    if done.document == draft.document and version == draft.version:
        messages.info(request, "There is nothing left to put right there.")
        return redirect("draft-review", draft.id)
    try:
        operations.save(
            draft_id=draft.id,
            document=done.document,
            version=version,
            by=request.user,
            at=timezone.now(),
            marks=done.marks,
        )
    except Stale as stale:
        return refused(request, draft, stale, "", [])
    messages.success(request, "That is put right.")
    return redirect("draft-review", draft.id)


def refused(request: Request, draft: Draft, refusal: Refused, justification: str, confirmed: list[str]) -> HttpResponse:
    """Show the page again with the sentence and what was typed; 409 where the draft is another one by now. Who confirmed a
    licence has done so of what they saw, so not of another draft."""
    now = queries.get_visible(request.user, draft.id)
    if now.locked or now.discarded_at:
        raise refusal
    if refusal.code not in UNFINISHED:
        access.record(request, refusal)
    if refusal.code == HAS_ERRORS:
        missteps.count(now, errors(checks.findings(now)), on=timezone.localdate())
    shown = review(
        now,
        reader=request.user,
        justification=justification,
        confirmed=() if isinstance(refusal, Stale) else confirmed,
        refusal=refusal.sentence,
        refused_at=UNFINISHED.get(refusal.code, ""),
    )
    return answer(request, shown, status=409 if isinstance(refusal, Stale) else 422)
