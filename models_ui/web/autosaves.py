"""How is a screen saved while somebody types, and what does its page learn of it?

Nothing is judged: no finding is told, no event is written, and an autosave that comes too late is no refused attempt;
one that was made by hand against a lock is. An answer that takes something out waits for a button, and so does what
leaves a whole part out: it is still on the page. Variables in a box are read as far as they are understood, so that
they outlast a killed browser. The answer has only what stands around the controls, so that nobody loses the caret.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from models_ui.accounts.models import User
from models_ui.approvals import judging
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.connections.models import Connection
from models_ui.drafts import crafted, operations, queries, sheets
from models_ui.drafts.models import Draft
from models_ui.form import questions
from models_ui.form.containers import listed
from models_ui.form.merging import PRESENT
from models_ui.form.posting import Applied
from models_ui.form.steps import Step, step_named
from models_ui.web import access, previews
from models_ui.web.filling import applied, step_seen
from models_ui.web.forms.step import Filled
from models_ui.web.htmx import Request
from models_ui.web.previews import Preview
from models_ui.web.rail import Rail, rail
from models_ui.web.standing import standing


def autosaved(request: Request, draft: Draft, name: str, sent: Filled, wanted: Connection | None) -> HttpResponse:
    """Save the screen, and answer with the parts around its form; 409 or 422 with a sentence where that may not be."""
    seen = sheets.as_seen(draft, sent.sheet)
    try:
        step = step_seen(seen, name, sent)
        if draft.version == sent.version or sheets.is_on(draft, sent.sheet):
            # The name of a variable may be that of a locked one on the way to a longer one; it then changes nothing.
            unnamed = {name: text for name, text in sent.controls.items() if not name.endswith(".key")}
            crafted.check(seen, unnamed)
    except Stale as stale:
        return unsaved(stale)
    except NotFound:
        raise
    except Refused as refusal:
        access.record(request, refusal)
        return unsaved(refusal)
    try:
        done = typed(request.user, seen, step, sent)
        operations.autosave(
            draft_id=draft.id,
            document=done.document,
            version=sent.version,
            sheet=sent.sheet,
            turn=sent.turn,
            by=request.user,
            at=timezone.now(),
            connection=wanted,
            use=sent.use,
            marks=done.marks,
        )
    except NotFound:
        raise
    except Refused as refusal:
        return unsaved(refusal)
    after = queries.get_visible(request.user, draft.id)
    context = {
        "draft": after,
        "containers": sum(1 for _ in listed(after.document)),
        "rail": rail_of(request.user, after, step),
        "preview": preview_of(request, after),
    }
    return render(request, "drafts/_saved.html", context)


def unsaved(refusal: Refused) -> HttpResponse:
    """Say why nothing was saved."""
    status = 409 if isinstance(refusal, Stale) else 422
    return HttpResponse(told(refusal), status=status, content_type="text/plain; charset=utf-8")


def typed(user: User, seen: Draft, step: Step, sent: Filled) -> Applied:
    """Return the request after what is on a page, but for what takes something away."""
    asked = [name for name in questions.asked(step) if name in sent.controls]
    plain = {name: text for name, text in sent.controls.items() if not name.endswith(f".{PRESENT}")}
    unasked = replace(sent, controls={name: text for name, text in plain.items() if name not in asked})
    done = applied(user, seen, step, unasked)
    kind = step.layout.questions
    safe = [name for name in asked if plain[name] not in questions.losing(done.document, step, kind[name])]
    if not safe:
        return done
    return applied(
        user, seen, step, replace(unasked, controls={**unasked.controls, **{name: plain[name] for name in safe}})
    )


def told(refusal: Refused) -> str:
    """Return what somebody is told who goes on typing."""
    if refusal.code == "draft-changed":
        return (
            "This draft was changed elsewhere, so it is no longer saved while you type. What you typed is still here: "
            "press a button to see what differs."
        )
    return f"{refusal.sentence} What you typed is still here."


def rail_of(user: User, draft: Draft, step: Step) -> Rail | None:
    """Return the rail, or None where what is typed has no such step any more."""
    if step_named(draft.document, step.name, step.layout) is None:
        return None
    return rail(draft, standing(draft, judging.findings(draft, reader=user)), step.name)


def preview_of(request: Request, draft: Draft) -> Preview:
    """Return what is shown beside the form; no line is marked for what is wrong with it."""
    guarded = draft.guarded
    return previews.preview(
        guarded.shown, hides=guarded.hides, marks={}, chosen=previews.chosen(request), region=draft.region
    )
