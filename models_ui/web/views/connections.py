"""Which accounts and regions can be written to, and how does an admin add one?"""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from models_ui.accounts.actors import actor_for
from models_ui.connections import checks, operations, queries
from models_ui.web.access import reason_against
from models_ui.web.forms.connections import ConnectionForm
from models_ui.web.htmx import Request


@require_safe
def connection_list(request: Request) -> HttpResponse:
    """Every connection, for everybody: a target is no secret."""
    context = {
        "connections": queries.all_connections(),
        "reason": reason_against(checks.check_can_create, request.user),
    }
    return render(request, "connections/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def connection_new(request: Request) -> HttpResponse:
    """Show the form, or create the connection."""
    checks.check_can_create(request.user)
    form = ConnectionForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and created(form, request):
        messages.success(request, f"Connection {form.cleaned_data['name']} is ready to use.")
        return redirect("connection-list")
    return render(request, "connections/new.html", {"form": form}, status=422 if form.is_bound else 200)


def created(form: ConnectionForm, request: Request) -> bool:
    """Create the connection; or put what the domain has against it beside the fields and return False."""
    try:
        operations.create(**form.cleaned_data, by=actor_for(request.user), at=timezone.now())
    except ValidationError as error:
        form.add_messages(error)
        return False
    return True
