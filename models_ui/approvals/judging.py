"""What is to be said of a draft before it is submitted, with what others have asked for?

The wizard, the review page, the lists and `findings.json` ask this; submission asks the same two, one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from models_ui.accounts.models import User
from models_ui.approvals import reservations
from models_ui.contract.finding import Finding
from models_ui.drafts import checks
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission

NAME = "/ModelName"


def findings(draft: Draft, *, reader: User) -> list[Finding]:
    """Return all that is to be said of a draft to this person: also that its name is taken."""
    return judged([draft], reader=reader)[0][1]


def judged(drafts: Sequence[Draft], *, reader: User) -> list[tuple[Draft, list[Finding]]]:
    """Return the same of several drafts, in their order, with as many questions to the database as for one."""
    held = reservations.holders(drafts)
    return [(draft, _with_name(checks.findings(draft), draft, held.get(draft.id), reader)) for draft in drafts]


def _with_name(found: list[Finding], draft: Draft, other: Submission | None, reader: User) -> list[Finding]:
    """Return the findings with the one of the name, the first field; a name that is wrong by itself is nobody's."""
    if other is None or any(finding.pointer == NAME and finding.severity == "error" for finding in found):
        return found
    refusal = reservations.refusal(draft.name, other.connection, other, by=reader)
    return [taken(refusal.sentence), *found]


def taken(sentence: str) -> Finding:
    """Return the finding at a name that another submission has."""
    return Finding(code=reservations.CODE, pointer=NAME, severity="error", message=sentence, source="reservation")
