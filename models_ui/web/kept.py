"""What becomes of a form that was sent by somebody signed out, or from a page that had grown too old?

It is carried through sign-in in hidden controls and never sent on by itself: the person sees it again and presses the
button. Only the views that say so keep a form, and what was kept goes to them and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from models_ui.form import telling

View = TypeVar("View", bound=Callable[..., Any])

AT = "kept-at"
PREFIX = "kept."
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a control
# What goes along and nobody typed.
UNSEEN = frozenset({TOKEN, "version", "sheet", "digest", "return", "action"})
# Controls that are no places of a request, as people know them.
WORDS = {
    "ask.copy": "Copy from",
    "ask.use": "Intended use",
    "comment": "Comment",
    "connection": "Connection",
    "decision": "Decision",
    "justification": "Reason for the request",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A form that was not taken: where it goes, the words of its button, and its controls."""

    address: str
    label: str
    controls: list[tuple[str, str]]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The hidden controls that take it through sign-in."""
        return [(AT, self.address), *((f"{PREFIX}{name}", value) for name, value in self.controls)]

    @property
    def typed(self) -> list[tuple[str, str]]:
        """What the person filled in: names and values."""
        return [
            (WORDS.get(name) or telling.control(name), value)
            for name, value in self.controls
            if value and name not in UNSEEN
        ]


def keeps(label: str) -> Callable[[View], View]:
    """Let the form of a view outlast the login session; outermost of its decorators. `label` is for the button."""

    def marked(view: View) -> View:
        view.kept = label  # type: ignore[attr-defined]
        return view

    return marked


def sent(request: HttpRequest) -> Kept | None:
    """Return the form that was just posted, or None where its view keeps none."""
    label = label_of(request.path_info)
    if request.method != "POST" or not label:
        return None
    return Kept(address=request.path, label=label, controls=[pair for pair in pairs(request) if pair[0] != TOKEN])


def brought(request: HttpRequest) -> Kept | None:
    """Return the form that came along with a sign-in, or None; also where it names an address that keeps none."""
    address = request.POST.get(AT, "")
    label = label_of(address)
    if not label:
        return None
    found = [(name.removeprefix(PREFIX), value) for name, value in pairs(request) if name.startswith(PREFIX)]
    return Kept(address=address, label=label, controls=found)


def shown(request: HttpRequest) -> Kept | None:
    """Return what was posted, to be shown where its proof of origin failed; nothing of what came from another site."""
    return (sent(request) or brought(request)) if is_ours(request) else None


def pairs(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the controls of a post, those that come several times among them."""
    return [(name, str(value)) for name, values in request.POST.lists() for value in values]


def label_of(address: str) -> str:
    """Return the words for the button of the view behind an address on this site, or nothing where it keeps no form."""
    try:
        return getattr(resolve(address).func, "kept", "")
    except Resolver404:
        return ""


def is_ours(request: HttpRequest) -> bool:
    """Say whether a form was sent from a page of this site, as the browser tells."""
    origin = request.headers.get("Origin")
    if origin is None:
        return bool(page_before(request))
    return origin == f"{request.scheme}://{request.get_host()}"


def page_before(request: HttpRequest) -> str:
    """Return the address on this site of the page that sent a form, or nothing."""
    try:
        page = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    return urlunsplit(("", "", page.path, page.query, "")) if page.netloc == request.get_host() else ""
