"""What comes of reading a request that another tool wrote?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """The request as it was written, in which dialect, and what is to be said of the reading itself."""

    dialect: str
    document: Document
    findings: tuple[Finding, ...] = ()
