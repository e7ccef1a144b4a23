"""What was asked for, how does it stand, and what can be done about it?"""

from __future__ import annotations

import uuid
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_htmx.http import trigger_client_event

from models_ui.approvals.queries import decisions
from models_ui.submissions import pages, queries
from models_ui.submissions.history import timeline, why
from models_ui.submissions.models import Submission
from models_ui.submissions.states import State
from models_ui.web import acts, cloning, diffs, following, made, previews, sealed, track
from models_ui.web.forms.submissions import FiltersForm
from models_ui.web.htmx import Request, respond, wants_fragment
from models_ui.web.keyset import cursor, neighbour

# States in which why it came so is what everybody wants to read first; a failure tells more than its event.
TOLD_AT_THE_TOP = frozenset({State.CHANGES_REQUESTED, State.REJECTED, State.REFUSED, State.PENDING})


@require_safe
def submission_list(request: Request) -> HttpResponse:
    """One page of the submissions that the person may see, filtered as the address says."""
    form = FiltersForm(request.GET)
    page = pages.page(request.user, form.filters, older=cursor(request, "older"), newer=cursor(request, "newer"))
    context = {
        "form": form,
        "page": page,
        "filtered": form.filters != pages.Filters(),
        "newer": neighbour(request.GET, "newer", page.newer),
        "older": neighbour(request.GET, "older", page.older),
    }
    return render(request, "submissions/list.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def submission(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """The page of one submission; for htmx what moves on it, or 204 while nothing has moved since `seen`."""
    found = queries.get_visible(request.user, submission_id)
    if not wants_fragment(request):
        return respond(request, "submissions/detail.html", "", {**moving(request, found), **resting(request, found)})
    if request.GET.get("seen") == str(found.version):
        response = HttpResponse(status=204)
        patch_vary_headers(response, ["HX-Request"])
        return response
    response = respond(request, "", "submissions/_moving.html", {**moving(request, found), "swap": True})
    return trigger_client_event(response, "announce", {"value": following.announcement(found)})


def moving(request: Request, found: Submission) -> dict[str, Any]:
    """Return what changes on the page while the submission moves."""
    events = timeline(found)
    attempts = list(found.attempts.order_by("-number"))
    said = sealed.discreet(attempts[0].aws_message, found.current.guarded.texts) if attempts else ""
    return {
        "submission": found,
        "revision": found.current,
        "decisions": decisions(found),
        "steps": track.steps(found, events),
        "following": following.following(found),
        "acts": acts.acts(request.user, found),
        "attempts": attempts,
        "next_steps": made.next_steps(found),
        "aws_said": said,
        "why": why(events) if found.state in TOLD_AT_THE_TOP else None,
        "ownership_tag": settings.OWNERSHIP_TAG,
        "events": events,
    }


def resting(request: Request, found: Submission) -> dict[str, Any]:
    """Return what stays as it is: the frozen revisions."""
    revisions = list(found.revisions.select_related("submitted_by").order_by("-n"))
    earlier, seen = pairwise(revisions), sealed.sealed(found.current)
    return {
        "sealed": seen,
        "preview": shown(request, seen),
        "cloning": cloning.cloning(request.user),
        "source": cloning.cloned_from(found, user=request.user),
        "revisions": revisions,
        "differences": [(newer, older, diffs.groups(older.guarded, newer.guarded)) for newer, older in earlier],
    }


def shown(request: Request, seen: sealed.Sealed) -> previews.Preview:
    """Return the request in the words of the tool that the address names, else as JSON: a page that is kept as the record
    of a decision does not depend on what somebody looked at before."""
    tool = previews.asked(request)
    return previews.preview(
        seen.request,
        hides=seen.hides,
        marks=seen.marks,
        chosen=tool or previews.JSON,
        opened=bool(tool),
        region=seen.revision.target.region,
    )
