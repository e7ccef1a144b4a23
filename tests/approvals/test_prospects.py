"""What becomes of a draft when it is submitted now, and who may decide on it?"""

from __future__ import annotations

import pytest

from models_ui.approvals import operations
from models_ui.approvals.prospects import prospect
from models_ui.drafts.models import Draft
from tests import factories

pytestmark = pytest.mark.django_db


def test_first_submission_will_be_revision_one() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    ahead = prospect(draft, by=sally)
    assert (ahead.revision, ahead.submission, ahead.asked) == (1, None, None)
    assert ahead.request["Tags"] == [{"Key": "models-ui:submission", "Value": f"{draft.id}.1"}]


def test_request_is_the_one_that_is_then_frozen() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    ahead = prospect(draft, by=sally)
    made = operations.submit(draft_id=draft.id, version=1, justification="Weekly.", by=sally, at=factories.NOW)
    assert made.current.request == ahead.request


def test_request_that_came_back_knows_what_was_asked_and_what_was_sent() -> None:
    made = factories.submission(factories.scientist())
    factories.decide(made, factories.approver(), "request-changes", "Pin it.")
    draft = Draft.objects.get()
    ahead = prospect(draft, by=draft.owner)
    assert ahead.revision == 2
    assert ahead.asked
    assert ahead.asked.comment == "Pin it."
    assert ahead.before == draft.document


def test_tags_that_are_no_list_stay_as_they_are() -> None:
    draft = factories.draft(factories.scientist(), {"Tags": "x"})
    assert prospect(draft, by=draft.owner).request == {"Tags": "x"}


def test_hands_in_the_draft_may_not_approve_it() -> None:
    sally = factories.person("sally", "data-scientist", "approver")
    factories.approver("amir")
    assert prospect(factories.draft(sally), by=sally).approvers == ["amir"]


def test_who_submits_may_not_approve_it() -> None:
    paula = factories.person("paula", "data-scientist", "approver")
    factories.approver("amir")
    assert prospect(factories.draft(factories.scientist()), by=paula).approvers == ["amir"]
