"""What does a person see when something does not work? Plain words, what happened to the draft, what to do."""

from __future__ import annotations

import logging
import math
import sys
import uuid
from collections.abc import Mapping

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.encoding import escape_uri_path

from models_ui.web import kept
from models_ui.web.htmx import take_over
from models_ui.web.kept import Kept
from models_ui.web.shell import Shell

logger = logging.getLogger(__name__)

MINUTE = 60
TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def page(
    request: HttpRequest, status: int, context: Mapping[str, object] | None = None, *, bare: bool = False
) -> HttpResponse:
    """Return the page of an error.

    A bare page asks nothing of the database. The others fall back to it when the database does not answer, so that
    an error never hides behind another one.
    """
    try:
        body = rendered(request, status, context or {}, bare=bare)
    except DatabaseError as error:
        logger.warning("The page of error %s is shown bare: %s", status, type(error).__name__)
        body = rendered(request, status, context or {}, bare=True)
    return take_over(request, HttpResponse(body, status=status))


def rendered(request: HttpRequest, status: int, context: Mapping[str, object], *, bare: bool) -> str:
    """Return the text of an error page; no context processors run, so nothing is asked that the page does not show."""
    around: dict[str, object] = {"shell": Shell(request, bare=bare), "request": request}
    if not bare:
        around["csrf_token"] = get_token(request)
    return render_to_string(f"{status}.html", {**context, **around})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; or 413 where the browser sent more than the address takes."""
    return page(request, 413 if isinstance(exception, TOO_LARGE) else 400, bare=True)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403. `exception` may carry the sentence that says why."""
    return page(request, 403, {"sentence": str(exception)})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """404: there is no such page, or the person may not know that there is."""
    return page(request, 404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose proof of origin is missing or too old, with what was typed; our script tries once more."""
    # What follows the dash may be an Origin or Referer as somebody sent it.
    logger.warning("A form was refused: %s", reason.partition(" - ")[0])
    context = {"stale_form": True, "kept": kept.shown(request), "back": kept.page_before(request)}
    response = page(request, 403, context, bare=True)
    response["Stale-Form"] = "1"
    return response


def too_many(request: HttpRequest, *, seconds: int, brought: Kept | None = None) -> HttpResponse:
    """429 with the time to wait, in whole minutes where it is longer than one, and the form that came along."""
    told = seconds if seconds <= MINUTE else math.ceil(seconds / MINUTE) * MINUTE
    context = {"seconds": told, "kept": brought, "token": get_token(request) if brought else ""}
    response = page(request, 429, context, bare=True)
    response["Retry-After"] = str(seconds)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500 with an incident id, which the log has too."""
    incident = uuid.uuid4().hex[:12]
    error = sys.exc_info()[0]
    kind = error.__name__ if error else ""
    # Escaped: a line break in the address would begin a line of its own in the log.
    logger.error("Incident %s at %s %s: %s", incident, request.method, escape_uri_path(request.path), kind)
    return page(request, 500, {"incident": incident}, bare=True)
