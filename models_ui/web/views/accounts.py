"""How does somebody come in, go out, and choose a theme?"""

from __future__ import annotations

import time

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import User
from models_ui.audit import operations as audit
from models_ui.audit.actors import SYSTEM
from models_ui.audit.operations import Subject
from models_ui.audit.vocabulary import Name, Outcome
from models_ui.web import errors, known, throttle
from models_ui.web import kept as keeping
from models_ui.web import theme as themes
from models_ui.web.forms.login import LoginForm
from models_ui.web.kept import Kept
from models_ui.web.uploads import Bounds, takes
from models_ui.web.views.wizard import SCREEN

# The largest screen, and what is asked here.
WITH_A_FORM = Bounds(size=SCREEN.size + 64 * 1024, fields=SCREEN.fields + 10)


@takes(WITH_A_FORM)
@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """Show the form, or let somebody in and lead on to `next`, or to the form that they had sent before."""
    kept = keeping.brought(request)
    if request.user.is_authenticated:
        return entered(request, kept)
    # Who comes back from the page that says to wait brings a form along, and tries nothing.
    tries = request.method == "POST" and ("username" in request.POST or kept is None)
    form = LoginForm(request, data=request.POST if tries else None)
    if tries:
        # PostgreSQL refuses a NUL even in a question.
        account = request.POST.get("username", "").replace("\x00", "")
        address, now = address_of(request), time.time()
        seconds = throttle.waits(account=account, address=address, now=now)
        if seconds:
            return errors.too_many(request, seconds=seconds, brought=kept)
        if form.is_valid():
            return welcome(request, form.get_user(), kept)
        throttle.failed(account=account, address=address, now=now)
        record_failure(account)
    context = {"form": form, "next": request.POST.get("next", request.GET.get("next", "")), "kept": kept}
    return render(request, "accounts/login.html", context, status=422 if form.is_bound else 200)


def welcome(request: HttpRequest, user: User, kept: Kept | None) -> HttpResponse:
    """Begin the login session of somebody who gave the right password. Nobody is shown what somebody else typed."""
    throttle.succeeded(account=user.get_username())
    with transaction.atomic():
        auth.login(request, user)
        record(user, Name.SIGNED_IN)
    response = entered(request, None if known.is_somebody_else(request, user) else kept)
    known.remember(response, user, secure=settings.SESSION_COOKIE_SECURE)
    return response


def entered(request: HttpRequest, kept: Kept | None) -> HttpResponse:
    """Lead on, or show what was kept with the button that sends it: nothing is sent without one more press."""
    if kept is None:
        return HttpResponseRedirect(onward(request))
    return render(request, "accounts/kept.html", {"kept": kept, "before": onward(request)})


@login_not_required
@never_cache
@require_safe
def token(request: HttpRequest) -> JsonResponse:
    """The proof of origin that forms carry, for a page that outlived it: every sign-in makes a new one."""
    return JsonResponse({"token": get_token(request)})


@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """End the login session."""
    if isinstance(request.user, User):
        with transaction.atomic():
            record(request.user, Name.SIGNED_OUT)
    auth.logout(request)
    return redirect("login")


@login_not_required
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme and go back to where the person was."""
    response = HttpResponseRedirect(onward(request))
    themes.keep(response, request.POST.get("theme", ""), secure=settings.SESSION_COOKIE_SECURE)
    return response


def address_of(request: HttpRequest) -> str:
    """Return where a browser is: behind a proxy what the proxy has noted last, else who is connected.

    All who come through one proxy would wait for each other's wrong passwords otherwise.
    """
    noted = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return noted.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def onward(request: HttpRequest) -> str:
    """Return where to go next: an address of this host and nothing else."""
    url = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    # A word without a slash would be no address of a page.
    return url if safe and url.startswith("/") else resolve_url(settings.LOGIN_REDIRECT_URL)


def record(user: User, name: Name) -> None:
    """Write the event of somebody coming or going."""
    subject = Subject("person", str(user.pk), user.get_username())
    audit.record(name=name, actor=actor_for(user), subject=subject, at=timezone.now())


def record_failure(account: str) -> None:
    """Write the event of a wrong password. The name is kept only where it belongs to somebody: it may be a password."""
    user = User.objects.filter(username=account).first()
    subject = Subject("person", str(user.pk), user.get_username()) if user else Subject("person", "unknown")
    with transaction.atomic():
        audit.record(name=Name.SIGN_IN_FAILED, actor=SYSTEM, subject=subject, at=timezone.now(), outcome=Outcome.DENIED)
