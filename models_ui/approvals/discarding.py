"""When may a draft be put away?"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from models_ui.accounts.models import User
from models_ui.audit.refusals import Refused
from models_ui.drafts import checks as draft_checks
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from models_ui.submissions.states import OPEN


@transaction.atomic
def discard(*, draft_id: uuid.UUID, version: int, by: User, at: datetime) -> Draft:
    """Put a draft away, as the person saw it. Raises NotFound, Refused (its submission is still open) or Stale."""
    draft = drafts.locked_row(draft_id)
    check_can_discard(by, draft)
    draft_checks.check_version(draft, version)
    return drafts.discard(draft_id=draft_id, by=by, at=at)


def check_can_discard(user: User, draft: Draft) -> None:
    """Raise NotFound or Refused unless the person may put the draft away: an open submission needs it."""
    draft_checks.check_can_edit(user, draft)
    submission = Submission.objects.filter(id=draft.id, state__in=sorted(OPEN)).first()
    if submission:
        raise Refused("submitted", f"Submission {submission.number} is made from this draft. Withdraw it instead.")
