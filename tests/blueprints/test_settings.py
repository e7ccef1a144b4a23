"""Does the form of one field say what the document has, and store what was filled in?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.blueprints import settings
from models_ui.blueprints.homes import Raw, concrete
from models_ui.blueprints.settings import Kind, Row, Settings
from models_ui.contract import create_model
from models_ui.contract.tree import at

IMAGE = "/PrimaryContainer/Image"
MODE = "/InferenceExecutionConfig/Mode"
SECONDS = "/PrimaryContainer/ContainerMetricsConfig/MetricsEndpoints/*/MetricPublishFrequencyInSeconds"
PLACES = (IMAGE, MODE, SECONDS, "/EnableNetworkIsolation", "/VpcConfig", "/VpcConfig/Subnets", "/Tags")

TEXTS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=8)
LINES = st.lists(TEXTS, min_size=1, max_size=3)
ENDS = st.tuples(st.integers(0, 9), st.integers(9, 30)).map(list)
LABELLED = st.fixed_dictionaries({"value": TEXTS, "label": TEXTS})
BY_FACTS = st.fixed_dictionaries({"image": st.fixed_dictionaries({"family": TEXTS})}, optional={"label": TEXTS})
VALUES: dict[str, st.SearchStrategy[Any]] = {
    IMAGE: TEXTS | st.sampled_from(["{team}-churn", '{"not": "read"}', "two\nlines"]),
    MODE: st.sampled_from(["Serial", "Direct"]),
    SECONDS: st.integers(-5, 300),
    "/EnableNetworkIsolation": st.booleans(),
    "/VpcConfig": st.fixed_dictionaries({"Subnets": LINES}),
    "/VpcConfig/Subnets": LINES,
    "/Tags": st.lists(st.fixed_dictionaries({"Key": TEXTS, "Value": TEXTS}), min_size=1, max_size=2),
}
LIMITS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    IMAGE: {
        "choices": st.lists(TEXTS | LABELLED | BY_FACTS, min_size=1),
        "prefixes": LINES,
        "globs": LINES,
        "length": ENDS,
    },
    MODE: {"choices": st.sampled_from([["Serial"], ["Direct"], [{"value": "Serial", "label": "One by one"}]])},
    SECONDS: {"range": ENDS, "choices": st.lists(st.integers(1, 300), min_size=1, max_size=3)},
    "/VpcConfig/Subnets": {"count": ENDS, "includes": LINES},
    "/Tags": {"count": ENDS, "includes": VALUES["/Tags"]},
}


def kind(place: str) -> Kind:
    """Return what may be set of a place."""
    node = at(create_model.tree(), concrete(place))
    assert node
    return settings.kind_of(node)


@st.composite
def fields(draw: st.DrawFn) -> tuple[str, Raw]:
    """A place, and a field of it as a document has it."""
    place = draw(st.sampled_from(PLACES))
    words = {word: TEXTS for word in settings.WORDS}
    field: Raw = draw(st.fixed_dictionaries({}, optional={"show": st.sampled_from(["hidden"]), **words}))
    if draw(st.booleans()):
        field["value"] = draw(VALUES[place])
    if draw(st.booleans()):
        field["locked"] = True
    if ("value" in field or "locked" not in field) and draw(st.booleans()):
        field["required"] = True
    limit = draw(st.fixed_dictionaries({}, optional=LIMITS.get(place, {})))
    return place, {**field, **({"limit": limit} if limit else {})}


def controls(shown: Settings) -> dict[str, list[str]]:
    """Return what a browser posts of these settings."""
    sent = {name: getattr(shown, name) for name in ("mode", "value", "prefixes", "globs", "least", "most", "includes")}
    sent |= dict(shown.words) | {name: "on" for name in ("hidden", "required") if getattr(shown, name)}
    for number, row in enumerate(shown.rows):
        sent |= {f"choice.{number}.value": row.value, f"choice.{number}.label": row.label}
        sent |= {f"choice.{number}.on": "on"} if row.on else {}
    return {name: [text.replace("\n", "\r\n")] for name, text in sent.items()}


@given(fields())
def test_saving_what_is_shown_changes_nothing(found: tuple[str, Raw]) -> None:
    place, field = found
    shown = settings.settings_of(kind(place), field)
    again = settings.posted(kind(place), controls(shown))

    assert settings.read(kind(place), again, field) == (field, [])


def test_field_that_is_not_on_the_form_shows_no_settings() -> None:
    shown = settings.settings_of(kind(MODE), None)

    assert (shown.mode, shown.rows) == ("off", (Row("Serial"), Row("Direct")))
    assert settings.read(kind(MODE), shown) == (None, [])


@pytest.mark.parametrize(
    ("place", "sent", "field"),
    [
        (IMAGE, {"mode": "ask"}, {}),
        (IMAGE, {"mode": "surprise"}, {}),
        (IMAGE, {"mode": "ask", "value": "kept back", "required": "on"}, {"required": True}),
        (IMAGE, {"mode": "absent", "hidden": "on", "required": "on"}, {"show": "hidden", "locked": True}),
        (IMAGE, {"mode": "locked", "value": " a:1 "}, {"value": "a:1", "locked": True}),
        (IMAGE, {"mode": "preset", "value": "{team}:1"}, {"value": "{team}:1"}),
        (IMAGE, {"mode": "ask", "least": "3"}, {"limit": {"length": [3, 255]}}),
        (
            IMAGE,
            {"mode": "ask", "prefixes": "s3://a/\r\n\r\n s3://b/ "},
            {"limit": {"prefixes": ["s3://a/", "s3://b/"]}},
        ),
        (SECONDS, {"mode": "locked", "value": "60"}, {"value": 60, "locked": True}),
        ("/EnableNetworkIsolation", {"mode": "locked", "value": "true"}, {"value": True, "locked": True}),
        ("/VpcConfig/Subnets", {"mode": "locked", "value": "a\nb"}, {"value": ["a", "b"], "locked": True}),
        (
            "/Tags",
            {"mode": "ask", "includes": "team = {team}"},
            {"limit": {"includes": [{"Key": "team", "Value": "{team}"}]}},
        ),
        ("/VpcConfig", {"mode": "locked", "value": '{"Subnets": []}'}, {"value": {"Subnets": []}, "locked": True}),
        (MODE, {"mode": "ask", "choice.1.on": "on"}, {"limit": {"choices": ["Direct"]}}),
    ],
)
def test_post_means_what_it_says(place: str, sent: dict[str, str], field: Raw) -> None:
    shown = settings.posted(kind(place), {name: [text] for name, text in sent.items()})

    assert settings.read(kind(place), shown) == (field, [])


@pytest.mark.parametrize(
    ("place", "sent", "control", "words"),
    [
        (IMAGE, {"mode": "preset"}, "value", "Write the value"),
        (IMAGE, {"mode": "preset", "value": '{"image": 1'}, "value", "Line 1"),
        (
            IMAGE,
            {"mode": "ask", "choice.2.label": "The good one", "choice.2.value": ""},
            "choice.0.value",
            "these words",
        ),
        (IMAGE, {"mode": "ask", "least": "many"}, "least", "whole number"),
        (IMAGE, {"mode": "ask", "least": "9", "most": "3"}, "most", "9 or more"),
        (SECONDS, {"mode": "ask", "choice.0.value": "often"}, "choice.0.value", "whole number"),
        (SECONDS, {"mode": "ask", "most": "9" * 40}, "most", "whole number"),
        (SECONDS, {"mode": "locked", "value": "often"}, "value", "whole number"),
        ("/EnableNetworkIsolation", {"mode": "locked", "value": "maybe"}, "value", "Yes or No"),
        ("/Tags", {"mode": "locked", "value": "team"}, "value", "“team”"),
        ("/Tags", {"mode": "ask", "includes": "= risk"}, "includes", "key = value"),
        ("/VpcConfig", {"mode": "locked", "value": "subnet-1"}, "value", "as JSON"),
        (MODE, {"mode": "ask"}, "choice.0.on", "at least one"),
    ],
)
def test_post_that_means_nothing_is_told_at_its_control(
    place: str, sent: dict[str, str], control: str, words: str
) -> None:
    shown = settings.posted(kind(place), {name: [text] for name, text in sent.items()})
    (problem,) = settings.read(kind(place), shown).problems

    assert problem.control == control
    assert words in problem.sentence


def test_limit_that_no_form_asks_for_is_kept() -> None:
    before = {"limit": {"globs": ["a*"], "count": [1, 2]}}
    shown = settings.settings_of(kind("/EnableNetworkIsolation"), before)

    assert settings.read(kind("/EnableNetworkIsolation"), shown, before).field == before


def test_empty_text_is_a_value_of_a_variable() -> None:
    node = at(create_model.tree(), "/PrimaryContainer/Environment/HF_TASK")
    assert node
    shown = Settings(mode="locked")

    assert settings.read(settings.kind_of(node, in_map=True), shown).field == {"value": "", "locked": True}
