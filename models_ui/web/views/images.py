"""How does somebody choose one of AWS's images for a field of a draft?"""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_htmx.http import trigger_client_event

from models_ui.audit.refusals import NotFound
from models_ui.drafts import queries
from models_ui.web.choosing import chooser
from models_ui.web.htmx import Request, respond, wants_fragment
from models_ui.web.views.drafts import closed


@require_safe
def draft_images(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """AWS's images that fit a few words, or the newest of each framework; each fills the field and leads back to it."""
    draft = queries.get_visible(request.user, draft_id)
    if draft.locked or draft.discarded_at:
        return closed(request, draft)
    shown = chooser(
        request.user,
        draft,
        field=request.GET.get("for", ""),
        query=request.GET.get("q", ""),
        returning=request.GET.get("return") == "review",
        on=timezone.localdate(),
    )
    if shown is None:
        raise NotFound("image")
    response = respond(request, "drafts/images.html", "drafts/_images.html", {"chooser": shown})
    if wants_fragment(request):
        trigger_client_event(response, "announce", {"value": shown.told})
    return response
