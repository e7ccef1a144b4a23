"""What do all parts of a screen look at while it is made?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models_ui.contract import pointers
from models_ui.contract.json_types import Document
from models_ui.contract.tree import Node
from models_ui.form import containers, designed, names, questions
from models_ui.form.layouts.pieces import Asked, Home, Layout, When
from models_ui.form.marks import NOTHING, Rough
from models_ui.form.notes import Notes
from models_ui.form.pasting import Box
from models_ui.form.steps import Step
from models_ui.form.values import fits
from models_ui.form.writing import found


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen of one request, what is still to be said on it, and the places whose values are hidden."""

    document: Document
    step: Step
    notes: Notes
    masked: frozenset[str]
    # Where a designed form asks for what is being drawn.
    drawn: Home | None = None
    # What a person marked as secret.
    marks: frozenset[str] = frozenset()
    # What was typed into the boxes below maps, by the names of the maps.
    boxes: Mapping[str, Box] = field(default_factory=dict)

    @property
    def layout(self) -> Layout:
        """The form that the screen belongs to."""
        return self.step.layout

    def draws(self, pointer: str) -> bool:
        """Say whether a place is one of those being drawn: it is not hidden, and not asked for elsewhere."""
        return designed.home(self.layout, pointer) == self.drawn and not designed.is_hidden(self.layout, pointer)

    def fixed(self, pointer: str) -> bool:
        """Say whether the form has set a place for good."""
        return designed.is_fixed(self.layout, pointer)

    def asked(self, pointer: str) -> Asked:
        """Return the texts of a place."""
        return names.asked(pointer, self.layout)

    def entry(self, pointer: str) -> str:
        """Return what one entry of a list or map is called, with a capital."""
        return names.entry(pointer, self.layout)

    def value(self, pointer: str) -> Rough:
        """Return what the request has at a place, NOTHING where it has nothing."""
        return found(self.document, pointers.split(pointer))

    def answer(self, question: str) -> str:
        """Return the answer that the request gives to a question of the screen."""
        return questions.answer(self.document, self.step, question)

    def is_stray(self, node: Node, pointer: str) -> bool:
        """Say whether something stands at a place that no control can show, so that there can be none."""
        value = self.value(pointer)
        return value is not NOTHING and not fits(node, value)

    def holds(self, when: When) -> bool:
        """Say whether a condition of the layout holds."""
        asks = when.pattern in self.layout.questions
        value = self.answer(when.pattern) if asks else self.value(self._meant(when.pattern))
        there = value in when.values if when.values else value is not NOTHING
        return there is not when.absent

    def _meant(self, pattern: str) -> str:
        """Return the pointer that a condition of the layout means, on a screen of a designed form too."""
        return pattern.replace(f"/{containers.ANY}", questions.container_of(self.step), 1)

    def hides(self, pointer: str) -> bool:
        """Say whether a value, or anything inside it, is hidden from the person."""
        return any(
            place == pointer or place.startswith(f"{pointer}/") or pointer.startswith(f"{place}/")
            for place in self.masked
        )
