"""How does each draft of a list stand, in a word and in a sentence?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models_ui.accounts.models import User
from models_ui.approvals import judging
from models_ui.approvals.prospects import submissions_of
from models_ui.contract.finding import Finding
from models_ui.drafts.models import Draft
from models_ui.form.status import StepStatus
from models_ui.submissions.models import Submission
from models_ui.web import home
from models_ui.web.rail import DONE, LOOKS, Look
from models_ui.web.standing import standing

READY = "complete"
TONES = {"problem": "danger", READY: "success"}


@dataclass(frozen=True, slots=True)
class Line:
    """A draft, its status, what is left to do, and the submission that came back to it, if one did.

    What came back stands under the state of its submission, so how far it is stands in the sentence.
    """

    draft: Draft
    look: Look
    sentence: str
    submission: Submission | None

    @property
    def tone(self) -> str:
        """The tone of the status."""
        return TONES.get(self.look.step, "")


def lines(drafts: Sequence[Draft], *, reader: User) -> list[Line]:
    """Return the lines of the drafts of one page."""
    returned = submissions_of(drafts)
    judged = judging.judged(drafts, reader=reader)
    return [line(draft, found, returned.get(draft.id)) for draft, found in judged]


def line(draft: Draft, found: Sequence[Finding], submission: Submission | None) -> Line:
    """Return the line of one draft."""
    steps = standing(draft, found)
    status = look(steps)
    told = status.step == READY and submission is None
    return Line(draft, status, "" if told else home.progress(steps), submission)


def look(steps: Sequence[StepStatus]) -> Look:
    """Return how a draft as a whole stands, in the words of its steps: problems first, then what is left to do."""
    stands = {status.status for status in steps}
    if "problem" in stands:
        wrong = sum(status.problems for status in steps)
        return LOOKS["problem"]._replace(word=f"{LOOKS['problem'].word} ({wrong})")
    if stands <= DONE:
        return LOOKS["complete"]._replace(word="Ready to submit")
    return LOOKS["not-started" if stands <= {"not-started", "optional"} else "in-progress"]
