"""What can somebody do in the history? One function an act, each by the operation that a page or the worker calls."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import User
from models_ui.approvals import operations as approvals
from models_ui.audit import operations as audit
from models_ui.audit.refusals import Refused
from models_ui.aws import create_model as aws
from models_ui.aws.sessions import Caller, client
from models_ui.blueprints import operations as designing
from models_ui.blueprints import queries as blueprints
from models_ui.connections.models import Connection
from models_ui.contract.eula import accepted
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.management.history.calendar import length
from models_ui.management.history.steering import Sandbox
from models_ui.management.history.steps import Step
from models_ui.management.history.timeline import Clock, Timeline
from models_ui.outbox.models import Entry
from models_ui.submissions import cloning
from models_ui.submissions import operations as submissions
from models_ui.submissions.models import Submission
from models_ui.worker.delivery import deliver


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everybody and everything that the stories share."""

    people: dict[str, User]
    connections: dict[str, Connection]
    sandbox: Sandbox
    clock: Clock
    timeline: Timeline


@dataclass(slots=True)
class Tale:
    """One story as far as it was told: its draft, whose id the submission has too, and the page somebody has open."""

    world: World
    draft_id: uuid.UUID = field(default_factory=uuid.uuid4)
    opened: tuple[int, str] | None = None
    planned: set[tuple[int, datetime]] = field(default_factory=set)

    @property
    def now(self) -> datetime:
        """The time of the step that is being told."""
        return self.world.clock.now

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return Draft.objects.get(id=self.draft_id)

    @property
    def submission(self) -> Submission:
        """The submission as it is now."""
        return Submission.objects.select_related("team").get(id=self.draft_id)

    def who(self, step: Step) -> User:
        """The person of a step."""
        return self.world.people[step.who]

    def plan_work(self, pickup: str) -> None:
        """Plan the worker's part for every entry of the outbox that this story has put down."""
        for entry in Entry.objects.filter(key=str(self.draft_id), done_at__isnull=True):
            if (entry.id, entry.due) not in self.planned:
                self.planned.add((entry.id, entry.due))
                at = max(entry.due, self.now + length(pickup))
                self.world.timeline.plan(at, partial(self.work, entry.id))

    def work(self, entry_id: int) -> None:
        """Do what the worker does with an entry of the outbox, at the time of the history."""
        if not deliver(entry_id, self.world.clock):
            raise RuntimeError(f"Nobody could claim the outbox entry {entry_id} of the history.")
        self.plan_work("0m")


def begin(tale: Tale, step: Step) -> None:
    """Somebody begins a draft, blank or with a form."""
    made = drafts.create(
        owner=tale.who(step),
        connection=tale.world.connections[step.connection],
        at=tale.now,
        origin="blueprint" if step.form else "blank",
        blueprint=blueprints.newest(blueprints.get(step.form)) if step.form else None,
    )
    tale.draft_id = made.id


def design(tale: Tale, step: Step) -> None:
    """An admin designs a form, or changes it, and publishes it."""
    admin, document = tale.who(step), step.request or {}
    known = blueprints.every().filter(name=step.form).first()
    if known is None:
        made = designing.create(name=step.form, document=document, by=admin, at=tale.now)
    else:
        made = designing.edit(name=step.form, document=document, version=known.version, by=admin, at=tale.now)
    designing.publish(name=step.form, version=made.version, by=admin, at=tale.now)


def clone(tale: Tale, step: Step) -> None:
    """Somebody begins a draft as a clone of what was submitted under the name of the request."""
    named = Submission.objects.filter(model_name=(step.request or {})["ModelName"]).latest("number")
    tale.draft_id = cloning.clone(submission_id=named.id, by=tale.who(step), at=tale.now).id


def save(tale: Tale, step: Step) -> None:
    """Somebody saves a draft."""
    draft = tale.draft
    drafts.save(draft_id=draft.id, document=step.request or {}, version=draft.version, by=tale.who(step), at=tale.now)


