"""On which step and in which group does each field stand, and how is that changed?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from models_ui.audit.refusals import Refused, Stale
from models_ui.blueprints import editing_layout as editing
from models_ui.blueprints.homes import Raw
from models_ui.web.building import Change, conflict, edited, opened, shown
from models_ui.web.forms.base import Problem
from models_ui.web.htmx import Request, wants_fragment
from models_ui.web.layout_board import BETWEEN, board, key_read, new_step, targets
from models_ui.web.workshop import Workshop

FRAGMENT = "blueprints/_layout.html"
LONGEST = 1000
# With more groups there is one list of them for the whole page: one beside each field would be most of it.
MOST_TARGETS = 20
SHARED = "to-group"

Words = Mapping[str, str]
Act = Callable[[Raw, str, Words], Raw]


@require_http_methods(["GET", "HEAD", "POST"])
def blueprint_layout(request: Request, name: str) -> HttpResponse:
    """The board with all steps; or change something on it."""
    workshop = opened(request, name, "layout")
    if request.method != "POST":
        return answer(request, workshop)
    change = change_of(request.POST)
    try:
        after, problems = edited(request, workshop, change)
    except Stale as stale:
        return conflict(request, workshop, change, stale)
    if problems:
        return answer(request, workshop, problems, status=422)
    return answer(request, after) if wants_fragment(request) else redirect(after.url)


def answer(
    request: Request, workshop: Workshop, problems: list[Problem] | None = None, *, status: int = 200
) -> HttpResponse:
    """Return the tab. What is wrong with an edit has no control of its own: the board shows what is stored."""
    groups = targets(workshop.document)
    many = len(groups) > MOST_TARGETS
    context = {
        "steps": board(workshop),
        "targets": () if many else groups,
        "shared": groups if many else (),
        "many": many,
        "opened": request.GET.get("words", ""),
        "chosen": request.POST.get(SHARED, ""),
        "new_step": new_step(),
        "may_repeat": workshop.document["containers"]["kind"] != "primary",
        "problems": [Problem("", problem.message) for problem in problems or []],
    }
    return shown(request, workshop, FRAGMENT, context, status=status)


def change_of(post: QueryDict) -> Change:
    """Return the edit that a button means; one that nobody knows is refused when it is made."""
    act, _, subject = post.get("action", "").partition(":")
    words = {name: str(value).strip()[:LONGEST] for name, value in post.items()}
    return lambda it: ACTS.get(act, unknown)(it, subject, words)


def unknown(_document: Raw, _subject: str, _words: Words) -> Raw:
    """Refuse what is no button of the page."""
    raise Refused("no-such-edit", "That is nothing that can be done here. Open the tab again.")


def put(document: Raw, place: str, words: Words) -> Raw:
    """Put a field where it was dropped: `to` says group and position."""
    key, _, at = words.get("to", "").rpartition(BETWEEN)
    name, group = key_read(key)
    return editing.put(document, place, name=name, group=group, at=int(at) if at.isdecimal() and len(at) < 5 else 0)


def move(document: Raw, place: str, words: Words) -> Raw:
    """Put a field at the end of the group that was chosen beside it."""
    name, group = key_read(words.get(f"to.{place}") or words.get(SHARED, ""))
    return editing.put(document, place, name=name, group=group, at=LONGEST)


ACTS: Mapping[str, Act] = {
    "up": lambda it, place, _words: editing.nudge(it, place, by=-1),
    "down": lambda it, place, _words: editing.nudge(it, place, by=1),
    "put": put,
    "move": move,
    "add-step": lambda it, _none, words: editing.add_step(
        it, title=words.get("title", ""), heading=words.get("heading", ""), each="each" in words
    ),
    "change-step": lambda it, name, words: editing.change_step(
        it, name, title=words.get("title", ""), heading=words.get("heading", ""), address=words.get("address", "")
    ),
    "remove-step": lambda it, name, _words: editing.remove_step(it, name),
    "step-up": lambda it, name, _words: editing.move_step(it, name, by=-1),
    "step-down": lambda it, name, _words: editing.move_step(it, name, by=1),
    "add-group": lambda it, name, words: editing.add_group(
        it, name, title=words.get("title", ""), intro=words.get("intro", "")
    ),
    "change-group": lambda it, key, words: editing.change_group(
        it, *key_read(key), title=words.get("title", ""), intro=words.get("intro", "")
    ),
    "remove-group": lambda it, key, _words: editing.remove_group(it, *key_read(key)),
    "group-up": lambda it, key, _words: editing.move_group(it, *key_read(key), by=-1),
    "group-down": lambda it, key, _words: editing.move_group(it, *key_read(key), by=1),
}
