"""How do people and teams come to be?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from models_ui.accounts.models import Grant, Role, Team, User
from models_ui.audit import operations as audit
from models_ui.audit.actors import Actor
from models_ui.audit.operations import Subject
from models_ui.audit.refusals import Refused
from models_ui.audit.vocabulary import Name


@transaction.atomic
def create_team(*, slug: str, name: str, by: Actor, at: datetime) -> Team:
    """Create a team, or raise Refused when the slug is taken or not made of letters, digits and hyphens."""
    team = Team(slug=slug, name=name)
    save(team)
    audit.record(name=Name.TEAM_CREATED, actor=by, subject=Subject("team", team.slug, team.name), at=at, team=slug)
    return team


@transaction.atomic
def create_person(
    *,
    username: str,
    password: str,
    roles: Collection[str],
    teams: Collection[str],
    by: Actor,
    at: datetime,
    name: str = "",
) -> User:
    """Create a person with roles and teams (both by their slugs).

    Raises Refused when the user name is taken, the password too weak, or a role or team unknown.
    """
    for role in roles:
        if role not in Role.values:
            raise Refused("unknown-role", f"There is no role {role}. Choose from {', '.join(Role.values)}.")
    known = {team.slug: team for team in Team.objects.filter(slug__in=teams)}
    for slug in teams:
        if slug not in known:
            raise Refused("unknown-team", f"There is no team {slug}. Create it first.")
    user = User(username=username, name=name, created_at=at)
    check_password(password, user)
    user.set_password(password)
    save(user)
    Grant.objects.bulk_create(Grant(user=user, role=role) for role in sorted(set(roles)))
    user.teams.set(known.values())
    audit.record(
        name=Name.PERSON_CREATED,
        actor=by,
        subject=Subject("person", str(user.pk), username),
        at=at,
        data={"roles": [*sorted(set(roles))], "teams": [*sorted(known)]},
    )
    return user


def save(row: Team | User) -> None:
    """Save a new row, or raise Refused: also when somebody took the name after we looked."""
    check(row)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        check(row)
        raise


def check(row: Team | User) -> None:
    """Raise Refused with the first sentence that the row's own rules have against it."""
    try:
        row.full_clean(exclude=["password"])
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise Refused("not-accepted", f"{field}: {messages[0]}") from error


def check_password(password: str, user: User) -> None:
    """Raise Refused when the password is too short or too common."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused("weak-password", " ".join(error.messages)) from error
