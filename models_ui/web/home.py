"""What needs this person, what is under way, and what was made lately?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db.models import F, QuerySet
from django.urls import reverse

from models_ui.accounts.models import Role, User
from models_ui.approvals import judging
from models_ui.approvals import queries as approvals
from models_ui.approvals.models import Decision
from models_ui.audit import queries as audit
from models_ui.audit.models import Event
from models_ui.drafts import queries as draft_queries
from models_ui.drafts.models import Draft
from models_ui.form.status import StepStatus
from models_ui.submissions import queries as submissions
from models_ui.submissions.history import with_current
from models_ui.submissions.models import Revision, Submission
from models_ui.submissions.states import MOVING, State
from models_ui.web import in_words
from models_ui.web.standing import standing

FEW = 8
# More of one kind is nothing for a front page: the queue shows the others.
MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One line: what it is, how it stands, who said what about it, and the one act that is due."""

    submission: Submission
    sentence: str
    quote: str = ""
    act: str
    url: str

    @property
    def at(self) -> datetime:
        """Since when it stands like this."""
        return self.submission.updated_at


@dataclass(frozen=True, slots=True)
class Made:
    """A SageMaker model that was created, and what runs in it."""

    submission: Submission
    runs: str


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft and how far it is."""

    draft: Draft
    sentence: str


def needs(user: User) -> list[Task]:
    """Return what waits for this person, oldest first."""
    return sorted(chain(own(user), to_decide(user), to_look_after(user)), key=lambda task: task.at)


def own(user: User) -> Iterable[Task]:
    """Yield the person's own submissions that came back: changes were asked for, or they failed."""
    if not user.has_role(Role.DATA_SCIENTIST):
        return
    mine = submissions.visible_to(user).filter(requester=user)
    returned = list(mine.filter(state=State.CHANGES_REQUESTED))
    asked = comments(returned)
    for submission in returned:
        yield changes(submission, asked.get(submission.id))
    for submission in mine.filter(state=State.FAILED):
        yield Task(
            submission=submission,
            sentence=(submission.failure or {}).get("title", "AWS did not create it. Nothing exists yet."),
            act="See what to do",
            url=reverse("submission", args=[submission.id]),
        )


def comments(returned: Iterable[Submission]) -> dict[object, Decision]:
    """Return what approvers asked for, by submission, where it was asked of the current revision."""
    asked = Decision.objects.filter(
        revision__submission__in=[submission.id for submission in returned],
        revision__n=F("revision__submission__revision"),
        kind=Decision.Kind.REQUEST_CHANGES,
    )
    return {decision.revision.submission_id: decision for decision in asked.select_related("revision", "by")}


def changes(submission: Submission, asked: Decision | None) -> Task:
    """Return the task of editing what was sent back, or what the person took back."""
    return Task(
        submission=submission,
        sentence=f"{asked.by} asked for a change" if asked else "You took it back to edit it",
        quote=asked.comment if asked else "",
        act="Edit and resubmit",
        url=reverse("draft", args=[submission.id]),
    )


def to_decide(user: User) -> Iterable[Task]:
    """Yield the requests that this person may decide on."""
    if not user.has_role(Role.APPROVER):
        return
    for submission in with_current(approvals.queue(user)[:MOST]):
        if not approvals.reason_against(user, submission):
            yield Task(
                submission=submission,
                sentence=f"{submission.requester} of {submission.team} asks for it",
                quote=submission.current.justification,
                act="Decide",
                url=reverse("approval", args=[submission.id]),
            )


def to_look_after(user: User) -> Iterable[Task]:
    """Yield what the worker could not settle: for admins, and for whoever asked for it."""
    stuck = submissions.visible_to(user).filter(state=State.NEEDS_ATTENTION)
    for submission in stuck if user.has_role(Role.ADMIN) else stuck.filter(requester=user):
        yield Task(
            submission=submission,
            sentence="The worker could not find out whether the SageMaker model exists",
            act="See what to do",
            url=reverse("submission", args=[submission.id]),
        )


def under_way(user: User, *, without: Iterable[Task]) -> QuerySet[Submission]:
    """Return what waits or moves by itself: the person's own, or everybody's for those who make no requests."""
    told = [task.submission.id for task in without]
    moving = submissions.visible_to(user).filter(state__in=[State.PENDING, *MOVING]).exclude(id__in=told)
    if user.has_role(Role.DATA_SCIENTIST):
        moving = moving.filter(requester=user)
    return moving.order_by("-updated_at")


def made(user: User) -> list[Made]:
    """Return the SageMaker models that were created last, among those that the person may see."""
    rows = list(submissions.visible_to(user).filter(state=State.CREATED).order_by("-updated_at")[:FEW])
    current = Revision.objects.filter(submission__in=rows, n=F("submission__revision"))
    runs = {revision.submission_id: what_runs(revision) for revision in current}
    return [Made(row, runs[row.id]) for row in rows]


def what_runs(revision: Revision) -> str:
    """Return the short name of the image or model package, or how many containers there are."""
    runs = in_words.words(revision.request).runs
    return runs[0] if len(runs) == 1 else f"{len(runs)} containers"


def drafts(user: User) -> list[DraftLine]:
    """Return the person's own drafts that were changed last; those that came back are tasks, not drafts."""
    returned = Submission.objects.filter(requester=user).values("id")
    rows = list(draft_queries.open_to(user).filter(owner=user).exclude(id__in=returned)[:FEW])
    judged = judging.judged(rows, reader=user)
    return [DraftLine(draft, progress(standing(draft, findings))) for draft, findings in judged]


def progress(steps: Iterable[StepStatus]) -> str:
    """Say in a sentence how far a draft is: problems first, then what was not begun."""
    steps = list(steps)
    for status, one, many in (
        ("problem", "{} has a problem", "{} steps have problems"),
        ("in-progress", "{} is begun", "{} steps are begun"),
        ("not-started", "{} is not started", "{} steps are not started"),
    ):
        found = [step.step.title for step in steps if step.status == status]
        if found:
            return one.format(found[0]) if len(found) == 1 else many.format(len(found))
    return "Complete, ready to submit"


def events(teams: Collection[str] | None) -> list[Event]:
    """Return the latest events of submissions: who comes and goes is for the audit page."""
    return list(audit.visible(teams).filter(subject_kind="submission").order_by("-id")[:FEW])
