"""How does a pasted request become a draft?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from models_ui.audit.refusals import Refused
from models_ui.contract import dialects
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.loader import MOST_BYTES, NotReadable
from models_ui.drafts import checks, operations
from models_ui.web import access
from models_ui.web.forms.starting import ImportForm
from models_ui.web.htmx import Request
from models_ui.web.uploads import Bounds, takes

# A byte may be sent as three, and the other controls need a little.
PASTE = Bounds(size=3 * MOST_BYTES + 64 * 1024, fields=100)
TOO_LARGE = "too-large"
# Messages travel in a cookie. A reference without its value is told at its field as well, for as long as it stands there.
MOST_TOLD = 12


@takes(PASTE)
@require_http_methods(["GET", "HEAD", "POST"])
def draft_import(request: Request) -> HttpResponse:
    """Show the form, or make a draft of anything that parses; what is wrong in it is told on the review page."""
    checks.check_can_create(request.user)
    form = ImportForm(request.POST if request.method == "POST" else None, user=request.user)
    if not form.is_valid():
        return asked(request, form, status=422 if form.is_bound else 200)
    try:
        reading = dialects.read(form.cleaned_data["document"], region=form.region)
    except NotReadable as reason:
        return not_readable(request, form, reason)
    try:
        return made(request, form, reading)
    except Refused as refusal:
        if not refusal.code.startswith("blueprint"):
            raise
        access.record(request, refusal)
        form.add_error(None, refusal.sentence)
        return asked(request, form, status=422)


def asked(request: Request, form: ImportForm, *, status: int) -> HttpResponse:
    """Return the form with what was typed."""
    return render(request, "drafts/import.html", {"form": form}, status=status)


def not_readable(request: Request, form: ImportForm, reason: NotReadable) -> HttpResponse:
    """Return the form again with the sentence; 413 where it is too large, and then without the text."""
    if reason.code == TOO_LARGE:
        emptied = request.POST.copy()
        emptied["document"] = ""
        form = ImportForm(emptied, user=request.user)
        form.errors.pop("document")
    form.add_error("document", reason.sentence)
    return asked(request, form, status=413 if reason.code == TOO_LARGE else 422)


def made(request: Request, form: ImportForm, reading: Reading) -> HttpResponse:
    """Make the draft, and say what became of the text."""
    draft = operations.create(
        owner=request.user, at=timezone.now(), document=reading.document, origin=reading.dialect, **form.chosen
    )
    for grave, say in ((True, messages.warning), (False, messages.info)):
        told = [finding.message for finding in reading.findings if (finding.severity != "info") is grave]
        if told:
            say(request, "\n".join(shortened(told)))
    return redirect("draft-review", draft.id)


def shortened(sentences: list[str]) -> list[str]:
    """Return the first of many sentences, and how many there are besides."""
    more = len(sentences) - MOST_TOLD
    return [*sentences[:MOST_TOLD], f"And {more} more."] if more > 0 else sentences
