"""Who signed in last in this browser? Told by a signed cookie, since a session that ended tells nothing."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from models_ui.accounts.models import User

COOKIE = "known-as"
# Longer than any session: a page may stand open over a holiday.
KEPT = timedelta(days=30)


def remember(response: HttpResponse, user: User, *, secure: bool) -> None:
    """Let the browser keep who signed in; the cookie lets nobody in."""
    response.set_signed_cookie(COOKIE, str(user.pk), max_age=KEPT, httponly=True, secure=secure, samesite="Lax")


def is_somebody_else(request: HttpRequest, user: User) -> bool:
    """Say whether somebody else than this person signed in last; False where the browser does not tell."""
    last = request.get_signed_cookie(COOKIE, default="", max_age=KEPT)
    return last not in ("", str(user.pk))
