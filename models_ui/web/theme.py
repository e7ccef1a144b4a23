"""Light, dark, or as the system has it? The choice is a cookie, so that it holds before anybody signs in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

COOKIE = "theme"
SYSTEM = ""
THEMES = ((SYSTEM, "System"), ("light", "Light"), ("dark", "Dark"))
YEAR = 365 * 24 * 60 * 60


def chosen(request: HttpRequest) -> str:
    """Return light or dark, or nothing where the system decides. Anything else in the cookie counts as nothing."""
    value = request.COOKIES.get(COOKIE, SYSTEM)
    return value if value in dict(THEMES) else SYSTEM


def keep(response: HttpResponse, value: str, *, secure: bool) -> None:
    """Let the browser keep the choice for a year, or forget it for the system's own."""
    if value in dict(THEMES) and value != SYSTEM:
        response.set_cookie(COOKIE, value, max_age=YEAR, httponly=True, secure=secure, samesite="Lax")
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
