"""What is wrong with a draft, and who may change it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from django.conf import settings

from models_ui.accounts.models import Role, User
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.contract import ownership
from models_ui.contract.finding import Finding
from models_ui.contract.judging import judge
from models_ui.drafts import clones, forms, sheets
from models_ui.drafts.models import Draft
from models_ui.form import designed, telling
from models_ui.form.layouts.pieces import Layout


def findings(draft: Draft) -> list[Finding]:
    """Return all that is to be said of a draft: of its request, where it goes, what it is meant for, its source and form.

    They call places as the form does. The wizard, the review page and submission ask this same function.
    """
    document = draft.document
    target = draft.connection.target if draft.connection else None
    found = [
        *judge(
            document,
            target=target,
            use=draft.intended_use,
            names=partial(telling.called, layout=forms.layout(draft)),
            marks=draft.secret_marks,
        ),
        *ownership.findings(document, key=settings.OWNERSHIP_TAG),
        *clones.findings(draft),
    ]
    found = once([*(unfixed(one, forms.layout(draft)) for one in found), *forms.findings(draft)])
    return [telling.placed(finding) for finding in found]


def unfixed(finding: Finding, layout: Layout) -> Finding:
    """Return a finding without its button where that would change what the form has set: a save would be refused."""
    stays = finding.fix is None or designed.is_free(layout, finding.fix.pointer)
    return finding if stays else replace(finding, fix=None)


def once(found: Sequence[Finding]) -> list[Finding]:
    """Return the findings without what another one of the same place says better.

    Of what the form sets, the form speaks; that something is missing it says only where nobody else does.
    """
    locked = {one.pointer for one in found if one.code == "blueprint-locked"}
    wrong = {one.pointer for one in found if one.severity == "error" and one.source != "blueprint"}
    return [
        one
        for one in found
        if not (one.source != "blueprint" and one.code == "required" and one.pointer in locked)
        and not (one.code == "blueprint-required" and one.pointer in wrong)
    ]


def check_can_create(user: User) -> None:
    """Raise Refused unless the person may begin requests."""
    if not user.has_role(Role.DATA_SCIENTIST):
        raise Refused("data-scientist-only", "Only data scientists may make requests.")
    if not user.team_slugs:
        raise Refused("no-team", "You belong to no team yet. An admin can add you to one.")


def check_can_edit(user: User, draft: Draft) -> None:
    """Raise NotFound, or Stale where the draft was submitted or discarded meanwhile, unless the person may change it."""
    check_can_see(user, draft)
    if draft.discarded_at:
        raise Stale("draft-discarded", "This draft was discarded. Nothing was saved.")
    if draft.locked:
        raise Stale(
            "draft-locked", "This request has been submitted, so it cannot be changed. Take it back to edit it."
        )


def check_can_restore(user: User, draft: Draft) -> None:
    """Raise NotFound, or Stale where the draft was not discarded, unless the person may bring it back."""
    check_can_see(user, draft)
    if not draft.discarded_at:
        raise Stale("draft-there", "This draft is not discarded. It stands among the others.")


def check_can_see(user: User, draft: Draft) -> None:
    """Raise NotFound unless the draft belongs to a team of this data scientist."""
    if not (user.has_role(Role.DATA_SCIENTIST) and draft.team.slug in user.team_slugs):
        raise NotFound("draft")


def check_version(draft: Draft, version: int, sheet: str = "") -> None:
    """Raise Stale when somebody saved the draft since this version, unless it was this sheet alone."""
    if draft.version != version and not sheets.is_on(draft, sheet):
        raise Stale("draft-changed", "This draft changed since you opened it. Nothing of yours was saved over it.")
