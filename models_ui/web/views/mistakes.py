"""Which fields do people get wrong, so that a form can be made better?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from models_ui.blueprints import checks
from models_ui.web.htmx import Request
from models_ui.web.mistakes import counts


@require_safe
def finding_counts(request: Request) -> HttpResponse:
    """Counts of findings by field, for admins: no values, no people."""
    checks.check_can_design(request.user)
    found = counts(request.GET.get("form", ""), request.GET.get("days", ""), today=timezone.localdate())
    return render(request, "blueprints/mistakes.html", {"counts": found})
