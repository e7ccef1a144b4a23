"""What does the review page show before a request is submitted?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse

from models_ui.accounts.models import User
from models_ui.approvals import judging
from models_ui.approvals.prospects import Prospect, prospect
from models_ui.blueprints.models import Version
from models_ui.contract.diff_rows import Group
from models_ui.contract.finding import Finding, errors
from models_ui.contract.guarded import Guarded
from models_ui.contract.json_types import Document
from models_ui.drafts import moving
from models_ui.drafts.forms import layout
from models_ui.drafts.models import Draft
from models_ui.form import names, summary, telling
from models_ui.form.spots import spot
from models_ui.form.steps import Step, finder, steps
from models_ui.submissions.cloning import source_of
from models_ui.submissions.models import Revision
from models_ui.web import diffs
from models_ui.web.cards import FilledIn, cards, filled_in, outline
from models_ui.web.screens import CHOOSE_CONNECTION
from models_ui.web.standing import asks

# A page of findings is read by a person; what is left shows up as the first ones are solved.
MOST_FINDINGS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding with the id of its line on the page, the name of its place and where that is changed."""

    finding: Finding
    id: str
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that `drafts/review.html` renders."""

    draft: Draft
    prospect: Prospect
    # What will be sent, without its secrets, and its marked lines.
    request: Document
    hides: bool
    marks: dict[str, str]
    cards: Sequence[summary.Card]
    # The form that it was filled in with, a newer version of it, and the steps that the draft has.
    form: FilledIn | None
    newer: Version | None
    changeable: frozenset[str]
    findings: list[Told]
    more_findings: int
    verdict: str
    differences: list[Group]
    # What a new request was cloned from.
    source: Revision | None = None
    # What was typed into the submit form.
    justification: str = ""
    confirmed: Collection[str] = ()
    # Why it was not submitted, and the id of the control that it is about, if it is one of this page.
    refusal: str = ""
    refused_at: str = ""

    @property
    def problems(self) -> list[Told]:
        """What keeps the request from being submitted, told first where somebody tried."""
        return [told for told in self.findings if told.finding.severity == "error"] if self.refusal else []

    @property
    def hindrance(self) -> str:
        """Why pressing the button will not submit it yet, or nothing. What is said at a control is not said again."""
        wrong = sum(told.finding.severity == "error" for told in self.findings)
        if wrong and not self.refused_at:
            return f"{'1 error' if wrong == 1 else f'{wrong} errors'} to solve first."
        return "" if self.refused_at else self.refusal

    @property
    def open_licence(self) -> str:
        """The pointer of the first source whose licence is not confirmed, or nothing."""
        return next((source.pointer for source in self.prospect.gated if source.pointer not in self.confirmed), "")

    @property
    def changes(self) -> int:
        """How many places differ from the last revision, or from the source of a clone."""
        return sum(len(group.rows) for group in self.differences)


def review(
    draft: Draft,
    *,
    reader: User,
    justification: str = "",
    confirmed: Collection[str] = (),
    refusal: str = "",
    refused_at: str = "",
) -> Review:
    """Return what a person has to know before submitting."""
    guarded, ahead = draft.guarded, prospect(draft, by=reader)
    document = guarded.document
    source = None if ahead.previous else source_of(draft, user=reader)
    findings = judging.findings(draft, reader=reader)
    ordered = [*sorted(findings, key=rank), tag_note()]
    form = outline(draft.blueprint_version, draft.blueprint_words)
    sections = cards(document, masked=guarded.secrets, form=form)
    unconnected = [] if draft.connection_id else [connection_told(draft)]
    return Review(
        draft=draft,
        prospect=ahead,
        request=Guarded(ahead.request, guarded.marks).shown,
        hides=guarded.hides,
        marks={finding.pointer: finding.severity for finding in reversed(ordered) if finding.severity != "info"},
        cards=sections,
        form=filled_in(draft.blueprint_version, sections),
        newer=moving.newer(draft),
        changeable=frozenset(step.name for step in steps(document, layout(draft))),
        findings=[*unconnected, *told(draft, document, ordered[:MOST_FINDINGS])],
        more_findings=max(0, len(ordered) - MOST_FINDINGS),
        verdict=verdict([*(each.finding for each in unconnected), *findings]),
        differences=differences(ahead.previous or source, guarded),
        source=source,
        justification=justification,
        confirmed=confirmed,
        refusal=refusal,
        refused_at=refused_at,
    )


def differences(before: Revision | None, after: Guarded) -> list[Group]:
    """Return what differs from a revision, if there is one."""
    return diffs.groups(before.guarded, after) if before else []


def rank(finding: Finding) -> int:
    """Return where a severity stands in the list."""
    return ("error", "warning", "info").index(finding.severity)


def told(draft: Draft, document: Document, findings: Iterable[Finding]) -> list[Told]:
    """Return the findings with their places; a note asks for no change."""
    form = layout(draft)
    step_of = finder(document, form)
    return [
        Told(
            finding=finding,
            id=f"finding-{number}",
            label=telling.label(finding.pointer, form),
            url=""
            if finding.severity == "info"
            else place(draft, step_of(finding.pointer), spot(document, finding.pointer)),
        )
        for number, finding in enumerate(findings, start=1)
    ]


def connection_told(draft: Draft) -> Told:
    """Return what is said where no connection was chosen, which is no place in the request."""
    finding = Finding(code="no-connection", pointer="", severity="error", message=CHOOSE_CONNECTION.message)
    url = f"{reverse('draft-step', args=[draft.id, asks(draft)])}?return=review#{CHOOSE_CONNECTION.control}"
    return Told(finding=finding, id="finding-connection", label="Connection", url=url)


def place(draft: Draft, step: Step, pointer: str) -> str:
    """Return the address of the control of a place, from which Continue leads back to the review."""
    url = reverse("draft-step", args=[draft.id, step.name])
    return f"{url}?return=review#{quote(names.control_id(pointer), safe='~')}"


def tag_note() -> Finding:
    """Return the note on the one tag that nobody typed."""
    return Finding(
        code="ownership-note",
        pointer="/Tags",
        severity="info",
        message=f"One tag is added at submission, so that everybody can tell where this SageMaker model came from: "
        f"{settings.OWNERSHIP_TAG}.",
        source="ownership",
    )


def verdict(findings: Iterable[Finding]) -> str:
    """Say in a line how the request stands."""
    findings = list(findings)
    wrong, warned = len(errors(findings)), sum(finding.severity == "warning" for finding in findings)
    warnings = "no warnings" if not warned else "1 warning" if warned == 1 else f"{warned} warnings"
    if not wrong:
        return f"No errors, {warnings}. You can submit." if warned else "No errors. You can submit."
    return f"{'1 error' if wrong == 1 else f'{wrong} errors'}, {warnings}."
