"""How does a form come to be, change, and reach people?

`by` is an admin, or None for a command of the operator. `version` is that of the working copy that the person saw.
"""

from __future__ import annotations

import re
from datetime import datetime

from django.db import IntegrityError, transaction

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import User
from models_ui.audit import operations as audit
from models_ui.audit.actors import SYSTEM
from models_ui.audit.operations import Subject
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.audit.vocabulary import Name
from models_ui.blueprints import checks, queries, schema, sound
from models_ui.blueprints.models import NAME, Blueprint, Version
from models_ui.blueprints.texts import text_of
from models_ui.blueprints.working_copy import begun, moved, stepped
from models_ui.contract.canonical import canonical, digest
from models_ui.contract.json_types import Document, Json

RESERVED = frozenset({"new", "import", "schema"})


@transaction.atomic
def create(*, name: str, document: Document, by: User | None, at: datetime) -> Blueprint:
    """Begin a form, which nobody sees until it is published. Raises Refused: not allowed, taken, or no blueprint."""
    checks.check_can_design(by)
    check_name(name)
    text = text_of(document)
    checks.check_form(document, text)
    blueprint = Blueprint(name=name, text=text, created_at=at, updated_at=at)
    try:
        with transaction.atomic():
            blueprint.save(force_insert=True)
    except IntegrityError as taken:
        raise Refused("blueprint-taken", f"There is a form named {name} already. Choose another name.") from taken
    begun(blueprint, by=by, at=at)
    record(Name.BLUEPRINT_CREATED, blueprint, by, at)
    return blueprint


@transaction.atomic
def edit(*, name: str, document: Document, version: int, by: User | None, at: datetime) -> Blueprint:
    """Store another working copy, right or wrong, as long as it is a blueprint at all, and return the form.

    Writes no event: a working copy binds nobody. Raises NotFound, Refused or Stale.
    """
    blueprint = changing(name, version, by)
    text = text_of(document)
    checks.check_form(document, text)
    return moved(blueprint, text, by=by, at=at)


@transaction.atomic
def undo(*, name: str, version: int, by: User | None, at: datetime) -> Blueprint:
    """Go back one edit. Raises NotFound, Refused where there is none, or Stale."""
    return stepped(changing(name, version, by), back=True, at=at)


@transaction.atomic
def redo(*, name: str, version: int, by: User | None, at: datetime) -> Blueprint:
    """Go forth one edit that was undone. Raises NotFound, Refused where there is none, or Stale."""
    return stepped(changing(name, version, by), back=False, at=at)


@transaction.atomic
def restore(*, name: str, n: int, version: int, by: User | None, at: datetime) -> Blueprint:
    """Make what was published as version `n` the working copy, which undo takes back. Raises NotFound, Refused or Stale."""
    blueprint = changing(name, version, by)
    found = queries.version(blueprint, n)
    moved(blueprint, text_of(found.document), by=by, at=at)
    record(Name.BLUEPRINT_RESTORED, blueprint, by, at, data={"version": n, "digest": found.digest})
    return blueprint


@transaction.atomic
def publish(*, name: str, version: int, by: User | None, at: datetime) -> Version:
    """Freeze the working copy as the next version, with which people begin from now on, and return it.

    Raises NotFound, Stale, or Refused: the form has errors, or nothing changed since the last version.
    """
    blueprint = changing(name, version, by)
    document = blueprint.document
    checks.check_sound(sound.findings(document))
    body = canonical(document)
    before = queries.newest(blueprint)
    if before and before.digest == digest(body):
        raise Refused(
            "blueprint-unchanged", f"Nothing changed since version {before.n}, so there is nothing to publish."
        )
    made = Version.objects.create(
        blueprint=blueprint,
        n=before.n + 1 if before else 1,
        text=body.decode(),
        digest=digest(body),
        published_at=at,
        published_by=by,
    )
    record(Name.BLUEPRINT_PUBLISHED, blueprint, by, at, data={"version": made.n, "digest": made.digest})
    return made


@transaction.atomic
def retire(*, name: str, version: int, by: User | None, at: datetime) -> Blueprint:
    """Offer a form to nobody any more; drafts that were begun with it go on. Raises NotFound, Refused or Stale."""
    blueprint = changing(name, version, by)
    blueprint.retired_at = at
    return _kept(blueprint, Name.BLUEPRINT_RETIRED, by, at)


@transaction.atomic
def unretire(*, name: str, version: int, by: User | None, at: datetime) -> Blueprint:
    """Offer a retired form again. Raises NotFound, Refused, or Stale where it is not retired."""
    blueprint = locked_row(name, by)
    checks.check_version(blueprint, version)
    if not blueprint.retired_at:
        raise Stale("blueprint-active", "This form is not retired. It is offered already.")
    blueprint.retired_at = None
    return _kept(blueprint, Name.BLUEPRINT_UNRETIRED, by, at)


def _kept(blueprint: Blueprint, event: Name, by: User | None, at: datetime) -> Blueprint:
    blueprint.version += 1
    blueprint.updated_at = at
    blueprint.save()
    record(event, blueprint, by, at)
    return blueprint


def check_name(name: str) -> None:
    """Raise Refused unless a form may have this name in its address."""
    if not re.search(schema.SLUG, name) or len(name) > NAME or name in RESERVED:
        raise Refused("blueprint-name", f"Name the form with up to {NAME} small letters, digits and hyphens.")


def changing(name: str, version: int, by: User | None) -> Blueprint:
    """Return the form with its row locked, where it may change. Raises NotFound, Refused or Stale."""
    blueprint = locked_row(name, by)
    checks.check_version(blueprint, version)
    checks.check_active(blueprint)
    return blueprint


def locked_row(name: str, by: User | None) -> Blueprint:
    """Return the form with its row locked until the transaction ends. Raises Refused or NotFound."""
    checks.check_can_design(by)
    blueprint = Blueprint.objects.select_for_update().filter(name=name).first()
    if blueprint is None:
        raise NotFound("form")
    return blueprint


def record(
    event: Name, blueprint: Blueprint, by: User | None, at: datetime, *, data: dict[str, Json] | None = None
) -> None:
    """Write an event of a form."""
    audit.record(name=event, actor=actor_for(by) if by else SYSTEM, subject=subject(blueprint), at=at, data=data)


def subject(blueprint: Blueprint) -> Subject:
    """Return the form as events name it."""
    return Subject("blueprint", blueprint.name, str(blueprint.document.get("title", "")))
