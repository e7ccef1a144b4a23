"""Which drafts may a person see?"""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db.models import Count, QuerySet

from models_ui.accounts.models import Role, User
from models_ui.audit.refusals import NotFound
from models_ui.connections.models import Connection
from models_ui.drafts.models import Draft


def visible_to(user: User) -> QuerySet[Draft]:
    """Return the drafts of the person's teams that were not discarded, newest first."""
    return of_teams(user).filter(discarded_at__isnull=True)


def discarded_of(user: User) -> QuerySet[Draft]:
    """Return the drafts of the person's teams that were discarded, newest first."""
    return of_teams(user).filter(discarded_at__isnull=False)


def of_teams(user: User) -> QuerySet[Draft]:
    """Return all drafts of the person's teams, newest first; none for whoever fills in none."""
    drafts = Draft.objects.filter(team__slug__in=teams_seen(user))
    return drafts.select_related("team", "owner", "connection", "blueprint_version__blueprint").order_by("-updated_at")


def teams_seen(user: User) -> frozenset[str]:
    """Return the teams whose drafts the person may see; none for whoever fills in none."""
    return user.team_slugs if user.has_role(Role.DATA_SCIENTIST) else frozenset()


def last_connection(user: User) -> Connection | None:
    """Return the connection of the draft that the person began last with one, which the next one mostly is for too; for
    somebody who has begun none, that of the team's last one."""
    begun = of_teams(user).filter(connection__isnull=False).order_by("-created_at")
    found = begun.filter(owner=user).first() or begun.first()
    return found.connection if found else None


def open_to(user: User) -> QuerySet[Draft]:
    """Return those that can still be changed."""
    return visible_to(user).filter(locked=False)


def get_visible(user: User, draft_id: uuid.UUID) -> Draft:
    """Return one draft, also a discarded one, or raise NotFound."""
    draft = of_teams(user).filter(id=draft_id).first()
    if draft is None:
        raise NotFound("draft")
    return draft


def open_by_version(versions: Collection[int]) -> dict[int, int]:
    """Return how many drafts that can still be changed have each of these versions of a form, by its id."""
    found = Draft.objects.filter(blueprint_version__in=versions, discarded_at__isnull=True, locked=False)
    counted = found.order_by().values("blueprint_version").annotate(number=Count("id"))
    return {row["blueprint_version"]: row["number"] for row in counted}
