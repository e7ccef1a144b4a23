"""What does a post make of a draft?"""

from __future__ import annotations

from models_ui.accounts.models import User
from models_ui.contract.json_types import Document
from models_ui.drafts import checks
from models_ui.drafts.models import Draft
from models_ui.drafts.sight import masked_pointers
from models_ui.form import posting
from models_ui.form.posting import Applied
from models_ui.form.steps import Step, step_of
from models_ui.web.forms.step import Filled

FIX = "fix:"


def fixed(user: User, draft: Draft, action: str) -> Document:
    """Return the request after the button of a finding; as it is where nothing has such a fix any more."""
    document, pointer = draft.document, action.removeprefix(FIX)
    found = next((finding for finding in checks.findings(draft) if finding.fix and finding.pointer == pointer), None)
    if found is None:
        return document
    masked = masked_pointers(user, draft)
    post = {posting.ACTION: action}
    return posting.apply(document, step_of(document, pointer), post, findings=[found], masked=masked).document


def applied(user: User, draft: Draft, step: Step, sent: Filled) -> Applied:
    """Return the request after a post of one screen by this person; the draft stays as it is."""
    document = draft.document
    return posting.apply(
        document,
        step,
        sent.controls,
        findings=checks.findings(draft) if sent.action.startswith(FIX) else (),
        masked=masked_pointers(user, draft),
    )
