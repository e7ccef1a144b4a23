"""What does the review page show before a request is submitted?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse

from models_ui.approvals.prospects import Prospect, prospect
from models_ui.contract.finding import Finding, errors
from models_ui.contract.json_types import Document
from models_ui.contract.secrets import masked, secret_pointers
from models_ui.drafts import checks
from models_ui.drafts.models import Draft
from models_ui.form import names, summary
from models_ui.form.steps import Step, finder
from models_ui.web import diffs

# A page of findings is read by a person; what is left shows up as the first ones are solved.
MOST_FINDINGS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding with the name of its place and where that is changed."""

    finding: Finding
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that `drafts/review.html` renders."""

    draft: Draft
    prospect: Prospect
    # What will be sent, without its secrets, and its marked lines.
    request: Document
    marks: dict[str, str]
    cards: Sequence[summary.Card]
    findings: list[Told]
    more_findings: int
    verdict: str
    differences: list[diffs.Group]
    # What was typed into the submit form.
    justification: str = ""
    confirmed: Collection[str] = ()
    # Why it was not submitted, and what to solve.
    refusal: str = ""

    @property
    def problems(self) -> list[Told]:
        """What keeps the request from being submitted, told first where somebody tried."""
        return [told for told in self.findings if told.finding.severity == "error"] if self.refusal else []

    @property
    def changes(self) -> int:
        """How many places differ from the last revision."""
        return sum(len(group.rows) for group in self.differences)


def review(draft: Draft, *, justification: str = "", confirmed: Collection[str] = (), refusal: str = "") -> Review:
    """Return what is to be known before submitting."""
    document, ahead = draft.document, prospect(draft)
    findings = checks.findings(document)
    hidden = secret_pointers(document)
    ordered = [*sorted(findings, key=rank), tag_note()]
    return Review(
        draft=draft,
        prospect=ahead,
        request=masked(ahead.request, hidden),
        marks={finding.pointer: finding.severity for finding in reversed(ordered) if finding.severity != "info"},
        cards=summary.cards(document, masked=hidden),
        findings=told(draft, document, ordered[:MOST_FINDINGS]),
        more_findings=max(0, len(ordered) - MOST_FINDINGS),
        verdict=verdict(findings),
        differences=diffs.groups(ahead.before, document) if ahead.previous else [],
        justification=justification,
        confirmed=confirmed,
        refusal=refusal,
    )


def rank(finding: Finding) -> int:
    """Return where a severity stands in the list."""
    return ("error", "warning", "info").index(finding.severity)


def told(draft: Draft, document: Document, findings: Iterable[Finding]) -> list[Told]:
    """Return the findings with their places; a note asks for no change."""
    step_of = finder(document)
    return [
        Told(
            finding=finding,
            label=names.label(finding.pointer),
            url="" if finding.severity == "info" else place(draft, step_of(finding.pointer), finding.pointer),
        )
        for finding in findings
    ]


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
