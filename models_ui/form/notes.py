"""Which findings are shown at which control? Each exactly once, at the nearest one that there is."""

from __future__ import annotations

from collections.abc import Iterable

from models_ui.contract.finding import Finding
from models_ui.form.views import Note


class Notes:
    """The findings of one screen that no control has taken yet."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep the findings in their order."""
        self._left: dict[str, list[Finding]] = {}
        for finding in findings:
            self._left.setdefault(finding.pointer, []).append(finding)

    def take(self, pointer: str) -> tuple[Note, ...]:
        """Return what is said of this very place, and give it to nobody else."""
        return tuple(_note(finding) for finding in self._left.pop(pointer, ()))

    def take_below(self, pointer: str) -> tuple[Note, ...]:
        """Return what is said of a place and of all below it that no other control has taken."""
        if not self._left:
            return ()
        places = [place for place in self._left if place == pointer or place.startswith(f"{pointer}/")]
        return tuple(note for place in places for note in self.take(place))

    def any_below(self, pointer: str) -> bool:
        """Say whether anything is left to be said of a place or of what is below it."""
        return any(place == pointer or place.startswith(f"{pointer}/") for place in self._left)


def _note(finding: Finding) -> Note:
    return Note(
        severity=finding.severity,
        text=finding.message,
        fix_label=finding.fix.label if finding.fix else "",
        fix_action=f"fix:{finding.pointer}" if finding.fix else "",
    )
