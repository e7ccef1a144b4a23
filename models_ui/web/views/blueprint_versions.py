"""Which versions of a form were published, and what differs between them?"""

from __future__ import annotations

from django.http import HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from models_ui.web.building import opened, shown
from models_ui.web.htmx import Request
from models_ui.web.versions import choice, compared, lines


@require_safe
def blueprint_versions(request: Request, name: str) -> HttpResponse:
    """The versions with who uses them, and a comparison of two."""
    workshop = opened(request, name, "versions")
    found = lines(workshop.blueprint)
    chosen = choice(found, asked(request.GET, "from"), asked(request.GET, "to"))
    context = {
        "versions": found,
        "choice": chosen,
        "compared": compared(workshop.document, found, chosen) if found else [],
    }
    return shown(request, workshop, "blueprints/_versions.html", context)


def asked(query: QueryDict, name: str) -> int | None:
    """Return the version that an address names; None where it names none."""
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None
