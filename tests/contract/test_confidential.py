"""Does a mark stay with its value?"""

from __future__ import annotations

import json
from typing import Any

from models_ui.contract.confidential import Confidential, followed, marked, marks, plain

DOCUMENT: dict[str, Any] = {
    "PrimaryContainer": {"Environment": {"PIN": "1234", "MODE": "fast", "COUNT": 4}},
    "Containers": [{"Environment": {"a/b": "x"}}],
}
PIN = "/PrimaryContainer/Environment/PIN"


def test_marked_document_is_equal_to_the_plain_one() -> None:
    after = marked(DOCUMENT, [PIN])
    assert after == DOCUMENT
    assert json.dumps(after) == json.dumps(DOCUMENT)


def test_original_stays_unmarked() -> None:
    marked(DOCUMENT, [PIN])
    assert marks(DOCUMENT) == []


def test_marks_are_found_where_they_were_put() -> None:
    places = ["/Containers/0/Environment/a~1b", PIN]
    assert sorted(marks(marked(DOCUMENT, places))) == places


def test_what_is_no_text_of_an_environment_is_never_marked() -> None:
    places = [
        "",
        "/PrimaryContainer",
        "/PrimaryContainer/Environment/COUNT",
        "/Gone/0",
        "/PrimaryContainer/Environment/X",
    ]
    assert marks(marked(DOCUMENT, places)) == []


def test_plain_document_has_no_marked_text() -> None:
    after: Any = plain(marked(DOCUMENT, [PIN]))
    assert not isinstance(after["PrimaryContainer"]["Environment"]["PIN"], Confidential)
    assert after == DOCUMENT


def test_mark_follows_its_text_into_a_document_that_nobody_explains() -> None:
    after: dict[str, Any] = {"Containers": [{"Environment": {"A": "1234", "MODE": "fast"}}]}
    assert followed(DOCUMENT, [PIN], after) == ["/Containers/0/Environment/A"]


def test_mark_stays_at_its_place_when_the_text_is_another() -> None:
    assert followed(DOCUMENT, [PIN], {"PrimaryContainer": {"Environment": {"PIN": "9", "B": ""}}}) == [PIN]
