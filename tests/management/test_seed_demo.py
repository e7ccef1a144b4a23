"""Is the history of the demo whole, and as genuine as if people had made it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import models, transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker, Settings

from models_ui.accounts.models import User
from models_ui.approvals.models import Decision
from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Outcome
from models_ui.aws import compare, sessions
from models_ui.aws import create_model as aws
from models_ui.contract import eula
from models_ui.contract.canonical import digest
from models_ui.drafts.checks import findings
from models_ui.drafts.models import Draft
from models_ui.form.status import statuses
from models_ui.management.history import people
from models_ui.outbox import bell
from models_ui.outbox.models import Entry
from models_ui.submissions.cloning import source_of
from models_ui.submissions.models import Revision, Submission
from models_ui.submissions.states import TRANSITIONS, State
from models_ui.worker.delivery import deliver
from tests import factories
from tests.sandbox_server import Sandbox

# Each test has a savepoint of its own inside the transaction that holds the history.
pytestmark = pytest.mark.django_db

# What lasts: the worker leaves nothing in the other states for long.
AT_REST = {
    State.PENDING,
    State.CHANGES_REQUESTED,
    State.REJECTED,
    State.WITHDRAWN,
    State.CREATED,
    State.FAILED,
    State.NEEDS_ATTENTION,
    State.REFUSED,
}


@pytest.fixture(scope="module")
def history(django_db_setup: None, django_db_blocker: DjangoDbBlocker, sandbox_url: str) -> Iterator[Sandbox]:
    """The history, told once for all tests of this module; it is rolled back afterwards."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setenv("AWS_ENDPOINT_URL", sandbox_url)
        # The seed does not follow it: its history belongs into the demo's own sandbox.
        patch.setenv("AWS_ENDPOINT_URL_SAGEMAKER", "http://127.0.0.1:9")
        sandbox = Sandbox(sandbox_url)
        sandbox.account_checks(on=True)
        with transaction.atomic():
            call_command("seed_demo", now=(timezone.now() - timedelta(hours=1)).isoformat(), stdout=StringIO())
            yield sandbox
            transaction.set_rollback(True)
        sessions.forget()


def pending(**facts: object) -> list[str]:
    """Return the names of the requests that wait, as far as they are like this, oldest first."""
    return [row.model_name for row in Submission.objects.filter(state=State.PENDING, **facts).order_by("number")]


def request_of(name: str) -> Revision:
    """Return the current revision of a submission."""
    return Submission.objects.get(model_name=name).current


def test_every_state_occurs(history: Sandbox) -> None:
    passed = set(Event.objects.exclude(to_state="").values_list("to_state", flat=True))
    now = set(Submission.objects.values_list("state", flat=True))

    assert passed == set(State)
    assert now == AT_REST


def test_most_of_about_forty_submissions_were_created(history: Sandbox) -> None:
    total = Submission.objects.count()

    assert 38 <= total <= 48
    assert Submission.objects.filter(state=State.CREATED).count() > total / 2


def test_nothing_is_left_for_the_worker(history: Sandbox) -> None:
    assert not Entry.objects.filter(done_at__isnull=True).exists()


def test_a_draft_was_begun_with_a_form_that_changed_since(history: Sandbox) -> None:
    begun = Draft.objects.get(name="risk-late-payment-3").blueprint_version
    asked = Revision.objects.get(submission__model_name="risk-chargeback-2").blueprint_version
    assert begun
    assert asked
    assert (begun.n, asked.n) == (1, 2)


def test_seven_requests_wait(history: Sandbox) -> None:
    assert pending() == [
        "embed-bge-m3-gpu",
        "fraud-xgb-v31",
        "ranker-mme-3",
        "dispute-router-tgi-2",
        "risk-chargeback-2",
        "churn-pipeline-v43",
        "llama-guard-lmi-2",
    ]


def test_one_that_waits_has_an_image_called_latest_and_a_role_never_seen_before(history: Sandbox) -> None:
    request = request_of("embed-bge-m3-gpu").request
    others = Revision.objects.exclude(submission__model_name="embed-bge-m3-gpu")

    assert str(request["PrimaryContainer"]["Image"]).endswith(":latest")  # type: ignore[index,call-overload]
    assert request["ExecutionRoleArn"] not in {other.request.get("ExecutionRoleArn") for other in others}


def test_one_that_waits_is_a_second_revision_after_a_comment(history: Sandbox) -> None:
    assert pending(revision=2) == ["fraud-xgb-v31"]
    decision = Decision.objects.get(revision__submission__model_name="fraud-xgb-v31")
    assert decision.comment == "Pin the image to a version. sagemaker-xgboost:latest moves under us."


