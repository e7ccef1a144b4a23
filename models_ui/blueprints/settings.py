"""Which settings does a field of this kind have, how are they shown in a form, and what does a post of them mean?

The form asks in words (“Ask, starting from a value”); the document has `show`, `value`, `locked` and `limit`. What a form
does not ask for stays as it is in the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from models_ui.blueprints.homes import Raw
from models_ui.blueprints.writing_values import NotAValue, meant, written
from models_ui.contract.json_types import Json
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole
from models_ui.form import values

OFF, ASK, PRESET, LOCKED, ABSENT = "off", "ask", "preset", "locked", "absent"
MODES = (OFF, ASK, PRESET, LOCKED, ABSENT)
# Rows for further choices that a form shows empty; saving it gives as many again.
BLANK_ROWS = 3
MOST_CHOICES = 100
WORDS = ("label", "help", "example")
_ENDS = ("least", "most")


class Problem(NamedTuple):
    """What is wrong with a post: the name of the control, and a sentence."""

    control: str
    sentence: str


class Row(NamedTuple):
    """One choice: its value as it is written, its words, and whether it is on offer (of AWS's own values some may not be)."""

    value: str
    label: str = ""
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What may be set of a field."""

    node: Node
    # AWS's own values, of which some may be left out.
    enumerated: tuple[str, ...] = ()
    choices: bool = False
    patterns: bool = False
    # The limit that has two ends, by its name in the document.
    ends: str = ""
    includes: bool = False
    # An empty text is a value.
    blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the form of one field shows, everything as text."""

    mode: str = OFF
    hidden: bool = False
    required: bool = False
    value: str = ""
    rows: tuple[Row, ...] = ()
    prefixes: str = ""
    globs: str = ""
    least: str = ""
    most: str = ""
    includes: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


class Read(NamedTuple):
    """What a post means: the field of the document (None takes it off the form), and what keeps it from being stored."""

    field: Raw | None
    problems: list[Problem]


def kind_of(node: Node, *, in_map: bool = False) -> Kind:
    """Return what may be set of a field whose place is of this kind."""
    match node:
        case Text(choices=()):
            return Kind(node=node, choices=True, patterns=True, ends="length", blank=in_map)
        case Text():
            return Kind(node=node, enumerated=node.choices)
        case Whole():
            return Kind(node=node, choices=True, ends="range")
        case ListOf() | MapOf():
            return Kind(node=node, ends="count", includes=True)
        case Flag() | Structure():
            return Kind(node=node)


def settings_of(kind: Kind, raw: Raw | None) -> Settings:
    """Return what the form of a field shows; of one that is not on the form, with nothing filled in."""
    if raw is None:
        return Settings(rows=_rows(kind, []), words=dict.fromkeys(WORDS, ""))
    limit = raw.get("limit", {})
    least, most = limit.get(kind.ends, ("", "")) if kind.ends else ("", "")
    return Settings(
        mode=mode_of(raw),
        hidden=raw.get("show") == "hidden",
        required=bool(raw.get("required")),
        value=written(kind.node, raw["value"]) if "value" in raw else "",
        rows=_rows(kind, limit.get("choices", [])),
        prefixes="\n".join(limit.get("prefixes", [])),
        globs="\n".join(limit.get("globs", [])),
        least=values.shown(least),
        most=values.shown(most),
        includes=written(kind.node, limit["includes"]) if "includes" in limit else "",
        words={word: raw.get(word, "") for word in WORDS},
    )


def mode_of(raw: Raw) -> str:
    """Say in one word what a field does."""
    if raw.get("locked"):
        return LOCKED if "value" in raw else ABSENT
    return PRESET if "value" in raw else ASK


def posted(kind: Kind, sent: Mapping[str, Sequence[str]]) -> Settings:
    """Return what was filled in, as the form shows it again. Of an unknown mode the field is asked for."""
    first = {name: given[-1] for name, given in sent.items() if given}
    mode = first.get("mode", ASK)
    return Settings(
        mode=mode if mode in MODES else ASK,
        hidden="hidden" in first,
        required="required" in first,
        value=values.cleaned(first.get("value", "")),
        rows=_posted_rows(kind, first),
        prefixes=first.get("prefixes", ""),
        globs=first.get("globs", ""),
        least=first.get("least", "").strip(),
        most=first.get("most", "").strip(),
        includes=first.get("includes", ""),
        words={word: values.cleaned(first.get(word, "")) for word in WORDS},
    )


def read(kind: Kind, shown: Settings, before: Raw | None = None) -> Read:
    """Return what the settings mean for the document. `before` is the field so far: what no form asks for is kept."""
    if shown.mode == OFF:
        return Read(None, [])
    problems: list[Problem] = []
    found: Raw = {"show": "hidden"} if shown.hidden else {}
    if shown.mode in (PRESET, LOCKED):
        found |= _value(kind, shown, problems)
    if shown.mode in (LOCKED, ABSENT):
        found["locked"] = True
    if shown.required and shown.mode != ABSENT:
        found["required"] = True
    limit = (before or {}).get("limit", {})
    # The form shows the limits only where there is something to limit.
    if shown.mode in (ASK, PRESET):
        limit = _limit(kind, shown, limit, problems)
    found |= {"limit": limit} if limit else {}
    found |= {word: shown.words[word] for word in WORDS if shown.words.get(word)}
    return Read(found, problems)


def _value(kind: Kind, shown: Settings, problems: list[Problem]) -> Raw:
    if not shown.value and not kind.blank:
        problems.append(Problem("value", "Write the value, or choose that the field is only asked for."))
        return {}
    try:
        return {"value": meant(kind.node, shown.value)}
    except NotAValue as reason:
        problems.append(Problem("value", reason.sentence))
        return {}


def _limit(kind: Kind, shown: Settings, before: Raw, problems: list[Problem]) -> Raw:
    """Return the limit of a field. The parts of the one before that the form does not ask for come first, as they were."""
    asked = {"choices": kind.choices or bool(kind.enumerated), kind.ends: True, "includes": kind.includes}
    asked |= dict.fromkeys(("prefixes", "globs"), kind.patterns)
    limit = {name: value for name, value in before.items() if not asked.get(name)}
    if choices := _choices(kind, shown.rows, problems):
        limit["choices"] = choices
    for name in ("prefixes", "globs"):
        if kind.patterns and (lines := _lines(getattr(shown, name))):
            limit[name] = lines
    if kind.ends and (shown.least or shown.most):
        limit |= _ends(kind, shown, problems)
    if kind.includes and shown.includes.strip():
        limit |= _includes(kind, shown, problems)
    return limit


def _choices(kind: Kind, rows: Sequence[Row], problems: list[Problem]) -> list[Json]:
    if kind.enumerated and all(row.on and not row.label for row in rows):
        return []
    found: list[Json] = []
    for number, row in enumerate(rows):
        if row.on and row.value:
            try:
                found.append(_choice(meant(kind.node, row.value), row.label))
            except NotAValue as reason:
                problems.append(Problem(f"choice.{number}.value", reason.sentence))
        elif row.on and row.label:
            problems.append(Problem(f"choice.{number}.value", "Write the value that these words stand for."))
    if kind.enumerated and not found:
        problems.append(Problem("choice.0.on", "Leave at least one value to choose from."))
    return found


def _choice(value: Json, label: str) -> Json:
    """Return a choice as the document writes it: a bare value where it has no words; an image by its facts is an object."""
    if isinstance(value, dict) and "image" in value:
        return {**value, **({"label": label} if label else {})}
    return {"value": value, "label": label} if label else value


def _ends(kind: Kind, shown: Settings, problems: list[Problem]) -> Raw:
    """Return a limit with two ends; an end that is left open is the contract's own."""
    given = {"least": shown.least, "most": shown.most}
    node = kind.node
    own: dict[str, int | None] = {"least": getattr(node, "minimum", None) or 0, "most": getattr(node, "maximum", None)}
    found: list[int] = []
    for end in _ENDS:
        if not given[end] and (limit := own[end]) is not None:
            found.append(limit)
        elif given[end].isascii() and given[end].removeprefix("-").isdecimal() and len(given[end]) < 10:
            found.append(int(given[end]))
        else:
            problems.append(Problem(end, "Write a whole number."))
    if len(found) == len(_ENDS) and found[0] > found[1]:
        problems.append(Problem("most", f"Write {found[0]} or more: the least comes first."))
    return {kind.ends: found}


def _includes(kind: Kind, shown: Settings, problems: list[Problem]) -> Raw:
    try:
        return {"includes": meant(kind.node, shown.includes)}
    except NotAValue as reason:
        problems.append(Problem("includes", reason.sentence))
        return {}


def _rows(kind: Kind, choices: list[Json]) -> tuple[Row, ...]:
    """Return the rows of the choices: of AWS's own values all of them, else those that there are and empty ones."""
    known = [_row(kind, choice) for choice in choices]
    if kind.enumerated:
        chosen = {row.value: row for row in known}
        return tuple(chosen.get(value, Row(value, on=not known)) for value in kind.enumerated)
    return (*known, *[Row("")] * BLANK_ROWS) if kind.choices else ()


def _row(kind: Kind, choice: Json) -> Row:
    if isinstance(choice, dict) and "image" in choice:
        facts = {name: value for name, value in choice.items() if name != "label"}
        return Row(written(kind.node, facts), str(choice.get("label", "")))
    if isinstance(choice, dict):
        return Row(written(kind.node, choice.get("value")), str(choice.get("label", "")))
    return Row(written(kind.node, choice))


def _posted_rows(kind: Kind, sent: Mapping[str, str]) -> tuple[Row, ...]:
    if kind.enumerated:
        return tuple(
            Row(value, values.cleaned(sent.get(f"choice.{number}.label", "")), f"choice.{number}.on" in sent)
            for number, value in enumerate(kind.enumerated)
        )
    if not kind.choices:
        return ()
    return tuple(
        Row(values.cleaned(sent[name]), values.cleaned(sent.get(f"choice.{number}.label", "")))
        for number in range(MOST_CHOICES)
        if (name := f"choice.{number}.value") in sent
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in values.cleaned(text).split("\n") if line.strip()]
