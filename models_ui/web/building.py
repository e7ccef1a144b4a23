"""How does a post of the form builder become an edit, a form with what is wrong in it, or a choice between two hands?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.blueprints import checks, operations, queries, schema
from models_ui.blueprints.differences import differences
from models_ui.blueprints.homes import Raw
from models_ui.contract import pointers
from models_ui.contract.diff_rows import Group
from models_ui.web import access
from models_ui.web.forms.base import Problem
from models_ui.web.forms.step import number
from models_ui.web.htmx import Request, respond, take_over
from models_ui.web.kept import pairs
from models_ui.web.workshop import Workshop

NO_BLUEPRINT = "blueprint-schema"
# What keeps any edit of this form from being stored, though the admin may make it: nothing was denied.
UNSTORED = frozenset({"blueprint-too-large", "blueprint-retired"})
UNSEEN = frozenset({"csrfmiddlewaretoken", "version"})

Change = Callable[[Raw], Raw]


class Edited(NamedTuple):
    """What became of an edit: the form as it is now, or what kept it from being stored."""

    workshop: Workshop
    problems: list[Problem]


def opened(request: Request, name: str, tab: str) -> Workshop:
    """Return the form that an admin works on. Raises Refused or NotFound."""
    checks.check_can_design(request.user)
    return Workshop(queries.get(name), tab)


def shown(
    request: Request, workshop: Workshop, fragment: str, context: Mapping[str, object], *, status: int = 200
) -> HttpResponse:
    """Render a tab, or the part of it that htmx swaps."""
    around = {"workshop": workshop, "fragment": fragment, **context}
    return respond(request, "blueprints/page.html", fragment, around, status=status)


def edited(request: Request, workshop: Workshop, change: Change, *, control: Callable[[str], str] = str) -> Edited:
    """Change the working copy. `control` says which control is about a place of the document.

    Raises Stale where somebody else was faster: `conflict` is the answer to that.
    """
    try:
        after = change(workshop.document)
    except (NotFound, Stale):
        raise
    except Refused as refusal:
        return Edited(workshop, [Problem("", refusal.sentence)])
    try:
        operations.edit(
            name=workshop.name,
            document=after,
            version=number(request.POST.get("version", "")),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        if refusal.code in UNSTORED:
            return Edited(workshop, [Problem("", refusal.sentence)])
        if refusal.code != NO_BLUEPRINT:
            raise
        # All of them at their places, where the refusal tells the first.
        found = schema.findings(after)
        return Edited(workshop, [Problem(control(finding.pointer), finding.message) for finding in found])
    return Edited(Workshop(queries.get(workshop.name), workshop.tab), [])


def conflict(request: Request, workshop: Workshop, change: Change, stale: Stale) -> HttpResponse:
    """409 with what the edit would make of the form as it is now; a button does it all the same."""
    access.record(request, stale)
    now = Workshop(queries.get(workshop.name), workshop.tab)
    would, impossible = would_differ(now.document, change)
    context = {
        "workshop": now,
        "sentence": stale.sentence,
        "differences": would,
        "impossible": impossible,
        "typed": [pair for pair in pairs(request) if pair[0] not in UNSEEN],
        "again": request.get_full_path(),
        "back": request.get_full_path() if "place" in request.GET else now.url,
    }
    return take_over(request, render(request, "blueprints/conflict.html", context, status=409))


def would_differ(document: Raw, change: Change) -> tuple[list[Group], str]:
    """Return what an edit would change, or the sentence why it cannot be made any more."""
    try:
        after = change(document)
    except Refused as refusal:
        return [], refusal.sentence
    return ([], "") if schema.findings(after) else (differences(document, after), "")


def last_token(pointer: str) -> str:
    """Return the control of a place whose name is that of its last member."""
    names = [token for token in pointers.split(pointer) if not token.isdecimal()]
    return names[-1] if names else ""
