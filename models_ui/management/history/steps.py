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
    AWS from then on, until another step brings faults; `pickup` is how long the worker takes to come to it.
    """

    act: str
    who: str
    at: str
    text: str = ""
    request: Document | None = None
    connection: str = "sandbox"
    faults: tuple[Fault, ...] = ()
    pickup: str = "0m"


Story: TypeAlias = tuple[Step, ...]


def begun(by: str, at: str, request: Document | None, *, connection: str = "sandbox", origin: str = "blank") -> Step:
    """Return the step of somebody who begins a draft: with nothing, or with the request that it was made from."""
    start = None if origin == "blank" else request
    return Step(act="begin", who=by, at=at, text=origin, request=start, connection=connection)


def asked(
    request: Document,
    *,
    by: str,
    at: str,
    why: str,
    connection: str = "sandbox",
    origin: str = "blank",
    took: str = "+24m",
) -> Story:
    """Return the steps of somebody who fills in a request and submits it."""
    return (
        begun(by, at, request, connection=connection, origin=origin),
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
    origin: str = "blank",
    faults: tuple[Fault, ...] = (),
) -> Story:
    """Return the steps of a request that was approved as it stood."""
    return (
        *asked(request, by=by, at=at, why=why, connection=connection, origin=origin),
        approved(approver, after, comment, faults=faults),
    )
