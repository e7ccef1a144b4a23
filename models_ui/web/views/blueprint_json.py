"""How does a form look as a document, how is it edited as text, and how does it travel as a file?"""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from models_ui.audit.refusals import Stale
from models_ui.blueprints import checks, queries, schema
from models_ui.blueprints.files import written
from models_ui.blueprints.texts import text_of
from models_ui.web.building import conflict, edited, opened, shown
from models_ui.web.forms.base import Problem
from models_ui.web.htmx import Request
from models_ui.web.json_faults import Fault, read
from models_ui.web.uploads import Bounds, takes
from models_ui.web.workshop import Workshop

FRAGMENT = "blueprints/_json.html"
# A byte may be sent as three; a file comes as it is.
DOCUMENT = Bounds(size=4 * checks.LONGEST, fields=20)


@takes(DOCUMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def blueprint_json(request: Request, name: str) -> HttpResponse:
    """The working copy as text; or store what was typed or chosen as a file."""
    workshop = opened(request, name, "json")
    if request.method != "POST":
        return answer(request, workshop, text_of(workshop.document))
    text = typed(request)
    found = read(text)
    if found.document is None:
        return answer(request, workshop, text, [Problem("document", found.sentence)], found.faults, status=422)
    document = found.document
    try:
        after, problems = edited(request, workshop, lambda _before: document)
    except Stale as stale:
        return conflict(request, workshop, lambda _before: document, stale)
    if problems:
        return answer(request, workshop, text, problems, status=422)
    return redirect(after.url)


def typed(request: Request) -> str:
    """Return the text of the chosen file, else what was typed. Of a file that is no text the loader speaks."""
    file = request.FILES.get("file")
    if file:
        return str(file.read().decode("utf-8", "replace"))
    return request.POST.get("document", "").replace("\r\n", "\n")


def answer(
    request: Request,
    workshop: Workshop,
    text: str,
    problems: list[Problem] | None = None,
    faults: list[Fault] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Return the tab with the text as it was typed."""
    context = {"text": text, "problems": problems or [], "faults": faults or []}
    return shown(request, workshop, FRAGMENT, context, status=status)


@never_cache
@require_safe
def blueprint_export(request: Request, name: str) -> HttpResponse:
    """The working copy as a file, for another installation or a repository."""
    checks.check_can_design(request.user)
    found = queries.get(name)
    known = request.build_absolute_uri(reverse("blueprint-schema"))
    response = HttpResponse(written(found.document, schema_address=known), content_type="application/json")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{found.name}.json")
    return response


@require_safe
def blueprint_schema(_request: Request) -> JsonResponse:
    """The JSON Schema of blueprints, for editors and scripts."""
    return JsonResponse(schema.schema(), content_type="application/schema+json", json_dumps_params={"indent": 2})
