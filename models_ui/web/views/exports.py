"""How does somebody take a request along, in the words of another tool?"""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from models_ui.approvals.prospects import prospect
from models_ui.contract.guarded import Guarded
from models_ui.drafts import queries as drafts
from models_ui.submissions import queries as submissions
from models_ui.web.htmx import Request
from models_ui.web.previews import exported


@never_cache
@require_safe
def draft_export(request: Request, draft_id: uuid.UUID, dialect: str) -> HttpResponse:
    """The request so far without its secrets; `?tagged`, as the review shows it, has the tag that submission adds."""
    draft = drafts.get_visible(request.user, draft_id)
    document = prospect(draft, by=request.user).request if "tagged" in request.GET else draft.document
    return without_secrets(Guarded(document, draft.secret_marks), dialect, region=draft.region)


@never_cache
@require_safe
def submission_export(request: Request, submission_id: uuid.UUID, dialect: str) -> HttpResponse:
    """The request of the current revision without its secrets."""
    revision = submissions.get_visible(request.user, submission_id).current
    return without_secrets(revision.guarded, dialect, region=revision.target.region)


def without_secrets(guarded: Guarded, dialect: str, *, region: str) -> HttpResponse:
    """Return the file for one tool."""
    return exported(guarded.shown, dialect, hides=guarded.hides, region=region)
