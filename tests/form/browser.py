"""What would a browser post of a page that it was given? A reader of HTML forms after the HTML standard, as far as ours go."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.template.loader import render_to_string

from models_ui.contract.json_types import Document
from models_ui.form import fields, operation, posting
from models_ui.form.layouts.pieces import Layout
from models_ui.form.steps import step_named, steps

Attributes = list[tuple[str, str | None]]


@dataclass
class Element:
    """A start tag and its attributes."""

    tag: str
    attributes: dict[str, str]


@dataclass
class Reader(HTMLParser):
    """Reads the controls of a page, and every element with its attributes."""

    controls: dict[str, str] = field(default_factory=dict)
    elements: list[Element] = field(default_factory=list)
    _select: str | None = None
    _area: str | None = None
    _text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, found))
        if tag == "input" and found.get("type") == "radio":
            if "checked" in found:
                self.controls[found["name"]] = found["value"]
        elif tag == "input":
            self.controls[found["name"]] = found["value"].replace("\n", "")
        elif tag == "select":
            self._select = found["name"]
        elif tag == "option" and self._select and (self._select not in self.controls or "selected" in found):
            self.controls[self._select] = found["value"]
        elif tag == "textarea":
            self._area, self._text = found["name"], ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            self.controls[self._area] = self._text.removeprefix("\n")
            self._area = None
        elif tag == "select":
            self._select = None


def html(
    document: Document, name: str, *, masked: frozenset[str] = frozenset(), layout: Layout = operation.WIZARD
) -> str:
    """Return the markup of one step, without findings."""
    step = step_named(document, name, layout)
    assert step is not None
    return render_to_string("form/_groups.html", {"groups": fields.page(document, step, (), masked=masked)})


def read(markup: str) -> Reader:
    """Return what a browser makes of a page: it turns every line ending into a newline before it reads on."""
    reader = Reader()
    reader.feed(markup.replace("\r\n", "\n").replace("\r", "\n"))
    reader.close()
    return reader


def controls(
    document: Document, name: str, *, masked: frozenset[str] = frozenset(), layout: Layout = operation.WIZARD
) -> dict[str, str]:
    """Return what a browser would post of a step that nobody touched."""
    found = read(html(document, name, masked=masked, layout=layout)).controls
    return {key: value.replace("\n", "\r\n") for key, value in found.items()}


def posted(
    document: Document,
    name: str,
    post: dict[str, str] | None = None,
    *,
    layout: Layout = operation.WIZARD,
    **changes: str,
) -> posting.Applied:
    """Return what a post of a step makes of a request. Underscores in the names of changes stand for nothing."""
    step = step_named(document, name, layout)
    assert step is not None
    return posting.apply(document, step, {**(post or {}), **changes})


def names(document: Document, layout: Layout = operation.WIZARD) -> list[str]:
    """Return the names of the steps."""
    return [step.name for step in steps(document, layout)]
