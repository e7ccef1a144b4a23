"""How does a draft change?"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import Team, User
from models_ui.audit import operations as audit
from models_ui.audit.operations import Subject
from models_ui.audit.refusals import NotFound, Refused
from models_ui.audit.vocabulary import Name
from models_ui.blueprints.models import Version
from models_ui.connections.models import Connection
from models_ui.connections.queries import by_name
from models_ui.contract import confidential
from models_ui.contract.json_types import Document, Json
from models_ui.contract.uses import Use
from models_ui.drafts import checks, forms, sheets
from models_ui.drafts.clones import Source, without
from models_ui.drafts.models import Draft
from models_ui.drafts.queries import get_visible
from models_ui.drafts.sight import masked_pointers


@transaction.atomic
def create(
    *,
    owner: User,
    at: datetime,
    team: Team | None = None,
    connection: Connection | None = None,
    document: Document | None = None,
    use: str = Use.UNDECIDED,
    origin: str = "blank",
    source: Source | None = None,
    marks: Collection[str] = (),
    blueprint: Version | None = None,
    said: Mapping[str, object] | None = None,
) -> Draft:
    """Begin a draft for a team of the owner (the first one if none is named) and return it.

    `origin` says in the audit log what it was made from, `source` what it is a copy of, `marks` which variables are
    secret. `blueprint` is the form that it is filled in with, which says what is not given here; `said` are the words with
    which the document was filled in on that form. Raises Refused when the person may not, or the form cannot begin here.
    """
    checks.check_can_create(owner)
    team = team or owner.teams.order_by("slug")[0]
    if team.slug not in owner.team_slugs:
        raise Refused("other-team", "You can only make requests for a team of yours.")
    draft = Draft(owner=owner, team=team, connection=connection, intended_use=use, created_at=at, updated_at=at)
    draft.document = document or {}
    if blueprint:
        draft.connection = connection or by_name(blueprint.outline.connection)
        draft.intended_use = use or blueprint.outline.use
        forms.begin(draft, blueprint, at=at, document=document, said=said)
    draft.secret_marks = kept_marks(draft.document, marks)
    if source:
        draft.source_id, draft.source_digest, draft.left_out = source.id, source.digest, sorted(source.left_out)
    draft.save()
    draft.authors.add(owner)
    audit.record(
        name=Name.DRAFT_CREATED,
        actor=actor_for(owner),
        subject=subject(draft),
        at=at,
        team=team.slug,
        data={"origin": origin, **(source.facts if source else {}), **form_facts(blueprint)},
    )
    return draft


@transaction.atomic
def copy(*, draft_id: uuid.UUID, by: User, at: datetime) -> Draft:
    """Begin a draft like another one, and return it. Secrets that the person does not see are left out.

    Raises NotFound or Refused.
    """
    draft = get_visible(by, draft_id)
    hidden = masked_pointers(by, draft)
    return create(
        owner=by,
        at=at,
        team=draft.team,
        connection=draft.connection,
        document=without(draft.document, hidden),
        use=draft.intended_use,
        origin="copy",
        source=Source(id=draft.id, left_out=hidden),
        marks=draft.secret_marks,
        blueprint=draft.blueprint_version,
        said=draft.blueprint_words,
    )


def form_facts(version: Version | None) -> dict[str, Json]:
    """Return which form a request is filled in with, as the audit log tells it: by its name, version and exact text."""
    if version is None:
        return {}
    return {"blueprint": version.blueprint.name, "blueprint_version": version.n, "blueprint_digest": version.digest}


@transaction.atomic
def save(
    *,
    draft_id: uuid.UUID,
    document: Document,
    version: int,
    by: User,
    at: datetime,
    connection: Connection | None = None,
    use: Use | None = None,
    marks: Collection[str] | None = None,
    sheet: str = "",
    out: str | None = None,
) -> Draft:
    """Store what was filled in, whether right or wrong, and return the draft with its next version.

    `version` is the one that the person saw, `sheet` the page that was typed into (sheets.py); `connection` and intended
    `use` are kept where None. `marks` are the places of what is marked as secret; where None, the marks follow their values
    as well as can be told. `out` is what can be put back, as text; kept where None.
    Writes no event: a draft binds nobody. Raises NotFound, Refused (it changes what the form has locked) or Stale (submitted,
    discarded, somebody else saved since).
    """
    draft = locked_row(draft_id)
    checks.check_can_edit(by, draft)
    checks.check_version(draft, version, sheet)
    sheets.rewind(draft, sheet)
    sheets.end(draft)
    draft.taken_out = draft.taken_out if out is None else out
    fill(draft, document, marks, connection, use)
    store(draft, by=by, at=at)
    return draft


@transaction.atomic
def autosave(
    *,
    draft_id: uuid.UUID,
    document: Document,
    version: int,
    sheet: str,
    turn: int,
    by: User,
    at: datetime,
    connection: Connection | None = None,
    use: Use | None = None,
    marks: Collection[str] | None = None,
) -> Draft:
    """Store what is on a page while somebody types, and return the draft; its version stays where nothing changed.

    Of what a page sends the latest `turn` stays, whatever comes first. Raises as `save` does.
    """
    draft = locked_row(draft_id)
    checks.check_can_edit(by, draft)
    checks.check_version(draft, version, sheet)
    if sheets.is_on(draft, sheet) and turn <= draft.sheet_turn:
        return draft
    before = filled(draft)
    sheets.rewind(draft, sheet)
    sheets.begin(draft, sheet)
    draft.sheet_turn = turn if sheet else 0
    fill(draft, document, marks, connection, use)
    if filled(draft) == before:
        draft.save(update_fields=sheets.FIELDS)
    else:
        store(draft, by=by, at=at)
    return draft


def filled(draft: Draft) -> tuple[object, ...]:
    """Return what a page can say of a draft."""
    return draft.text, draft.secret_marks, draft.connection_id, draft.intended_use


def fill(
    draft: Draft, document: Document, marks: Collection[str] | None, connection: Connection | None, use: Use | None
) -> None:
    """Write into a draft what a page says. Raises Refused where that leaves what its form has locked."""
    left, where = forms.left(draft), draft.connection
    if marks is None:
        marks = confidential.followed(draft.document, draft.secret_marks, document)
    draft.secret_marks = kept_marks(document, marks)
    draft.document = document
    draft.connection = connection or draft.connection
    draft.intended_use = draft.intended_use if use is None else use
    forms.follow(draft, where)
    forms.check_keeps_locks(left, draft)


def store(draft: Draft, *, by: User, at: datetime) -> None:
    """Save a draft as its next version, which is also this person's."""
    draft.version += 1
    draft.updated_at = at
    draft.save()
    draft.authors.add(by)


