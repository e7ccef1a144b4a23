"""What stands around every tab of the form builder: which form, how it stands, and what is wrong with it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlencode

from django.urls import reverse

from models_ui.accounts.models import Team
from models_ui.blueprints import checks, sound
from models_ui.blueprints.catalogue import label
from models_ui.blueprints.homes import Raw
from models_ui.blueprints.models import Blueprint
from models_ui.blueprints.standing import Standing, can_redo, can_undo, standing
from models_ui.blueprints.texts import document_of
from models_ui.connections.queries import all_connections
from models_ui.contract import pointers
from models_ui.contract.finding import Finding, errors
from models_ui.web.access import reason_against

TABS = (
    ("about", "About"),
    ("fields", "Fields"),
    ("layout", "Layout"),
    ("preview", "Preview"),
    ("json", "JSON"),
    ("versions", "Versions"),
)
MOST_FINDINGS = 20


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of the builder."""

    name: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Said:
    """A finding about the form, where it is put right, and what that is called."""

    finding: Finding
    url: str
    label: str


@dataclass(frozen=True)
class Workshop:
    """One form in the builder, on one of its tabs."""

    blueprint: Blueprint
    tab: str

    @cached_property
    def document(self) -> Raw:
        """The working copy."""
        return self.blueprint.document

    @property
    def name(self) -> str:
        """What the form is called in addresses."""
        return self.blueprint.name

    @property
    def title(self) -> str:
        """What the form is called by people."""
        return str(self.document["title"])

    @property
    def version(self) -> int:
        """The state of the working copy that the page shows."""
        return self.blueprint.version

    @property
    def tab_title(self) -> str:
        """What the tab is called."""
        return dict(TABS)[self.tab]

    @property
    def url(self) -> str:
        """The address of the tab."""
        return address(self.name, self.tab)

    @property
    def tabs(self) -> list[Tab]:
        """All tabs in their order."""
        return [Tab(name, title, address(self.name, name)) for name, title in TABS]

    @cached_property
    def found(self) -> Sequence[Finding]:
        """What is to be said of the form."""
        teams = frozenset(Team.objects.values_list("slug", flat=True))
        connections = frozenset(row.name for row in all_connections())
        return judged(self.blueprint.text, teams, connections)

    @property
    def findings(self) -> Findings:
        """What is to be said of the form, with ways to it."""
        return Findings(self.name, self.document, self.found)

    @cached_property
    def standing(self) -> Standing:
        """How the form stands: draft only, published, changed since, retired."""
        return standing(self.blueprint)

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return can_undo(self.blueprint)

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to do again."""
        return can_redo(self.blueprint)

    @cached_property
    def why_not_publish(self) -> str:
        """The sentence with which publishing is refused, or nothing."""
        if reason := reason_against(checks.check_active, self.blueprint):
            return reason
        if not self.standing.changed:
            return f"Nothing changed since version {self.standing.version}."
        return "" if not errors(self.found) else "Put right what is listed below first."


@dataclass(frozen=True, slots=True)
class Findings:
    """What is to be said of a form before it is published."""

    name: str
    document: Raw
    found: Sequence[Finding]

    @property
    def title(self) -> str:
        """The head of the list."""
        count = len(errors(self.found))
        if not count:
            return "Read this before you publish"
        return (
            "One thing to put right before you publish"
            if count == 1
            else f"{count} things to put right before you publish"
        )

    @property
    def shown(self) -> list[Said]:
        """The first ones."""
        return [self._said(finding) for finding in self.found[:MOST_FINDINGS]]

    @property
    def more(self) -> int:
        """How many there are besides."""
        return max(0, len(self.found) - MOST_FINDINGS)

    def _said(self, finding: Finding) -> Said:
        tokens = pointers.split(finding.pointer)
        if tokens[:1] == ("fields",) and len(tokens) > 1:
            return Said(finding, field_url(self.name, tokens[1]), label(tokens[1]))
        if tokens[:1] == ("steps",):
            number = f"#step-{int(tokens[1]) + 1}" if len(tokens) > 1 and tokens[1].isdecimal() else ""
            return Said(finding, f"{address(self.name, 'layout')}{number}", "the layout")
        return Said(finding, address(self.name, "about"), "what the form is about")


@lru_cache(maxsize=64)
def judged(text: str, teams: frozenset[str], connections: frozenset[str]) -> tuple[Finding, ...]:
    """Return what is to be said of a form. Every tab asks, and the text changes only by an edit."""
    return tuple(sound.findings(document_of(text), teams=teams, connections=connections))


def address(name: str, tab: str) -> str:
    """Return the address of a tab."""
    return reverse(f"blueprint-{tab}", args=[name])


def field_url(name: str, place: str, **filters: str) -> str:
    """Return the address of the settings of one field, under the filters of the tree."""
    query = urlencode({"place": place, **{key: value for key, value in filters.items() if value}}, safe="/*")
    return f"{address(name, 'fields')}?{query}"
