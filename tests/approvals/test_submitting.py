"""Does a draft become exactly the envelope that is approved, or nothing at all?"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from models_ui.approvals import reservations, submitting
from models_ui.audit.models import Event
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.contract.canonical import canonical
from models_ui.contract.json_types import Document
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Revision, Submission
from models_ui.submissions.states import FINAL, OPEN, State
from tests import factories
from tests.factories import IMAGE, NOW

pytestmark = pytest.mark.django_db

GATED: Document = {
    "Image": IMAGE,
    "ModelDataSource": {
        "S3DataSource": {
            "S3Uri": "s3://acme-models/llama/",
            "S3DataType": "S3Prefix",
            "CompressionType": "None",
            "ModelAccessConfig": {"AcceptEula": True},
        }
    },
}
GATED_POINTER = "/PrimaryContainer/ModelDataSource/S3DataSource"


def submit(draft: Draft, **options: Any) -> Submission:
    """Return the submission of a draft by its owner."""
    facts = {"draft_id": draft.id, "version": draft.version, "justification": "Weekly.", "by": draft.owner, "at": NOW}
    return submitting.submit(**{**facts, **options})


def test_digest_is_the_sha256_of_the_stored_canonical_text() -> None:
    revision = submit(factories.draft(factories.scientist())).current

    kept = Revision.objects.get(id=revision.id)
    assert kept.digest == hashlib.sha256(kept.envelope_text.encode()).hexdigest()
    assert kept.envelope_text.encode() == canonical(json.loads(kept.envelope_text))


def test_envelope_says_operation_target_and_request_with_our_one_tag() -> None:
    request = factories.request(Tags=[{"Key": "cost-centre", "Value": "42"}])
    submission = submit(factories.draft(factories.scientist(), request))

    ours = {"Key": "models-ui:submission", "Value": f"{submission.id}.1"}
    assert json.loads(submission.current.envelope_text) == {
        "operation": "CreateModel",
        "target": {"account": "123456789012", "region": "us-east-1", "role": None},
        "request": {**request, "Tags": [*request["Tags"], ours]},  # type: ignore[misc]
    }


def test_same_request_for_another_account_has_another_digest() -> None:
    submission = submit(factories.draft(factories.scientist()))
    text = submission.current.envelope_text

    assert hashlib.sha256(text.replace("123456789012", "210987654321").encode()).hexdigest() != (
        submission.current.digest
    )


def test_submission_waits_under_the_drafts_id_and_the_draft_is_closed() -> None:
    draft = factories.draft(factories.scientist(), factories.request("churn"))

    submission = submit(draft)

    kept = Submission.objects.get()
    assert (kept.id, kept.state, kept.version, kept.revision) == (draft.id, "pending", 1, 1)
    assert (kept.model_name, kept.requester, kept.team) == ("churn", draft.owner, draft.team)
    assert kept.current == submission.current
    assert Draft.objects.get().locked


def test_revision_keeps_why_by_whom_and_every_hand() -> None:
    sally, tom = factories.scientist(), factories.scientist("tom")
    draft = factories.draft(sally)
    draft = drafts.save(draft_id=draft.id, document=draft.document, version=1, by=tom, at=NOW)

    revision = submit(draft, justification=" Weekly.\n", by=tom).current

    assert (revision.justification, revision.submitted_by, revision.submitted_at) == ("Weekly.", tom, NOW)
    assert revision.authors == [{"id": sally.pk, "name": "sally"}, {"id": tom.pk, "name": "tom"}]
    assert revision.submission.requester == sally


def test_event_of_a_submission_tells_the_revision_and_no_value_of_the_request() -> None:
    container = {"Image": IMAGE, "Environment": {"HF_TOKEN": "hf_secret-secret-secret"}}
    submission = submit(factories.draft(factories.scientist(), factories.request(PrimaryContainer=container)))

    event = Event.objects.get(name="submissions.submitted")
    assert (event.digest, event.to_state, event.reason) == (submission.current.digest, "pending", "Weekly.")
    assert (event.actor_label, event.actor_roles, event.team) == ("sally", "data-scientist", "risk")
    assert event.data == {"revision": 1, "connection": "sandbox"}
    assert "hf_secret" not in "".join(Event.objects.values_list("canonical", flat=True))


def test_submissions_are_numbered_without_a_number_twice() -> None:
    sally = factories.scientist()

    numbers = [submit(factories.draft(sally)).number for _ in range(3)]

    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"justification": ""}, "no-justification"),
        ({"justification": " \n "}, "no-justification"),
        ({"justification": "x" * 4001}, "no-justification"),
        ({"justification": "a\0b"}, "no-justification"),
        ({"justification": "a\ud800b"}, "no-justification"),
        ({"version": 2}, "draft-changed"),
        ({"version": 0}, "draft-changed"),
    ],
)
def test_form_that_is_not_right_leaves_nothing_behind(options: dict[str, Any], code: str) -> None:
    draft = factories.draft(factories.scientist())
    before = Event.objects.count()

    with pytest.raises(Refused) as refusal:
        submit(draft, **options)

    assert refusal.value.code == code
    assert (Submission.objects.count(), Event.objects.count()) == (0, before)
    assert not Draft.objects.get().locked


@pytest.mark.parametrize(
    ("members", "problems"),
    [
        ({"ExecutionRoleArn": "not-a-role"}, "one problem"),
        ({"PrimaryContainer": None, "ExecutionRoleArn": "not-a-role", "Unknown": 1}, "problems"),
        ({"Tags": [{"Key": "models-ui:submission", "Value": "mine"}]}, "one problem"),
        ({"ModelName": 7}, "one problem"),
    ],
)
def test_request_with_errors_is_refused_with_their_number(members: dict[str, Any], problems: str) -> None:
    draft = factories.draft(factories.scientist(), factories.request("churn", **members))

    with pytest.raises(Refused, match=problems) as refusal:
        submit(draft)

    assert refusal.value.code == "has-errors"


def test_draft_without_a_connection_is_refused() -> None:
    draft = drafts.create(owner=factories.scientist(), document=factories.request(), at=NOW)

    with pytest.raises(Refused) as refusal:
        submit(draft)

    assert refusal.value.code == "no-connection"


@pytest.mark.parametrize("person", [factories.approver, factories.admin, factories.auditor])
def test_only_data_scientists_of_the_team_submit(person: Any) -> None:
    draft = factories.draft(factories.scientist())

    with pytest.raises(NotFound):
        submit(draft, by=person())
    with pytest.raises(NotFound):
        submit(draft, by=factories.scientist("olga", teams=("search",)))


def test_submitting_twice_makes_one_submission() -> None:
    draft = factories.draft(factories.scientist())
    submit(draft)

    with pytest.raises(Stale) as refusal:
        submit(draft)

    assert refusal.value.code == "draft-locked"
    assert Revision.objects.count() == 1


# Licences ------------------------------------------------------------------


@pytest.mark.parametrize("confirmed", [(), ("/PrimaryContainer",), ("/PrimaryContainer/ModelDataSource",)])
def test_gated_source_is_refused_until_its_own_licence_is_confirmed(confirmed: tuple[str, ...]) -> None:
    draft = factories.draft(factories.scientist(), factories.request(PrimaryContainer=GATED))

    with pytest.raises(Refused, match="s3://acme-models/llama/") as refusal:
        submit(draft, eula_confirmed=confirmed)

    assert refusal.value.code == "eula-not-confirmed"


def test_every_one_of_several_licences_must_be_confirmed() -> None:
    draft = factories.draft(
        factories.scientist(),
        factories.request(PrimaryContainer=None, Containers=[GATED, GATED]),
    )
    pointers = [f"/Containers/{index}/ModelDataSource/S3DataSource" for index in (0, 1)]

    with pytest.raises(Refused):
        submit(draft, eula_confirmed=pointers[:1])
    submission = submit(draft, eula_confirmed=pointers)

    assert [statement["pointer"] for statement in submission.current.eula] == pointers


def test_confirmed_licence_is_kept_with_the_revision_and_in_the_log() -> None:
    draft = factories.draft(factories.scientist(), factories.request(PrimaryContainer=GATED))

    submission = submit(draft, eula_confirmed=[GATED_POINTER])

    statement = {"pointer": GATED_POINTER, "uri": "s3://acme-models/llama/"}
    assert submission.current.eula == [statement]
    event = Event.objects.get(name="submissions.eula_accepted")
    assert (event.actor_label, event.digest) == ("sally", submission.current.digest)
    assert event.data == {"revision": 1, **statement}


# Names ---------------------------------------------------------------------


@pytest.mark.parametrize("state", sorted(OPEN))
def test_name_is_reserved_while_another_submission_of_the_connection_is_open(state: State) -> None:
    sally = factories.scientist()
    first = factories.in_state(factories.submission(sally, factories.request("churn")), state)

    with pytest.raises(Refused, match=f"Submission {first.number} already asks") as refusal:
        submit(factories.draft(sally, factories.request("churn")))

    assert refusal.value.code == "name-reserved"


@pytest.mark.parametrize("state", sorted(FINAL))
def test_name_is_free_again_when_the_other_submission_has_ended(state: State) -> None:
    sally = factories.scientist()
    factories.in_state(factories.submission(sally, factories.request("churn")), state)

    assert submit(factories.draft(sally, factories.request("churn"))).state == State.PENDING


def test_name_is_free_in_another_connection() -> None:
    sally = factories.scientist()
    factories.submission(sally, factories.request("churn"))
    elsewhere = factories.draft(
        sally,
        factories.request("churn", **factories.IN_EUROPE),
        where=factories.connection("elsewhere", region="eu-west-1"),
    )

    assert submit(elsewhere).state == State.PENDING


def test_name_taken_in_this_very_moment_is_the_same_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    sally = factories.scientist()
    first = factories.submission(sally, factories.request("churn"))
    draft = factories.draft(sally, factories.request("churn"))
    # As if the other one had been saved after we looked.
    monkeypatch.setattr(reservations, "check_free", lambda _submission, *, by: None)  # noqa: ARG005 - the same signature

    with pytest.raises(Refused, match=f"Submission {first.number} already asks") as refusal:
        submit(draft)

    assert refusal.value.code == "name-reserved"
    assert not Draft.objects.get(id=draft.id).locked


# The next revision ---------------------------------------------------------


def sent_back(submission: Submission) -> Draft:
    """Return the draft of a submission that an approver sent back."""
    factories.decide(submission, factories.approver(), "request-changes")
    return Draft.objects.get(id=submission.id)


def test_resubmission_is_the_next_revision_of_the_same_submission() -> None:
    first = factories.submission(factories.scientist(), factories.request("churn"))

    second = submit(sent_back(first))

    kept = Submission.objects.get()
    assert (second.id, kept.revision, kept.state, kept.number) == (first.id, 2, "pending", first.number)
    assert second.current.request["Tags"] == [{"Key": "models-ui:submission", "Value": f"{first.id}.2"}]
    assert Event.objects.latest("id").name == "submissions.resubmitted"


def test_earlier_revision_stays_as_it_was() -> None:
    first = factories.submission(factories.scientist())
    text, digest = first.current.envelope_text, first.current.digest

    second = submit(sent_back(first))

    earlier = Revision.objects.get(submission=first, n=1)
    assert (earlier.envelope_text, earlier.digest) == (text, digest)
    assert second.current.digest != digest


def test_next_revision_follows_the_draft_to_another_name_and_connection() -> None:
    sally, elsewhere = factories.scientist(), factories.connection("elsewhere", region="eu-west-1")
    draft = sent_back(factories.submission(sally, factories.request("churn")))
    document = factories.request("other", **factories.IN_EUROPE)
    draft = drafts.save(draft_id=draft.id, document=document, version=1, by=sally, at=NOW, connection=elsewhere)

    submission = submit(draft)

    kept = Submission.objects.get()
    assert (kept.model_name, kept.connection) == ("other", elsewhere)
    assert submission.current.target.region == "eu-west-1"
    # The name that it gave up is free again.
    assert submit(factories.draft(sally, factories.request("churn"))).state == State.PENDING


def test_next_revision_cannot_take_a_name_that_another_has() -> None:
    sally = factories.scientist()
    draft = sent_back(factories.submission(sally, factories.request("churn")))
    factories.submission(sally, factories.request("fraud"))
    draft = drafts.save(draft_id=draft.id, document=factories.request("fraud"), version=1, by=sally, at=NOW)

    with pytest.raises(Refused) as refusal:
        submit(draft)

    assert refusal.value.code == "name-reserved"
    assert Submission.objects.get(id=draft.id).state == State.CHANGES_REQUESTED


@pytest.mark.parametrize("state", sorted(set(State) - {State.CHANGES_REQUESTED}))
def test_submission_in_any_other_state_takes_no_next_revision(state: State) -> None:
    submission = factories.in_state(factories.submission(factories.scientist()), state)
    drafts.unlock(submission.id)

    with pytest.raises(Refused) as refusal:
        submit(Draft.objects.get())

    assert refusal.value.code == "wrong-state"
    assert Revision.objects.count() == 1
