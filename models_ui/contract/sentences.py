"""How is a person told what is wrong at a place, and what to do?

No sentence repeats a value: values are long, may be secret, and are on the page already. `forms` says for the name of a
shape what its pattern asks for, to follow the name of the place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from models_ui.contract import words
from models_ui.contract.engines import Fault
from models_ui.contract.json_types import Json
from models_ui.contract.patterns import stranger
from models_ui.contract.schema import GREATEST, SMALLEST
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole

_UNKNOWN_FORM = "has a form that AWS does not take; see the description of this member in the API reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One fault with all that its sentence needs. `node` is of the value or name at fault, or of what holds an unknown."""

    fault: Fault
    node: Node
    value: Json
    names: list[str]
    required: bool = False

    @property
    def faulty(self) -> Json:
        """The value at fault, or the name."""
        return self.fault.place[-1] if self.fault.of_name else self.value

    @property
    def what(self) -> str:
        """The place in small letters, as within a sentence."""
        if self.fault.of_name:
            return f"the name {words.shown(str(self.fault.place[-1]))}"
        return self.names[-1] if self.names else "the request"

    @property
    def within(self) -> str:
        """What the place is part of, in brackets."""
        return words.within(self.names)

    @property
    def subject(self) -> str:
        """The place as the beginning of a sentence."""
        return words.capital(self.what) + self.within


def sentence(case: Case, forms: Mapping[str, str]) -> str:
    """Return the sentence for a fault."""
    keyword = case.fault.keyword
    if keyword == "unknown":
        return _unknown(case)
    if keyword == "required":
        return _missing(case) + "."
    if keyword == "type":
        return _wrong_type(case)
    if case.faulty == "":
        return _empty(case)
    if keyword == "enum":
        return _choice(case)
    if keyword == "pattern":
        return _pattern(case, forms)
    return _too_short(case, forms) if keyword == "minLength" else _limit(case)


def _unknown(case: Case) -> str:
    members = list(case.node.members) if isinstance(case.node, Structure) else []
    near = get_close_matches(str(case.fault.place[-1])[:100], members, n=1)
    rename = f", or rename it to {near[0]}" if near else ""
    return f"{words.shown(str(case.fault.place[-1]))}{case.within} is no member that AWS knows. Remove it{rename}."


def _missing(case: Case) -> str:
    match case.node:
        case Text() if case.node.choices:
            return f"Choose {words.article(case.what)}{case.within}"
        case Flag():
            return f"Choose true or false: {case.what}{case.within}"
        case ListOf():
            return f"Add at least one {words.singular(case.what)}{case.within}"
        case Structure() | MapOf():
            return f"Add {words.article(case.what)}{case.within}"
        case _:
            return f"Enter {_one_of(case)}{case.within}"


def _one_of(case: Case) -> str:
    """Return "a model name"; an item or an entry has a name of its own already."""
    numbered_or_quoted = case.what[-1:].isdigit() or case.what.endswith("”")
    return case.what if numbered_or_quoted else words.article(case.what)


def _empty(case: Case) -> str:
    if case.fault.of_name:
        return f"A name is empty{case.within}. Enter one, or remove the entry."
    return _missing(case) + ("." if case.required else ", or leave it out.")


def _wrong_type(case: Case) -> str:
    if case.value is None:
        return f"{case.subject} is null. {_null_way_out(case)}"
    match case.node:
        case Text():
            quoted = isinstance(case.value, bool | int | float)
            return f"{case.subject} must be text{': put it in quotation marks' if quoted else ''}."
        case Whole():
            return f"{case.subject} must be a whole number{_unquoted(case)}."
        case Flag():
            return f"{case.subject} must be true or false{_unquoted(case)}."
        case ListOf():
            return f"{case.subject} must be a list, in square brackets."
        case _:
            return f"{case.subject} must be an object with named members, in curly brackets."


def _null_way_out(case: Case) -> str:
    if isinstance(case.node, Text) and "None" in case.node.choices:
        return 'Write "None", with quotation marks.'
    return "Give it a value." if case.required else "Give it a value, or leave it out."


def _unquoted(case: Case) -> str:
    return ", without quotation marks" if isinstance(case.value, str) else ""


def _choice(case: Case) -> str:
    choices = case.node.choices if isinstance(case.node, Text) else ()
    return f"{case.subject} must be {_either(choices)}, written exactly so."


def _either(choices: tuple[str, ...]) -> str:
    return " or ".join([", ".join(choices[:-1]), choices[-1]] if len(choices) > 1 else choices)


def _pattern(case: Case, forms: Mapping[str, str]) -> str:
    node = case.node
    form = f"{case.subject} {forms.get(node.name, _UNKNOWN_FORM)}."
    if not isinstance(case.faulty, str) or not isinstance(node, Text):
        return form
    text = case.faulty[: node.maximum]
    culprit = stranger(node.pattern, text) if node.pattern else None
    culprit = culprit or next((character for character in text if words.is_invisible(character)), None)
    if culprit is None:
        return form
    if words.is_invisible(culprit):
        kind = "a line break" if culprit in "\n\r" else f"an invisible character (U+{ord(culprit):04X})"
        place = text.index(culprit) + 1
        return f"{case.subject} holds {kind} at position {place}. Delete it, or type the text again."
    return f"{form} It holds {'a space' if culprit == ' ' else words.shown(culprit)}, which is not allowed."


def _too_short(case: Case, forms: Mapping[str, str]) -> str:
    least = case.node.minimum if isinstance(case.node, Text) else 0
    form = forms.get(case.node.name, f"must be at least {least} characters")
    return f"{case.subject} {form}. The shortest has {least} characters; this one has {_size(case)}."


def _limit(case: Case) -> str:
    node = case.node
    match case.fault.keyword, node:
        case "maxLength", Text():
            return f"{case.subject} must be at most {node.maximum} characters; this one has {_size(case)}."
        case "maximum", Whole():
            return f"{case.subject} must be at most {GREATEST if node.maximum is None else node.maximum}."
        case "minimum", Whole():
            return f"{case.subject} must be at least {SMALLEST if node.minimum is None else node.minimum}."
        case (("maxItems" | "maxProperties"), (ListOf() | MapOf())):
            surplus = _size(case) - (node.maximum or 0)
            return f"There may be at most {node.maximum} {_many(case)}; there are {_size(case)}. Remove {surplus}."
        case (("minItems" | "minProperties"), (ListOf() | MapOf())):
            if node.minimum == 1:
                return _missing(case) + "."
            lack = (node.minimum or 0) - _size(case)
            return f"There must be at least {node.minimum} {_many(case)}; there are {_size(case)}. Add {lack}."
        case _:
            return f"{case.subject} is not what AWS takes here."


def _many(case: Case) -> str:
    if isinstance(case.node, MapOf):
        return f"entries in {case.what}{case.within}"
    alone = isinstance(case.node, ListOf) and case.node.maximum == 1
    return f"{words.singular(case.what) if alone else case.what}{case.within}"


def _size(case: Case) -> int:
    return len(case.faulty) if isinstance(case.faulty, str | list | dict) else 0
