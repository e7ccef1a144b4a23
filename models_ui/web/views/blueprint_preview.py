"""How does a form look to the people who fill it in, on a phone and at a desk, before anybody does?"""

from __future__ import annotations

from django.http import HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from models_ui.accounts.models import Team
from models_ui.audit.refusals import Refused
from models_ui.blueprints.queries import is_for
from models_ui.blueprints.texts import outline_of
from models_ui.connections.queries import all_connections, by_id
from models_ui.drafts.models import Draft
from models_ui.web.building import opened, shown
from models_ui.web.htmx import Request
from models_ui.web.rehearsals import APPROVER, Rehearsal, begun, filled, going_on, leads, led_to, rehearsal
from models_ui.web.uploads import takes
from models_ui.web.views.wizard import SCREEN
from models_ui.web.workshop import Workshop

FRAGMENT = "blueprints/_preview.html"
WIDTHS = (("desktop", "Desktop"), ("phone", "Phone"))


@takes(SCREEN)
@require_http_methods(["GET", "HEAD", "POST"])
def blueprint_preview(request: Request, name: str) -> HttpResponse:
    """The form as somebody of a team sees it. What is filled in goes from screen to screen and is never stored."""
    workshop = opened(request, name, "preview")
    teams = [team for team in Team.objects.order_by("name") if may_use(workshop, team)]
    asked = request.POST if request.method == "POST" else request.GET
    seen, refusal = None, ""
    if teams:
        try:
            seen = looked_at(request, workshop, chosen(asked, teams))
        except Refused as refused:
            refusal = refused.sentence
    context = {
        "rehearsal": seen,
        "refusal": refusal,
        "teams": teams,
        "problems": seen.problems if seen else [],
        **choices(asked),
    }
    return shown(request, workshop, FRAGMENT, context, status=422 if seen and seen.problems else 200)


def may_use(workshop: Workshop, team: Team) -> bool:
    """Say whether the people of a team may use the form."""
    return is_for(outline_of(workshop.blueprint.text), frozenset({team.slug}))


def chosen(asked: QueryDict, teams: list[Team]) -> Team:
    """Return the team that was chosen, else the first one."""
    return next((team for team in teams if team.slug == asked.get("team")), teams[0])


def choices(asked: QueryDict) -> dict[str, object]:
    """Return what else was chosen: as whom, where to, and how wide."""
    width = asked.get("width", "")
    return {
        "widths": WIDTHS,
        "width": width if width in dict(WIDTHS) else "desktop",
        "team": asked.get("team", ""),
        "approving": asked.get("as") == APPROVER,
        "approver": APPROVER,
        "connections": all_connections(),
        "where": asked.get("where", ""),
    }


def looked_at(request: Request, workshop: Workshop, team: Team) -> Rehearsal | None:
    """Return the screen that is looked at: the one that was asked for, or the one that a button leads to."""
    asked = request.POST if request.method == "POST" else request.GET
    approving = asked.get("as") == APPROVER
    draft = begun(workshop.blueprint, by=request.user, team=team, connection=by_id(asked.get("where", "")))
    if request.method != "POST":
        return rehearsal(draft, asked.get("step", ""), approving=approving)
    return played(going_on(draft, request.POST.get("document", "")), request.POST)


def played(draft: Draft, post: QueryDict) -> Rehearsal | None:
    """Return the screen after a button of the form was pressed."""
    step, action = post.get("step", ""), post.get("action", "continue")
    done = filled(draft, step, {name: str(value) for name, value in post.items()})
    draft.document = done.document
    here = rehearsal(draft, step, told=action == "continue", said=done.said)
    if here is None or not leads(action):
        return here
    wanted = led_to(here, action)
    return here if wanted == here.step.name else rehearsal(draft, wanted, said=done.said)