def discard(tale: Tale, step: Step) -> None:
    """Somebody puts a draft away."""
    drafts.discard(draft_id=tale.draft_id, by=tale.who(step), at=tale.now)


def submit(tale: Tale, step: Step) -> None:
    """Somebody submits a draft, and accepts the licences in it."""
    draft = tale.draft
    approvals.submit(
        draft_id=draft.id,
        version=draft.version,
        justification=step.text,
        by=tale.who(step),
        at=tale.now,
        eula_confirmed=[source.pointer for source in accepted(draft.document)],
    )


def open_page(tale: Tale, _step: Step) -> None:
    """An approver opens the page of a decision and leaves it open."""
    tale.opened = seen(tale.submission)


def decide(tale: Tale, step: Step) -> None:
    """An approver decides on what they see now."""
    decided(tale, step, step.act, seen(tale.submission))


def try_to_approve(tale: Tale, step: Step) -> None:
    """Somebody tries to approve, on the page they have open if there is one, and is refused; the attempt is recorded."""
    submission = tale.submission
    try:
        decided(tale, step, "approve", tale.opened or seen(submission))
    except Refused as refusal:
        audit.record_refusal(
            refusal,
            actor=actor_for(tale.who(step)),
            subject=submissions.subject(submission),
            at=tale.now,
            view="approval",
            team=submission.team.slug,
            digest=submission.current.digest,
        )
    else:
        raise RuntimeError(f"{submission} could be approved by {step.who}, which the history did not expect.")


def decided(tale: Tale, step: Step, decision: str, page: tuple[int, str]) -> None:
    """Send the form of a decision as a page showed it."""
    version, digest = page
    approvals.decide(
        submission_id=tale.draft_id,
        decision=decision,
        comment=step.text,
        version=version,
        digest=digest,
        by=tale.who(step),
        at=tale.now,
    )


def seen(submission: Submission) -> tuple[int, str]:
    """Return what a form carries of the submission that it shows."""
    return submission.version, submission.current.digest


def moved(operation: Callable[..., Submission]) -> Callable[[Tale, Step], None]:
    """Return the act of somebody who takes back, withdraws, edits, retries or lets AWS be asked again."""

    def act(tale: Tale, step: Step) -> None:
        operation(submission_id=tale.draft_id, version=tale.submission.version, by=tale.who(step), at=tale.now)

    return act


def made_elsewhere(tale: Tale, step: Step) -> None:
    """Somebody who does not use Models UI makes a SageMaker model of this name, with tags of their own."""
    target = tale.world.connections[step.connection].target
    outside = client("sagemaker", target, caller=Caller("notebook", "somebody"), sends=True)
    answer = aws.create(outside, {**(step.request or {}), "Tags": [{"Key": "made-by", "Value": "notebook"}]})
    assert isinstance(answer, aws.Created), answer  # noqa: S101 - the sandbox is ours and began anew


def redirect(tale: Tale, step: Step) -> None:
    """Somebody with a password of the database tampers with a submission that was approved.

    This is the one step that goes past the operations, on purpose: no operation can do it, and the state `refused` is
    there for the day when somebody does. The request says that it is a drill, and the audit log, rightly, knows nothing.
    """
    Submission.objects.filter(id=tale.draft_id).update(connection=tale.world.connections[step.connection])


ACTS: dict[str, Callable[[Tale, Step], None]] = {
    "begin": begin,
    "design": design,
    "clone": clone,
    "save": save,
    "discard": discard,
    "submit": submit,
    "open": open_page,
    "approve": decide,
    "request-changes": decide,
    "reject": decide,
    "try-to-approve": try_to_approve,
    "take-back": moved(approvals.take_back),
    "withdraw": moved(approvals.withdraw),
    "edit": moved(approvals.edit),
    "retry": moved(approvals.retry),
    "reconcile": moved(approvals.reconcile),
    "made-elsewhere": made_elsewhere,
    "redirect": redirect,
}
