"""How is a request filled in, screen by screen?"""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_htmx.http import trigger_client_event

from models_ui.audit.refusals import NotFound, Stale
from models_ui.connections.models import Connection
from models_ui.connections.queries import by_id
from models_ui.contract.loader import MOST_BYTES
from models_ui.drafts import crafted, missteps, operations, queries, sheets
from models_ui.drafts.forms import layout
from models_ui.drafts.models import Draft
from models_ui.form.posting import Applied
from models_ui.form.steps import Step, step_named, steps
from models_ui.form.taken import text_of
from models_ui.web import access, previews
from models_ui.web.autosaves import autosaved
from models_ui.web.conflicts import conflict
from models_ui.web.filling import applied, solves, step_seen
from models_ui.web.forms.step import AUTOSAVE, CHOOSE, CONTINUE, GO, Filled, filled
from models_ui.web.htmx import Request, goto, respond, take_over, wants_fragment
from models_ui.web.kept import keeps
from models_ui.web.screens import Screen, Telling, screen, undoable
from models_ui.web.uploads import Bounds, takes
from models_ui.web.views.drafts import closed

# Whatever was pasted can be put right: a byte of it is three in a post, and a screen shows some hundred controls at most.
SCREEN = Bounds(size=3 * MOST_BYTES + 512 * 1024, fields=4000)


class Saved(NamedTuple):
    """What a post left behind."""

    draft: Draft
    step: Step
    applied: Applied


@keeps("Save it")
@takes(SCREEN)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def draft_step(request: Request, draft_id: uuid.UUID, step: str) -> HttpResponse:
    """One screen: shown, or saved whatever is wrong with it."""
    draft = queries.get_visible(request.user, draft_id)
    if request.method == "POST":
        return posted(request, draft, step)
    if draft.locked or draft.discarded_at:
        return closed(request, draft)
    found = step_named(draft.document, step, layout(draft))
    if found is None:
        return elsewhere(draft, step)
    returning = request.GET.get("return") == "review"
    focus = request.GET.get("focus", "")
    telling: Telling = "none" if focus else "all" if returning else "left"
    shown = screen(request.user, draft, found, telling=telling, returning=returning, focus=focus)
    return answer(request, shown)


def elsewhere(draft: Draft, name: str) -> HttpResponse:
    """Lead on from a screen of containers that are no longer there. Raises NotFound for a screen that never was."""
    came_and_went = (screen.name for screen in layout(draft).steps if screen.role in {"list", "container", "each"})
    if not name.startswith(tuple(came_and_went)):
        raise NotFound("step")
    return redirect("draft", draft.id)


def answer(request: Request, shown: Screen, *, status: int = 200) -> HttpResponse:
    """Render a screen, or the part of it that htmx swaps."""
    seen = previews.preview(
        shown.document,
        hides=shown.hides,
        marks=shown.marks,
        chosen=previews.chosen(request),
        opened=bool(previews.asked(request)),
        region=shown.draft.region,
    )
    context = {"screen": shown, "preview": seen}
    response = respond(request, "drafts/step.html", "drafts/_step.html", context, status=status)
    if shown.said and wants_fragment(request):
        # A banner that htmx swaps in is seen; for a screen reader it is spoken.
        trigger_client_event(response, "announce", {"value": " ".join(shown.said)})
    return previews.keep(request, response)


def posted(request: Request, draft: Draft, name: str) -> HttpResponse:
    """Save what was filled in, then go where the button leads; what came too late is kept on a page of its own."""
    sent = filled(request.POST)
    wanted = by_id(sent.connection) if sent.connection else None
    if sent.action == AUTOSAVE:
        return autosaved(request, draft, name, sent, wanted)
    try:
        saved = save(request, draft, name, sent, wanted)
    except Stale as stale:
        return too_late(request, draft, name, sent, stale, wanted)
    return onward(request, sent, saved)


def save(request: Request, draft: Draft, name: str, sent: Filled, wanted: Connection | None) -> Saved:
    """Put the controls into the draft. Raises NotFound, or Stale also where this screen went since it was opened."""
    seen = sheets.as_seen(draft, sent.sheet)
    step = step_seen(seen, name, sent)
    if draft.version == sent.version or sheets.is_on(draft, sent.sheet):
        # A page that is older than a lock is told what changed; one of today has no control for it.
        crafted.check(seen, sent.controls)
    done = applied(request.user, seen, step, sent)
    after = operations.save(
        draft_id=draft.id,
        document=done.document,
        version=sent.version,
        by=request.user,
        at=timezone.now(),
        connection=wanted,
        use=sent.use,
        marks=done.marks,
        sheet=sent.sheet,
        out=text_of(done.out),
    )
    return Saved(queries.get_visible(request.user, after.id), step, done)


