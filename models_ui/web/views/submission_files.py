"""How does a program read a submission?"""

from __future__ import annotations

import uuid

from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from models_ui.audit.refusals import Refused
from models_ui.contract.canonical import canonical
from models_ui.submissions import queries
from models_ui.submissions.models import Revision
from models_ui.web.htmx import Request


@never_cache
@require_safe
def submission_request(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """The request of the current revision, as canonical bytes: exactly what is sent."""
    return document(canonical(readable(request, submission_id).request))


@never_cache
@require_safe
def submission_envelope(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """The envelope of the current revision, as the canonical bytes whose SHA-256 is the digest."""
    return document(readable(request, submission_id).envelope_text.encode())


@never_cache
@require_safe
def submission_status(request: Request, submission_id: uuid.UUID) -> JsonResponse:
    """How a submission stands, in few words."""
    found = queries.get_visible(request.user, submission_id)
    failure = found.failure and {"code": found.failure["code"], "message": found.failure["message"]}
    return JsonResponse(
        {
            "state": found.state,
            "digest": found.current.digest,
            "version": found.version,
            "model_arn": found.model_arn or None,
            "attempts": found.attempts.count(),
            "failure": failure,
        }
    )


def readable(request: Request, submission_id: uuid.UUID) -> Revision:
    """Return the current revision if this person may have its exact bytes. Raises NotFound or Refused."""
    found = queries.get_visible(request.user, submission_id)
    if queries.masked_pointers(request.user, found, found.current):
        raise Refused(
            "masked",
            f"The request holds secrets, so only {found.requester} gets its exact bytes. "
            "The page of the submission shows everything else.",
        )
    return found.current


def document(body: bytes) -> HttpResponse:
    """Return bytes of JSON as they are."""
    return HttpResponse(body, content_type="application/json")
