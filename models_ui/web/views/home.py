"""What does somebody see first?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from models_ui.accounts.models import Role
from models_ui.connections.queries import all_connections
from models_ui.drafts import checks as drafts
from models_ui.drafts import queries as draft_queries
from models_ui.web import home as composed
from models_ui.web import offers
from models_ui.web.access import reason_against
from models_ui.web.htmx import Request
from models_ui.web.views.audit import scope


@require_safe
def home(request: Request) -> HttpResponse:
    """What needs the person, what is under way, what was made; a place to start, or the latest events."""
    user = request.user
    needs = composed.needs(user)
    under_way = composed.under_way(user, without=needs)
    requests = user.has_role(Role.DATA_SCIENTIST)
    mine = composed.drafts(user) if requests else []
    reason = reason_against(drafts.check_can_create, user) if requests else ""
    context = {
        "needs": needs,
        "under_way": under_way[: composed.FEW],
        "more_under_way": max(under_way.count() - composed.FEW, 0),
        "made": composed.made(user),
        "requests": requests,
        "reason": reason,
        "drafts": mine,
        "usual": draft_queries.last_connection(user) if requests else None,
        "offers": offers.cards(user)[: offers.FEW] if requests and not mine and not reason else [],
        "draft_count": draft_queries.open_to(user).count() if requests else 0,
        "connections": all_connections() if requests else [],
        "events": [] if requests else composed.events(scope(user)),
    }
    return render(request, "home/home.html", context)
