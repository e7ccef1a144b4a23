"""What can the schema not say?"""

from __future__ import annotations

from collections.abc import Collection

from models_ui.contract.create_model import tree
from models_ui.contract.envelopes import Target
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document
from models_ui.contract.rules import (
    archives,
    channels,
    containers,
    environments,
    images,
    intended_use,
    locations,
    metrics,
    network,
    packages,
    registries,
    roles,
    sources,
    tags,
)
from models_ui.contract.rules.facts import Facts, Part
from models_ui.contract.trimmed import trimmed
from models_ui.contract.uses import Use

SUBJECTS = (
    containers,
    packages,
    images,
    registries,
    archives,
    sources,
    locations,
    channels,
    environments,
    metrics,
    roles,
    network,
    tags,
    intended_use,
)
RULES = tuple(rule for subject in SUBJECTS for rule in subject.RULES)


def check(
    document: Document, *, target: Target | None = None, use: str = Use.UNDECIDED, marks: Collection[str] = ()
) -> list[Finding]:
    """Return what the rules have against a request, by rule. Total: of what has a wrong type they say nothing.

    Without a target the rules that need one are silent; a use that nobody knows is one that is not decided. `marks` are the
    places of what a person marked as secret.
    """
    request = Part("", trimmed(document, tree()))
    facts = Facts(request, target, Use(use) if use in set(Use) else Use.UNDECIDED, frozenset(marks))
    return [finding for rule in RULES for finding in rule.findings(facts)]
