"""How does somebody get to a name that is free, without typing all of it?"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from models_ui.contract.json_types import Document
from models_ui.form import fields, posting
from models_ui.form.steps import step_named
from models_ui.form.suffixes import Fresh
from models_ui.form.views import FieldView, Offer
from tests.form import browser

FRESH = Fresh(datetime(2026, 11, 25, 10, 42, tzinfo=UTC), 0)
ARTEFACT: Document = {"PrimaryContainer": {"ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz"}}
LONG = "a" * 63


def pressed(before: Document, verb: str, typed: str | None = None, *, fresh: Fresh | None = FRESH) -> posting.Applied:
    """Return what a button beside the name makes of a request, with what was typed before it was pressed."""
    step = step_named(before, "basics")
    assert step is not None
    post = {} if typed is None else {"ModelName": typed}
    return posting.apply(before, step, {**post, "action": f"{verb}:ModelName"}, fresh=fresh)


def control(document: Document) -> FieldView:
    step = step_named(document, "basics")
    assert step is not None
    items = [item for group in fields.page(document, step, ()) for item in group.items]
    return next(item for item in items if isinstance(item, FieldView) and item.name == "ModelName")


def offered(document: Document) -> list[str]:
    return [offer.text for offer in control(document).offers]


@pytest.mark.parametrize(
    ("typed", "verb", "name"),
    [
        ("churn-risk", "stamp", "churn-risk-20261125-1042"),
        ("churn-risk", "random", "churn-risk-2b2b"),
        (" churn-risk\u200b", "random", "churn-risk-2b2b"),
        ("churn-risk-20251125-1042", "stamp", "churn-risk-20261125-1042"),
        ("churn-risk-20251125-1042", "random", "churn-risk-2b2b"),
        ("churn-risk-7f3k", "random", "churn-risk-2b2b"),
        ("churn-risk-7f3k", "stamp", "churn-risk-20261125-1042"),
        ("churn-risk-7f3k", "bare", "churn-risk"),
        ("churn-risk", "bare", "churn-risk"),
        (LONG, "stamp", "a" * 49 + "-20261125-1042"),
        (LONG, "random", "a" * 58 + "-2b2b"),
        ("a" * 48 + "----b", "stamp", "a" * 48 + "-20261125-1042"),
        # What is wrong in it stays for a finding to say.
        ("churn risk", "random", "churn risk-2b2b"),
    ],
)  # fmt: skip
def test_button_makes_a_name_of_what_was_typed(typed: str, verb: str, name: str) -> None:
    applied = pressed({}, verb, typed)
    assert (applied.document, applied.focus) == ({"ModelName": name}, "ModelName")


def test_what_is_cut_is_said() -> None:
    said = ("The name is cut, so that it has at most 63 characters with its suffix.",)
    assert (pressed({}, "random", LONG).said, pressed({}, "random", "a" * 58).said) == (said, ())


def test_suffix_of_no_name_asks_for_one() -> None:
    applied = pressed({}, "stamp", "")
    assert (applied.document, applied.said) == ({}, ("Type a name first. The suffix goes behind it.",))


@pytest.mark.parametrize(("verb", "name"), [("suggest", "churn-7"), ("random", "churn-7-2b2b")])
def test_where_there_is_no_name_the_artefacts_suggest_one(verb: str, name: str) -> None:
    assert pressed(ARTEFACT, verb, "").document == {"ModelName": name, **ARTEFACT}


def test_suggestion_leaves_a_name_that_was_typed() -> None:
    assert pressed(ARTEFACT, "suggest", "fraud").document["ModelName"] == "fraud"


@pytest.mark.parametrize("verb", ["stamp", "random", "bare", "suggest"])
@pytest.mark.parametrize("name", [7, None, ["churn"], {"a": "b"}])
def test_something_else_than_a_text_stays(verb: str, name: Any) -> None:
    assert pressed({"ModelName": name}, verb).document == {"ModelName": name}


@pytest.mark.parametrize("verb", ["stamp", "random", "bare", "suggest"])
def test_nothing_but_the_name_is_coined(verb: str) -> None:
    before: Document = {
        "ModelName": "churn-7f3k",
        "Tags": [{"Key": "a-7f3k", "Value": "b"}],
        "ExecutionRoleArn": "x-7f3k",
    }
    for name, step in (("Tags.0.Key", "tags"), ("ExecutionRoleArn", "access"), ("ModelName", "access")):
        found = step_named(before, step)
        assert found is not None
        assert posting.apply(before, found, {"action": f"{verb}:{name}"}, fresh=FRESH).document == before


def test_without_a_moment_nothing_is_made_up() -> None:
    assert pressed({}, "random", "churn", fresh=None).document == {"ModelName": "churn"}


@pytest.mark.parametrize(
    ("document", "texts"),
    [
        ({}, ["Add date and time", "Add random characters"]),
        (ARTEFACT, ["Use churn-7", "Add date and time", "Add random characters"]),
        ({"ModelName": "x", **ARTEFACT}, ["Add date and time", "Add random characters"]),
        ({"ModelName": "x-7f3k"}, ["Add date and time", "Add random characters", "Take the suffix away"]),
    ],
)
def test_buttons_offer_what_makes_sense(document: Document, texts: list[str]) -> None:
    assert offered(document) == texts


def test_buttons_keep_their_ids() -> None:
    assert control({}).offers[0] == Offer(action="stamp:ModelName", id="ModelName-stamp", text="Add date and time")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", ">0 of 63 characters"),
        ("churn-risk-20261125-1042", ">24 of 63 characters"),
        (LONG, ">63 of 63 characters"),
        (LONG + "aaa", ' data-tone="danger">66 of 63 characters: 3 too many'),
    ],
)
def test_length_is_told_and_warned_of_in_words(name: str, told: str) -> None:
    document: Document = {"ModelName": name} if name else {}
    markup = browser.html(document, "basics")
    assert f'<p class="length" id="ModelName-count" data-counts="ModelName" data-most="63"{told}</p>' in markup


def test_only_the_name_is_counted() -> None:
    document: Document = {"ModelName": "x", "ExecutionRoleArn": "y", "PrimaryContainer": {"Image": "z"}}
    steps = browser.names(document)
    assert "".join(browser.html(document, step) for step in steps).count("data-counts") == 1
