"""What does the list of forms say of each?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models_ui.accounts.models import Role, Team, User
from models_ui.blueprints import queries
from models_ui.blueprints.models import Blueprint, Version
from models_ui.blueprints.standing import Standing, standing
from models_ui.contract.json_types import Document
from models_ui.drafts.queries import open_by_version
from models_ui.submissions.queries import count_by_version


@dataclass(frozen=True, slots=True)
class Line:
    """One form: what it is for, whose it is, how it stands, and who uses it, which only admins are told."""

    name: str
    title: str
    summary: str
    teams: str
    standing: Standing
    submissions: int
    drafts: int


def lines_for(user: User) -> list[Line]:
    """Return every form for an admin, as its working copy has it; else those that the person may begin with, as they were
    published."""
    names = dict(Team.objects.values_list("slug", "name"))
    return designed(names) if user.has_role(Role.ADMIN) else offered(user, names)


def offered(user: User, names: Mapping[str, str]) -> list[Line]:
    """Return the forms that the person may begin with. What admins have changed since is theirs, and so is who uses it."""
    versions = [offer.version for offer in queries.offered_to(user)]
    return [
        line(
            version.blueprint.name,
            version.document,
            Standing("Published", "info", version.n, changed=False, retired=False),
            names,
        )
        for version in versions
    ]


def designed(names: Mapping[str, str]) -> list[Line]:
    """Return every form with its working copy, by title, retired ones last. Three queries, however many there are."""
    blueprints = list(queries.every())
    versions = list(Version.objects.filter(blueprint__in=blueprints).order_by("n"))
    ids = [version.pk for version in versions]
    submitted, drafted = count_by_version(ids), open_by_version(ids)
    by_form: dict[int, list[Version]] = {}
    for version in versions:
        by_form.setdefault(version.blueprint_id, []).append(version)

    def one(blueprint: Blueprint) -> Line:
        own = by_form.get(blueprint.pk, [])
        stands = standing(blueprint, own[-1] if own else None)
        submissions, drafts = (sum(counted.get(version.pk, 0) for version in own) for counted in (submitted, drafted))
        return line(blueprint.name, blueprint.document, stands, names, submissions=submissions, drafts=drafts)

    return sorted(map(one, blueprints), key=lambda found: (found.standing.retired, found.title.casefold()))


def line(
    name: str, document: Document, stands: Standing, names: Mapping[str, str], *, submissions: int = 0, drafts: int = 0
) -> Line:
    """Return what the list says of a form that is written so."""
    return Line(
        name=name,
        title=str(document["title"]),
        summary=str(document.get("summary", "")),
        teams=", ".join(names.get(slug, slug) for slug in teams_of(document)),
        standing=stands,
        submissions=submissions,
        drafts=drafts,
    )


def teams_of(document: Document) -> list[str]:
    """Return the teams that a form is for; none is every team."""
    teams = document.get("teams", [])
    return [str(slug) for slug in teams] if isinstance(teams, list) else []
