"""What does the list of forms say of each?"""

from __future__ import annotations

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
    """One form: what it is for, whose it is, how it stands, and who uses it."""

    name: str
    title: str
    summary: str
    teams: str
    standing: Standing
    submissions: int
    drafts: int


def lines_for(user: User) -> list[Line]:
    """Return every form for an admin, else those that the person may begin with. Three queries, however many there are."""
    if user.has_role(Role.ADMIN):
        blueprints = list(queries.every())
    else:
        blueprints = [offer.version.blueprint for offer in queries.offered_to(user)]
    versions = list(Version.objects.filter(blueprint__in=blueprints).order_by("n"))
    ids = [version.pk for version in versions]
    submitted, drafted = count_by_version(ids), open_by_version(ids)
    names = dict(Team.objects.values_list("slug", "name"))
    by_form: dict[int, list[Version]] = {}
    for version in versions:
        by_form.setdefault(version.blueprint_id, []).append(version)

    def line(blueprint: Blueprint) -> Line:
        own = by_form.get(blueprint.pk, [])
        newest = own[-1] if own else None
        document = blueprint.document
        return Line(
            name=blueprint.name,
            title=str(document["title"]),
            summary=str(document.get("summary", "")),
            teams=", ".join(names.get(slug, slug) for slug in teams_of(document)),
            standing=standing(blueprint, newest),
            submissions=sum(submitted.get(version.pk, 0) for version in own),
            drafts=sum(drafted.get(version.pk, 0) for version in own),
        )

    return [line(blueprint) for blueprint in blueprints]


def teams_of(document: Document) -> list[str]:
    """Return the teams that a form is for; none is every team."""
    teams = document.get("teams", [])
    return [str(slug) for slug in teams] if isinstance(teams, list) else []
