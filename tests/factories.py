"""What do tests begin with? Plain functions that make rows by the real operations."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from django.db import transaction

from models_ui.accounts import operations as accounts
from models_ui.accounts.models import Role, Team, User
from models_ui.approvals import operations as approvals
from models_ui.audit.actors import SYSTEM, WORKER
from models_ui.connections import operations as connections
from models_ui.connections.models import Connection
from models_ui.contract.eula import accepted
from models_ui.contract.json_types import Document
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions import operations as submissions
from models_ui.submissions.models import Attempt, Submission

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
PASSWORD = "a long enough pass phrase"
ROLE_ARN = "arn:aws:iam::123456789012:role/SageMakerExecutionRole"
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/churn-post:1.4.2"
# What a request for a connection in Europe has, since no image is pulled from another region.
IN_EUROPE: dict[str, Any] = {"PrimaryContainer": {"Image": IMAGE.replace("us-east-1", "eu-west-1")}}

_numbers = count(1)


def team(slug: str = "risk") -> Team:
    """Return the team with this slug, made if need be."""
    found = Team.objects.filter(slug=slug).first()
    return found or accounts.create_team(slug=slug, name=slug.title(), by=SYSTEM, at=NOW)


def person(username: str, *roles: str, teams: tuple[str, ...] = ("risk",)) -> User:
    """Return a new person with these roles, in these teams."""
    for slug in teams:
        team(slug)
    return accounts.create_person(username=username, password=PASSWORD, roles=roles, teams=teams, by=SYSTEM, at=NOW)


def scientist(username: str = "sally", **options: Any) -> User:
    """Return a data scientist."""
    return person(username, Role.DATA_SCIENTIST, **options)


def approver(username: str = "amir", **options: Any) -> User:
    """Return an approver."""
    return person(username, Role.APPROVER, **options)


def admin(username: str = "ada", **options: Any) -> User:
    """Return an admin."""
    return person(username, Role.ADMIN, **options)


def auditor(username: str = "otto", **options: Any) -> User:
    """Return an auditor."""
    return person(username, Role.AUDITOR, **options)


def connection(name: str = "sandbox", *, region: str = "us-east-1", account: str = "123456789012") -> Connection:
    """Return the connection with this name, made if need be."""
    found = Connection.objects.filter(name=name).first()
    return found or connections.create(name=name, account=account, region=region, role="", by=SYSTEM, at=NOW)


def request(name: str = "", **members: Any) -> Document:
    """Return a small request that AWS would accept; members replace or add, None takes one away."""
    document: dict[str, Any] = {
        "ModelName": name or f"churn-{next(_numbers)}",
        "PrimaryContainer": {"Image": IMAGE, "ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz"},
        "ExecutionRoleArn": ROLE_ARN,
        **members,
    }
    return {key: value for key, value in document.items() if value is not None}


def draft(owner: User, document: Document | None = None, *, where: Connection | None = None) -> Draft:
    """Return a draft with a complete request and a connection."""
    return drafts.create(
        owner=owner, connection=where or connection(), document=request() if document is None else document, at=NOW
    )


def submission(
    owner: User, document: Document | None = None, *, at: datetime = NOW, where: Connection | None = None
) -> Submission:
    """Return a submission that waits for approval."""
    made = draft(owner, document, where=where)
    return approvals.submit(
        draft_id=made.id,
        version=made.version,
        justification="Weekly retraining.",
        by=owner,
        at=at,
        eula_confirmed=[source.pointer for source in accepted(made.document)],
    )


def decide(
    submission: Submission, by: User, decision: str = "approve", comment: str = "", at: datetime = NOW
) -> Submission:
    """Return the submission after a decision by somebody who saw it as it is now."""
    submission = Submission.objects.get(id=submission.id)
    return approvals.decide(
        submission_id=submission.id,
        decision=decision,
        comment=comment or ("" if decision == "approve" else "Pin the image to a version."),
        version=submission.version,
        digest=submission.current.digest,
        by=by,
        at=at,
    )


def in_state(submission: Submission, state: str) -> Submission:
    """Return the submission as if it had come to this state; its draft is open where changes are wanted."""
    Submission.objects.filter(id=submission.id).update(state=state)
    Draft.objects.filter(id=submission.id).update(locked=state != "changes_requested")
    return Submission.objects.get(id=submission.id)


def resubmission(before: Submission, by: User, *, at: datetime = NOW, **members: Any) -> Submission:
    """Return the submission after its draft was edited (members replace or add) and submitted again."""
    made = Draft.objects.get(id=before.id)
    document = {**made.document, **members}
    made = drafts.save(draft_id=made.id, document=document, version=made.version, by=by, at=at)
    return approvals.submit(
        draft_id=made.id,
        version=made.version,
        justification="As you asked.",
        by=by,
        at=at,
        eula_confirmed=[source.pointer for source in accepted(made.document)],
    )


def worked(submission: Submission, *actions: str, at: datetime = NOW, **columns: Any) -> Submission:
    """Return the submission after the worker moved it along these arrows; columns are set with the last of them."""
    with transaction.atomic():
        submission = submissions.locked_row(submission.id)
        for action in actions:
            if action == actions[-1]:
                for column, value in columns.items():
                    setattr(submission, column, value)
            submissions.transition(submission, action, actor=WORKER, at=at)
    return submission


def created(owner: User, by: User, document: Document | None = None, *, at: datetime = NOW) -> Submission:
    """Return a submission whose SageMaker model exists."""
    made = decide(submission(owner, document, at=at), by, at=at)
    arn = f"arn:aws:sagemaker:us-east-1:123456789012:model/{made.model_name}"
    attempt(made, outcome="created", request_id="8f0c9a52-1d0e-4a53-9f55-2a6b1f4ce7d1", http_status=200, at=at)
    return worked(made, "queue", "call", "create", at=at, model_arn=arn)


def attempt(submission: Submission, *, at: datetime = NOW, **columns: Any) -> Attempt:
    """Return one finished call to AWS of a submission."""
    return Attempt.objects.create(
        submission=submission,
        revision=submission.current,
        number=submission.attempts.count() + 1,
        started_at=at,
        finished_at=at,
        **columns,
    )
