"""Is it said at once that a model name is taken, to whom it matters, and no more than they may know?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.accounts.models import User
from models_ui.approvals import judging, submitting
from models_ui.audit.refusals import Refused
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from models_ui.submissions.states import FINAL, OPEN, State
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def sally() -> User:
    return factories.scientist()


def told(draft: Draft, reader: User | None = None) -> list[Finding]:
    found = judging.findings(draft, reader=reader or draft.owner)
    return [finding for finding in found if finding.code == "name-reserved"]


def churn(owner: User, **members: Any) -> Draft:
    return factories.draft(owner, factories.request("churn", **members))


def asked(owner: User) -> Submission:
    return factories.submission(owner, factories.request("churn"))


@pytest.mark.parametrize("state", sorted(State))
def test_name_of_another_submission_is_an_error_as_long_as_that_is_open(sally: User, state: State) -> None:
    other = factories.in_state(asked(sally), state)
    draft = churn(sally)
    sentence = (
        f"Submission {other.number} already asks for a SageMaker model named churn in sandbox. "
        "Choose another name, or add a suffix."
    )
    finding = Finding(
        code="name-reserved", pointer="/ModelName", severity="error", message=sentence, source="reservation"
    )
    assert told(draft) == ([finding] if state in OPEN else [])
    assert OPEN | FINAL == set(State)


def test_it_is_what_submission_says(sally: User) -> None:
    asked(sally)
    draft = churn(sally)
    with pytest.raises(Refused) as refusal:
        submitting.submit(draft_id=draft.id, version=draft.version, justification="New.", by=sally, at=NOW)
    assert (refusal.value.code, refusal.value.sentence) == (told(draft)[0].code, told(draft)[0].message)


def test_own_submission_of_the_draft_does_not_count(sally: User) -> None:
    made = asked(sally)
    factories.decide(made, factories.approver(), "request-changes")
    assert told(Draft.objects.get(id=made.id)) == []


def test_another_draft_reserves_nothing(sally: User) -> None:
    churn(sally)
    assert told(churn(sally)) == []


def test_name_is_free_in_another_connection_and_before_there_is_one(sally: User) -> None:
    asked(sally)
    elsewhere = factories.draft(sally, factories.request("churn"), where=factories.connection("elsewhere"))
    nowhere = churn(sally)
    nowhere.connection = None
    assert (told(elsewhere), told(nowhere)) == ([], [])


@pytest.mark.parametrize("name", ["Churn", "churn-2", "chur", "churn\0", "", None, 7, ["churn"]])
def test_another_name_is_free(sally: User, name: Any) -> None:
    asked(sally)
    draft = churn(sally)
    document: Document = {**draft.document, "ModelName": name}
    draft.document = document
    assert told(draft) == []


def test_nothing_is_said_of_a_submission_that_the_person_may_not_see(sally: User) -> None:
    other = asked(factories.scientist("sven", teams=("search",)))
    draft = churn(sally)
    (finding,) = told(draft)
    assert finding.message.startswith("Another submission already asks for a SageMaker model named churn in sandbox.")
    assert all(word not in finding.message for word in ("sven", "search", f"ubmission {other.number}"))
    with pytest.raises(Refused) as refusal:
        submitting.submit(draft_id=draft.id, version=draft.version, justification="New.", by=sally, at=NOW)
    assert refusal.value.sentence == finding.message


def test_it_is_told_before_everything_else(sally: User) -> None:
    asked(sally)
    found = judging.findings(churn(sally, ExecutionRoleArn="x"), reader=sally)
    assert [finding.pointer for finding in found] == ["/ModelName", "/ExecutionRoleArn"]


def test_list_of_drafts_asks_as_little_as_one(sally: User, django_assert_num_queries: Any) -> None:
    asked(sally)
    drafts = [churn(sally) for _ in range(5)]
    rows = list(Draft.objects.select_related("connection").filter(id__in=[draft.id for draft in drafts]))
    names = ["churn", "other", "churn", "third", "fourth"]
    for row, name in zip(rows, names, strict=True):
        row.document = {**row.document, "ModelName": name}
    # The reservations, and for each name that is taken whether the person may see whose it is.
    with django_assert_num_queries(1 + 2 + 1):
        judged = judging.judged(rows, reader=sally)
    assert [bool(findings) for _, findings in judged] == [name == "churn" for name in names]
