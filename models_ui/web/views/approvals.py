"""What waits for a decision, and exactly what is decided?"""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from models_ui.accounts.models import Team
from models_ui.approvals import operations, precedents
from models_ui.approvals.models import Decision
from models_ui.approvals.queries import decisions, reason_against
from models_ui.audit.refusals import Refused, Stale
from models_ui.connections.queries import all_connections
from models_ui.submissions import queries
from models_ui.submissions.models import Submission
from models_ui.web import diffs, following, in_words, queue, sealed
from models_ui.web.forms.approvals import DecisionForm, QueueForm
from models_ui.web.htmx import Request
from models_ui.web.kept import keeps
from models_ui.web.stale import changed

SAID = {
    Decision.Kind.APPROVE: "Approved. The worker sends it to AWS.",
    Decision.Kind.REQUEST_CHANGES: "Changes requested. {requester} edits it and submits it again.",
    Decision.Kind.REJECT: "Rejected. It ends here; nothing was sent.",
}


@require_safe
def approval_list(request: Request) -> HttpResponse:
    """The queue, oldest first: what the person may decide, and what somebody else decides, with the reason why."""
    form = QueueForm(request.GET, teams=Team.objects.order_by("name"), connections=all_connections())
    lines = queue.lines(request.user, form.filters)
    context = {"form": form, "lines": lines, "filtered": form.filters != queue.Filters()}
    return render(request, "approvals/list.html", context, status=422 if form.errors else 200)


@keeps("Record decision")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def approval(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """Show exactly what is decided, or record the decision of an approver."""
    if request.method == "POST":
        return decide(request, submission_id)
    return page(request, submission_id, DecisionForm())


def decide(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """Record a decision; or show it again with what is missing, or what changed since the page was opened."""
    form = DecisionForm(request.POST)
    form.full_clean()
    if "comment" in form.errors:
        return page(request, submission_id, form)
    posted = form.posted()
    try:
        decided = operations.decide(submission_id=submission_id, by=request.user, at=timezone.now(), **posted)
    except Stale as refusal:
        seen = {"version": posted["version"], "digest": posted["digest"]}
        return changed(request, submission_id, refusal, **seen, typed=posted["comment"])
    except Refused as refusal:
        if not form.take(refusal):
            raise
        return page(request, submission_id, form)
    messages.success(request, SAID[Decision.Kind(posted["decision"])].format(requester=decided.requester))
    return redirect("submission", submission_id)


def page(request: Request, submission_id: uuid.UUID, form: DecisionForm) -> HttpResponse:
    """Return the page of a request that is to be decided."""
    found = queries.get_visible(request.user, submission_id)
    context = {
        "submission": found,
        "revision": found.current,
        "form": form,
        "reason": reason_against(request.user, found),
        "next": following.sentence(found),
        "words": in_words.words(found.current.request),
        "facts": precedents.facts([found])[found.id],
        "sealed": sealed.sealed(found.current),
        "decisions": decisions(found),
        **compared(request, found),
    }
    return render(request, "approvals/detail.html", context, status=422 if form.errors else 200)


def compared(request: Request, found: Submission) -> dict[str, Any]:
    """Return what the request is compared with, and the difference."""
    before = precedents.predecessor(found, among=queries.visible_to(request.user))
    groups = diffs.groups(before.guarded, found.current.guarded) if before else []
    return {"before": before, "groups": groups, "changes": sum(len(group.rows) for group in groups)}
