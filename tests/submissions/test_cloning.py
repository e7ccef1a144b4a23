"""Does a clone begin where a submission stood, without what is not the person's?"""

from __future__ import annotations

import uuid

import pytest

from models_ui.accounts.models import Role, User
from models_ui.approvals import operations as approvals
from models_ui.audit.models import Event
from models_ui.audit.refusals import NotFound, Refused
from models_ui.contract.json_types import Document
from models_ui.drafts.models import Draft
from models_ui.submissions.cloning import clone, source_of
from models_ui.submissions.models import Submission
from tests import factories
from tests.factories import IMAGE, NOW

pytestmark = pytest.mark.django_db

TOKEN = "hf_" + "a" * 34


def cloned(submission: Submission, by: User) -> Draft:
    """Return the clone that somebody makes."""
    return clone(submission_id=submission.id, by=by, at=NOW)


def with_token() -> Document:
    """Return a request with a secret."""
    return factories.request(PrimaryContainer={"Image": IMAGE, "Environment": {"HF_TOKEN": TOKEN, "A": "1"}})


@pytest.mark.parametrize("tags", [None, [{"Key": "team", "Value": "risk"}]])
def test_clone_holds_the_request_without_our_own_tag(tags: Document | None) -> None:
    sally = factories.scientist()
    document = factories.request(Tags=tags)

    draft = cloned(factories.submission(sally, document), sally)

    assert draft.document == document


def test_clone_is_a_draft_of_its_own_that_goes_to_the_same_place() -> None:
    sally = factories.scientist()
    made = factories.submission(sally)

    draft = cloned(made, sally)

    assert draft.id != made.id
    assert (draft.connection, draft.owner, draft.locked, draft.version) == (made.connection, sally, False, 1)
    assert list(draft.authors.all()) == [sally]


def test_clone_is_meant_for_what_the_submission_was_meant_for() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    Draft.objects.update(intended_use="real-time")
    made = approvals.submit(draft_id=draft.id, version=1, justification="Weekly.", by=sally, at=NOW)

    assert cloned(made, sally).intended_use == "real-time"


def test_clone_of_a_resubmission_is_that_of_its_last_revision() -> None:
    sally = factories.scientist()
    made = factories.submission(sally)
    made = factories.decide(made, factories.approver(), "request-changes")
    again = factories.resubmission(made, sally, EnableNetworkIsolation=True)

    draft = cloned(again, sally)

    assert draft.document["EnableNetworkIsolation"] is True
    assert draft.source_digest == again.current.digest


def test_requester_keeps_secrets_in_a_clone() -> None:
    sally = factories.scientist()
    document = with_token()

    draft = cloned(factories.submission(sally, document), sally)

    assert (draft.document, draft.left_out) == (document, [])


def test_somebody_else_gets_a_clone_without_secrets() -> None:
    made = factories.submission(factories.scientist(), with_token())

    draft = cloned(made, factories.scientist("tom"))

    assert draft.document["PrimaryContainer"] == {"Image": IMAGE, "Environment": {"A": "1"}}
    assert draft.left_out == ["/PrimaryContainer/Environment/HF_TOKEN"]


def marked(sally: User) -> Submission:
    """Return the submission of a request with a variable that was marked as a secret."""
    document = factories.request(PrimaryContainer={"Image": IMAGE, "Environment": {"A": "1", "PIN": "123456"}})
    draft = factories.draft(sally, document)
    Draft.objects.update(secret_marks=["/PrimaryContainer/Environment/PIN"])
    return approvals.submit(draft_id=draft.id, version=1, justification="Weekly.", by=sally, at=NOW)


def test_requester_keeps_what_was_marked_and_its_mark() -> None:
    sally = factories.scientist()

    draft = cloned(marked(sally), sally)

    assert draft.document["PrimaryContainer"] == {"Image": IMAGE, "Environment": {"A": "1", "PIN": "123456"}}
    assert draft.secret_marks == ["/PrimaryContainer/Environment/PIN"]


def test_somebody_else_gets_a_clone_without_what_was_marked() -> None:
    draft = cloned(marked(factories.scientist()), factories.scientist("tom"))

    assert draft.document["PrimaryContainer"] == {"Image": IMAGE, "Environment": {"A": "1"}}
    assert (draft.left_out, draft.secret_marks) == (["/PrimaryContainer/Environment/PIN"], [])


def test_event_names_source_and_places_and_no_secret() -> None:
    made = factories.submission(factories.scientist(), with_token())

    draft = cloned(made, factories.scientist("tom"))

    event = Event.objects.get(name="drafts.created", subject_id=str(draft.id))
    assert event.data == {
        "origin": "clone",
        "source": str(made.id),
        "source_digest": made.current.digest,
        "left_out": ["/PrimaryContainer/Environment/HF_TOKEN"],
    }
    assert TOKEN not in event.canonical


def test_team_of_the_submission_is_kept_where_the_person_is_in_it() -> None:
    made = factories.submission(factories.scientist())

    assert cloned(made, factories.scientist("tom", teams=("alpha", "risk"))).team.slug == "risk"


def test_whoever_sees_all_clones_for_a_team_of_their_own() -> None:
    both = factories.person("bella", Role.DATA_SCIENTIST, Role.APPROVER, teams=("search",))

    assert cloned(factories.submission(factories.scientist()), both).team.slug == "search"


def test_clone_for_a_team_of_others_is_refused() -> None:
    sally = factories.scientist()
    made = factories.submission(sally)

    with pytest.raises(Refused):
        clone(submission_id=made.id, by=sally, at=NOW, team=factories.team("search"))
    assert Draft.objects.count() == 1


def test_submission_of_another_team_is_not_there_to_be_cloned() -> None:
    made = factories.submission(factories.scientist())

    with pytest.raises(NotFound):
        cloned(made, factories.scientist("rita", teams=("search",)))
    with pytest.raises(NotFound):
        clone(submission_id=uuid.uuid4(), by=factories.scientist("tom"), at=NOW)


@pytest.mark.parametrize("role", ["approver", "admin", "auditor"])
def test_whoever_makes_no_requests_clones_none(role: str) -> None:
    made = factories.submission(factories.scientist())

    with pytest.raises(Refused, match="Only data scientists"):
        cloned(made, factories.person("pat", role))


def test_clone_knows_the_revision_that_it_was_made_from() -> None:
    sally = factories.scientist()
    made = factories.submission(sally)

    assert source_of(cloned(made, sally), user=sally) == made.current


def test_source_is_told_to_nobody_who_may_not_see_it() -> None:
    sally = factories.scientist(teams=("risk", "search"))
    made = factories.submission(sally)
    draft = clone(submission_id=made.id, by=sally, at=NOW, team=factories.team("search"))
    Submission.objects.update(team=factories.team("alpha"))

    assert source_of(draft, user=factories.scientist("rita", teams=("search",))) is None


def test_draft_that_is_no_clone_has_no_source() -> None:
    sally = factories.scientist()

    assert source_of(factories.draft(sally), user=sally) is None
