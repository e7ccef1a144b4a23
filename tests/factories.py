"""What do tests begin with? Plain functions that make rows by the real operations."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from models_ui.accounts import operations as accounts
from models_ui.accounts.models import Role, Team, User
from models_ui.approvals import operations as approvals
from models_ui.audit.actors import SYSTEM
from models_ui.connections import operations as connections
from models_ui.connections.models import Connection
from models_ui.contract.eula import accepted
from models_ui.contract.json_types import Document
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
PASSWORD = "a long enough pass phrase"
ROLE_ARN = "arn:aws:iam::123456789012:role/SageMakerExecutionRole"
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/churn-post:1.4.2"

_numbers = count(1)


def team(slug: str = "risk") -> Team:
    """Return the team with this slug, made if need be."""
    found = Team.objects.filter(slug=slug).first()
    return found or accounts.create_team(slug=slug, name=slug.title(), by=SYSTEM, at=NOW)


def person(username: str, *roles: str, teams: tuple[str, ...] = ("risk",)) -> User:
    """Return a new person with these roles, in these teams."""
    for slug in teams:
        team(slug)
    return accounts.create_person(
        username=username, password=PASSWORD, roles=roles, teams=teams, by=SYSTEM, at=NOW
    )


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


def submission(owner: User, document: Document | None = None, *, at: datetime = NOW) -> Submission:
    """Return a submission that waits for approval."""
    made = draft(owner, document)
    return approvals.submit(
        draft_id=made.id,
        version=made.version,
        justification="Weekly retraining.",
        by=owner,
        at=at,
        eula_confirmed=[source.pointer for source in accepted(made.document)],
    )


def decide(submission: Submission, by: User, decision: str = "approve", comment: str = "", at: datetime = NOW) -> Submission:
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
