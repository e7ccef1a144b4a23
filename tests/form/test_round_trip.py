"""Does a page that nobody touched leave its request as it is?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from models_ui.contract.json_types import Document
from tests.corpus import CASES
from tests.form import browser, generated

SEEDS = range(0, 2000, 100)


@pytest.mark.parametrize("first", SEEDS)
def test_post_of_untouched_pages_changes_nothing(first: int) -> None:
    for seed in range(first, first + 100):
        before = generated.request(seed)
        document, said = before, list[str]()
        for name in browser.names(before):
            applied = browser.posted(document, name, browser.controls(document, name))
            document, said = applied.document, [*said, *applied.said]
        assert (json.dumps(document), said) == (json.dumps(before), []), seed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_post_of_untouched_pages_leaves_a_real_request_as_it_is(case: dict[str, Any]) -> None:
    document, said = case["request"], list[str]()
    for name in browser.names(document):
        applied = browser.posted(document, name, browser.controls(document, name))
        document, said = applied.document, [*said, *applied.said]
    assert (json.dumps(document), said) == (json.dumps(case["request"]), [])


def test_generated_requests_have_what_is_hard_to_keep() -> None:
    requests = [generated.request(seed) for seed in range(2000)]
    texts = json.dumps(requests)
    wanted = ('"Environment": {}', '"None"', '"\\nfirst"', "a\\r\\nb", '"Bogus"', "null", '"Containers": []')
    assert [text for text in wanted if text not in texts] == []
    lengths = [len(listed) for request in requests if isinstance(listed := request.get("Containers"), list)]
    assert lengths.count(1) > 100


@pytest.mark.parametrize("text", generated.TEXTS)
@pytest.mark.parametrize("place", ["value", "key"])
def test_variable_of_any_text_survives_its_page(text: str, place: str) -> None:
    document: Document = {"PrimaryContainer": {"Environment": {text: "v"} if place == "key" else {"A": text}}}
    assert browser.posted(document, "container", browser.controls(document, "container")).document == document


@pytest.mark.parametrize("text", generated.TEXTS)
def test_single_value_of_any_text_survives_its_page(text: str) -> None:
    document: Document = {"ModelName": text}
    assert browser.posted(document, "basics", browser.controls(document, "basics")).document == document