def too_late(
    request: Request, draft: Draft, name: str, sent: Filled, stale: Stale, wanted: Connection | None
) -> HttpResponse:
    """409 with the difference. A post that changes nothing, such as one sent twice, loses nothing and goes on."""
    found = conflict(request.user, draft, name, sent, stale, wanted)
    if found.step and found.nothing_differs:
        return onward(request, sent, Saved(found.draft, found.step, Applied(found.draft.document, boxes=found.boxes)))
    access.record(request, stale)
    context = {"conflict": found, "action": sent.action}
    return take_over(request, render(request, "drafts/conflict.html", context, status=409))


def onward(request: Request, sent: Filled, saved: Saved) -> HttpResponse:
    """Go where the button leads; Continue stays where the screen has errors, and tells them."""
    action = sent.action
    if saved.applied.misread:
        return answer(request, judged(request, sent, saved, telling="left"), status=422)
    if action.startswith(CHOOSE):
        return leave(request, saved, chooser(saved, sent))
    if sent.leads:
        return leave(request, saved, led_to(saved, action))
    if action != CONTINUE:
        return stay(request, sent, saved)
    shown = judged(request, sent, saved)
    if shown.problems:
        missteps.count(saved.draft, shown.wrong, on=timezone.localdate())
        return answer(request, shown, status=422)
    return leave(request, saved, address(saved.draft, "review" if sent.returning else neighbour(saved, +1)))


def judged(request: Request, sent: Filled, saved: Saved, *, telling: Telling = "all") -> Screen:
    """Return the screen with everything that is wrong with it."""
    return screen(
        request.user,
        saved.draft,
        step_named(saved.draft.document, saved.step.name, layout(saved.draft)) or saved.step,
        telling=telling,
        said=saved.applied.said,
        boxes=saved.applied.boxes,
        returning=sent.returning,
        without_connection=sent.connection is not None and saved.draft.connection is None,
    )


def stay(request: Request, sent: Filled, saved: Saved) -> HttpResponse:
    """Show the screen again after a row was added, moved or removed, or the preview turned to another tool.

    The focus goes where the form wants it. After what solves something the errors that are left are told again.
    """
    focus, solving = saved.applied.focus, solves(sent.action)
    tool = previews.asked(request)
    # A text that was pasted and not read yet stands nowhere but in the post.
    if not wants_fragment(request) and not saved.applied.boxes:
        query = QueryDict(mutable=True)
        query.update({"focus": focus} if focus and not solving else {})
        query.update({"return": "review"} if sent.returning else {})
        query.update({"as": tool} if tool else {})
        anchor = f"#{focus}" if focus else "#preview" if tool else ""
        # What the screen itself says of what can be put back is not said twice.
        said = [sentence for sentence in saved.applied.said if sentence != undoable(saved.draft, saved.step)]
        saved = saved._replace(applied=replace(saved.applied, said=tuple(said)))
        return leave(request, saved, f"{address(saved.draft, saved.step.name)}?{query.urlencode()}{anchor}")
    again = step_named(saved.draft.document, saved.step.name, layout(saved.draft))
    if again is None:
        return leave(request, saved, reverse("draft", args=[saved.draft.id]))
    shown = screen(
        request.user,
        saved.draft,
        again,
        telling="left" if solving or tool else "none",
        said=saved.applied.said,
        focus=focus,
        returning=sent.returning,
        boxes=saved.applied.boxes,
    )
    return answer(request, shown)


def leave(request: Request, saved: Saved, url: str) -> HttpResponse:
    """Go to another page; what is to be said of the save is said there."""
    for sentence in saved.applied.said:
        messages.info(request, sentence)
    return goto(request, url)


def led_to(saved: Saved, action: str) -> str:
    """Return the address that a leading button means."""
    if action == "save-exit":
        return reverse("draft-list")
    if action == "back":
        return address(saved.draft, neighbour(saved, -1))
    wanted = action.removeprefix(GO)
    known = step_named(saved.draft.document, wanted, layout(saved.draft))
    return address(saved.draft, known.name if known else "review")


def chooser(saved: Saved, sent: Filled) -> str:
    """Return the address of AWS's images for the field that the button stands at."""
    query = {"for": sent.action.removeprefix(CHOOSE)[:200], **({"return": "review"} if sent.returning else {})}
    return f"{reverse('draft-images', args=[saved.draft.id])}?{urlencode(query)}"


def neighbour(saved: Saved, offset: int) -> str:
    """Return the name of the step before or after; before the first there is the first, after the last the review."""
    found = steps(saved.draft.document, layout(saved.draft))
    # The ordinary screens behind a designed form are a way of their own.
    names = [step.name for step in found if step.behind == saved.step.behind]
    # The screen itself may have gone: a primary container became the first of a pipeline.
    here = names.index(saved.step.name) if saved.step.name in names else 0
    return [*names, "review"][max(0, here + offset)]


def address(draft: Draft, step: str) -> str:
    """Return the address of a step, the review among them."""
    return (
        reverse("draft-review", args=[draft.id]) if step == "review" else reverse("draft-step", args=[draft.id, step])
    )