def test_one_that_waits_is_multi_model_and_has_the_hand_of_an_approver_in_it(history: Sandbox) -> None:
    revision = request_of("ranker-mme-3")

    assert revision.request["PrimaryContainer"]["Mode"] == "MultiModel"  # type: ignore[index,call-overload]
    assert [author["name"] for author in revision.authors] == ["scientist2", "approver2"]


def test_one_that_waits_goes_to_europe_with_a_token_in_its_environment(history: Sandbox) -> None:
    revision = request_of("dispute-router-tgi-2")

    assert pending(connection__name="sandbox-eu") == ["dispute-router-tgi-2"]
    assert revision.target.region == "eu-west-1"
    assert "HF_TOKEN" in revision.request["PrimaryContainer"]["Environment"]  # type: ignore[index,call-overload,operator]


def test_one_that_waits_is_a_pipeline_inside_a_vpc(history: Sandbox) -> None:
    request = request_of("churn-pipeline-v43").request

    assert [container["ContainerHostname"] for container in request["Containers"]] == [  # type: ignore[union-attr,index,call-overload]
        "preprocess",
        "predict",
        "postprocess",
    ]
    assert request["VpcConfig"]


def test_one_that_waits_is_gated_and_its_licence_was_accepted_on_the_record(history: Sandbox) -> None:
    revision = request_of("llama-guard-lmi-2")
    event = Event.objects.get(name="submissions.eula_accepted", subject_label="llama-guard-lmi-2")

    assert [source["uri"] for source in revision.eula] == [source.uri for source in eula.accepted(revision.request)]
    assert (event.actor_label, event.data["uri"]) == ("scientist2", revision.eula[0]["uri"])


def test_refused_attempts_are_a_self_approval_and_a_stale_form(history: Sandbox) -> None:
    refused = Event.objects.filter(name="access.denied").order_by("id")

    assert [(event.actor_label, event.data["code"]) for event in refused] == [
        ("approver2", "own-request"),
        ("approver", "submission-changed"),
    ]


def test_failure_says_in_plain_words_what_to_do(history: Sandbox) -> None:
    failure = Submission.objects.get(state=State.FAILED).failure

    assert failure
    assert "s3://acme-models/query-intent/7/model.tar.gz" in failure["message"]
    assert failure["next_steps"]


@pytest.mark.parametrize(
    ("name", "story"),
    [
        ("churn-pipeline-v39", ["unknown", "created"]),
        ("query-intent-bert-6", ["unknown", "queued", "calling", "created"]),
        ("summaries-qwen-2", ["unknown", "needs_attention", "needs_attention", "created"]),
        ("spell-fix-pytorch-3", ["unknown", "needs_attention"]),
        ("fraud-xgb-v27", ["failed", "queued", "calling", "created"]),
        ("redirect-drill-1", ["queued", "refused"]),
    ],
)
def test_what_went_wrong_ended_as_it_should(history: Sandbox, name: str, story: list[str]) -> None:
    moves = (
        Event.objects.filter(subject_label=name).exclude(to_state="").order_by("id").values_list("to_state", flat=True)
    )

    assert list(moves)[-len(story) :] == story


def test_model_of_a_stranger_was_left_alone(history: Sandbox) -> None:
    arn = "arn:aws:sagemaker:us-east-1:123456789012:model/fraud-xgb-v28"
    failed = Event.objects.get(subject_label="fraud-xgb-v28", to_state="failed")

    assert failed.data["arn"] == arn
    assert history.client().list_tags(ResourceArn=arn)["Tags"] == [{"Key": "made-by", "Value": "notebook"}]


def test_events_are_numbered_in_the_order_of_their_times(history: Sandbox) -> None:
    times = list(Event.objects.order_by("id").values_list("at", flat=True))

    assert times == sorted(times)
    assert timedelta(days=55) < times[-1] - times[0] < timedelta(days=62)


def test_every_move_is_an_arrow_of_the_table(history: Sandbox) -> None:
    arrows = {
        (source.value, arrow.target.value, arrow.event.value)
        for arrow in TRANSITIONS.values()
        for source in arrow.sources
    }
    moves = Event.objects.exclude(from_state="").exclude(from_state=models.F("to_state"))

    assert set(moves.values_list("from_state", "to_state", "name")) <= arrows


def test_every_submission_stands_where_its_last_event_says(history: Sandbox) -> None:
    for submission in Submission.objects.all():
        last = Event.objects.filter(subject_id=str(submission.id)).exclude(to_state="").latest("id")
        assert last.to_state == submission.state


