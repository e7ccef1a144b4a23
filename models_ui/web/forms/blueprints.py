"""What makes a form: its beginning, what it is about, and the document as text?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import slugify

from models_ui.accounts.models import Team
from models_ui.blueprints.homes import Raw
from models_ui.connections.queries import all_connections
from models_ui.contract.uses import WORDS
from models_ui.form.views import FieldView, Option
from models_ui.web.forms.base import Form

MOST_CONTAINERS = 15
KINDS = (
    ("primary", "One container", "Most models."),
    ("fixed", "A fixed pipeline", "Always as many containers, each with fields of its own."),
    ("open", "An open pipeline", "People add containers; the same is asked for each."),
    ("any", "Either", "One container or a pipeline, as people like."),
)
BEGINNINGS = (
    ("blank", "From nothing", "Choose the fields one by one."),
    ("starter", "From a starter", "A form that works, to make yours."),
    ("request", "From a request", "Its values are what the fields start from."),
    ("file", "From a file", "A form that was downloaded here or elsewhere."),
)
_NUMBER = "Write a number from 1 to 15."


def cards(name: str, label: str, options: tuple[tuple[str, str, str], ...], chosen: str) -> FieldView:
    """Return a question with a card for each answer."""
    made = tuple(Option(value=value, text=text, help=more, chosen=value == chosen) for value, text, more in options)
    return FieldView(control="cards", name=name, id=name, pointer="", label=label, options=made, code=False)


def containers_asked(label: str) -> forms.IntegerField:
    """Return a control for a number of containers."""
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1,
        max_value=MOST_CONTAINERS,
        error_messages={"invalid": _NUMBER, "min_value": _NUMBER, "max_value": _NUMBER},
        widget=forms.NumberInput(attrs={"class": "input-short"}),
    )


class AboutForm(Form):
    """What a form is for, whose it is, where its requests go, and of which containers they are."""

    kind = forms.ChoiceField(choices=[(value, text) for value, text, _more in KINDS], required=False)
    count = containers_asked("How many containers")
    least = containers_asked("At least")
    most = containers_asked("At most")
    title = forms.CharField(label="Title", error_messages={"required": "Give the form a title."})
    summary = forms.CharField(label="What it is for", required=False, widget=forms.Textarea(attrs={"rows": "3"}))
    teams = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose teams that there are."},
    )
    connection = forms.ChoiceField(
        label="Connection",
        required=False,
        help_text="Where requests of this form usually go.",
        error_messages={"invalid_choice": "Choose one of the connections that there are."},
    )
    use = forms.ChoiceField(
        label="Intended use",
        required=False,
        help_text="What the SageMaker models are for.",
        choices=[(use.value, words) for use, words in WORDS.items()],
        error_messages={"invalid_choice": "Choose one of the uses in the list."},
    )
    free = forms.BooleanField(required=False)

    def __init__(self, *args: Any, document: Raw, **kwargs: Any) -> None:
        super().__init__(*args, initial=shown(document), **kwargs)
        for box in ("free", "teams"):
            self.fields[box].widget.attrs.pop("class")
        teams = dict(Team.objects.order_by("slug").values_list("slug", "name"))
        teams |= {slug: slug for slug in document.get("teams", []) if slug not in teams}
        options(self, "teams", list(teams.items()))
        connections = {row.name: row.name for row in all_connections()}
        connections |= {
            name: f"{name} (not there)" for name in [document.get("connection")] if name not in connections and name
        }
        options(self, "connection", [("", "People choose"), *connections.items()])
        if not teams:
            del self.fields["teams"]

    @property
    def kind_view(self) -> FieldView:
        """The question about containers."""
        return cards("kind", "Containers", KINDS, str(self["kind"].value() or "primary"))

    @property
    def containers(self) -> Raw:
        """The answer to it, as the document has it."""
        data = self.cleaned_data
        match data["kind"]:
            case "fixed":
                return {"kind": "pipeline", "count": data["count"] or 2}
            case "open":
                least, most = data["least"] or 1, data["most"] or MOST_CONTAINERS
                return {"kind": "pipeline", "least": min(least, most), "most": max(least, most)}
            case "any":
                return {"kind": "any"}
            case _:
                return {"kind": "primary"}

    @property
    def facts(self) -> dict[str, object]:
        """Everything else, as the document has it."""
        names = ("title", "summary", "connection", "use", "free")
        return {**{name: self.cleaned_data[name] for name in names}, "teams": self.cleaned_data.get("teams", [])}


class BeginForm(Form):
    """Title and name of a new form, and what it begins with."""

    title = forms.CharField(label="Title", error_messages={"required": "Give the form a title."})
    name = forms.CharField(
        label="Name in addresses", required=False, help_text="Without one it is made of the title. It stays."
    )
    begin = forms.ChoiceField(choices=[(value, text) for value, text, _more in BEGINNINGS], required=False)
    starter = forms.ChoiceField(
        label="Starter", required=False, error_messages={"invalid_choice": "Choose a starter from the list."}
    )
    file = forms.FileField(label="File", required=False, widget=forms.FileInput(attrs={"accept": ".json"}))
    request = forms.ChoiceField(
        label="Request",
        required=False,
        help_text="Drafts and submissions that you see.",
        error_messages={"invalid_choice": "Choose a request from the list."},
    )

    def __init__(
        self, *args: Any, starters: list[tuple[str, str]], requests: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (("starter", starters), ("request", requests)):
            options(self, name, [("", "Choose"), *found])
            if not found:
                del self.fields[name]
        self.known = [each for each in BEGINNINGS if each[0] in self.fields or each[0] in ("blank", "file")]

    @property
    def beginning(self) -> FieldView:
        """The question what it begins with."""
        return cards("begin", "Where does it begin?", tuple(self.known), str(self["begin"].value() or "blank"))

    @property
    def slug(self) -> str:
        """The name in addresses."""
        return str(self.cleaned_data["name"]) or slugify(self.cleaned_data["title"])[:50].strip("-")


def shown(document: Raw) -> dict[str, object]:
    """Return what the form about a form shows."""
    outline = document["containers"]
    kind = outline["kind"] if outline["kind"] != "pipeline" else "fixed" if "count" in outline else "open"
    numbers = {name: outline.get(name) for name in ("count", "least", "most")}
    return {
        **{name: document.get(name) for name in ("title", "summary", "connection", "use", "teams", "free")},
        "kind": kind,
        **numbers,
    }


def options(form: Form, name: str, choices: list[tuple[str, str]]) -> None:
    """Give a control its options."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the classes above say so
    field.choices = choices
