"""What do the answers to the questions of a screen make of a request, and how is what they took out put back?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from models_ui.contract import pointers
from models_ui.contract.json_types import Document
from models_ui.form import questions, storing
from models_ui.form.controls import ANSWER
from models_ui.form.steps import Step
from models_ui.form.taken import Taken, taken

_BACK = "What the answer took out is back."


@dataclass(frozen=True, slots=True)
class Answered:
    """The request after the answers of a post, what is to be said, and what can be put back."""

    document: Document
    said: tuple[str, ...] = ()
    out: Taken | None = None


def answered(
    before: Document, after: Document, step: Step, post: Mapping[str, str], changed: Collection[str]
) -> Answered:
    """Return the request as the questions of the screen want it; an answer that is as it was asks for nothing.

    `before` is the request before the post, `changed` are the places that the same post changed by their own controls.
    """
    said: list[str] = []
    out: Taken | None = None
    for name in questions.asked(step):
        wanted = post.get(name)
        if wanted is not None and wanted != questions.answer(before, step, name):
            asked, words = questions.act(after, step, name, wanted, changed)
            out = _lost(after, asked, step, words) or out
            said, after = [*said, *words], asked
    return Answered(after, tuple(said), out)


def pressed(step: Step, action: str, post: Mapping[str, str]) -> str:
    """Return the id of the answer whose button was pressed, if one was: it keeps the focus."""
    verb, _, name = action.partition(":")
    if verb != ANSWER or name not in questions.asked(step):
        return ""
    known = {value for value, *_ in step.layout.questions[name].choices}
    return f"{name}-{post[name]}" if post.get(name) in known else name


def is_back(out: Taken | None) -> bool:
    """Say whether what can be put back was taken out by an answer."""
    return out is not None and out.back == _BACK


def given(document: Document, step: Step) -> str:
    """Return the id of the answer that the request gives to the question about its artefacts."""
    return next((f"{name}-{questions.answer(document, step, name)}" for name in questions.asked(step)), "")


def back_again(document: Document, step: Step, out: Taken | None) -> Document:
    """Return the request without the places that wait for an answer which was undone, if it was one."""
    place = questions.container_of(step) if is_back(out) else ""
    container = pointers.get(document, place) if place and pointers.exists(document, place) else None
    if not isinstance(container, dict):
        return document
    after = pointers.replaced(document, place, storing.without_waiting(container))
    return after if isinstance(after, dict) else document


def _lost(before: Document, after: Document, step: Step, words: list[str]) -> Taken | None:
    """Return what an answer took out of the container, or None where all of it only moved."""
    place = questions.container_of(step)
    if not words or not all(pointers.exists(document, place) for document in (before, after)):
        return None
    old, new = pointers.get(before, place), pointers.get(after, place)
    if not isinstance(old, dict) or not isinstance(new, dict):
        return None
    lost = storing.lost(old, new)
    entries = taken(old, [index for index, name in enumerate(old) if name in lost])
    stuck = "What was taken out cannot come back"
    return Taken(step.name, place, False, entries, words[0], _BACK, stuck) if entries else None  # noqa: FBT003
