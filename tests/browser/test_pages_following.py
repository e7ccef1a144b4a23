"""Are the pages of submissions, approvals and events for everybody, in every state that they can be in?"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from models_ui.accounts.models import Role, User
from models_ui.approvals import operations as approvals
from models_ui.audit.models import Event
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from models_ui.submissions.states import WORDS, State
from tests import factories
from tests.browser import documents
from tests.browser.conftest import Look
from tests.browser.pages import Shown
from tests.factories import NOW

FAILURE = {
    "code": "data-unreadable",
    "title": "SageMaker could not read the artefacts",
    "message": f"Nothing is stored at {documents.LONG_WORD}.",
    "next_steps": ["Edit the location and submit again.", "Ask the owner of the bucket."],
    "pointer": "/PrimaryContainer/ModelDataUrl",
}
SAID = "Could not find model data at s3://acme-models/churn/70/model.tar.gz."
# The arrows that lead from an approval to each state, and what the worker knows by then.
WAYS: dict[State, tuple[str, ...]] = {
    State.APPROVED: (),
    State.QUEUED: ("queue",),
    State.CALLING: ("queue", "call"),
    State.FAILED: ("queue", "call", "fail"),
    State.UNKNOWN: ("queue", "call", "lose"),
    State.NEEDS_ATTENTION: ("queue", "call", "lose", "give-up"),
    State.REFUSED: ("queue", "refuse"),
}
DECISIONS = {State.CHANGES_REQUESTED: "request-changes", State.REJECTED: "reject"}


def seed() -> dict[str, str]:
    """Fill the site and return the submissions by name, and an event."""
    sally, amir = factories.scientist(), factories.approver()
    factories.admin()
    factories.auditor()
    both = factories.person("bella", Role.DATA_SCIENTIST, Role.APPROVER)
    made = {str(state): in_state(state, sally, amir) for state in State}
    made |= {
        "second": second_revision(sally, amir),
        "gated": factories.submission(sally, documents.largest("gated-llm")),
        "own": factories.submission(both, documents.pipeline("of-bella", containers=3)),
        "wordy": wordy(sally),
        "stale": factories.submission(sally, factories.request("stale")),
        "gone": factories.submission(sally, factories.request("gone")),
    }
    event = Event.objects.filter(name="approvals.changes_requested").latest("id")
    return {name: str(submission.id) for name, submission in made.items()} | {"event": str(event.id)}


def in_state(state: State, sally: User, amir: User) -> Submission:
    """Return a submission that came to a state by the way that leads there."""
    document = factories.request(f"is-{state.replace('_', '-')}")
    if state == State.CREATED:
        return factories.created(sally, amir, document)
    made = factories.submission(sally, document)
    if state in DECISIONS:
        return factories.decide(made, amir, DECISIONS[state], f"See {documents.LONG_WORD}")
    if state == State.WITHDRAWN:
        return approvals.withdraw(submission_id=made.id, version=made.version, by=sally, at=NOW)
    return made if state == State.PENDING else on_the_way(factories.decide(made, amir), state)


def on_the_way(approved: Submission, state: State) -> Submission:
    """Return an approved submission after the worker moved it to a state."""
    if state in (State.FAILED, State.NEEDS_ATTENTION):
        factories.attempt(approved, outcome="failed", aws_code="ValidationException", aws_message=SAID, http_status=400)
    columns: dict[str, Any] = {"failure": FAILURE} if state in (State.FAILED, State.NEEDS_ATTENTION) else {}
    return factories.worked(approved, *WAYS[state], **columns) if WAYS[state] else approved


def second_revision(sally: User, amir: User) -> Submission:
    """Return a submission that was sent back once and waits again."""
    first = factories.submission(sally, documents.pipeline("second-revision"))
    factories.decide(first, amir, "request-changes", "One subnet more.")
    subnets = ["subnet-0f3a19c2", "subnet-0b77d1e4", "subnet-0d5e8f31"]
    network = {"Subnets": subnets, "SecurityGroupIds": ["sg-04c1a2f9"]}
    return factories.resubmission(first, sally, VpcConfig=network, EnableNetworkIsolation=True)


def wordy(sally: User) -> Submission:
    """Return a submission whose justification has no place to break it."""
    draft = factories.draft(sally, factories.request("wordy"))
    why = f"{documents.LONG_WORD}\n\nAs it says there."
    return approvals.submit(draft_id=draft.id, version=draft.version, justification=why, by=sally, at=NOW)


def open_question(page: Page) -> None:
    """Ask before something is lost."""
    page.get_by_role("button", name="Withdraw …").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def reject_without_a_word(page: Page) -> None:
    """Decide, but leave the comment out."""
    page.get_by_role("radio", name="Reject").check()
    page.get_by_role("button", name="Record decision").click()
    expect(page.locator(".error-summary")).to_be_focused()


def decide_too_late(page: Page) -> None:
    """Approve what was taken back and submitted anew meanwhile."""
    found = Submission.objects.get(id=under(page))
    approvals.take_back(submission_id=found.id, version=found.version, by=found.requester, at=NOW)
    draft = Draft.objects.get(id=found.id)
    document = {**draft.document, "EnableNetworkIsolation": True}
    draft = drafts.save(draft_id=draft.id, document=document, version=draft.version, by=draft.owner, at=NOW)
    approvals.submit(draft_id=draft.id, version=draft.version, justification="Safer.", by=draft.owner, at=NOW)
    approve(page)
    expect(page.locator("table.diff")).to_contain_text("/EnableNetworkIsolation")


def decide_on_what_is_gone(page: Page) -> None:
    """Approve what was withdrawn meanwhile."""
    found = Submission.objects.get(id=under(page))
    approvals.withdraw(submission_id=found.id, version=found.version, by=found.requester, at=NOW)
    approve(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("It changed since you opened it")


def under(page: Page) -> str:
    """Return the id in the address of a page."""
    return page.url.split("/")[4]


def approve(page: Page) -> None:
    """Approve what the page shows."""
    page.get_by_role("radio", name="Approve").check()
    page.get_by_role("button", name="Record decision").click()


def submission_in(state: State) -> Shown:
    """Return the page of the submission that is in a state, as its requester sees it."""
    name = f"is-{state.replace('_', '-')}"
    return Shown("sally", f"/submissions/{{{state}}}/", f"{name}, {WORDS[state].lower()}")


PAGES = {
    "submissions": Shown("sally", "/submissions/", "Submissions"),
    "submissions, none fits": Shown("otto", "/submissions/?q=nothing", "Submissions"),
    "submissions, filter not known": Shown("otto", "/submissions/?state=asleep", "Submissions", 422),
    **{f"submission, {state}": submission_in(state) for state in State},
    "submission, as an approver": Shown("amir", "/submissions/{gated}/", "gated-llm, waiting for approval"),
    "submission, for R": Shown("amir", "/submissions/{gated}/?as=paws", "gated-llm, waiting for approval"),
    "submission, as an admin": Shown("ada", "/submissions/{needs_attention}/", "is-needs-attention, needs attention"),
    "submission, revisions": Shown("sally", "/submissions/{second}/", "second-revision, waiting for approval"),
    "submission, about to withdraw": Shown(
        "sally", "/submissions/{pending}/", "is-pending, waiting for approval", then=open_question
    ),
    "home, of an approver": Shown("amir", "/", "Home"),
    "home, of an admin": Shown("ada", "/", "Home"),
    "home, of an auditor": Shown("otto", "/", "Home"),
    "approvals": Shown("bella", "/approvals/", "Approvals"),
    "approvals, none fits": Shown("amir", "/approvals/?q=nothing", "Approvals"),
    "approval": Shown("amir", "/approvals/{pending}/", "Decide on is-pending"),
    "approval, gated": Shown("amir", "/approvals/{gated}/", "Decide on gated-llm"),
    "approval, wordy": Shown("amir", "/approvals/{wordy}/", "Decide on wordy"),
    "submission, wordy": Shown("sally", "/submissions/{wordy}/", "wordy, waiting for approval"),
    "approval, second revision": Shown("amir", "/approvals/{second}/", "Decide on second-revision"),
    "approval, of one's own": Shown("bella", "/approvals/{own}/", "Decide on of-bella"),
    "approval, without a comment": Shown(
        "amir", "/approvals/{pending}/", "Error: Decide on is-pending", 422, reject_without_a_word
    ),
    "approval, changed": Shown("amir", "/approvals/{stale}/", "Changed meanwhile: stale", 409, decide_too_late),
    "approval, gone": Shown("amir", "/approvals/{gone}/", "Changed meanwhile: gone", 409, decide_on_what_is_gone),
    "audit": Shown("otto", "/audit/", "Audit"),
    "audit, of a team": Shown("sally", "/audit/", "Audit"),
    "audit, none fits": Shown("otto", "/audit/?q=nothing", "Audit"),
    "event": Shown("otto", "/audit/{event}/", "Event {event}"),
}


def test_pages_are_for_everybody(look: Look) -> None:
    look(PAGES, seed())
