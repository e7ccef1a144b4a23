"""Is all that does not fit taken out at once, and nothing that does?"""

from __future__ import annotations

from time import thread_time

import pytest

from models_ui.contract.json_types import Document
from models_ui.form import fields
from models_ui.form.steps import step_named
from models_ui.form.views import GroupView, StrayView
from tests.form import browser, generated

SWEEP = {"action": "remove-strays"}


def strays(document: Document, name: str) -> list[StrayView]:
    """Return what a screen shows as not fitting."""
    return [item for group in groups(document, name) for item in group.items if isinstance(item, StrayView)]


def groups(document: Document, name: str) -> list[GroupView]:
    """Return the groups of a screen."""
    step = step_named(document, name)
    assert step
    return fields.page(document, step, ())


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        ({"ModelName": "a", "Bogus": 1, "Other": {}}, "basics", {"ModelName": "a"}),
        ({"ModelName": 7, "Bogus": 1}, "basics", {}),
        ({"Tags": [1, {"Key": "a", "Value": "b"}, None, {"Key": 7}]}, "tags", {"Tags": [{"Key": "a", "Value": "b"}, {}]}),
        ({"Tags": [1, 2]}, "tags", {}),
        ({"PrimaryContainer": {"Image": "a", "Environment": {"A": 1, "B": "2"}}, "Bogus": 1}, "container",
         {"PrimaryContainer": {"Image": "a", "Environment": {"B": "2"}}, "Bogus": 1}),
        ({"Containers": [{"X": 1}, {"Image": "a", "X": 1, "Y": 2}]}, "container-2", {"Containers": [{"X": 1}, {"Image": "a"}]}),
        ({"ModelName": "a"}, "basics", {"ModelName": "a"}),
    ],
)  # fmt: skip
def test_what_does_not_fit_goes_and_the_rest_stays(before: Document, step: str, after: Document) -> None:
    assert browser.posted(before, step, SWEEP).document == after


@pytest.mark.parametrize("seed", range(100))
def test_nothing_is_left_and_what_fits_is_kept(seed: int) -> None:
    before = generated.request(seed, wrong=0.2)
    for name in browser.names(before):
        shown = strays(before, name)
        done = browser.posted(before, name, SWEEP)
        assert bool(done.said) is bool(shown)
        if name in browser.names(done.document):
            assert strays(done.document, name) == []


def test_what_is_typed_with_it_is_kept() -> None:
    done = browser.posted({"Bogus": 1, "Other": 2}, "basics", {**SWEEP, "ModelName": "churn"})
    assert done.document == {"ModelName": "churn"}
    assert done.said == ("All 2 are removed that did not fit.",)


def test_button_counts_them_and_one_alone_has_none() -> None:
    assert "Remove all 2 that do not fit" in browser.html({"A": 1, "B": 2}, "basics")
    assert "that do not fit" not in browser.html({"A": 1}, "basics")


def test_very_many_go_with_one_button_and_soon() -> None:
    before: Document = {f"bogus-{number}": number for number in range(19_000)}
    markup = browser.html(before, "basics")
    assert "Remove all 19,000 that do not fit" in markup
    assert "18,800 more are in the request" in markup
    begun = thread_time()
    assert browser.posted(before, "basics", SWEEP).document == {}
    assert thread_time() - begun < 2
