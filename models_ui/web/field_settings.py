"""Which controls does the form of one field's settings have?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models_ui.blueprints import settings as fields
from models_ui.blueprints.catalogue import Entry
from models_ui.blueprints.settings import Kind, Problem, Row, Settings
from models_ui.blueprints.writing_values import how, is_on_lines
from models_ui.contract.tree import Flag, MapOf, Text
from models_ui.form import limits, names
from models_ui.form.views import FieldView, Note, Option
from models_ui.web.forms.base import Problem as Told

MODES = (
    (fields.OFF, "Not on this form", "Nobody is asked, and nothing is sent."),
    (fields.ASK, "Ask for it", "People fill it in."),
    (fields.PRESET, "Ask, starting from a value", "People see the value and may change it."),
    (fields.LOCKED, "Set a fixed value", "Nobody can change it, whatever they post."),
    (fields.ABSENT, "Always leave it out", "A request that has it is refused."),
)
PLACEHOLDERS = "{team}, {user}, {date} and {name} stand for the person’s team, their user name, the day, and this form."
_ANSWERS = (("", "Choose"), ("true", "Yes"), ("false", "No"))


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the choices: its number, what it is, and what is wrong with it."""

    number: int
    row: Row
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Everything that `blueprints/_settings.html` renders."""

    entry: Entry
    kind: Kind
    settings: Settings
    mode: FieldView
    value: FieldView
    choices: Sequence[Choice]
    limits: Sequence[FieldView]
    ends: Sequence[FieldView]
    ends_title: str
    words: Sequence[FieldView]
    problems: Sequence[Told]
    # What the API itself allows, in words.
    constraint: str

    @property
    def limited(self) -> bool:
        """Whether the limits are worth opening."""
        views = (*self.limits, *self.ends)
        rows = any(row.label or (row.value and not self.kind.enumerated) or not row.on for row in self.settings.rows)
        return rows or any(view.value or view.wrong for view in views) or any(choice.problem for choice in self.choices)

    @property
    def worded(self) -> bool:
        """Whether the words are worth opening."""
        return any(view.value or view.wrong for view in self.words)


def panel(entry: Entry, kind: Kind, shown: Settings, problems: Sequence[Problem] = ()) -> Panel:
    """Return the form of a field, with what is wrong with a post of it."""
    wrong = {problem.control: problem.sentence for problem in problems}
    return Panel(
        entry=entry,
        kind=kind,
        settings=shown,
        mode=_mode(shown),
        value=_value(kind, shown, entry, wrong),
        choices=_choices(shown, wrong),
        limits=_limits(kind, shown, wrong),
        ends=_ends(kind, shown, wrong),
        ends_title={"range": "From and to", "length": "How long", "count": "How many"}.get(kind.ends, ""),
        words=_words(shown, entry, wrong),
        problems=[Told(_first(control), sentence) for control, sentence in wrong.items()],
        constraint=limits.constraint(kind.node),
    )


def _first(control: str) -> str:
    return "value" if control == "mode" else control


def _mode(shown: Settings) -> FieldView:
    options = tuple(
        Option(value=value, text=text, help=more, chosen=value == shown.mode) for value, text, more in MODES
    )
    return FieldView(
        control="cards",
        name="mode",
        id="mode",
        pointer="",
        label="What does this field do?",
        options=options,
        code=False,
    )


def _value(kind: Kind, shown: Settings, entry: Entry, wrong: dict[str, str]) -> FieldView:
    chosen: tuple[tuple[str, str], ...] = ()
    if isinstance(kind.node, Flag):
        chosen = _ANSWERS
    elif kind.enumerated:
        chosen = (("", "Choose"), *((value, value) for value in kind.enumerated))
    known = {value for value, _text in chosen}
    options = tuple(Option(value=value, text=text, chosen=value == shown.value) for value, text in chosen)
    if chosen and shown.value not in known:
        options += (Option(value=shown.value, text=shown.value, chosen=True),)
    return FieldView(
        control="select" if chosen else "area" if is_on_lines(kind.node) or "\n" in shown.value else "input",
        name="value",
        id="value",
        pointer="",
        label="Value",
        value=shown.value,
        options=options,
        help=PLACEHOLDERS if isinstance(kind.node, Text) and not chosen or isinstance(kind.node, MapOf) else "",
        hints=tuple(hint for hint in (how(kind.node), limits.constraint(kind.node)) if hint),
        example=names.asked(entry.place).example if not chosen else "",
        notes=_notes(wrong, "value"),
        short=bool(chosen),
        code=not chosen,
    )


def _choices(shown: Settings, wrong: dict[str, str]) -> list[Choice]:
    return [
        Choice(number, row, wrong.get(f"choice.{number}.value", "") or wrong.get(f"choice.{number}.on", ""))
        for number, row in enumerate(shown.rows)
    ]


def _limits(kind: Kind, shown: Settings, wrong: dict[str, str]) -> list[FieldView]:
    found = []
    if kind.patterns:
        found += [
            _area(
                "prefixes",
                "Begins with",
                shown.prefixes,
                "One of these, one on a line. An S3 location ends with a slash, so that it means a folder.",
                "s3://acme-{team}/",
                wrong,
            ),
            _area(
                "globs",
                "Fits a pattern",
                shown.globs,
                "One of these, one on a line. * stands for any characters, ? for one.",
                "*.tar.gz",
                wrong,
            ),
        ]
    if kind.includes:
        words = f"Entries that must be there as they are; people may add others. {how(kind.node)}."
        found.append(_area("includes", "Always holds", shown.includes, words, "", wrong))
    return found


def _ends(kind: Kind, shown: Settings, wrong: dict[str, str]) -> list[FieldView]:
    if not kind.ends:
        return []
    return [
        _input(name, label, getattr(shown, name), wrong, short=True)
        for name, label in (("least", "At least"), ("most", "At most"))
    ]


def _words(shown: Settings, entry: Entry, wrong: dict[str, str]) -> list[FieldView]:
    own = {"label": ("Label", entry.label), "help": ("Help", entry.help), "example": ("Example", "")}
    return [
        _input(name, label, shown.words.get(name, ""), wrong, hint=f"Without it: {usual}" if usual else "", code=False)
        for name, (label, usual) in own.items()
    ]


def _input(
    name: str, label: str, value: str, wrong: dict[str, str], *, short: bool = False, hint: str = "", code: bool = True
) -> FieldView:
    return FieldView(
        control="input",
        name=name,
        id=name,
        pointer="",
        label=label,
        value=value,
        hints=(hint,) if hint else (),
        notes=_notes(wrong, name),
        short=short,
        code=code,
        optional=True,
    )


def _area(name: str, label: str, value: str, words: str, example: str, wrong: dict[str, str]) -> FieldView:
    return FieldView(
        control="area",
        name=name,
        id=name,
        pointer="",
        label=label,
        value=value,
        help=words,
        example=example,
        notes=_notes(wrong, name),
        optional=True,
    )


def _notes(wrong: dict[str, str], name: str) -> tuple[Note, ...]:
    return (Note(severity="error", text=wrong[name]),) if name in wrong else ()
