"""What does a template need to know to draw a screen? Read-only; every text is raw and escaped by the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from models_ui.form.editor_views import EditorView


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is said at a place: a sentence of a finding, and the button of its fix where it has one."""

    severity: Literal["error", "warning", "info"]
    text: str
    fix_label: str = ""
    fix_action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a control that offers some. `help` is a second line; one that loses nothing acts `at_once`."""

    value: str
    text: str
    chosen: bool
    help: str = ""
    at_once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How long a text is against how long it may be."""

    length: int
    most: int

    @property
    def over(self) -> int:
        """By how much it is too long."""
        return max(0, self.length - self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A button beside a control that fills it in."""

    action: str
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One control with all that stands around it. A masked or a fixed one has no control: what is
    not posted stays as it is."""

    control: Literal["input", "area", "select", "cards", "masked", "fixed"]
    name: str
    id: str
    pointer: str
    label: str
    value: str = ""
    options: tuple[Option, ...] = ()
    help: str = ""
    example: str = ""
    hints: tuple[str, ...] = ()
    where: str = ""
    notes: tuple[Note, ...] = ()
    required: bool = False
    optional: bool = False
    code: bool = True
    short: bool = False
    # What the value is, in words.
    said: str = ""
    # A sentence that ends with the value.
    shows: str = ""
    # The action that takes away an empty text, which no control can tell from nothing.
    remove: str = ""
    count: Count | None = None
    offers: tuple[Offer, ...] = ()
    # The button of a question that shows what the answer needs, and its action.
    change: str = ""
    change_action: str = ""
    # How many lines an area shows where it cannot grow by itself.
    lines: int = 1
    kind: Literal["field"] = "field"

    @property
    def wrong(self) -> bool:
        """Whether the control itself is marked as wrong."""
        return any(note.severity == "error" for note in self.notes)

    @property
    def described(self) -> str:
        """The ids of the texts that describe the control, in the order in which they stand."""
        parts = [
            ("help", self.help),
            ("said", self.said),
            *((f"note-{number}", "there") for number in range(len(self.notes))),
            ("count", self.count),
            ("hints", self.example or self.hints),
        ]
        return " ".join(f"{self.id}-{part}" for part, there in parts if there)

    @property
    def classes(self) -> str:
        """The classes of the look."""
        return "input" + (" input-code" if self.code else "") + (" input-short" if self.short else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One entry of a list or map on one line: one control, or two for a key and a value.

    Of a variable `secrecy` says whether it is one; `mark` is the action that marks it, or takes the mark away.
    """

    id: str
    fields: tuple[FieldView, ...]
    notes: tuple[Note, ...]
    remove: str
    remove_label: str
    secrecy: Literal["", "open", "marked", "detected", "masked"] = ""
    mark: str = ""
    mark_label: str = ""
    # The value has the whole width below the key.
    long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One entry of a list that is too large for one line."""

    id: str
    title: str
    # By which name it is known, if it has one.
    known: str
    items: tuple[Item, ...]
    more: tuple[Item, ...]
    more_names: str
    parts: tuple[FieldView, ...]
    notes: tuple[Note, ...]
    remove: str
    remove_label: str
    # The name of its place, by which it is moved; and whether it cannot go further.
    name: str
    first: bool
    last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """One container in the list of a pipeline: where it is described, and what may be done with it here."""

    id: str
    title: str
    # Number and name, for where it is clear that they are a container's.
    short: str
    detail: str
    href: str
    name: str
    first: bool
    last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list or map with its entries and the button that adds one; `full` is the reason why it may not."""

    kind: Literal["rows", "entries", "links"]
    name: str
    id: str
    pointer: str
    label: str
    rows: tuple[RowView, ...] = ()
    entries: tuple[EntryView, ...] = ()
    links: tuple[LinkView, ...] = ()
    # How many entries there are besides, for which a screen has no room.
    unshown: int = 0
    add_label: str
    full: str
    room: str
    help: str = ""
    example: str = ""
    where: str = ""
    notes: tuple[Note, ...] = ()
    # The group around it has the same title, so that its own is only for who does not see that.
    bare: bool = False
    # Of a map that the person may change.
    editor: EditorView | None = None
    # The form has set it for good: no entry is added, moved or taken away.
    fixed: bool = False

    @property
    def described(self) -> str:
        """The ids of the texts that describe the whole list."""
        parts = [("help", self.help), *((f"note-{number}", "there") for number in range(len(self.notes)))]
        return " ".join(f"{self.id}-{part}" for part, there in parts if there)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """What is said of a structure that has no control of its own, and the button that goes with it, if one does; `id` is
    where the error summary leads."""

    id: str
    notes: tuple[Note, ...]
    act: str = ""
    act_label: str = ""
    kind: Literal["note"] = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrayView:
    """Something that the request has and the form has no control for."""

    id: str
    pointer: str
    label: str
    json: str
    notes: tuple[Note, ...]
    remove: str
    kind: Literal["stray"] = "stray"


Item: TypeAlias = FieldView | ListView | NoteView | StrayView


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """What is asked for together. `more` is folded away under "More settings", whose summary names what is inside."""

    title: str
    intro: str = ""
    items: tuple[Item, ...] = ()
    more: tuple[Item, ...] = ()
    more_names: str = ""
    parts: tuple[FieldView, ...] = ()
    folded: bool = False
    open: bool = False
