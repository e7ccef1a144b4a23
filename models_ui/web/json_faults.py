"""What is wrong with the text of a form, on which line, at which place?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from models_ui.blueprints import schema
from models_ui.blueprints.files import SCHEMA
from models_ui.blueprints.lines import line_of, lines
from models_ui.contract import loader
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document

MOST = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding and the line that it is about."""

    line: int
    finding: Finding


class Text(NamedTuple):
    """What a text says: a blueprint, or what is wrong with it."""

    document: Document | None
    faults: list[Fault]
    sentence: str


def read(text: str | bytes) -> Text:
    """Return the blueprint that a text says, or everything that keeps it from being one."""
    try:
        document = loader.load(text)
    except loader.NotReadable as reason:
        return Text(None, [], reason.sentence)
    if isinstance(document, dict):
        # Editors want it; a form does not.
        document = {name: value for name, value in document.items() if name != SCHEMA}
    found = schema.findings(document)
    if not found and isinstance(document, dict):
        return Text(document, [], "")
    known = lines(loader.decoded(text))
    faults = sorted((Fault(line_of(known, finding.pointer), finding) for finding in found), key=lambda one: one.line)
    count = "One place is" if len(faults) == 1 else f"{len(faults)} places are"
    return Text(
        None, faults[:MOST], f"{count} not as a blueprint has it. Line {faults[0].line}: {faults[0].finding.message}"
    )
