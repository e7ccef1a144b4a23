"""What does a post make of a draft?"""

from __future__ import annotations

import secrets
from copy import copy
from dataclasses import replace

from django.utils import timezone

from models_ui.accounts.models import User
from models_ui.audit.refusals import NotFound, Stale
from models_ui.drafts import checks, sheets
from models_ui.drafts.forms import layout
from models_ui.drafts.models import Draft
from models_ui.drafts.sight import masked_pointers
from models_ui.form import coining, posting
from models_ui.form.posting import Applied
from models_ui.form.pressing import ACTION
from models_ui.form.steps import Step, step_named, step_of
from models_ui.form.suffixes import CHANCES, Fresh
from models_ui.form.taken import taken_of
from models_ui.web.forms.step import AUTOSAVE, CONTINUE, Filled

FIX = "fix:"


def step_seen(seen: Draft, name: str, sent: Filled) -> Step:
    """Return the screen that was posted. Raises NotFound for one that never was, Stale for one that is gone since."""
    step = step_named(seen.document, name, layout(seen))
    if step:
        return step
    if sent.version == seen.version or sheets.is_on(seen, sent.sheet):
        raise NotFound("step")
    raise Stale("draft-changed", "This draft changed since you opened it: it has no such step any more.")


def applied(user: User, draft: Draft, step: Step, sent: Filled) -> Applied:
    """Return the request after a post of one screen by this person; the draft stays as it is.

    A fix is that of what was typed, not of what is stored.
    """
    masked = masked_pointers(user, draft)
    if not sent.action.startswith(FIX):
        return posting.apply(
            draft.document,
            step,
            sent.controls,
            masked=masked,
            fresh=fresh(),
            marks=draft.secret_marks,
            out=taken_of(draft.taken_out),
            leaves=sent.leads or sent.action in (CONTINUE, AUTOSAVE),
        )
    typed = {name: text for name, text in sent.controls.items() if name != ACTION}
    done = posting.apply(draft.document, step, typed, masked=masked, marks=draft.secret_marks)
    filled = copy(draft)
    filled.document, filled.secret_marks = done.document, list(done.marks)
    after = fixed(user, filled, sent.action)
    return replace(after, said=(*done.said, *after.said), boxes=done.boxes, out=taken_of(draft.taken_out))


def fresh() -> Fresh:
    """Return what a new suffix of a name is made of."""
    return Fresh(timezone.now(), secrets.randbelow(CHANCES))


def solves(action: str) -> bool:
    """Say whether a button puts something right, so that what is still wrong on its screen is told again."""
    return action.startswith(FIX) or action.partition(":")[0] in coining.VERBS


def fixed(user: User, draft: Draft, action: str) -> Applied:
    """Return the request after the button of a finding; as it is where nothing has such a fix any more."""
    document, pointer = draft.document, action.removeprefix(FIX)
    found = next((finding for finding in checks.findings(draft) if finding.fix and finding.pointer == pointer), None)
    if found is None:
        return Applied(document, marks=tuple(draft.secret_marks))
    masked = masked_pointers(user, draft)
    step, marks = step_of(document, pointer, layout(draft)), draft.secret_marks
    return posting.apply(document, step, {ACTION: action}, findings=[found], masked=masked, marks=marks)
