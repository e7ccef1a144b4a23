"""Where does a new draft belong, and what is it made from?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from models_ui.accounts.models import Team, User
from models_ui.blueprints.queries import offered_to, team_for
from models_ui.connections.models import Connection
from models_ui.connections.queries import all_connections
from models_ui.drafts.queries import last_connection
from models_ui.web.forms.base import Form

NOTHING_PASTED = "Paste the request here: all of it, with the outer brackets."


class StartForm(Form):
    """The connection, and the team where the person is in several."""

    connection = forms.ChoiceField(
        label="Connection",
        required=False,
        help_text="The account and region that the SageMaker model is made in.",
        error_messages={"invalid_choice": "Choose one of the connections that there are"},
    )
    team = forms.ChoiceField(
        label="Team",
        help_text="Who sees the request and its SageMaker model here.",
        error_messages={"invalid_choice": "Choose one of your teams", "required": "Choose a team"},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.connections = {str(connection.id): connection for connection in all_connections()}
        self.teams: dict[str, Team] = {team.slug: team for team in user.teams.order_by("slug")}
        choose(self, "connection", [("", "Choose later"), *((key, row.name) for key, row in self.connections.items())])
        choose(self, "team", [(slug, team.name) for slug, team in self.teams.items()])
        # A form that does not ask, such as a script's, means the first team.
        if len(self.teams) <= 1 or (self.is_bound and "team" not in self.data):
            del self.fields["team"]
        if usual := self.only_connection or last_connection(user):
            self.initial["connection"] = str(usual.id)

    @property
    def only_connection(self) -> Connection | None:
        """The connection where there is no other: then nobody has to choose."""
        return next(iter(self.connections.values())) if len(self.connections) == 1 else None

    @property
    def chosen(self) -> dict[str, Any]:
        """The connection and the team, as `drafts.operations.create` takes them; None where none was chosen."""
        return {
            "connection": self.connections.get(self.cleaned_data["connection"]),
            "team": self.teams.get(self.cleaned_data.get("team", "")),
        }


class ImportForm(StartForm):
    """The pasted text besides. It is kept to the letter: only the ends of lines are made what they were."""

    document = forms.CharField(
        label="Request",
        strip=False,
        help_text=(
            "What you have already, as you have it: a boto3 call from a notebook, an AWS CLI command, R, Terraform, "
            "CloudFormation, JSON or YAML; the answer of DescribeModel, a model of the SageMaker SDK, Kubernetes, "
            "Step Functions, Airflow; or the address of an archive or an image. It is read, never run."
        ),
        error_messages={"required": NOTHING_PASTED},
        widget=forms.Textarea(attrs={"class": "input-code input-tall", "spellcheck": "false"}),
    )

    blueprint = forms.ChoiceField(
        label="Form",
        required=False,
        help_text="Whose rules the request keeps to. What the text leaves out is set by the form.",
        error_messages={"invalid_choice": "Choose one of the forms that there are"},
    )

    field_order = ("document", "connection", "team", "blueprint")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.user = user
        self.versions = {offer.name: offer for offer in offered_to(user)}
        titles = [(name, offer.outline.title) for name, offer in self.versions.items()]
        choose(self, "blueprint", [("", "No form: every field"), *titles])
        if not self.versions:
            del self.fields["blueprint"]

    @property
    def chosen(self) -> dict[str, Any]:
        """The form besides, None where none was chosen; with one, the team is one that may use it."""
        offer, chosen = self.versions.get(self.cleaned_data.get("blueprint", "")), super().chosen
        if offer is None:
            return {**chosen, "blueprint": None}
        return {**chosen, "team": team_for(offer.version, self.user, chosen["team"]), "blueprint": offer.version}

    @property
    def region(self) -> str:
        """The region that the request goes to, or nothing where no connection was chosen."""
        connection = self.chosen["connection"]
        return connection.region if connection else ""

    def clean_document(self) -> str:
        """Return the text with plain ends of lines. Raises ValidationError where there is nothing but space."""
        text: str = self.cleaned_data["document"].replace("\r\n", "\n")
        if not text.strip():
            raise ValidationError(NOTHING_PASTED)
        return text


def choose(form: Form, name: str, choices: list[tuple[str, str]]) -> None:
    """Give a select its options."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the classes above say so
    field.choices = choices
