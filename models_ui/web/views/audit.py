"""What does the audit log show, and to whom?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import Role, Team, User
from models_ui.audit import export, operations, queries
from models_ui.audit.operations import Subject
from models_ui.audit.queries import Filters
from models_ui.audit.vocabulary import Name
from models_ui.drafts.queries import teams_seen
from models_ui.web.access import check_can_export, reason_against
from models_ui.web.forms.audit import FiltersForm
from models_ui.web.htmx import Request
from models_ui.web.keyset import cursor, kept, neighbour


def scope(user: User) -> frozenset[str] | None:
    """Return the teams whose events the person may see; None means everything, sign-ins too.

    It follows what submissions the person may see: approvers decide for all teams, and who has no role sees nothing.
    """
    if user.has_role(Role.AUDITOR) or user.has_role(Role.ADMIN):
        return None
    if user.has_role(Role.APPROVER):
        return frozenset(Team.objects.values_list("slug", flat=True))
    return user.team_slugs if user.has_role(Role.DATA_SCIENTIST) else frozenset()


@require_safe
def audit(request: Request) -> HttpResponse:
    """One page of events, filtered as the address says."""
    teams = scope(request.user)
    form = FiltersForm(request.GET, actors=queries.actors(teams=teams))
    page = queries.page(form.filters, teams=teams, older=cursor(request, "older"), newer=cursor(request, "newer"))
    context = {
        "form": form,
        "page": page,
        "drafts_of": teams_seen(request.user),
        "filtered": form.filters != Filters(),
        "newer": neighbour(request.GET, "newer", page.newer),
        "older": neighbour(request.GET, "older", page.older),
        "filters": kept(request.GET).urlencode(),
        "no_export": reason_against(check_can_export, request.user),
    }
    return render(request, "audit/list.html", context, status=422 if form.errors else 200)


@require_safe
def audit_event(request: Request, event_id: int) -> HttpResponse:
    """One event with everything that was recorded."""
    found = queries.get_visible(event_id, teams=scope(request.user))
    return render(request, "audit/event.html", {"event": found, "drafts_of": teams_seen(request.user)})


@require_safe
def audit_export_jsonl(request: Request) -> HttpResponseBase:
    """Every event that fits the filters, one JSON object a line, as it was recorded."""
    return exported(request, "jsonl", "application/x-ndjson")


@require_safe
def audit_export_csv(request: Request) -> HttpResponseBase:
    """The same for spreadsheets, with formulas made harmless."""
    return exported(request, "csv", "text/csv; charset=utf-8")


def exported(request: Request, kind: str, content_type: str) -> HttpResponseBase:
    """Record the export, then stream it; what is wrong with a filter is told on the page, and nothing is exported."""
    check_can_export(request.user)
    form = FiltersForm(request.GET, actors=queries.actors(teams=None))
    if form.errors:
        return redirect(f"{reverse('audit')}?{kept(request.GET).urlencode()}")
    record_export(request.user, kind, {name: request.GET[name] for name in form.fields if request.GET.get(name)})
    events = queries.exported(form.filters)
    lines: Iterator[str] = export.jsonl(events) if kind == "jsonl" else export.rows(events)
    name = f"models-ui-audit-{timezone.now():%Y-%m-%d}.{kind}"
    return StreamingHttpResponse(
        lines, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def record_export(user: User, kind: str, filters: Mapping[str, str]) -> None:
    """Write the event of an export with the filters that were asked for."""
    data: dict[str, Any] = {"format": kind, "filters": urlencode(filters)}
    with transaction.atomic():
        operations.record(
            name=Name.AUDIT_EXPORTED,
            actor=actor_for(user),
            subject=Subject("audit", "log"),
            at=timezone.now(),
            data=data,
        )
