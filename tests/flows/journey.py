"""How does a request go its whole way through the pages? As people do it: one pastes and submits, another approves."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.test import Client

from models_ui.accounts.models import User
from models_ui.connections.models import Connection
from models_ui.contract.eula import accepted
from models_ui.drafts.models import Draft
from models_ui.outbox import operations as outbox
from models_ui.submissions.models import Submission
from models_ui.worker import delivery


@dataclass(frozen=True, slots=True)
class Journey:
    """The browsers of a data scientist and of an approver."""

    scientist: Client
    approver: Client

    def paste(self, request: Any, where: Connection) -> uuid.UUID:
        """Import a request as JSON and return the draft's id; it led to the review page."""
        post = {"document": json.dumps(request), "connection": str(where.id)}
        answer = self.scientist.post("/drafts/import/", post)
        draft = Draft.objects.latest("created_at")
        assert answer.headers["Location"] == f"/drafts/{draft.id}/review/", answer.content
        return draft.id

    def findings(self, draft_id: uuid.UUID) -> list[dict[str, str]]:
        """Return what the form says of a draft."""
        found: list[dict[str, str]] = self.scientist.get(f"/drafts/{draft_id}/findings.json").json()
        return found

    def errors(self, draft_id: uuid.UUID) -> list[dict[str, str]]:
        """Return the errors among it."""
        return [finding for finding in self.findings(draft_id) if finding["severity"] == "error"]

    def submit(self, draft_id: uuid.UUID) -> int:
        """Post the submit form of the review page and return the status: 302 where it was taken."""
        draft = Draft.objects.get(id=draft_id)
        post = {
            "version": draft.version,
            "justification": "People ask for it.",
            "eula": [source.pointer for source in accepted(draft.document)],
        }
        return self.scientist.post(f"/drafts/{draft_id}/review/", post).status_code

    def approve(self, submission_id: uuid.UUID) -> None:
        """Post the decision form with what status.json says of the submission."""
        seen = self.approver.get(f"/submissions/{submission_id}/status.json").json()
        post = {"decision": "approve", "comment": "", "version": seen["version"], "digest": seen["digest"]}
        assert self.approver.post(f"/approvals/{submission_id}/", post).status_code == 302

    def ended(self, submission_id: uuid.UUID) -> Submission:
        """Let the worker do what is due, and return the submission as it then is."""
        for entry in outbox.overdue():
            delivery.deliver(entry)
        return Submission.objects.get(id=submission_id)


def journey(scientist: User, approver: User) -> Journey:
    """Return the two browsers, signed in."""
    browsers = Client(), Client()
    for browser, user in zip(browsers, (scientist, approver), strict=True):
        browser.force_login(user)
    return Journey(*browsers)
