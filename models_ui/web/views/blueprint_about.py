"""What is a form about, whose is it, and of which containers are its requests?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from models_ui.audit.refusals import Stale
from models_ui.blueprints.catalogue import label
from models_ui.blueprints.editing import with_containers, with_facts
from models_ui.blueprints.homes import Raw
from models_ui.web.building import Change, conflict, edited, last_token, opened, shown
from models_ui.web.forms.base import Problem
from models_ui.web.forms.blueprints import AboutForm
from models_ui.web.htmx import Request
from models_ui.web.workshop import Workshop

FRAGMENT = "blueprints/_about.html"


@require_http_methods(["GET", "HEAD", "POST"])
def blueprint_about(request: Request, name: str) -> HttpResponse:
    """The facts about a form; or store them."""
    workshop = opened(request, name, "about")
    if request.method != "POST":
        return answer(request, workshop, AboutForm(document=workshop.document))
    form = AboutForm(request.POST, document=workshop.document)
    if not form.is_valid():
        return answer(request, workshop, form, form.problems, status=422)
    change = change_of(form)
    try:
        after, problems = edited(request, workshop, change, control=last_token)
    except Stale as stale:
        return conflict(request, workshop, change, stale)
    if problems:
        return answer(request, workshop, form, problems, status=422)
    tell_lost(request, workshop, form)
    return redirect(after.url)


def change_of(form: AboutForm) -> Change:
    """Return the edit that the form means."""

    def change(document: Raw) -> Raw:
        return with_facts(with_containers(document, form.containers)[0], **form.facts)

    return change


def tell_lost(request: Request, workshop: Workshop, form: AboutForm) -> None:
    """Name the fields that the other containers took away, and how they come back."""
    _after, lost = with_containers(workshop.document, form.containers)
    if lost:
        names = ", ".join(label(place) for place in lost[:5]) + (f" and {len(lost) - 5} more" if len(lost) > 5 else "")
        messages.warning(
            request, f"These have no place in such requests and are gone from the form: {names}. Undo brings them back."
        )


def answer(
    request: Request,
    workshop: Workshop,
    form: AboutForm,
    problems: list[Problem] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Return the tab with the form as it was filled in."""
    context = {"form": form, "problems": problems or []}
    return shown(request, workshop, FRAGMENT, context, status=status)
