"""Does a request keep to its form at every gate, whatever somebody posts, pastes or copies?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.accounts.models import User
from models_ui.approvals import operations as approvals
from models_ui.audit.models import Event
from models_ui.audit.refusals import Refused
from models_ui.blueprints import operations as blueprints
from models_ui.blueprints.models import Version
from models_ui.contract import pointers
from models_ui.contract.finding import errors
from models_ui.contract.json_types import Document, Json
from models_ui.drafts import checks, moving, operations
from models_ui.drafts import checks as draft_checks
from models_ui.drafts.models import Draft
from models_ui.submissions import cloning
from models_ui.submissions.models import Submission
from models_ui.submissions.states import State
from tests import factories
from tests.blueprints import forms
from tests.factories import IMAGE, NOW, ROLE_ARN
from tests.sandbox_server import Sandbox
from tests.worker.scenes import work_on

pytestmark = pytest.mark.django_db

TAG: dict[str, Json] = {"Key": "owner", "Value": "{user}"}
EXTRA: dict[str, Any] = {
    "/Tags": {"show": "hidden", "value": [TAG], "locked": True},
    "/VpcConfig": {"locked": True, "show": "hidden"},
    "/PrimaryContainer/Environment": {"value": {"LEVEL": "info"}},
    "/PrimaryContainer/Environment/TEAM": {"show": "hidden", "value": "{team}", "locked": True},
}
# What each kind of lock is broken by: a place, and what somebody puts there (None takes it away).
BREAKS: list[tuple[str, Json]] = [
    ("/ExecutionRoleArn", "arn:aws:iam::123456789012:role/Other"),
    ("/ExecutionRoleArn", None),
    ("/PrimaryContainer/Image", IMAGE.replace("churn", "other")),
    ("/Tags", []),
    ("/Tags", None),
    ("/Tags", [{"Key": "owner", "Value": "somebody"}]),
    ("/Tags", [{"Key": "owner", "Value": "sally"}, {"Key": "more", "Value": ""}]),
    ("/VpcConfig", {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}),
    ("/PrimaryContainer/Environment", None),
    ("/PrimaryContainer/Environment", {"TEAM": "fraud"}),
    ("/PrimaryContainer/Environment/TEAM", ""),
]
LEAVES: list[tuple[str, Json]] = [
    ("/PrimaryContainer/ModelDataUrl", "s3://acme-fraud/model.tar.gz"),
    ("/PrimaryContainer/ModelDataUrl", None),
    ("/EnableNetworkIsolation", True),
]


def published() -> Version:
    factories.connection()
    return forms.made(forms.outline(EXTRA, connection="sandbox", use="real-time"))


def begun(owner: User, version: Version | None = None) -> Draft:
    return operations.create(owner=owner, blueprint=version or published(), at=NOW)


def filled(draft: Draft) -> Document:
    return changed(
        changed(draft.document, "/ModelName", "churn-1"),
        "/PrimaryContainer/ModelDataUrl",
        "s3://acme-models/churn/7/model.tar.gz",
    )


def changed(document: Json, pointer: str, value: Json) -> Document:
    holder, _, name = pointer.rpartition("/")
    members = pointers.get(document, holder)
    assert isinstance(members, dict)
    rest = {key: old for key, old in members.items() if key != name}
    after = pointers.replaced(document, holder, rest if value is None else {**rest, name: value})
    assert isinstance(after, dict)
    return after


def save(draft: Draft, document: Document, by: User, **members: Any) -> Draft:
    return operations.save(draft_id=draft.id, document=document, version=draft.version, by=by, at=NOW, **members)


def submit(draft: Draft, by: User) -> Submission:
    return approvals.submit(draft_id=draft.id, version=draft.version, justification="Weekly.", by=by, at=NOW)


def codes(draft: Draft) -> set[tuple[str, str]]:
    return {(found.code, found.pointer) for found in errors(checks.findings(draft))}


def test_draft_begins_with_what_its_form_sets() -> None:
    draft = begun(factories.scientist())

    assert draft.document == {
        "PrimaryContainer": {"Image": IMAGE, "Environment": {"LEVEL": "info", "TEAM": "risk"}},
        "ExecutionRoleArn": ROLE_ARN,
        "Tags": [{"Key": "owner", "Value": "sally"}],
    }
    assert (str(draft.connection), draft.intended_use) == ("sandbox", "real-time")
    assert draft.blueprint_words == {
        "team": "risk", "user": "sally", "date": "2026-11-20", "name": "churn", "region": "us-east-1", "images": {}
    }  # fmt: skip
    assert Event.objects.get(name="drafts.created").data["blueprint"] == "churn"


def test_what_is_missing_is_told_once() -> None:
    draft = begun(factories.scientist())

    assert codes(draft) == {("required", "/ModelName"), ("blueprint-required", "/PrimaryContainer/ModelDataUrl")}


def test_request_of_a_form_comes_through_all_gates(sandbox: Sandbox) -> None:
    sally = factories.scientist()
    draft = begun(sally)
    submission = submit(save(draft, filled(draft), sally), sally)

    revision = submission.current
    assert (revision.blueprint_version, revision.blueprint_words) == (draft.blueprint_version, draft.blueprint_words)
    assert work_on(factories.decide(submission, factories.approver())) == State.CREATED


def test_audit_log_says_by_which_form_each_revision_was_judged() -> None:
    sally = factories.scientist()
    draft = begun(sally)
    first = draft.blueprint_version
    assert first
    submission = submit(save(draft, filled(draft), sally), sally)
    factories.decide(submission, factories.approver(), "request-changes")
    second = forms.republished(first, forms.outline({**EXTRA, "/ModelName": {"required": True, "help": "New."}}))
    now = Draft.objects.get()
    now = moving.move(draft_id=now.id, version=now.version, to=2, by=sally, at=NOW)
    submit(now, sally)

    for name, version in (("submitted", first), ("resubmitted", second)):
        data = Event.objects.get(name=f"submissions.{name}").data
        told = (data["blueprint"], data["blueprint_version"], data["blueprint_digest"])
        assert told == ("churn", version.n, version.digest)


@pytest.mark.parametrize(("pointer", "value"), BREAKS)
def test_lock_cannot_be_saved_away(pointer: str, value: Json) -> None:
    sally = factories.scientist()
    draft = begun(sally)

    with pytest.raises(Refused, match=r"This form sets .* Nothing was saved\.") as refused:
        save(draft, changed(filled(draft), pointer, value), sally)

    assert refused.value.code == "blueprint-locked"
    assert Draft.objects.get().version == draft.version


@pytest.mark.parametrize(("pointer", "value"), BREAKS)
def test_lock_cannot_be_saved_away_while_typing(pointer: str, value: Json) -> None:
    sally = factories.scientist()
    draft = begun(sally)

    with pytest.raises(Refused, match="This form sets"):
        operations.autosave(
            draft_id=draft.id,
            document=changed(filled(draft), pointer, value),
            version=draft.version,
            sheet="a",
            turn=1,
            by=sally,
            at=NOW,
        )


@pytest.mark.parametrize(("pointer", "value"), LEAVES)
def test_what_leaves_a_limit_is_saved_and_never_submitted(pointer: str, value: Json) -> None:
    sally = factories.scientist()
    draft = begun(sally)
    draft = save(draft, changed(filled(draft), pointer, value), sally)

    assert {place for _code, place in codes(draft)} == {pointer}
    with pytest.raises(Refused, match="one problem"):
        submit(draft, sally)
    assert not Submission.objects.exists()


def pasted(owner: User, pointer: str, value: Json) -> Draft:
    """Return a draft of a form, made from a request that differs at one place from what was filled in."""
    version = published()
    return operations.create(
        owner=owner,
        connection=factories.connection(),
        document=changed(filled(begun(owner, version)), pointer, value),
        blueprint=version,
        origin="import",
        at=NOW,
    )


@pytest.mark.parametrize(("pointer", "value"), [row for row in [*BREAKS, *LEAVES] if row[1] is not None])
def test_pasted_request_is_held_to_its_form(pointer: str, value: Json) -> None:
    sally = factories.scientist()
    with pytest.raises(Refused, match="one problem"):
        submit(pasted(sally, pointer, value), sally)


@pytest.mark.parametrize("pointer", [row[0] for row in BREAKS if row[1] is None])
def test_what_a_pasted_request_leaves_out_is_set_by_its_form(pointer: str) -> None:
    sally = factories.scientist()
    draft = pasted(sally, pointer, None)
    assert pointers.get(draft.document, pointer)
    assert submit(draft, sally).state == State.PENDING


def test_pasted_fault_may_stay_while_others_are_put_right() -> None:
    sally = factories.scientist()
    version = published()
    wrong = changed(filled(begun(sally, version)), "/PrimaryContainer/Image", "evil")
    draft = operations.create(owner=sally, document=wrong, blueprint=version, at=NOW)

    draft = save(draft, changed(draft.document, "/ModelName", "churn-2"), sally)
    assert codes(draft) >= {("blueprint-locked", "/PrimaryContainer/Image")}
    draft = save(draft, changed(draft.document, "/PrimaryContainer/Image", IMAGE), sally)
    with pytest.raises(Refused, match="This form sets"):
        save(draft, changed(draft.document, "/PrimaryContainer/Image", "evil"), sally)


def test_pasted_fault_is_no_leave_for_the_same_one_elsewhere() -> None:
    sally = factories.scientist()
    first, second = "/PrimaryContainer/Environment/FIRST", "/PrimaryContainer/Environment/SECOND"
    locked: dict[str, Any] = {place: {"show": "hidden", "value": "on", "locked": True} for place in (first, second)}
    factories.connection()
    version = forms.made(forms.outline(locked, connection="sandbox", use="real-time"))
    wrong = changed(filled(begun(sally, version)), first, "off")
    draft = operations.create(owner=sally, document=wrong, blueprint=version, at=NOW)

    with pytest.raises(Refused, match="This form sets"):
        save(draft, changed(draft.document, second, "off"), sally)


def test_clone_keeps_the_version_and_has_words_of_its_own() -> None:
    sally = factories.scientist()
    draft = begun(sally)
    first = draft.blueprint_version
    submission = submit(save(draft, filled(draft), sally), sally)
    blueprint = blueprints.edit(name="churn", document=forms.outline(title="New"), version=1, by=None, at=NOW)
    blueprints.publish(name="churn", version=blueprint.version, by=None, at=NOW)

    copy = cloning.clone(submission_id=submission.id, by=factories.scientist("simon"), at=NOW)

    assert (copy.blueprint_version, copy.blueprint_words["user"]) == (first, "simon")
    assert copy.document["Tags"] == [{"Key": "owner", "Value": "simon"}]
    assert {code for code, _place in codes(copy)} == set()
    with pytest.raises(Refused, match="This form sets"):
        save(copy, changed(copy.document, "/Tags", None), copy.owner)


def test_copy_of_a_draft_keeps_what_was_filled_in() -> None:
    sally = factories.scientist()
    draft = begun(sally)
    draft = save(draft, changed(filled(draft), "/PrimaryContainer/Environment/LEVEL", "debug"), sally)

    copy = operations.copy(draft_id=draft.id, by=factories.scientist("simon"), at=NOW)

    assert pointers.get(copy.document, "/PrimaryContainer/Environment") == {"LEVEL": "debug", "TEAM": "risk"}
    assert copy.document["Tags"] == [{"Key": "owner", "Value": "simon"}]


def of_risk() -> Version:
    factories.connection()
    factories.team("fraud")
    return forms.made(forms.outline(EXTRA, connection="sandbox", teams=["risk"]))


def test_form_begins_nothing_for_a_team_that_may_not_use_it() -> None:
    both = factories.scientist("both", teams=("fraud", "risk"))
    fraud = both.teams.get(slug="fraud")

    with pytest.raises(Refused, match=r"is not for team .*\. Go on with a team that it is for") as refused:
        operations.create(owner=both, team=fraud, blueprint=of_risk(), at=NOW)

    assert refused.value.code == "blueprint-team"
    assert not Draft.objects.exists()


def test_clone_goes_to_a_team_that_may_use_the_form_or_nowhere() -> None:
    sally = factories.scientist()
    draft = begun(sally, of_risk())
    submission = submit(save(draft, filled(draft), sally), sally)
    both = factories.scientist("both", teams=("fraud", "risk"))

    assert cloning.clone(submission_id=submission.id, by=both, at=NOW).team.slug == "risk"
    with pytest.raises(Refused, match="is not for team"):
        cloning.clone(submission_id=submission.id, by=both, at=NOW, team=both.teams.get(slug="fraud"))


def test_draft_stays_with_its_version_where_the_newer_one_is_not_for_its_team() -> None:
    sally = factories.scientist()
    factories.team("fraud")
    first = of_risk()
    draft = begun(sally, first)
    forms.republished(first, forms.outline(EXTRA, teams=["fraud"]))

    with pytest.raises(Refused, match=r"is not for team .* \(version 2\)"):
        moving.move(draft_id=draft.id, version=draft.version, to=2, by=sally, at=NOW)

    assert Draft.objects.get().blueprint_version == first


@pytest.fixture
def left_form(monkeypatch: pytest.MonkeyPatch) -> Submission:
    """Return a submission that leaves its form, as if the gate at submission had been open."""
    sally = factories.scientist()
    draft = begun(sally)
    draft = save(draft, changed(filled(draft), "/PrimaryContainer/ModelDataUrl", "s3://acme-fraud/m.tar.gz"), sally)
    with monkeypatch.context() as patch:
        patch.setattr(draft_checks, "findings", lambda _draft: [])
        return submit(draft, sally)


def test_approver_cannot_approve_what_leaves_its_form(left_form: Submission) -> None:
    amir = factories.approver()
    with pytest.raises(Refused, match="leaves the form"):
        factories.decide(left_form, amir)

    assert Submission.objects.get().state == State.PENDING
    assert factories.decide(left_form, amir, "request-changes").state == State.CHANGES_REQUESTED


def test_worker_sends_back_what_leaves_its_form(
    left_form: Submission, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("models_ui.approvals.checks.check_keeps_to_form", lambda _submission: None)
        factories.decide(left_form, factories.approver())

    assert work_on(left_form) == State.CHANGES_REQUESTED

    event = Event.objects.latest("id")
    assert (event.name, event.outcome, event.actor_kind) == ("submissions.sent_back", "denied", "worker")
    assert "must begin with s3://acme-risk/" in event.reason
    assert not Draft.objects.get().locked
    assert sandbox.ledger()["calls"] == []


def test_our_own_tag_is_never_beyond_a_form(sandbox: Sandbox) -> None:
    sally = factories.scientist()
    factories.connection()
    version = forms.made(forms.outline(connection="sandbox"))
    draft = begun(sally, version)
    submission = factories.decide(submit(save(draft, filled(draft), sally), sally), factories.approver())

    assert submission.current.request["Tags"]
    assert work_on(submission) == State.CREATED


IMAGES: dict[str, Any] = {
    "/PrimaryContainer/Image": {"value": {"image": {"family": "sklearn", "version": "1.9-0"}}, "locked": True}
}


def test_image_is_that_of_the_region_and_follows_to_another() -> None:
    sally = factories.scientist()
    factories.connection()
    draft = begun(sally, forms.made(forms.outline(IMAGES, connection="sandbox")))
    assert ".us-east-1." in str(pointers.get(draft.document, "/PrimaryContainer/Image"))

    europe = factories.connection("sandbox-eu", region="eu-west-1")
    draft = save(draft, filled(draft), sally, connection=europe)

    assert ".eu-west-1." in str(pointers.get(draft.document, "/PrimaryContainer/Image"))
    assert draft.blueprint_words["region"] == "eu-west-1"
    assert codes(draft) == set()


def test_image_stays_what_it_was_whatever_a_later_catalogue_says(monkeypatch: pytest.MonkeyPatch) -> None:
    sally = factories.scientist()
    factories.connection()
    draft = begun(sally, forms.made(forms.outline(IMAGES, connection="sandbox")))
    monkeypatch.setattr("models_ui.blueprints.image_values.uri", None)

    assert submit(save(draft, filled(draft), sally), sally).state == State.PENDING


def test_form_with_images_needs_to_know_where() -> None:
    with pytest.raises(Refused, match="Choose a connection first"):
        begun(factories.scientist(), forms.made(forms.outline(IMAGES)))


def test_form_without_images_begins_anywhere() -> None:
    assert begun(factories.scientist(), forms.made()).connection is None
