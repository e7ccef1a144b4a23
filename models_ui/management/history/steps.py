"""What is a story of the demo made of? Steps, each by somebody, at a moment; `acts` says what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from models_ui.contract.json_types import Document

Fault: TypeAlias = Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that somebody did.

    `at` is read by `calendar`, `text` is what they wrote, `request` what they filled in. `faults` is what goes wrong in
    AWS from then on, until another step brings faults; `pickup` is how long the worker takes to come to it. `form` is the
    name of the form that is designed, or begun with.
    """

    act: str
    who: str
    at: str
    text: str = ""
    request: Document | None = None
    connection: str = "sandbox"
    faults: tuple[Fault, ...] = ()
    pickup: str = "0m"
    form: str = ""


Story: TypeAlias = tuple[Step, ...]


def begun(by: str, at: str, *, connection: str = "sandbox", clones: Document | None = None) -> Step:
    """Return the step of somebody who begins a draft: with nothing, or as a clone of what was submitted with a request."""
    return Step(act="clone" if clones else "begin", who=by, at=at, request=clones, connection=connection)


def asked(
    request: Document,
    *,
    by: str,
    at: str,
    why: str,
    connection: str = "sandbox",
    clones: Document | None = None,
    took: str = "+24m",
) -> Story:
    """Return the steps of somebody who fills in a request and submits it."""
    return (
        begun(by, at, connection=connection, clones=clones),
        Step(act="save", who=by, at=took, request=request, connection=connection),
        Step(act="submit", who=by, at="+3m", text=why),
    )


def approved(who: str, at: str, comment: str = "", *, faults: tuple[Fault, ...] = (), pickup: str = "0m") -> Step:
    """Return the step of an approver who says yes; the worker follows by itself."""
    return Step(act="approve", who=who, at=at, text=comment, faults=faults, pickup=pickup)


def sent_back(who: str, at: str, comment: str) -> Step:
    """Return the step of an approver who wants something changed."""
    return Step(act="request-changes", who=who, at=at, text=comment)


def revised(request: Document, *, by: str, at: str, why: str) -> Story:
    """Return the steps of a requester who changes what was sent back and submits it again."""
    return (
        Step(act="save", who=by, at=at, request=request),
        Step(act="submit", who=by, at="+2m", text=why),
    )


def made(
    request: Document,
    *,
    by: str,
    at: str,
    why: str,
    approver: str = "approver",
    after: str = "+1h50m",
    comment: str = "",
    connection: str = "sandbox",
    clones: Document | None = None,
    faults: tuple[Fault, ...] = (),
) -> Story:
    """Return the steps of a request that was approved as it stood."""
    return (
        *asked(request, by=by, at=at, why=why, connection=connection, clones=clones),
        approved(approver, after, comment, faults=faults),
    )
