"""Which of AWS's images may somebody choose for a field of a draft?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from models_ui.accounts.models import User
from models_ui.contract import pointers
from models_ui.contract.words import legible
from models_ui.drafts.forms import layout
from models_ui.drafts.models import Draft
from models_ui.drafts.sight import masked_pointers
from models_ui.form import images, names
from models_ui.form.steps import Step, step_of
from models_ui.form.writing import found
from models_ui.images import in_words, support
from models_ui.images.catalogue import Image, catalogue
from models_ui.images.search import search
from models_ui.web.standing import asks

MOST_SHOWN = 25
LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Place:
    """The field that is to be filled: its place, the name and id of its control, its screen, and what it says now."""

    pointer: str
    step: Step
    now: str

    @property
    def name(self) -> str:
        """The name of the control, which is posted."""
        return names.control_name(self.pointer)

    @property
    def chosen(self) -> str:
        """The action that leads back to the field."""
        return f"{images.CHOSEN}:{self.name}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One image: in words, its URI in the region (empty where it is not there), and why it is out of date, if it is."""

    words: str
    uri: str
    name: str
    ended: str
    regions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """Everything that `drafts/images.html` renders."""

    draft: Draft
    place: Place
    query: str
    choices: Sequence[Choice]
    more: int
    returning: bool

    @property
    def source(self) -> str:
        """Where the list comes from, and of which day it is."""
        return f"{catalogue().source}, {catalogue().date}"

    @property
    def back(self) -> str:
        """The address of the field."""
        url = reverse("draft-step", args=[self.draft.id, self.place.step.name])
        query = f"?{urlencode({'return': 'review'})}" if self.returning else ""
        return f"{url}{query}#{names.control_id(self.place.pointer)}"

    @property
    def connecting(self) -> str:
        """Where a connection is chosen."""
        return f"{reverse('draft-step', args=[self.draft.id, asks(self.draft)])}#connection"

    @property
    def told(self) -> str:
        """How many there are, in a line."""
        count = len(self.choices) + self.more
        if not self.query:
            return f"The newest image of {count} frameworks"
        return "No image fits" if not count else "1 image fits" if count == 1 else f"{count} images fit"


def chooser(user: User, draft: Draft, *, field: str, query: str, returning: bool, on: date) -> Chooser | None:
    """Return what the page shows for a field by the name of its control; the first image that the form asks for where it
    names none. None where the form asks for no image."""
    place = _place(user, draft, field)
    if place is None:
        return None
    query = legible(query[:LONGEST_QUERY]).strip()
    fitting = search(query)
    shown = fitting[:MOST_SHOWN] if query else fitting
    choices = [_choice(image, draft.region, on) for image in shown]
    more = len(fitting) - len(shown)
    return Chooser(draft=draft, place=place, query=query, choices=choices, more=more, returning=returning)


def _place(user: User, draft: Draft, field: str) -> Place | None:
    document, form = draft.document, layout(draft)
    asked = [pointer for pointer in images.places(document) if images.is_asked(document, pointer, form)]
    pointer = next((pointer for pointer in asked if names.control_name(pointer) == field), next(iter(asked), None))
    if pointer is None:
        return None
    value = found(document, pointers.split(pointer))
    seen = isinstance(value, str) and pointer not in masked_pointers(user, draft)
    return Place(pointer, step_of(document, pointer, form), legible(in_words.say(value)) if seen else "")


def _choice(image: Image, region: str, on: date) -> Choice:
    name = f"{image.repository}:{image.tag}"
    return Choice(
        in_words.image(image), image.uri(region) if region else "", name, support.ended(image, on), len(image.accounts)
    )
