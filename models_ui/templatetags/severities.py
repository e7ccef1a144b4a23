"""How does a page show how grave a finding is?"""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """The tone, the icon and the word of a severity."""

    tone: str
    icon: str
    word: str


# "passed" is no severity of a finding; it is how a list of checks says that one holds.
SEVERITIES = {
    "error": Look("danger", "error", "Error"),
    "warning": Look("warning", "warning", "Warning"),
    "info": Look("info", "info", "Note"),
    "passed": Look("success", "check", "Passed"),
}
