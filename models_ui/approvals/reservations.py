"""Which model names are taken by open submissions, and what is said where one is?

An open submission reserves its name in its connection, by a partial unique index; here everybody else is told of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import QuerySet

from models_ui.accounts.models import User
from models_ui.audit.refusals import Refused
from models_ui.connections.models import Connection
from models_ui.drafts.models import Draft
from models_ui.submissions import queries
from models_ui.submissions.models import Submission
from models_ui.submissions.states import OPEN

CODE = "name-reserved"
ANOTHER = "Another submission"


def check_free(submission: Submission, *, by: User) -> None:
    """Raise Refused when another open submission of the connection has the model name."""
    if holder(submission):
        raise reserved(submission, by=by)


def reserved(submission: Submission, *, by: User) -> Refused:
    """Return the refusal of a submission whose name is taken."""
    return refusal(submission.model_name, submission.connection, holder(submission), by=by)


def refusal(name: str, where: Connection, other: Submission | None, *, by: User) -> Refused:
    """Return the refusal of a name. It says which submission has it only where the person may see that one."""
    seen = other is not None and queries.visible_to(by).filter(id=other.id).exists()
    return Refused(CODE, sentence(f"Submission {other.number}" if other and seen else ANOTHER, name, where.name))


def sentence(other: str, name: str, where: str) -> str:
    """Return what is said of a name in a connection that another submission has."""
    return f"{other} already asks for a SageMaker model named {name} in {where}. Choose another name, or add a suffix."


def holder(submission: Submission) -> Submission | None:
    """Return the other open submission of the connection that has the model name, if there is one."""
    others = _open().filter(connection=submission.connection, model_name=submission.model_name)
    return others.exclude(id=submission.id).first()


def holders(drafts: Collection[Draft]) -> Mapping[UUID, Submission]:
    """Return by draft the open submission that has its model name in its connection, where another than its own has it."""
    named = [draft for draft in drafts if draft.name and draft.connection_id]
    if not named:
        return {}
    found = _open().filter(
        connection__in={draft.connection_id for draft in named}, model_name__in={draft.name for draft in named}
    )
    by_name = {(str(other.connection_id), other.model_name): other for other in found}
    taken = {draft.id: by_name.get((str(draft.connection_id), draft.name)) for draft in named}
    return {id_: other for id_, other in taken.items() if other and other.id != id_}


def _open() -> QuerySet[Submission]:
    return Submission.objects.filter(state__in=sorted(OPEN))
