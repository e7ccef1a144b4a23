"""Where is it said in words how all of this works?"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from models_ui.form.glossary import sections

# What each state means and who acts next, in the words of somebody who waits.
MEANINGS = {
    "draft": ("A request that somebody is filling in. Nobody else is asked yet.", "The requester"),
    "pending": ("It is frozen and waits until somebody else decides.", "An approver"),
    "changes_requested": ("An approver asked for changes, or the requester took it back.", "The requester"),
    "approved": ("Somebody said yes to exactly these bytes. Nothing exists yet.", "The worker"),
    "queued": ("It stands in line for the worker.", "The worker"),
    "calling": ("The worker is asking AWS to create the SageMaker model.", "The worker"),
    "created": ("The SageMaker model exists.", "Nobody"),
    "failed": ("AWS said no. Nothing was created; the page says why and what to do.", "The requester"),
    "unknown": ("AWS gave no clear answer. The worker looks whether the SageMaker model exists.", "The worker"),
    "needs_attention": ("The worker could not find out what happened.", "An admin"),
    "rejected": ("An approver said no, with a reason. It ends here.", "Nobody"),
    "refused": ("What was to be sent was not what was approved, so nothing was sent.", "Nobody"),
    "withdrawn": ("The requester no longer wants it.", "Nobody"),
}


@login_not_required
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """The flow, the words, the states, the keyboard, and the statement on accessibility."""
    states = [(state, *meaning) for state, meaning in MEANINGS.items()]
    return render(request, "help/help.html", {"states": states})


@login_not_required
@require_safe
def fields_page(request: HttpRequest) -> HttpResponse:
    """Every field of the form: what it is called here and in the API, what it means, and where to find its value."""
    return render(request, "help/fields.html", {"sections": sections()})
