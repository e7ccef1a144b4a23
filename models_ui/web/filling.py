"""What does a post make of a draft?"""

from __future__ import annotations

from models_ui.accounts.models import User
from models_ui.drafts import checks
from models_ui.drafts.models import Draft
from models_ui.drafts.sight import masked_pointers
from models_ui.form import posting
from models_ui.form.posting import Applied
from models_ui.form.steps import Step
from models_ui.web.forms.step import Filled

FIX = "fix:"


def applied(user: User, draft: Draft, step: Step, sent: Filled) -> Applied:
    """Return the request after a post of one screen by this person; the draft stays as it is."""
    document = draft.document
    return posting.apply(
        document,
        step,
        sent.controls,
        findings=checks.findings(document) if sent.action.startswith(FIX) else (),
        masked=masked_pointers(user, draft),
    )
