"""What do browsers never send, and programs that pose as one do?"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class Incoming:
    """Takes out of a request what would break off the work on it. Stands before everything that reads a request.

    Django decodes addresses and posts with any codec that the Content-Type names: some break off, others bring in half
    characters, which neither a database nor a hash takes. Browsers send UTF-8, since our pages are. And a session
    cookie may hold a NUL, which PostgreSQL refuses even in a question; the keys that we give are letters and digits.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through, without those."""
        request.encoding = "utf-8"
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if not (key.isascii() and key.isalnum()):
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        return self.get_response(request)
