"""What is said about one place of a request, by whom, and how is it put right?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from models_ui.contract.json_types import Document, Json

Severity = Literal["error", "warning", "info"]
Source = Literal[
    "schema", "rules", "blueprint", "guardrails", "preflight", "import", "ownership", "clone", "reservation"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A change that puts a finding right: write `value` at `pointer`, or take the place away. `label` names the button."""

    label: str
    pointer: str
    value: Json | None
    remove: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault at one place. `message` is a sentence that a person can act on."""

    code: str
    pointer: str
    severity: Severity
    message: str
    fix: Fix | None = None
    source: Source = "schema"

    def as_dict(self) -> Document:
        """Return what findings.json and the audit log say of it."""
        return {
            "code": self.code,
            "pointer": self.pointer,
            "severity": self.severity,
            "message": self.message,
            "source": self.source,
        }


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that stop a submission, in their order."""
    return [finding for finding in findings if finding.severity == "error"]
