"""What is to be said of a request by the contract as a whole, each fault once?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from models_ui.contract import create_model, rules
from models_ui.contract.checking import Naming
from models_ui.contract.envelopes import Target
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document
from models_ui.contract.rules.limits import restated
from models_ui.contract.seats import Seats
from models_ui.contract.uses import Use


def judge(
    document: Document,
    *,
    target: Target | None = None,
    use: str = Use.UNDECIDED,
    names: Naming | None = None,
    marks: Collection[str] = (),
) -> list[Finding]:
    """Return the findings of schema and rules in the order of the fields. Total on any document.

    `names` says how sentences call a place; without it they use the words of its members. `marks` are the places of what
    a person marked as secret.

    Where a rule names what the schema finds, it replaces its finding. Where a value is wrong by itself, no rule draws
    conclusions from it; and while a place has an error, nothing is said of what is only doubtful there.
    """
    by_schema = _with_one_button([restated(finding, document) for finding in create_model.check(document, names=names)])
    by_rule = _elsewhere(rules.check(document, target=target, use=use, marks=marks), by_schema)
    wrong = {finding.pointer for finding in by_rule if finding.severity == "error"}
    kept = [finding for finding in by_rule if finding.severity == "error" or finding.pointer not in wrong]
    seats = Seats(create_model.tree(), document)
    return sorted([*by_schema, *kept], key=lambda finding: seats.of(finding.pointer))


def _elsewhere(findings: Iterable[Finding], others: Sequence[Finding]) -> list[Finding]:
    taken = {finding.pointer for finding in others}
    return [finding for finding in findings if finding.pointer not in taken]


def _with_one_button(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with the fix of a place told once, though it may put several right."""
    fixed: set[str] = set()
    once: list[Finding] = []
    for finding in findings:
        once.append(replace(finding, fix=None) if finding.pointer in fixed else finding)
        if finding.fix:
            fixed.add(finding.pointer)
    return once
