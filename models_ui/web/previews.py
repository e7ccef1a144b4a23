"""In the words of which tool does a page show a request? Always without its secrets, for whomever.

JSON, unless the address, a button or the cookie says another: who has chosen one keeps it from screen to screen. Only the
chosen one is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from models_ui.audit.refusals import NotFound
from models_ui.contract.dialects import WRITERS
from models_ui.contract.dialects.writing import Writing
from models_ui.contract.json_types import Document

COOKIE = "as"
# How the button of a form says it.
AS = "as:"
JSON = "json"
YEAR = 365 * 24 * 60 * 60

# The tabs in their order, each with what is offered to download: the other ways to write the same are only that.
TABS: Mapping[str, tuple[str, ...]] = {
    JSON: (JSON,),
    "boto3": ("boto3",),
    "aws-cli": ("aws-cli", "yaml"),
    "paws": ("paws",),
    "terraform": ("terraform", "terraform-json"),
    "cloudformation": ("cloudformation", "cloudformation-json"),
}
# A page says the first ones; the text has them all, as comments.
MOST_NOTES = 20
MASKED = "Secrets are masked in this copy."

CONTENT_TYPES = {
    "json": "application/json",
    "yaml": "application/yaml; charset=utf-8",
    "py": "text/x-python; charset=utf-8",
    "sh": "text/x-shellscript; charset=utf-8",
    "R": "text/x-r; charset=utf-8",
    "tf": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Everything that `components/preview.html` renders."""

    chosen: str
    # Without its secrets, and whether it has any.
    document: Document
    hides: bool
    # The lines of the JSON that are marked.
    marks: Mapping[str, str]
    # None for JSON, which is listed line by line.
    writing: Writing | None
    # Whether somebody has just asked to see it.
    opened: bool

    @property
    def tabs(self) -> list[tuple[str, str]]:
        """The names and titles of the tools."""
        return [(name, WRITERS[name].title) for name in TABS]

    @property
    def title(self) -> str:
        """What the chosen tool is called."""
        return WRITERS[self.chosen].title

    @property
    def downloads(self) -> list[tuple[str, str]]:
        """The files of the chosen tool: name of the dialect and of the file."""
        return [(name, WRITERS[name].file) for name in TABS[self.chosen]]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the tool cannot say, as far as a page tells it."""
        return self.writing.notes[:MOST_NOTES] if self.writing else ()

    @property
    def more_notes(self) -> int:
        """How many more there are."""
        return max(0, len(self.writing.notes) - MOST_NOTES) if self.writing else 0


def preview(
    document: Document, *, hides: bool, marks: Mapping[str, str], chosen: str, opened: bool = False, region: str = ""
) -> Preview:
    """Return how a page shows a request that has no secrets any more. `hides`: whether it had any; `region`: where it goes,
    if that is known."""
    return Preview(
        chosen=chosen,
        document=document,
        hides=hides,
        marks=marks,
        writing=None if chosen == JSON else written(document, chosen, hides=hides, region=region),
        opened=opened,
    )


def asked(request: HttpRequest) -> str:
    """Return the tool that an address or a pressed button names, or nothing: what is no tab is passed over."""
    pressed = request.POST.get("action", "")
    name = pressed.removeprefix(AS) if pressed.startswith(AS) else request.GET.get("as", "")
    return name if name in TABS else ""


def chosen(request: HttpRequest) -> str:
    """Return the tool that is asked for, else the one that was last."""
    kept = request.COOKIES.get(COOKIE, JSON)
    return asked(request) or (kept if kept in TABS else JSON)


def keep(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let the browser keep what was asked for, if anything was. Returns the response."""
    if name := asked(request):
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(COOKIE, name, max_age=YEAR, httponly=True, secure=secure, samesite="Lax")
    return response


def exported(document: Document, dialect: str, *, hides: bool, region: str = "") -> HttpResponse:
    """Return a request without its secrets as a file. Raises NotFound where nothing is written in such words."""
    if dialect not in WRITERS:
        raise NotFound("dialect")
    file = WRITERS[dialect].file
    response = HttpResponse(
        written(document, dialect, hides=hides, region=region).text, content_type=CONTENT_TYPES[file.rpartition(".")[2]]
    )
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file)
    return response


def written(document: Document, dialect: str, *, hides: bool, region: str) -> Writing:
    """Write a request; the text itself says that it lacks secrets, where it can have comments."""
    writer = WRITERS[dialect]
    writing = writer.write(document, region=region)
    if not hides or writer.file.endswith(".json"):
        return writing
    return Writing(f"# {MASKED}\n{writing.text}", writing.notes)
