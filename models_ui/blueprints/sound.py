"""Can a form work: does it ask for what exists, and could a request satisfy it?

Every finding stands at a place of the document of the form itself. Errors keep it from being published.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from models_ui.blueprints import (
    schema,
    sound_fields,
    sound_kinds,
    sound_limits,
    sound_places,
    sound_requests,
    sound_sources,
    sound_steps,
    sound_values,
)
from models_ui.blueprints.document import Blueprint, read
from models_ui.blueprints.sound_saying import warning
from models_ui.contract import pointers
from models_ui.contract.finding import Finding, errors
from models_ui.contract.json_types import Document

# What is wrong with a place, or a word, has to be right before anything is made of it.
_FIRST: tuple[Callable[[Blueprint], Iterable[Finding]], ...] = (sound_places.told, sound_values.told)
_THEN: tuple[Callable[[Blueprint], Iterable[Finding]], ...] = (
    sound_fields.told,
    sound_kinds.told,
    sound_limits.told,
    sound_steps.told,
    sound_sources.told,
    sound_requests.told,
)


def findings(
    document: Document, *, teams: Collection[str] | None = None, connections: Collection[str] | None = None
) -> list[Finding]:
    """Return what is wrong with a form. Total on any document.

    `teams` and `connections` are those that there are; where None, nobody asked.
    """
    wrong = schema.findings(document)
    if wrong:
        return wrong
    blueprint = read(document)
    found = [told for check in _FIRST for told in check(blueprint)]
    if not errors(found):
        found += [told for check in _THEN for told in check(blueprint)]
    found += _around(blueprint, teams, connections)
    return _each_place_once(found)


def _around(
    blueprint: Blueprint, teams: Collection[str] | None, connections: Collection[str] | None
) -> Iterator[Finding]:
    for number, team in enumerate(blueprint.teams):
        if teams is not None and team not in teams:
            yield warning(
                "team", pointers.join("teams", number), "There is no such team, so nobody of it sees the form."
            )
    if connections is not None and blueprint.connection and blueprint.connection not in connections:
        yield warning(
            "connection", "/connection", "There is no connection of this name, so people choose one themselves."
        )


def _each_place_once(found: list[Finding]) -> list[Finding]:
    """Return the findings without a second error at a place: one fault gives one finding."""
    wrong: set[str] = set()
    kept = []
    for finding in found:
        if finding.severity != "error" or finding.pointer not in wrong:
            kept.append(finding)
        if finding.severity == "error":
            wrong.add(finding.pointer)
    return kept
