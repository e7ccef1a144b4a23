"""When may a draft be put away?"""

from __future__ import annotations

import pytest

from models_ui.approvals import operations
from models_ui.approvals.discarding import discard
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from tests import factories

pytestmark = pytest.mark.django_db


def test_draft_is_put_away() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    assert discard(draft_id=draft.id, version=draft.version, by=sally, at=factories.NOW).discarded_at == factories.NOW


def test_draft_that_changed_stays() -> None:
    sally = factories.scientist()
    with pytest.raises(Stale):
        discard(draft_id=factories.draft(sally).id, version=7, by=sally, at=factories.NOW)


def test_draft_of_an_open_submission_stays() -> None:
    sally = factories.scientist()
    made = factories.submission(sally)
    factories.decide(made, factories.approver(), "request-changes")
    draft = Draft.objects.get()
    with pytest.raises(Refused, match="Withdraw it instead"):
        discard(draft_id=draft.id, version=draft.version, by=sally, at=factories.NOW)


def test_draft_of_a_withdrawn_submission_stays_as_its_record() -> None:
    sally = factories.scientist()
    made = factories.submission(sally)
    operations.withdraw(submission_id=made.id, version=made.version, by=sally, at=factories.NOW)
    assert Submission.objects.get().state == "withdrawn"
    with pytest.raises(Stale):
        discard(draft_id=made.id, version=Draft.objects.get().version, by=sally, at=factories.NOW)


def test_draft_of_another_team_is_not_there() -> None:
    draft = factories.draft(factories.scientist())
    with pytest.raises(NotFound):
        discard(
            draft_id=draft.id,
            version=draft.version,
            by=factories.scientist("rita", teams=("search",)),
            at=factories.NOW,
        )
