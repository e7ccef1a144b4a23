"""How does a pasted request become a draft?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from models_ui.contract.dialects import create_model_json
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.loader import MOST_BYTES, NotReadable
from models_ui.drafts import checks, operations
from models_ui.web.forms.starting import ImportForm
from models_ui.web.htmx import Request
from models_ui.web.uploads import Bounds, takes

# A byte may be sent as three, and the other controls need a little.
PASTE = Bounds(size=3 * MOST_BYTES + 64 * 1024, fields=100)
TOO_LARGE = "too-large"


@takes(PASTE)
@require_http_methods(["GET", "HEAD", "POST"])
def draft_import(request: Request) -> HttpResponse:
    """Show the form, or make a draft of anything that parses; what is wrong in it is told on the review page."""
    checks.check_can_create(request.user)
    form = ImportForm(request.POST if request.method == "POST" else None, user=request.user)
    if not form.is_valid():
        return asked(request, form, status=422 if form.is_bound else 200)
    try:
        reading = create_model_json.read(form.cleaned_data["document"])
    except NotReadable as reason:
        return not_readable(request, form, reason)
    return made(request, form, reading)


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
    """Make the draft, and say what the text held besides the request."""
    draft = operations.create(
        owner=request.user, at=timezone.now(), document=reading.document, origin=reading.dialect, **form.chosen
    )
    for finding in reading.findings:
        messages.info(request, finding.message)
    return redirect("draft-review", draft.id)
