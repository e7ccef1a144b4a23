"""Which forms are there, and which may a person begin with?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Max, OuterRef, QuerySet, Subquery

from models_ui.accounts.models import Team, User
from models_ui.audit.refusals import NotFound
from models_ui.blueprints import document
from models_ui.blueprints.models import Blueprint, Version


@dataclass(frozen=True, slots=True)
class Offer:
    """A form that somebody may begin with, and how many fields it asks for."""

    version: Version
    outline: document.Blueprint
    asks: int

    @property
    def name(self) -> str:
        """The name of the form, as addresses have it."""
        return self.version.blueprint.name


def offered_to(user: User) -> list[Offer]:
    """Return the newest versions of the forms that a team of the person may use, by title. Retired ones are none."""
    newest = Version.objects.filter(blueprint=OuterRef("blueprint")).order_by("-n").values("n")[:1]
    versions = Version.objects.filter(n=Subquery(newest), blueprint__retired_at__isnull=True)
    offers = [offer(version) for version in versions.select_related("blueprint")]
    seen = [one for one in offers if is_for(one.outline, user.team_slugs)]
    return sorted(seen, key=lambda one: one.outline.title.casefold())


def offer(version: Version) -> Offer:
    """Return a version with what a card says of it."""
    return Offer(version, version.outline, asks(version.outline))


def is_for(outline: document.Blueprint, teams: frozenset[str]) -> bool:
    """Say whether one of these teams may use the form."""
    return not outline.teams or bool(teams.intersection(outline.teams))


def team_for(version: Version, user: User, chosen: Team | None) -> Team | None:
    """Return the team that a request of this form is for: the chosen one where it may use the form, else the first that
    may, or None where none may."""
    may = [team for team in user.teams.order_by("slug") if is_for(version.outline, frozenset({team.slug}))]
    return chosen if chosen in may else next(iter(may), None)


def asks(outline: document.Blueprint) -> int:
    """Return how many fields a form asks for: those with a control that somebody may change, or must fill in."""
    placed = {place for step in outline.steps for group in step.groups for place in group.places}
    said = outline.fields
    return sum(place in said and said[place].show == "shown" and not said[place].locked for place in placed)


def every() -> QuerySet[Blueprint]:
    """Return all forms, retired ones last, each with the number of its newest version as `published`."""
    return Blueprint.objects.annotate(published=Max("versions__n")).order_by("retired_at", "name")


def get(name: str) -> Blueprint:
    """Return the form of this name, or raise NotFound."""
    found = Blueprint.objects.filter(name=name).first()
    if found is None:
        raise NotFound("form")
    return found


def versions(blueprint: Blueprint) -> QuerySet[Version]:
    """Return what was published of a form, the newest first."""
    return blueprint.versions.select_related("blueprint", "published_by").order_by("-n")


def version(blueprint: Blueprint, n: int) -> Version:
    """Return one version of a form, or raise NotFound."""
    found = versions(blueprint).filter(n=n).first()
    if found is None:
        raise NotFound("version")
    return found


def newest(blueprint: Blueprint) -> Version | None:
    """Return what was published last, or None where nothing was."""
    return versions(blueprint).first()


def offered(name: str, user: User) -> Version:
    """Return the version of a form that the person may begin with, or raise NotFound."""
    found = next((one.version for one in offered_to(user) if one.name == name), None)
    if found is None:
        raise NotFound("form")
    return found
