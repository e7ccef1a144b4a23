"""How far is each step of a draft?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from models_ui.contract import pointers
from models_ui.contract.finding import Finding, errors
from models_ui.contract.json_types import Document, Json
from models_ui.form import designed, operation
from models_ui.form.layouts.pieces import Layout
from models_ui.form.steps import Step, finder, meant, root, steps

Status = Literal["not-started", "in-progress", "complete", "optional", "problem"]


@dataclass(frozen=True, slots=True)
class StepStatus:
    """A step, how it stands, and how many errors it has, which only a step with a problem counts; and its warnings."""

    step: Step
    status: Status
    problems: int = 0
    warnings: int = 0


def statuses(document: Document, findings: Sequence[Finding], layout: Layout = operation.WIZARD) -> list[StepStatus]:
    """Return how each step stands, in their order. `findings` are those that decide on a submission."""
    wrong: dict[str, list[Finding]] = {}
    step_of = finder(document, layout)
    for finding in errors(findings):
        wrong.setdefault(step_of(finding.pointer).name, []).append(finding)
    warned = Counter(step_of(finding.pointer).name for finding in findings if finding.severity == "warning")
    found = (_status(document, step, wrong.get(step.name, [])) for step in steps(document, layout))
    return [replace(status, warnings=warned[status.step.name]) for status in found]


def is_set(value: Json) -> bool:
    """Say whether somebody filled something in: an empty list, map or structure is nothing yet."""
    return value not in ({}, [])


def _status(document: Document, step: Step, wrong: Sequence[Finding]) -> StepStatus:
    """Return how a step stands. What is only missing is no problem yet: whoever is filling in knows."""
    begun = _begun(document, step)
    if any(not _is_missing(document, finding.pointer) for finding in wrong):
        return StepStatus(step, "problem", len(wrong))
    if begun:
        return StepStatus(step, "in-progress" if wrong else "complete")
    return StepStatus(step, "optional" if step.optional and not wrong else "not-started")


def _is_missing(document: Document, pointer: str) -> bool:
    """Say whether a finding speaks of what is not there.

    One of the whole request, such as that it has no container, does too, and one of a row that is still empty.
    """
    if not pointer or not pointers.exists(document, pointer):
        return True
    return pointer.endswith("/") or pointers.get(document, pointer) == ""


def _begun(document: Document, step: Step) -> bool:
    """Say whether anything that the step shows is set."""
    if step.layout.own:
        return any(_fills(step, place, pointers.get(document, place)) for place in _held(document, step))
    if place := root(step):
        return pointers.exists(document, place) and is_set(pointers.get(document, place))
    step_of = finder(document, step.layout)
    return any(is_set(value) and step_of(pointers.join(name)) == step for name, value in document.items())


def _fills(step: Step, pointer: str, value: Json) -> bool:
    """Say whether a value, or a part of it, is set and shown on a screen of a designed form, not on another one."""
    if isinstance(value, dict) and value:
        return any(_fills(step, pointer + pointers.join(name), part) for name, part in value.items())
    if isinstance(value, list) and value:
        return any(_fills(step, f"{pointer}/{index}", part) for index, part in enumerate(value))
    return is_set(value) and designed.shows(step, pointer)


def _held(document: Document, step: Step) -> Iterator[str]:
    """Yield the places of a screen of a designed form that the request has."""
    for group in step.screen.groups:
        for pattern in group.places:
            if pattern.startswith("/"):
                yield from (place for place in meant(step, document, pattern) if pointers.exists(document, place))
