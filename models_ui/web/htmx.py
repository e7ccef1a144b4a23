"""Whole page or fragment? One address gives either; the header HX-Request decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from models_ui.accounts.models import User
from models_ui.web import kept
from models_ui.web.forms.login import LoginForm

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Request(HttpRequest):
    """A request as the views behind the login get it."""

    htmx: HtmxDetails
    user: User


def wants_fragment(request: HttpRequest) -> bool:
    """Say whether htmx asks for a part of the page; a restored page of its history is asked for whole."""
    htmx = getattr(request, "htmx", None)
    if not htmx:
        return False
    return not (htmx.boosted or htmx.history_restore_request)


def respond(
    request: HttpRequest, page: str, fragment: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render the fragment for htmx and the page for everybody else, from the same context."""
    response = render(request, fragment if wants_fragment(request) else page, dict(context), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def take_over(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let an answer be the whole page, also where htmx asked for a part: the body gives way. Returns the answer."""
    if getattr(request, "htmx", None):
        response["HX-Retarget"] = "body"
        response["HX-Reswap"] = "innerHTML show:window:top"
    return response


def goto(request: HttpRequest, to: str, *args: object, **kwargs: object) -> HttpResponse:
    """Redirect, also where htmx asked: the browser then really goes there. `to` is a name or an address."""
    url = resolve_url(to, *args, **kwargs)
    if getattr(request, "htmx", None):
        return HttpResponseClientRedirect(url)
    return HttpResponseRedirect(url)


class LoginRequired(LoginRequiredMiddleware):
    """Django's own, but for htmx: a login page would land inside a fragment, so the browser is sent there instead.

    And who posts a form after the login session has ended loses nothing: a page that htmx drives stays as it is, and the
    forms that are worth it go through sign-in. From the others the person is led back to the page of the form: the
    address that it was sent to may show nothing.
    """

    # The stubs know of redirects only.
    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:  # type: ignore[override]
        """Answer a fragment with 401, and HX-Redirect where nothing was typed; everything else with the login page."""
        htmx = getattr(request, "htmx", None)
        if not htmx and request.method == "POST":
            return kept_form(request)
        if not htmx:
            return super().handle_no_permission(request, view_func)
        if request.method not in SAFE_METHODS:
            return HttpResponse(status=401)
        login = redirect_to_login(current_address(htmx) or resolve_url("home"))
        return HttpResponse(status=401, headers={"HX-Redirect": login.url})


def kept_form(request: HttpRequest) -> HttpResponse:
    """Return the login page with the form that somebody signed out has sent, or lead to it where none is kept."""
    form, before = kept.sent(request), kept.page_before(request)
    if form is None:
        return redirect_to_login(before or resolve_url("home"))
    context = {"form": LoginForm(request), "next": before, "kept": form}
    response = render(request, "accounts/login.html", context, status=401)
    add_never_cache_headers(response)
    return response


def current_address(htmx: HtmxDetails) -> str | None:
    """Return the address on this site that htmx says it asks from; None where what it says is no address."""
    try:
        return htmx.current_url_abs_path
    except ValueError:
        return None
