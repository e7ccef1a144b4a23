"""What does one screen of the wizard show?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from models_ui.accounts.models import User
from models_ui.approvals import judging
from models_ui.blueprints.models import Version
from models_ui.connections.models import Connection
from models_ui.connections.queries import all_connections
from models_ui.contract.finding import Finding, errors
from models_ui.contract.json_types import Document
from models_ui.contract.uses import WORDS
from models_ui.drafts import moving
from models_ui.drafts.models import Draft
from models_ui.drafts.sight import masked_pointers
from models_ui.form import copying, fields, names, reading_order
from models_ui.form.containers import listed
from models_ui.form.fields import MORE_STRAYS
from models_ui.form.pasting import Box
from models_ui.form.status import StepStatus
from models_ui.form.steps import Step, finder
from models_ui.form.taken import taken_of
from models_ui.form.views import GroupView
from models_ui.web.forms.base import Problem
from models_ui.web.rail import Rail, rail
from models_ui.web.standing import standing

# Which errors are told: all of them (the screen was posted, or the review led here), those of a screen that was left
# with something wrong, or none (a row was just added, and is still empty).
Telling = Literal["all", "left", "none"]

UNTOUCHED = frozenset({"not-started", "optional"})

# A summary is read by a person; what is left shows up as the first ones are solved.
MOST_PROBLEMS = 100

CHOOSE_CONNECTION = Problem("connection", "Choose the connection that the SageMaker model is made in.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Everything that `drafts/step.html` renders."""

    draft: Draft
    step: Step
    groups: Sequence[GroupView]
    problems: list[Problem]
    rail: Rail
    # What is shown beside the form, without its secrets, and its marked lines.
    document: Document
    hides: bool
    marks: Mapping[str, str]
    # Asked for on the first step; empty on the others.
    connections: list[Connection]
    # The errors that are told on it.
    wrong: Sequence[Finding] = ()
    said: Sequence[str] = ()
    focus: str = ""
    returning: bool = False
    # The version of the form that the draft could move over to.
    newer: Version | None = None
    # What can be put back, as it is said.
    undo: str = ""
    # The containers that the one of this screen can be made like.
    others: Sequence[tuple[int, str]] = ()

    @property
    def first(self) -> bool:
        """Whether there is no step before."""
        return self.step.name == self.rail.stops[0].name

    @property
    def copies(self) -> bool:
        """Whether somebody has just copied a container here."""
        return self.focus == copying.FROM

    @property
    def uses(self) -> list[tuple[str, str]]:
        """What the SageMaker model may be meant for: value and words."""
        return [(use.value, words) for use, words in WORDS.items()]

    @property
    def containers(self) -> int:
        """How many containers a pipeline has."""
        return sum(1 for _ in listed(self.document))


def screen(
    user: User,
    draft: Draft,
    step: Step,
    *,
    telling: Telling,
    said: Sequence[str] = (),
    focus: str = "",
    returning: bool = False,
    without_connection: bool = False,
    boxes: Mapping[str, Box] | None = None,
) -> Screen:
    """Return what a screen shows."""
    guarded = draft.guarded
    document = guarded.document
    findings = judging.findings(draft, reader=user)
    stand = standing(draft, findings)
    told = (
        findings
        if telling == "all" or telling == "left" and has_problem(stand, step)
        else beforehand(findings, stand, step)
    )
    groups = fields.page(
        document, step, told, masked=masked_pointers(user, draft), marks=draft.secret_marks, boxes=boxes
    )
    return Screen(
        draft=draft,
        step=step,
        groups=groups,
        problems=[
            *([CHOOSE_CONNECTION] if without_connection else []),
            *misread(boxes or {}),
            *problems(document, step, told, groups),
        ],
        rail=rail(draft, stand, step.name),
        document=guarded.shown,
        hides=guarded.hides,
        marks=marks(told),
        connections=all_connections() if step.name == stand[0].step.name else [],
        wrong=wrong_here(document, step, told),
        said=said,
        focus=focus,
        returning=returning,
        newer=moving.newer(draft),
        undo=undoable(draft, step),
        others=copying.others(document, step),
    )


def misread(boxes: Mapping[str, Box]) -> list[Problem]:
    """Return what of a pasted text was not understood."""
    return [Problem(f"{name}-box", sentence) for name, box in boxes.items() for sentence in box.errors]


def undoable(draft: Draft, step: Step) -> str:
    """Return the sentence about what was taken out on a screen and can be put back, or nothing."""
    out = taken_of(draft.taken_out)
    return out.said if out and out.step == step.name else ""


def problems(document: Document, step: Step, findings: Iterable[Finding], groups: Sequence[GroupView]) -> list[Problem]:
    """Return the errors of one step in the order of the screen, as its summary lists them; of very many the first."""
    here = wrong_here(document, step, findings)
    places = {control: place for place, control in enumerate(reading_order.ids(groups))}
    told = [Problem(spot(finding.pointer, places), finding.message) for finding in here]
    return sorted(told, key=lambda problem: places.get(problem.control, -1))[:MOST_PROBLEMS]


def wrong_here(document: Document, step: Step, findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors of one step."""
    step_of = finder(document, step.layout)
    return [finding for finding in errors(findings) if step_of(finding.pointer).name == step.name]


def spot(pointer: str, shown: Collection[str]) -> str:
    """Return the id of the control of a place, or of the nearest part around it that is on the screen: of very many
    entries only the first are."""
    around = pointer
    while around and names.control_id(around) not in shown:
        around = around.rpartition("/")[0]
    if around:
        return names.control_id(around)
    return MORE_STRAYS if MORE_STRAYS in shown else names.control_id(pointer)


def has_problem(standing: Iterable[StepStatus], step: Step) -> bool:
    """Say whether a step was left with something wrong in it, rather than only begun."""
    return any(status.step.name == step.name and status.status == "problem" for status in standing)


def beforehand(findings: Iterable[Finding], standing: Iterable[StepStatus], step: Step) -> list[Finding]:
    """Return warnings and notes, and none of a step that nobody began: what is not yet filled in is no fault before the
    step was posted."""
    begun = any(status.step.name == step.name and status.status not in UNTOUCHED for status in standing)
    return [finding for finding in findings if finding.severity != "error"] if begun else []


def marks(findings: Iterable[Finding]) -> dict[str, str]:
    """Return which lines of the listing are marked as what."""
    graver = sorted(findings, key=lambda finding: finding.severity == "error")
    return {finding.pointer: finding.severity for finding in graver if finding.severity in {"error", "warning"}}
