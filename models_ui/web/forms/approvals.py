"""What may be posted with a decision, and which requests does an approver look for?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from models_ui.accounts.models import Team
from models_ui.approvals.models import Decision
from models_ui.audit.refusals import Refused
from models_ui.connections.models import Connection
from models_ui.web.forms.base import Form
from models_ui.web.queue import Filters

# The refusals of `approvals.decide` that belong beside a control.
BESIDE = {"no-decision": "decision", "no-comment": "comment"}

LEADS_TO = {
    Decision.Kind.APPROVE: "It is sent to AWS at once.",
    Decision.Kind.REQUEST_CHANGES: "The requester edits and resubmits.",
    Decision.Kind.REJECT: "It ends here.",
}


class DecisionForm(Form):
    """A decision as posted. What makes one is for `approvals.decide` to say; its sentences come back here."""

    decision = forms.CharField(required=False)
    comment = forms.CharField(required=False, strip=False)
    version = forms.IntegerField(required=False)
    digest = forms.CharField(required=False)

    def posted(self) -> dict[str, Any]:
        """Return the decision for `approvals.decide`; a version that is no number is one that nobody saw."""
        found = self.cleaned_data
        return {
            "decision": found.get("decision", ""),
            "comment": found.get("comment", "").replace("\r\n", "\n").strip(),
            "version": found.get("version") or 0,
            "digest": found.get("digest", ""),
        }

    def take(self, refusal: Refused) -> bool:
        """Put a refusal beside its control; False when it belongs to none."""
        field = BESIDE.get(refusal.code)
        if field:
            self.add_error(field, refusal.sentence)
        return field is not None

    @property
    def choices(self) -> list[tuple[str, str, str, bool]]:
        """The decisions: value, label, what it leads to, and whether it was chosen."""
        chosen = self.data.get("decision", "")
        return [(kind.value, kind.label, LEADS_TO[kind], kind.value == chosen) for kind in Decision.Kind]


class QueueForm(Form):
    """The filters of the queue, as they stand in the address."""

    q = forms.CharField(
        label="Name contains", required=False, max_length=63, widget=forms.TextInput(attrs={"type": "search"})
    )
    team = forms.ChoiceField(label="Team", required=False)
    connection = forms.ChoiceField(label="Connection", required=False)
    show = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[("", "Everything that waits"), ("mine", "What I may decide")],
        error_messages={"invalid_choice": "Choose from the list"},
    )

    def __init__(self, *args: Any, teams: Iterable[Team], connections: Iterable[Connection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("team", "All teams", [(team.slug, team.name) for team in teams])
        self.choose("connection", "All connections", [(each.name, each.name) for each in connections])

    def choose(self, name: str, everything: str, choices: list[tuple[str, str]]) -> None:
        """Give a select its choices."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - as written above
        field.choices = [("", everything), *choices]
        field.error_messages["invalid_choice"] = "Choose from the list"

    @property
    def filters(self) -> Filters:
        """What to look for."""
        self.is_valid()
        found = self.cleaned_data
        return Filters(
            found.get("q", ""), found.get("team", ""), found.get("connection", ""), mine=found.get("show") == "mine"
        )
