"""How is a form undone, published, taken out of use, and set back to a version?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.blueprints import checks, operations, queries
from models_ui.web import access
from models_ui.web.forms.step import number
from models_ui.web.htmx import Request
from models_ui.web.workshop import TABS, address

# Refusals that are no attempt at anything forbidden: there was nothing to do.
HARMLESS = frozenset({"nothing-to-undo", "nothing-to-redo", "blueprint-unchanged", "blueprint-unsound"})


@require_POST
def blueprint_undo(request: Request, name: str) -> HttpResponse:
    """Take the last edit back."""
    return acted(request, name, operations.undo)


@require_POST
def blueprint_redo(request: Request, name: str) -> HttpResponse:
    """Do again what was taken back."""
    return acted(request, name, operations.redo)


@require_POST
def blueprint_publish(request: Request, name: str) -> HttpResponse:
    """Make the working copy the version that people fill in."""
    return acted(request, name, operations.publish, said="Published. Whoever begins now gets this version.")


@require_POST
def blueprint_retire(request: Request, name: str) -> HttpResponse:
    """Take a form out of use, or bring it back."""
    checks.check_can_design(request.user)
    retired = queries.get(name).retired_at is not None
    act = operations.unretire if retired else operations.retire
    return acted(request, name, act, said="It can be used again." if retired else "Retired. Nobody can begin with it.")


@require_POST
def blueprint_restore(request: Request, name: str) -> HttpResponse:
    """Set the working copy back to a published version."""
    n = number(request.POST.get("n", ""))
    said = f"The working copy is version {n} again. Publish it to put it in use."
    return acted(request, name, operations.restore, said=said, tab="versions", n=n)


def acted(
    request: Request, name: str, act: Callable[..., Any], *, said: str = "", tab: str = "", **more: Any
) -> HttpResponse:
    """Do it and lead back to the tab; a refusal that keeps nobody from anything is told there. 409 where too late."""
    checks.check_can_design(request.user)
    back = request.POST.get("tab", "") or tab
    back = back if back in dict(TABS) else "about"
    try:
        act(name=name, version=number(request.POST.get("version", "")), by=request.user, at=timezone.now(), **more)
    except (NotFound, Stale):
        raise
    except Refused as refusal:
        if refusal.code not in HARMLESS:
            access.record(request, refusal)
        messages.warning(request, refusal.sentence)
    else:
        if said:
            messages.success(request, said)
    return redirect(address(name, back))