@transaction.atomic
def discard(*, draft_id: uuid.UUID, by: User, at: datetime) -> Draft:
    """Put a draft away, and erase what it kept for whoever fills it in. Raises NotFound or Refused."""
    draft = locked_row(draft_id)
    checks.check_can_edit(by, draft)
    draft.discarded_at, draft.taken_out = at, ""
    sheets.end(draft)
    draft.version += 1
    draft.save()
    audit.record(name=Name.DRAFT_DISCARDED, actor=actor_for(by), subject=subject(draft), at=at, team=draft.team.slug)
    return draft


@transaction.atomic
def restore(*, draft_id: uuid.UUID, by: User, at: datetime) -> Draft:
    """Bring a discarded draft back as it was. Raises NotFound, or Stale where it is back already."""
    draft = locked_row(draft_id)
    checks.check_can_restore(by, draft)
    draft.discarded_at = None
    draft.version += 1
    draft.save()
    audit.record(name=Name.DRAFT_RESTORED, actor=actor_for(by), subject=subject(draft), at=at, team=draft.team.slug)
    return draft


def lock(draft_id: uuid.UUID) -> None:
    """Close a draft to changes: its submission is under way, or has ended. What it kept for whoever fills it in is erased.
    The caller holds its row."""
    nothing: dict[str, Any] = {"taken_out": "", "sheet": "", "sheet_text": "", "sheet_marks": [], "sheet_turn": 0}
    nothing |= {"sheet_connection": None, "sheet_words": {}}
    Draft.objects.filter(id=draft_id).update(locked=True, **nothing)


def unlock(draft_id: uuid.UUID) -> None:
    """Open a draft to changes again. The caller holds its row."""
    Draft.objects.filter(id=draft_id).update(locked=False)


def locked_row(draft_id: uuid.UUID) -> Draft:
    """Return the draft with its row locked until the transaction ends, or raise NotFound."""
    draft = (
        Draft.objects.select_for_update(of=("self",))
        .select_related("team", "owner", "connection", "blueprint_version__blueprint")
        .filter(id=draft_id)
        .first()
    )
    if draft is None:
        raise NotFound("draft")
    return draft


def kept_marks(document: Document, marks: Collection[str]) -> list[str]:
    """Return those marks that have a variable, in the order of the request."""
    return confidential.marks(confidential.marked(document, marks)) if marks else []


def subject(draft: Draft) -> Subject:
    """Return the draft as events name it."""
    return Subject("draft", str(draft.id), draft.name)
