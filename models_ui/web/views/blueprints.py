"""Which forms are there, and how is one made?"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from models_ui.audit.refusals import Refused
from models_ui.blueprints import checks, operations
from models_ui.web.access import reason_against
from models_ui.web.beginnings import begun, requests_seen, starters
from models_ui.web.blueprint_lines import lines_for
from models_ui.web.building import opened
from models_ui.web.forms.base import Problem
from models_ui.web.forms.blueprints import BeginForm
from models_ui.web.htmx import Request
from models_ui.web.json_faults import Fault
from models_ui.web.uploads import takes
from models_ui.web.views.blueprint_json import DOCUMENT
from models_ui.web.workshop import address


@require_safe
def blueprint_list(request: Request) -> HttpResponse:
    """Every form for admins; for everybody else those that they may begin with."""
    reason = reason_against(checks.check_can_design, request.user)
    return render(request, "blueprints/list.html", {"lines": lines_for(request.user), "reason": reason})


@require_safe
def blueprint(request: Request, name: str) -> HttpResponse:
    """Lead to the fields."""
    return redirect(opened(request, name, "fields").url)


@takes(DOCUMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def blueprint_new(request: Request) -> HttpResponse:
    """Show the ways to begin, or make a form."""
    checks.check_can_design(request.user)
    options: dict[str, Any] = {"starters": starters(), "requests": requests_seen(request.user)}
    if request.method != "POST":
        return answer(request, BeginForm(initial={"begin": request.GET.get("begin", "")}, **options))
    form = BeginForm(request.POST, request.FILES, **options)
    if not form.is_valid():
        return answer(request, form, form.problems, status=422)
    document, problems, faults = begun(request.user, form)
    if document is None:
        return answer(request, form, problems, faults, status=422)
    try:
        made = operations.create(name=form.slug, document=document, by=request.user, at=timezone.now())
    except Refused as refusal:
        return answer(request, form, [Problem("name", refusal.sentence)], status=422)
    return redirect(address(made.name, "fields"))


def answer(
    request: Request,
    form: BeginForm,
    problems: list[Problem] | None = None,
    faults: list[Fault] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Return the page with what was filled in."""
    context = {"form": form, "problems": problems or [], "faults": faults or []}
    return render(request, "blueprints/new.html", context, status=status)
