"""Do the templates draw what a browser, a screen reader and the error summary rely on?"""

from __future__ import annotations

from collections import Counter

import pytest
from django.template.loader import render_to_string

from models_ui.contract import create_model
from models_ui.contract.json_types import Document
from models_ui.form import fields, names
from models_ui.form.steps import step_of, steps
from tests.form import browser, generated

CONTROLS = ("input", "select", "textarea")


def drawn(seed: int) -> list[browser.Reader]:
    """Return the screens of a request with everything that is wrong with it."""
    document = generated.request(seed, wrong=0.1)
    findings = create_model.check(document)
    return [
        browser.read(render_to_string("form/_groups.html", {"groups": fields.page(document, step, findings)}))
        for step in steps(document)
    ]


@pytest.mark.parametrize("seed", range(25))
def test_every_id_is_there_once_and_every_reference_leads_to_one(seed: int) -> None:
    for screen in drawn(seed):
        ids = Counter(element.attributes["id"] for element in screen.elements if "id" in element.attributes)
        wanted = [
            place
            for element in screen.elements
            for attribute in ("for", "aria-describedby", "aria-labelledby")
            for place in element.attributes.get(attribute, "").split()
        ]
        assert [place for place, count in ids.items() if count > 1] == []
        assert [place for place in wanted if place not in ids] == []


@pytest.mark.parametrize("seed", range(25))
def test_every_control_has_a_label_and_says_its_place(seed: int) -> None:
    for screen in drawn(seed):
        labelled = {
            element.attributes["for"]
            for element in screen.elements
            if element.tag == "label" and "for" in element.attributes
        }
        fields = [
            element.attributes
            for element in screen.elements
            if element.tag in CONTROLS and element.attributes.get("type") != "radio"
        ]
        assert [field["name"] for field in fields if field["id"] not in labelled] == []
        assert [
            field["name"] for field in fields if "data-pointer" not in field and not field["name"].startswith("ask.")
        ] == []


@pytest.mark.parametrize("seed", range(25))
def test_error_summary_leads_to_something_on_the_page(seed: int) -> None:
    document = generated.request(seed, wrong=0.1)
    findings = create_model.check(document)
    for step, screen in zip(steps(document), drawn(seed), strict=True):
        ids = {element.attributes.get("id") for element in screen.elements}
        here = [finding for finding in findings if step_of(document, finding.pointer).name == step.name]
        exact = [finding.pointer for finding in here if names.control_id(finding.pointer) in ids]
        assert [
            f.pointer for f in here if f.pointer not in exact and "Bogus" not in f.pointer and not below(f.pointer, ids)
        ] == []


def below(pointer: str, ids: set[str | None]) -> bool:
    """Say whether a place lies in something that has no control and is shown as a whole."""
    above = pointer
    while above:
        above = above.rpartition("/")[0]
        if names.control_id(above) in ids:
            return True
    return False


def test_controls_look_as_the_look_wants_them() -> None:
    document: Document = {"ModelName": "a b", "PrimaryContainer": {"Environment": {"A": "1"}}}
    markup = browser.html(document, "container")
    assert 'class="input input-code" type="text" id="PrimaryContainer.Image" name="PrimaryContainer.Image"' in markup
    assert '<label class="hidden-text" for="PrimaryContainer.Environment.A">Key 1</label>' in markup
    assert '<span class="hidden-text">Remove A</span>' in markup


def test_markup_has_no_script_no_style_and_no_handler() -> None:
    markup = "".join(browser.html(generated.request(seed), name) for seed in range(20) for name in ("basics", "tags"))
    assert [word for word in ("<script", "style=", " onclick", "hx-on", "javascript:") if word in markup] == []


def test_text_area_keeps_a_first_newline() -> None:
    document: Document = {"PrimaryContainer": {"Environment": {"A": "\n\nx"}}}
    assert browser.controls(document, "container")["PrimaryContainer.Environment.0.value"] == "\r\n\r\nx"


def test_wrong_control_is_marked_and_a_needed_one_is_required() -> None:
    document: Document = {"Tags": [{"Key": "", "Value": "x"}]}
    findings = create_model.check(document)
    step = steps(document)[-1]
    screen = browser.read(render_to_string("form/_groups.html", {"groups": fields.page(document, step, findings)}))
    key, value = (
        next(e.attributes for e in screen.elements if e.attributes.get("name") == f"Tags.0.{name}")
        for name in ("Key", "Value")
    )
    assert (key.get("aria-invalid"), "required" in key) == ("true", True)
    assert (value.get("aria-invalid"), "required" in value) == (None, False)
