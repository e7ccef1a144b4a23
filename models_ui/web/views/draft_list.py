"""Which drafts are there, and how are they put away and brought back?"""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from models_ui.accounts.models import User
from models_ui.approvals.discarding import discard
from models_ui.drafts import checks, operations, queries
from models_ui.drafts.listing import Filters, page
from models_ui.drafts.models import Draft
from models_ui.web.access import reason_against
from models_ui.web.draft_lines import lines
from models_ui.web.forms.drafts import FiltersForm
from models_ui.web.forms.step import number
from models_ui.web.htmx import Request


@require_safe
def draft_list(request: Request) -> HttpResponse:
    """One page of the drafts of the person's teams, filtered and sorted as the address says."""
    form = FiltersForm(request.GET)
    filters = form.filters
    shown = page(request.user, filters, number=max(1, number(request.GET.get("page", ""))))
    context = {
        "form": form,
        "filters": filters,
        "filtered": filters != Filters(order=filters.order),
        "lines": lines(shown.drafts, reader=request.user),
        "newer": neighbour(request, shown.newer),
        "older": neighbour(request, shown.older),
        "undo": just_discarded(request.user, request.GET.get("undo", "")),
        "reason": reason_against(checks.check_can_create, request.user),
    }
    return render(request, "drafts/list.html", context, status=422 if form.errors else 200)


def neighbour(request: Request, page_number: int) -> str:
    """Return the address of a neighbouring page under the same filters, or nothing."""
    if not page_number:
        return ""
    parameters = request.GET.copy()
    parameters.pop("undo", None)
    parameters["page"] = str(page_number)
    return f"?{parameters.urlencode()}"


def just_discarded(user: User, draft_id: str) -> Draft | None:
    """Return the draft whose discarding can be undone, if the address names one that the person may bring back."""
    try:
        wanted = uuid.UUID(draft_id)
    except ValueError:
        return None
    return queries.discarded_of(user).filter(id=wanted).first()


@require_POST
def draft_discard(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """Put a draft away, and offer to undo it."""
    version = number(request.POST.get("version", ""))
    gone = discard(draft_id=draft_id, version=version, by=request.user, at=timezone.now())
    return redirect(f"{reverse('draft-list')}?undo={gone.id}")


@require_POST
def draft_restore(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """Bring a discarded draft back."""
    back = operations.restore(draft_id=draft_id, by=request.user, at=timezone.now())
    messages.success(request, f"{back.name or 'The draft'} is back among the drafts.")
    return redirect("draft-list")
