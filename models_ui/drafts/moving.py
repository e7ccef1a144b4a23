"""How does a draft go on with a newer version of its form?"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import User
from models_ui.audit import operations as audit
from models_ui.audit.refusals import Refused, Stale
from models_ui.audit.vocabulary import Name
from models_ui.blueprints import queries as blueprints
from models_ui.blueprints import starting, words
from models_ui.blueprints.models import Version
from models_ui.blueprints.words import Words
from models_ui.contract.json_types import Document
from models_ui.drafts import checks, forms, operations, sheets
from models_ui.drafts.models import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The version that a draft could go on with, its words, and what the request would be."""

    version: Version
    words: Words
    document: Document


def newer(draft: Draft) -> Version | None:
    """Return the newest version of the draft's form, or None where the draft has it, or the form is retired."""
    now = draft.blueprint_version
    if now is None or now.blueprint.retired_at:
        return None
    newest = blueprints.newest(now.blueprint)
    return newest if newest and newest.n > now.n else None


def ahead(draft: Draft) -> Move:
    """Return what would become of a draft: what a person filled in stays, what the form gave becomes what it gives now.

    Raises Refused where there is no newer version, it is not for the draft's team, or one of its images is not to be had in
    the region.
    """
    before, after = draft.blueprint_version, newer(draft)
    if before is None or after is None:
        raise Refused("form-current", "This draft is filled in with the newest version of its form already.")
    forms.check_is_for(after, draft.team)
    said = words.words_of(draft.blueprint_words)
    now = words.frozen(after.outline, said)
    old = words.outline(before.text, said, digest=before.digest)
    new = words.outline(after.text, now, digest=after.digest)
    return Move(version=after, words=now, document=starting.moved(draft.document, old, new))


@transaction.atomic
def move(*, draft_id: uuid.UUID, version: int, to: int, by: User, at: datetime) -> Draft:
    """Let a draft go on with the newest version of its form, and return it. `version` is that of the draft, `to` that of
    the form, as the person saw them.

    Raises NotFound, Refused or Stale.
    """
    draft = operations.locked_row(draft_id)
    checks.check_can_edit(by, draft)
    checks.check_version(draft, version)
    found = ahead(draft)
    if found.version.n != to:
        raise Stale("form-changed", "The form changed again since you looked. See what is different now.")
    before = draft.blueprint_version.n if draft.blueprint_version else None
    draft.blueprint_version, draft.blueprint_words = found.version, found.words.as_dict()
    sheets.end(draft)
    # What was taken out stood in the old version, which the new one may have locked since.
    draft.taken_out = ""
    operations.fill(draft, found.document, None, None, None)
    operations.store(draft, by=by, at=at)
    audit.record(
        name=Name.DRAFT_MOVED,
        actor=actor_for(by),
        subject=operations.subject(draft),
        at=at,
        team=draft.team.slug,
        data={"from_version": before, **operations.form_facts(found.version)},
    )
    return draft
