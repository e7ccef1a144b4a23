"""How much may a browser post, and where more than elsewhere?

Django has one bound for the whole site, and CSRF protection parses a post before any view can raise it. So the settings
hold the outermost bounds, and every view is held to the usual ones here, first of all, unless it says that it takes more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, UnreadablePostError

View = TypeVar("View", bound=Callable[..., Any])

PIECE = 64 * 1024
# A browser shows the answer only when it could send everything; of a giant not even that is read.
MOST_DRAINED = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most bytes of a body, as they are sent, and the most controls in it."""

    size: int
    fields: int


USUAL = Bounds(size=512 * 1024, fields=1000)


def takes(bounds: Bounds) -> Callable[[View], View]:
    """Let a view take more than the usual post; outermost of its decorators."""

    def marked(view: View) -> View:
        view.bounds = bounds  # type: ignore[attr-defined]
        return view

    return marked


class UploadBounds:
    """Refuses a post beyond the bounds of its view with 413. Stands before everything that reads a post."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through: which view it is for is not known yet."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any) -> None:
        """Raise RequestDataTooBig or TooManyFieldsSent, which become the page of a 413."""
        bounds = getattr(view, "bounds", USUAL)
        if length(request) > bounds.size:
            drain(request)
            raise RequestDataTooBig(f"more than {bounds.size} bytes")
        if request.method == "POST" and controls(request) > bounds.fields:
            raise TooManyFieldsSent(f"more than {bounds.fields} controls")


def length(request: HttpRequest) -> int:
    """Return how many bytes the body has; the server reads no further than it was told."""
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if str(told).isdigit() else 0


def drain(request: HttpRequest) -> None:
    """Read what is left of a body and forget it."""
    left = MOST_DRAINED
    while left > 0 and (piece := request.read(PIECE)):
        left -= len(piece)


def controls(request: HttpRequest) -> int:
    """Return how many controls were posted; none where the browser broke off, which others tell."""
    try:
        return sum(len(values) for _name, values in request.POST.lists())
    except UnreadablePostError:
        return 0
