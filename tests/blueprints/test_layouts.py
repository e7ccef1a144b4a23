"""The form that a blueprint makes: nothing that it hides or fixes is lost or changed, and without limits it is the wizard."""

from __future__ import annotations

import json
import re
from random import Random

import pytest

from models_ui.blueprints.document import read
from models_ui.blueprints.layouts import layout, told
from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from models_ui.form import designed, summary
from models_ui.form.layouts.pieces import Layout
from models_ui.form.steps import steps
from tests.blueprints import generated as forms
from tests.form import browser, generated

SEEDS = range(0, 300, 50)
TEXTS = ("", "typed", "true", "s3://elsewhere/", "a", "60")


def form(seed: int) -> Layout:
    return layout(read(forms.blueprint(seed)))


@pytest.mark.parametrize("first", SEEDS)
def test_post_of_untouched_pages_changes_nothing(first: int) -> None:
    for seed in range(first, first + 50):
        before, made = generated.request(seed), form(seed)
        document, said = before, list[str]()
        for name in browser.names(before, made):
            applied = browser.posted(document, name, browser.controls(document, name, layout=made), layout=made)
            document, said = applied.document, [*said, *applied.said]
        assert (json.dumps(document), said) == (json.dumps(before), []), seed


def leaves(value: Json, pointer: str = "") -> dict[str, Json]:
    """Return every place of a request with its value; an empty part is one."""
    if isinstance(value, dict) and value:
        return {
            place: leaf
            for name, member in value.items()
            for place, leaf in leaves(member, pointer + pointers.join(name)).items()
        }
    if isinstance(value, list) and value:
        return {
            place: leaf
            for index, entry in enumerate(value)
            for place, leaf in leaves(entry, f"{pointer}/{index}").items()
        }
    return {pointer: value}


def closed(document: Document, made: Layout) -> dict[str, Json]:
    """Return what a request holds that nobody may change; who takes an entry of a list away takes its parts along."""
    return {
        place: value
        for place, value in leaves(document).items()
        if is_closed(made, place) and is_closed(made, outermost(place)) and not any(made.own.below(place))
    }


def is_closed(made: Layout, place: str) -> bool:
    return designed.is_hidden(made, place) or designed.is_fixed(made, place)


def outermost(place: str) -> str:
    """Return the first list on the way to a place, else the place itself."""
    return re.split(r"/\d+(?=/|$)", place, maxsplit=1)[0]


def crafted(document: Document, random: Random) -> dict[str, str]:
    """Return a post that reaches for everything, shown or not."""
    names = [place.removeprefix("/").replace("/", ".") for place in leaves(document)]
    parts = [name.rpartition(".")[0] for name in names]
    names += [key for name in browser.names(document) for key in browser.controls(document, name)]
    post = {name: random.choice(TEXTS) for name in names if random.random() < 0.5}
    post |= {f"{part}.present": random.choice(["false", "true"]) for part in parts if part and random.random() < 0.2}
    return post


@pytest.mark.parametrize("first", SEEDS)
def test_no_post_changes_what_a_form_hides_or_fixes(first: int) -> None:
    for seed in range(first, first + 50):
        random, before, made = Random(seed), generated.request(seed, wrong=0), form(seed)
        kept, post = closed(before, made), crafted(before, random)
        document = before
        for name in browser.names(before, made):
            if name in browser.names(document, made):
                document = browser.posted(document, name, post, layout=made).document
        after = leaves(document)
        assert {place: after.get(place, "gone") for place in kept} == kept, seed


@pytest.mark.parametrize("first", SEEDS)
def test_no_button_takes_away_what_a_form_hides_or_fixes(first: int) -> None:
    for seed in range(first, first + 50):
        random, before, made = Random(seed), generated.request(seed, wrong=0), form(seed)
        kept = {place: value for place, value in closed(before, made).items() if not place.startswith("/Containers/")}
        names = [place.rpartition("/")[0].removeprefix("/").replace("/", ".") for place in leaves(before)]
        for verb in ("remove", "add", "up", "down", "remove-unshown"):
            target = random.choice(names)
            for name in browser.names(before, made):
                post = {"action": f"{verb}:{target}"}
                after = leaves(browser.posted(before, name, post, layout=made).document)
                assert {place: after.get(place, "gone") for place in kept} == kept, (seed, post)


@pytest.mark.parametrize("first", SEEDS)
def test_everything_that_a_request_holds_is_told_once(first: int) -> None:
    for seed in range(first, first + 50):
        document = generated.request(seed)
        cards = summary.cards(document, layout=told(read(forms.blueprint(seed))))
        wizard = summary.cards(document)
        held = [row.pointer for card in wizard for row in card.rows if row.text is not None and row.pointer]
        found = [row.pointer for card in cards for row in card.rows if row.text is not None and row.pointer]
        assert set(held) <= set(found), seed


EVERYTHING = layout(read(forms.everything()))
NAMES_ALONE = layout(
    read({**forms.everything(), "fields": {"/ModelName": {}}, "steps": [forms.step("model", ["/ModelName"])]})
)
COUNTERPARTS = {"basics": ["model"], "containers": ["order", "model"], "container": ["one"], "access": ["access"]}


def counterparts(name: str, made: Layout) -> list[str]:
    """Return the screens of a form that show what a screen of the wizard shows."""
    if made is NAMES_ALONE:
        return ["model", "more-basics"] if name == "basics" else [f"more-{name}"]
    return COUNTERPARTS.get(name) or [name.replace("container", "part")]


def typed(document: Document, name: str, random: Random) -> dict[str, str]:
    """Return what somebody may post of a screen of the wizard who changes some controls."""
    post = browser.controls(document, name)
    changed = {key: random.choice(TEXTS) for key in post if not key.startswith("ask.") and random.random() < 0.4}
    return {**post, **changed}


@pytest.mark.parametrize("made", [EVERYTHING, NAMES_ALONE])
@pytest.mark.parametrize("first", SEEDS)
def test_form_of_everything_is_the_wizard(first: int, made: Layout) -> None:
    for seed in range(first, first + 50):
        random, before = Random(seed), generated.request(seed)
        for name in browser.names(before):
            post = typed(before, name, random)
            document = before
            for other in counterparts(name, made):
                if other in browser.names(document, made):
                    document = browser.posted(document, other, post, layout=made).document
            assert document == browser.posted(before, name, post).document, (seed, name)


def test_form_of_everything_shows_every_control_of_the_wizard() -> None:
    for seed in range(60):
        document = generated.request(seed)
        wizard = {key for name in browser.names(document) for key in browser.controls(document, name)}
        found = {
            key
            for name in browser.names(document, EVERYTHING)
            for key in browser.controls(document, name, layout=EVERYTHING)
        }
        assert {key for key in wizard - found if not key.endswith(".present")} == set(), seed


def test_nothing_is_left_for_the_ordinary_screens_of_a_form_of_everything() -> None:
    assert [step.name for step in steps({}, EVERYTHING) if step.behind] == []
