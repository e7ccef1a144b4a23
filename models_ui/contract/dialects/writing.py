"""What comes of writing a request for another tool?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Writing:
    """The text to copy, and a sentence for each thing that the tool cannot say; the text has them as comments too."""

    text: str
    notes: tuple[str, ...] = ()
