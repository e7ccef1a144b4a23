"""How does a form look to somebody who fills it in, while nothing is ever saved?

The draft and the version are real ones that no database knows: so the rehearsal is the form itself, and its checks too.
What was filled in travels with the page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from models_ui.accounts.models import Team, User
from models_ui.audit.refusals import Refused
from models_ui.blueprints.layouts import told as told_layout
from models_ui.blueprints.models import Blueprint, Version
from models_ui.connections.models import Connection
from models_ui.connections.queries import all_connections, by_name
from models_ui.contract import loader
from models_ui.contract.finding import Finding
from models_ui.drafts import checks, forms
from models_ui.drafts.models import Draft
from models_ui.form import fields, posting, summary
from models_ui.form.posting import Applied
from models_ui.form.status import StepStatus
from models_ui.form.steps import Step, step_named, steps
from models_ui.form.summary import Card
from models_ui.form.views import GroupView
from models_ui.web.filling import fresh
from models_ui.web.forms.base import Problem
from models_ui.web.rail import look_of
from models_ui.web.screens import problems
from models_ui.web.standing import standing

APPROVER = "an approver"
GO = "go:"


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of the form in the rehearsal."""

    name: str
    title: str
    word: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """Everything that `blueprints/_rehearsal.html` renders."""

    draft: Draft
    step: Step
    stops: Sequence[Stop]
    groups: Sequence[GroupView]
    problems: Sequence[Problem]
    said: Sequence[str]
    document: str
    cards: Sequence[Card]
    findings: Sequence[Finding]


def begun(blueprint: Blueprint, *, by: User, team: Team, connection: Connection | None) -> Draft:
    """Return a draft of this person in this team that begins with the working copy. Raises Refused as `forms.begin`."""
    text = blueprint.text
    version = Version(blueprint=blueprint, n=0, text=text, published_at=timezone.now())
    where = connection or by_name(version.outline.connection) or next(iter(all_connections()), None)
    draft = Draft(owner=by, team=team, connection=where, intended_use=version.outline.use)
    forms.begin(draft, version, at=timezone.now(), document=None, said=None)
    return draft


def going_on(draft: Draft, typed: str) -> Draft:
    """Return the draft with what was filled in so far; with nothing where what came along is no request."""
    try:
        document = loader.load(typed)
    except loader.NotReadable:
        return draft
    if isinstance(document, dict):
        draft.document = document
    return draft


def rehearsal(
    draft: Draft, wanted: str, *, told: bool = False, said: Sequence[str] = (), approving: bool = False
) -> Rehearsal | None:
    """Return the screen named `wanted`, else the first one; None where the form has no step. `told`: with its errors."""
    layout, document = forms.layout(draft), draft.document
    step = step_named(document, wanted, layout) or next(iter(steps(document, layout)), None)
    if step is None:
        return None
    found = checks.findings(draft)
    shown = found if told else []
    groups = fields.page(document, step, shown)
    return Rehearsal(
        draft=draft,
        step=step,
        stops=[_stop(status, step) for status in standing(draft, found)],
        groups=groups,
        problems=problems(document, step, shown, groups),
        said=said,
        document=json.dumps(document, ensure_ascii=False),
        cards=cards(draft) if approving else (),
        findings=found,
    )


def cards(draft: Draft) -> list[Card]:
    """Return a request as an approver reads it: what is hidden from the requester has its place too."""
    form = forms.outline(draft)
    return summary.cards(draft.document, layout=told_layout(form)) if form else []


def filled(draft: Draft, step: str, controls: Mapping[str, str]) -> Applied:
    """Return what a post of one screen makes of the request. Raises Refused where there is no such screen."""
    screen = step_named(draft.document, step, forms.layout(draft))
    if screen is None:
        raise Refused("no-such-step", "This form has no such step any more. Begin the preview again.")
    return posting.apply(draft.document, screen, controls, fresh=fresh(), leaves=leads(controls.get("action", "")))


def leads(action: str) -> bool:
    """Say whether a button leads to another screen."""
    return action in {"continue", "back"} or action.startswith(GO)


def led_to(shown: Rehearsal, action: str) -> str:
    """Return the screen that a button leads to; Continue stays where the screen has errors."""
    if action.startswith(GO):
        return action.removeprefix(GO)
    names = [stop.name for stop in shown.stops]
    here = names.index(shown.step.name)
    if action == "continue" and not shown.problems:
        return names[min(here + 1, len(names) - 1)]
    return names[max(here - 1, 0)] if action == "back" else shown.step.name


def _stop(status: StepStatus, current: Step) -> Stop:
    return Stop(status.step.name, status.step.short, look_of(status).word, status.step.name == current.name)
