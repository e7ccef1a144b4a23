"""Where does the one stylesheet come from?"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from models_ui.web import stylesheet as sheets

YEAR = 365 * 24 * 60 * 60


@login_not_required
@require_safe
def stylesheet(request: HttpRequest, digest: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The four layers in one answer. It is kept for ever, unless a page of another release asked for it."""
    sheet = sheets.current()
    response = HttpResponse(sheet.text, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable" if digest == sheet.digest else "no-cache"
    return response
