"""How does a draft change?"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import Team, User
from models_ui.audit import operations as audit
from models_ui.audit.operations import Subject
from models_ui.audit.refusals import NotFound, Refused
from models_ui.audit.vocabulary import Name
from models_ui.connections.models import Connection
from models_ui.contract.json_types import Document
from models_ui.drafts import checks
from models_ui.drafts.models import Draft


@transaction.atomic
def create(
    *,
    owner: User,
    at: datetime,
    team: Team | None = None,
    connection: Connection | None = None,
    document: Document | None = None,
    origin: str = "blank",
) -> Draft:
    """Begin a draft for a team of the owner (the first one if none is named) and return it.

    `origin` says in the audit log what it was made from. Raises Refused when the person may not.
    """
    checks.check_can_create(owner)
    team = team or owner.teams.order_by("slug")[0]
    if team.slug not in owner.team_slugs:
        raise Refused("other-team", "You can only make requests for a team of yours.")
    draft = Draft(owner=owner, team=team, connection=connection, created_at=at, updated_at=at)
    draft.document = document or {}
    draft.save()
    draft.authors.add(owner)
    audit.record(
        name=Name.DRAFT_CREATED,
        actor=actor_for(owner),
        subject=subject(draft),
        at=at,
        team=team.slug,
        data={"origin": origin},
    )
    return draft


@transaction.atomic
def save(
    *,
    draft_id: uuid.UUID,
    document: Document,
    version: int,
    by: User,
    at: datetime,
    connection: Connection | None = None,
) -> Draft:
    """Store what was filled in, whether right or wrong, and return the draft with its next version.

    `version` is the one that the person saw; `connection` is kept where None. Writes no event: a draft binds nobody.
    Raises NotFound, Refused (locked, discarded) or Stale (somebody else saved since).
    """
    draft = locked_row(draft_id)
    checks.check_can_edit(by, draft)
    checks.check_version(draft, version)
    draft.document = document
    draft.connection = connection or draft.connection
    draft.version += 1
    draft.updated_at = at
    draft.save()
    draft.authors.add(by)
    return draft


@transaction.atomic
def discard(*, draft_id: uuid.UUID, by: User, at: datetime) -> Draft:
    """Put a draft away. Raises NotFound or Refused."""
    draft = locked_row(draft_id)
    checks.check_can_edit(by, draft)
    draft.discarded_at = at
    draft.version += 1
    draft.save()
    audit.record(name=Name.DRAFT_DISCARDED, actor=actor_for(by), subject=subject(draft), at=at, team=draft.team.slug)
    return draft


def lock(draft_id: uuid.UUID) -> None:
    """Close a draft to changes: its submission is under way, or has ended. The caller holds its row."""
    Draft.objects.filter(id=draft_id).update(locked=True)


def unlock(draft_id: uuid.UUID) -> None:
    """Open a draft to changes again. The caller holds its row."""
    Draft.objects.filter(id=draft_id).update(locked=False)


def locked_row(draft_id: uuid.UUID) -> Draft:
    """Return the draft with its row locked until the transaction ends, or raise NotFound."""
    draft = Draft.objects.select_for_update(of=("self",)).select_related("team", "owner").filter(id=draft_id).first()
    if draft is None:
        raise NotFound("draft")
    return draft


def subject(draft: Draft) -> Subject:
    """Return the draft as events name it."""
    return Subject("draft", str(draft.id), draft.name)
