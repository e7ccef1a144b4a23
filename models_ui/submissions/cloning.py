"""How does a new draft begin from what was submitted?"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.conf import settings
from django.db import transaction

from models_ui.accounts.models import Team, User
from models_ui.blueprints.queries import team_for
from models_ui.contract import ownership
from models_ui.drafts import operations as drafts
from models_ui.drafts.clones import Source, without
from models_ui.drafts.models import Draft
from models_ui.submissions import queries
from models_ui.submissions.models import Revision, Submission


@transaction.atomic
def clone(*, submission_id: uuid.UUID, by: User, at: datetime, team: Team | None = None) -> Draft:
    """Begin a draft with the request of a submission, in its current revision, and return it.

    Its team is the one named, else the submission's where the person is in it, else the person's first that may use its
    form. Our own tag stays behind, and so do secrets that somebody else entered. Raises NotFound, or Refused where the
    team may not use the form: without it, the copy would be free of the rules that the request was made under.
    """
    submission = queries.get_visible(by, submission_id)
    revision = submission.current
    version = revision.blueprint_version
    team = team or shared_team(by, submission) or (team_for(version, by, None) if version else None)
    request = ownership.untagged(revision.request, key=settings.OWNERSHIP_TAG)
    hidden = queries.masked_pointers(by, submission, revision)
    return drafts.create(
        owner=by,
        at=at,
        team=team,
        connection=submission.connection,
        document=without(request, hidden),
        use=revision.intended_use,
        origin="clone",
        source=Source(id=submission.id, digest=revision.digest, left_out=hidden),
        marks=revision.secret_marks,
        blueprint=version,
        said=revision.blueprint_words,
    )


def shared_team(user: User, submission: Submission) -> Team | None:
    """Return the team of a submission where the person belongs to it."""
    return submission.team if submission.team.slug in user.team_slugs else None


def source_of(draft: Draft, *, user: User) -> Revision | None:
    """Return the revision that a draft was cloned from, if it was from one and the person may see it."""
    if draft.source_id is None or not draft.source_digest:
        return None
    seen = queries.visible_to(user).filter(id=draft.source_id)
    found = Revision.objects.filter(submission__in=seen, digest=draft.source_digest)
    return found.select_related("submission").first()
