"""How does the page show all fields of a form, and which of them are wrong?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from models_ui.blueprints import catalogue
from models_ui.blueprints.catalogue import Entry, Root, Section, Shelf
from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.form import names
from models_ui.web.workshop import Workshop, field_url

LONGEST_QUERY = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One field of the tree."""

    entry: Entry
    url: str
    id: str
    wrong: bool
    current: bool


@dataclass(frozen=True, slots=True)
class ShelfLines:
    """The fields of one group."""

    title: str
    entries: Sequence[Line]
    folded: bool


@dataclass(frozen=True, slots=True)
class SectionLines:
    """The fields of one screen."""

    title: str
    used: int
    shelves: Sequence[ShelfLines]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Everything that `blueprints/_shelves.html` renders."""

    q: str
    on: bool
    container: str
    # The containers to choose from, where there are several.
    roots: Sequence[Root]
    sections: Sequence[SectionLines]
    all_url: str


def tree(workshop: Workshop, query: QueryDict, current: str) -> Tree:
    """Return the fields that the filters of an address show; `current` is the place whose settings are open."""
    q, on = query.get("q", "")[:LONGEST_QUERY], query.get("on") == "1"
    roots = catalogue.roots(workshop.document["containers"])
    container = _container(roots, query.get("container", ""), current)
    found = catalogue.sections(workshop.document, only=container)
    filters = {"q": q, "on": "1" if on else "", "container": container if len(roots) > 1 else ""}
    wrong = wrong_places(workshop.found)
    kept = urlencode({name: value for name, value in filters.items() if value and name == "container"})

    def line(entry: Entry) -> Line:
        url = field_url(workshop.name, entry.place, **filters)
        return Line(entry, url, f"node-{names.control_id(entry.place)}", entry.place in wrong, entry.place == current)

    def lines(section: Section) -> SectionLines:
        return SectionLines(section.title, section.used, [shelf_lines(shelf) for shelf in section.shelves])

    def shelf_lines(shelf: Shelf) -> ShelfLines:
        entries = [line(entry) for entry in shelf.entries]
        # What is looked for, used or open is not hidden in a fold.
        open_ = q or on or shelf.used or any(entry.current for entry in entries)
        return ShelfLines(shelf.title, entries, shelf.rare and not open_)

    return Tree(
        q=q,
        on=on,
        container=container,
        roots=roots if len(roots) > 1 else (),
        sections=[lines(section) for section in catalogue.matching(found, q, on_form=on)],
        all_url=f"{workshop.url}?{kept}" if kept else workshop.url,
    )


def wrong_places(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the fields that errors are about."""
    places = (pointers.split(finding.pointer) for finding in findings if finding.severity == "error")
    return frozenset(tokens[1] for tokens in places if tokens[:1] == ("fields",) and len(tokens) > 1)


def _container(roots: Sequence[Root], asked: str, current: str) -> str:
    """Return the container that is shown: the one that is asked for, else that of the open field, else the first."""
    known = [root.place for root in roots]
    if asked in known:
        return asked
    return next((place for place in known if current == place or current.startswith(f"{place}/")), known[0])