def test_every_created_model_is_in_the_sandbox_as_it_was_asked_for(history: Sandbox) -> None:
    created = Submission.objects.filter(state=State.CREATED)
    for submission in created:
        revision = submission.current
        client = history.client(region=revision.target.region)
        found = aws.find(client, submission.model_name)
        assert found
        assert compare.same(revision.request, found.document)
        assert aws.tags(client, found.arn) == {tag["Key"]: tag["Value"] for tag in revision.request["Tags"]}  # type: ignore[union-attr,index,call-overload]


def test_every_arn_is_of_the_model_that_was_made(history: Sandbox) -> None:
    for submission in Submission.objects.filter(state=State.CREATED):
        target = submission.current.target
        place = f"{target.region}:{target.account}"
        assert submission.model_arn == f"arn:aws:sagemaker:{place}:model/{submission.model_name}"


def test_every_model_was_made_once(history: Sandbox) -> None:
    assert {effect["count"] for effect in history.ledger()["effects"]} == {1}


def test_every_digest_is_of_the_bytes_that_are_stored(history: Sandbox) -> None:
    assert all(digest(revision.envelope_text.encode()) == revision.digest for revision in Revision.objects.all())


def test_nobody_decided_on_what_they_had_a_hand_in(history: Sandbox) -> None:
    for decision in Decision.objects.select_related("revision"):
        assert decision.by_id not in {author["id"] for author in decision.revision.authors}


def test_no_sign_in_is_missing(history: Sandbox) -> None:
    assert all(user.check_password("models-ui-demo") for user in User.objects.all())
    assert set(User.objects.values_list("username", "name")) == {
        (person.username, person.name) for person in people.PEOPLE
    }


def test_drafts_show_every_status_of_a_step(history: Sandbox) -> None:
    drafts = Draft.objects.exclude(id__in=Submission.objects.values("id")).filter(discarded_at__isnull=True)
    shown = {step.status for draft in drafts for step in statuses(draft.document, findings(draft))}

    assert shown == {"not-started", "in-progress", "complete", "optional", "problem"}
    assert set(drafts.values_list("owner__username", flat=True)) == {"scientist", "scientist2"}


def test_one_draft_is_empty_and_one_is_ready(history: Sandbox) -> None:
    drafts = Draft.objects.exclude(id__in=Submission.objects.values("id"))
    ready = [
        draft.name
        for draft in drafts
        if all(step.status in ("complete", "optional") for step in statuses(draft.document, findings(draft)))
    ]

    assert {} in [draft.document for draft in drafts]
    assert "fraud-xgb-v32" in ready


def test_events_hold_no_secret(history: Sandbox) -> None:
    assert not Event.objects.filter(canonical__contains="NOT_A_REAL_TOKEN").exists()
    assert Event.objects.filter(outcome=Outcome.DENIED).exists()


def test_second_run_says_so_and_changes_nothing(history: Sandbox) -> None:
    said = StringIO()
    before = (Event.objects.count(), Submission.objects.count(), len(history.ledger()["effects"]))
    call_command("seed_demo", stdout=said)

    assert said.getvalue() == "There are people already, so no history was written.\n"
    assert before == (Event.objects.count(), Submission.objects.count(), len(history.ledger()["effects"]))


def test_faults_end_with_the_history(history: Sandbox) -> None:
    assert history.client().describe_model(ModelName="spell-fix-pytorch-3")["ModelName"] == "spell-fix-pytorch-3"


def test_bell_rings_again_after_the_history(history: Sandbox) -> None:
    assert bell._listeners


def test_every_request_that_waits_can_be_approved_and_is_created_then(
    history: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ENDPOINT_URL_SAGEMAKER")
    sessions.forget()
    waiting = list(Submission.objects.filter(state=State.PENDING))
    for submission in waiting:
        factories.decide(submission, User.objects.get(username="approver"), at=timezone.now())
        for entry in Entry.objects.filter(done_at__isnull=True):
            deliver(entry.id)

    again = Submission.objects.filter(id__in=[submission.id for submission in waiting])
    assert set(again.values_list("state", flat=True)) == {State.CREATED}


def test_production_gets_no_history(settings: Settings) -> None:
    settings.ENVIRONMENT = "production"

    with pytest.raises(CommandError, match="demo or test"):
        call_command("seed_demo")


@pytest.mark.parametrize("now", ["yesterday", "2026-13-01T00:00Z", "2026-11-20T10:42", "2999-01-01T00:00Z"])
def test_moment_that_is_none_or_lies_ahead_is_refused(now: str) -> None:
    with pytest.raises(CommandError, match="time zone|future"):
        call_command("seed_demo", now=now)


def test_clones_know_what_they_were_made_from(history: Sandbox) -> None:
    cloned = Draft.objects.exclude(source_digest="")

    assert cloned.count() >= 8
    assert all(source_of(draft, user=draft.owner) for draft in cloned)
