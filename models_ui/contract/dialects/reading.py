"""What comes of reading a request that another tool wrote?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """The request, in which dialect it was written, and what is to be said of the reading itself.

    `lines` says of the places that were understood in which line each was written, where the dialect has lines.
    """

    dialect: str
    document: Document
    findings: tuple[Finding, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
