"""Which control asks for a single value, and what stands around it?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from models_ui.contract.tree import Flag, Node, Structure, Text
from models_ui.contract.words import legible
from models_ui.form import coining, images, limits, marking, names
from models_ui.form.layouts.pieces import Asked, Question
from models_ui.form.marks import NOTHING, Rough
from models_ui.form.merging import PRESENT
from models_ui.form.screen import Screen
from models_ui.form.values import shown
from models_ui.form.views import Count, FieldView, Note, Offer, Option
from models_ui.images import in_words

UNSET = "Not set"
# The verb of the button that shows what an answer needs.
ANSWER = "answer"
_ANSWERS = (("true", "Yes"), ("false", "No"))
# What a short select shows without cutting it off.
_SHORT = 24
_PARTS = (("", "As filled in"), ("true", "Send it, even empty"), ("false", "Leave it out"))


def field(screen: Screen, node: Node, pointer: str, parent: Structure | None = None) -> FieldView:
    """Return the control of a place that holds a single value, with all that is said of the place."""
    asked, value = screen.asked(pointer), screen.value(pointer)
    name = names.control_name(pointer)
    awaited = value == "" and asked.awaited
    empty = value == "" and not asked.blank and not awaited and (parent is not None or screen.drawn is not None)
    masked, fixed = pointer in screen.masked, screen.fixed(pointer)
    options = _options(node, asked, shown(value))
    free = not asked.options and not masked and not fixed
    return FieldView(
        control="masked" if masked else "fixed" if fixed else _control(node, asked, value),
        name=name,
        id=names.control_id(pointer),
        pointer=pointer,
        label=asked.label,
        value="" if masked else _worded_value(options, shown(value)) if fixed else shown(value),
        options=() if masked or fixed else options,
        help=asked.help,
        example="" if fixed else asked.example,
        hints=() if fixed else _hints(node, asked),
        where="" if fixed else asked.where,
        notes=screen.notes.take_below(pointer) + (_EMPTY if empty else ()),
        required=not fixed and (asked.required or awaited or _is_required(screen, pointer, parent) and not asked.blank),
        optional=not fixed and not asked.required and not awaited and _is_optional(asked, pointer, parent),
        code=not asked.options and isinstance(node, Text) and not node.choices or not isinstance(node, Text | Flag),
        short=asked.short and all(len(option.text) <= _SHORT for option in options),
        shows=asked.shows,
        said=legible(in_words.say(shown(value))) if asked.image and not masked else "",
        remove=f"remove:{name if parent else pointer}" if empty and not fixed else "",
        count=_count(pointer, value) if free and asked.coined else None,
        offers=_offers(screen, asked, pointer, shown(value)) if free else (),
    )


_EMPTY = (Note(severity="info", text="An empty text is sent. Remove it to send nothing."),)


def question(asked: Question, answer: str, *, losing: Collection[str] = ()) -> FieldView:
    """Return the control of a question that is no place in the request. `losing` are the answers that take something
    out."""
    unset = () if asked.cards else (Option(value="", text=UNSET, chosen=not answer),)
    choices = (
        Option(value=value, text=text, help=more, chosen=value == answer, at_once=value not in losing)
        for value, text, more in asked.choices
    )
    return FieldView(
        control="cards" if asked.cards else "select",
        name=asked.name,
        id=asked.name,
        pointer="",
        label=asked.label,
        options=(*unset, *choices),
        help=asked.help,
        code=False,
        change=asked.change,
        change_action=f"{ANSWER}:{asked.name}",
    )


def part(screen: Screen, pointer: str) -> FieldView:
    """Return the control that sends a part empty, or takes it out with all that it holds."""
    return FieldView(
        control="select",
        name=f"{names.control_name(pointer)}.{PRESENT}",
        id=f"{names.control_id(pointer)}-{PRESENT}",
        pointer=pointer,
        label=screen.asked(pointer).label,
        options=tuple(Option(value=value, text=text, chosen=not value) for value, text in _PARTS),
        code=False,
        short=True,
    )


def _count(pointer: str, value: Rough) -> Count:
    return Count(length=len(shown(value)), most=limits.longest(pointer))


def _offers(screen: Screen, asked: Asked, pointer: str, value: str) -> tuple[Offer, ...]:
    if asked.image:
        return (images.offer(names.control_name(pointer)),)
    if not asked.coined:
        return marking.offers(pointer, value, marked=pointer in screen.marks)
    most = limits.longest(pointer)
    return coining.offers(names.control_name(pointer), value, screen.document, most=most)


def _control(node: Node, asked: Asked, value: Rough) -> Literal["input", "area", "select"]:
    if asked.options or isinstance(node, Flag) or isinstance(node, Text) and node.choices:
        return "select"
    return "area" if isinstance(value, str) and ("\n" in value or "\r" in value) else "input"


def _options(node: Node, asked: Asked, value: str) -> tuple[Option, ...]:
    """Return the answers of a select; what is stored is one of them, be it known or not."""
    if asked.options:
        known = [("", UNSET), *asked.options]
    elif isinstance(node, Flag):
        known = [("", UNSET), *_ANSWERS]
    elif isinstance(node, Text) and node.choices:
        known = [("", UNSET), *((choice, _worded(choice, asked)) for choice in node.choices)]
    else:
        return ()
    if value not in dict(known):
        known.append((value, f"{value} – none of the choices" if asked.options else value))
    return tuple(Option(value=other, text=text, chosen=other == value) for other, text in known)


def _worded_value(options: tuple[Option, ...], value: str) -> str:
    """Return a value as the form says it where nobody can change it."""
    return next((option.text for option in options if option.chosen), value) or UNSET


def _hints(node: Node, asked: Asked) -> tuple[str, ...]:
    """Return what is said of what may stand here: what the form allows says more than the contract, and a count says
    itself how long it may be."""
    length = "" if asked.coined else limits.constraint(node)
    said = asked.hints or (() if asked.options else (length, limits.form(node)))
    return tuple(hint for hint in (*said, _unset(asked)) if hint)


def _worded(choice: str, asked: Asked) -> str:
    words = asked.choices.get(choice)
    return f"{choice} – {words}" if words else choice


def _unset(asked: Asked) -> str:
    return f"When not set: {asked.unset}" if asked.unset else ""


def _is_required(screen: Screen, pointer: str, parent: Structure | None) -> bool:
    """Say whether the control must be filled: its part is there, and the part must have it."""
    whole, _, name = pointer.rpartition("/")
    return parent is not None and name in parent.required and screen.value(whole) is not NOTHING


def _is_optional(asked: Asked, pointer: str, parent: Structure | None) -> bool:
    """Say whether the label says so: what has a default, or is rarely needed, may stay empty without a thought."""
    name = pointer.rpartition("/")[2]
    return parent is not None and name not in parent.required and bool(asked.unset or asked.more)
