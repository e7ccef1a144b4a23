"""What is a layout made of?

A pattern is a JSON Pointer in which `{container}` stands for PrimaryContainer or Containers/<n>, and `*` for a position.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from models_ui.contract.json_types import Json
from models_ui.form.layouts.places import Places

# What a screen is for, beside its places: the first one has what no other has; a pipeline has a list of its containers,
# and a screen for each. The screens of a designed form name their places themselves, one by one or for each container.
Role: TypeAlias = Literal["plain", "first", "list", "container", "own", "each"]
# What the names of the ordinary screens begin with that stand behind a designed form.
BEHIND = "more-"
DESIGNED: frozenset[Role] = frozenset({"own", "each"})


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A condition on the request: the place of `pattern` holds one of `values`; anything at all when there are none.

    `pattern` may be a question, whose answer is meant then. `absent` turns it round.
    """

    pattern: str
    values: tuple[str, ...] = ()
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How one place of a request is asked for. What it may hold is never written here: that is the contract's."""

    label: str
    help: str = ""
    example: str = ""
    where: str = ""
    # What one entry of a list or map is called, with a capital: "Tag".
    item: str = ""
    # Folded under "More settings", unless `visible_when` holds or something is set.
    more: bool = False
    visible_when: When | None = None
    # What SageMaker does when nothing is sent.
    unset: str = ""
    # Our words beside AWS's own values.
    choices: Mapping[str, str] = field(default_factory=dict)
    short: bool = False
    # In a row that exists, an empty control means the empty text.
    blank: bool = False
    # An empty text waits to be filled in: a question puts it there, and takes it out.
    awaited: bool = False
    # Said by the answer to this question: folded, though it is set, while there is one.
    told_by: str = ""
    # What the value becomes a part of, which is shown while somebody types: a sentence that ends with it.
    shows: str = ""
    # A name that must be free: its length is counted, and a suffix or a whole name is offered.
    coined: bool = False
    # The reference of an image: it is said in words, and one of AWS's may be chosen.
    image: bool = False
    # How many entries of a list are kept for what we add ourselves.
    reserved: int = 0
    # Of a designed form: no control on any screen; a value that is shown and cannot be changed; must be filled in.
    hidden: bool = False
    locked: bool = False
    required: bool = False
    # The only answers, each with its words; and what else is said of what may stand here.
    options: tuple[tuple[str, str], ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that is no place in the request; its answer is derived from the request."""

    name: str
    label: str
    help: str
    choices: tuple[tuple[str, str, str], ...]
    cards: bool = False
    # The button that shows what an answer needs, where that stands on the same screen.
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Places that are asked for together. A place that is a structure stands for all its members."""

    title: str
    places: tuple[str, ...]
    intro: str = ""
    folded: bool = False
    # Shown only where something is set: it means nothing for most requests of this kind.
    if_set: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLayout:
    """One screen. `heading` begins with a verb."""

    name: str
    title: str
    heading: str
    groups: tuple[Group, ...]
    optional: bool = False
    role: Role = "plain"


class Home(NamedTuple):
    """Where a designed form asks for a place, and for the parts of it that have no home of their own."""

    step: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The form over one operation; a designed one also says things of single places, in patterns without `{container}`."""

    steps: tuple[StepLayout, ...]
    asked: Mapping[str, Asked]
    questions: Mapping[str, Question]
    own: Places[Asked] = field(default_factory=Places)
    homes: Places[Home] = field(default_factory=Places)
    # What a new entry of a list begins with, by the pointer of the list.
    begun: Mapping[str, Json] = field(default_factory=dict)
    # Whether the order and number of the containers are settled.
    settled: bool = False
