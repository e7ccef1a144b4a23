"""What is one rule, and what does it say where it is broken?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from models_ui.contract.finding import Finding, Fix, Severity
from models_ui.contract.json_types import Json
from models_ui.contract.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Broken:
    """A place that breaks a rule, with what its sentence names, and the fix where there is only one way out."""

    pointer: str
    named: Mapping[str, object] = field(default_factory=dict)
    fix: Fix | None = None


Look = Callable[[Facts], Iterable[Broken]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A function that finds what is broken, and all that is known of it before it looks.

    `where` are the places that it speaks of, as patterns: `{container}` is PrimaryContainer or an entry of Containers,
    `{source}` any S3 data source of one, `*` an entry of a list or a key of a map. `sentence` names things in braces.
    """

    code: str
    severity: Severity
    where: tuple[str, ...]
    sentence: str
    look: Look

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Yield a finding for each place that breaks the rule."""
        for broken in self.look(facts):
            yield Finding(
                code=self.code,
                pointer=broken.pointer,
                severity=self.severity,
                message=self.sentence.format(**broken.named),
                fix=broken.fix,
                source="rules",
            )


def rule(code: str, severity: Severity, *where: str, sentence: str) -> Callable[[Look], Rule]:
    """Make a rule of the function below."""
    return lambda look: Rule(code=code, severity=severity, where=where, sentence=sentence, look=look)


def removal(label: str, pointer: str) -> Fix:
    """Return the fix that takes a place away."""
    return Fix(label=label, pointer=pointer, value=None, remove=True)


def setting(label: str, pointer: str, value: Json) -> Fix:
    """Return the fix that writes a value."""
    return Fix(label=label, pointer=pointer, value=value)
