"""Which versions does a form have, who uses them, and which two are compared?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models_ui.blueprints import queries
from models_ui.blueprints.differences import differences
from models_ui.blueprints.homes import Raw
from models_ui.blueprints.models import Blueprint, Version
from models_ui.contract.diff_rows import Group
from models_ui.drafts.queries import open_by_version
from models_ui.submissions.queries import count_by_version

WORKING_COPY = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One version, and how many submissions and open drafts were made with it."""

    version: Version
    current: bool
    submissions: int
    drafts: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Which two are compared; 0 is the working copy."""

    before: int
    after: int
    options: Sequence[tuple[int, str]]

    @property
    def title(self) -> str:
        """What the comparison is called."""
        names = dict(self.options)
        return f"What differs from {names[self.before].lower()} to {names[self.after].lower()}"


def lines(blueprint: Blueprint) -> list[Line]:
    """Return the versions, newest first."""
    versions = list(queries.versions(blueprint))
    ids = [version.pk for version in versions]
    submitted, drafted = count_by_version(ids), open_by_version(ids)
    return [
        Line(version, at == 0, submitted.get(version.pk, 0), drafted.get(version.pk, 0))
        for at, version in enumerate(versions)
    ]


def choice(found: Sequence[Line], before: int | None, after: int | None) -> Choice:
    """Return what is compared: what was asked for where it exists, else the newest version and the working copy."""
    options = [(WORKING_COPY, "The working copy"), *((line.version.n, f"Version {line.version.n}") for line in found)]
    known = dict(options)
    newest = found[0].version.n if found else WORKING_COPY
    return Choice(
        before if before in known and before is not None else newest,
        after if after in known and after is not None else WORKING_COPY,
        options,
    )


def compared(document: Raw, found: Sequence[Line], chosen: Choice) -> list[Group]:
    """Return what differs between the chosen two."""
    documents = {WORKING_COPY: document, **{line.version.n: line.version.document for line in found}}
    return differences(documents[chosen.before], documents[chosen.after])
