"""Where does Django find the rows of every room?"""

from __future__ import annotations

from models_ui.accounts.models import Grant, Team, User
from models_ui.approvals.models import Decision
from models_ui.audit.models import Event
from models_ui.blueprints.models import Blueprint, Edit, Version
from models_ui.connections.models import Connection
from models_ui.drafts.models import Draft, Misstep
from models_ui.outbox.models import Entry, Heartbeat
from models_ui.submissions.models import Attempt, Number, Revision, Submission

__all__ = [
    "Attempt",
    "Blueprint",
    "Connection",
    "Decision",
    "Draft",
    "Edit",
    "Entry",
    "Event",
    "Grant",
    "Heartbeat",
    "Misstep",
    "Number",
    "Revision",
    "Submission",
    "Team",
    "User",
    "Version",
]
