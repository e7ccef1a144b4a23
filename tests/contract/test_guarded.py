"""Is a secret hidden, whoever says that it is one?"""

from __future__ import annotations

from typing import Any

from models_ui.contract.confidential import Confidential
from models_ui.contract.guarded import Guarded

DOCUMENT: dict[str, Any] = {
    "PrimaryContainer": {"Environment": {"PIN": "123456", "HF_TOKEN": "abc", "MODE": "fast", "E": ""}}
}
PLACE = "/PrimaryContainer/Environment/"


def test_detected_and_marked_values_are_secret() -> None:
    assert Guarded(DOCUMENT, [PLACE + "PIN"]).secrets == {PLACE + "PIN", PLACE + "HF_TOKEN"}


def test_mark_without_a_value_hides_nothing() -> None:
    assert Guarded(DOCUMENT, [PLACE + "E", PLACE + "GONE", "/Gone/0"]).secrets == {PLACE + "HF_TOKEN"}


def test_shown_request_has_no_secret() -> None:
    shown: Any = Guarded(DOCUMENT, [PLACE + "PIN"]).shown
    assert shown["PrimaryContainer"]["Environment"] == {
        "PIN": "(hidden)",
        "HF_TOKEN": "(hidden)",
        "MODE": "fast",
        "E": "",
    }


def test_request_without_secrets_hides_nothing() -> None:
    assert not Guarded({"ModelName": "churn"}).hides


def test_secret_of_another_request_is_veiled_in_any_variable() -> None:
    after: Any = Guarded(DOCUMENT).veiled({"123456", "fast"})
    veiled = {
        name for name, value in after["PrimaryContainer"]["Environment"].items() if isinstance(value, Confidential)
    }
    # What is as short as "fast" may stand there by chance.
    assert veiled == {"PIN", "HF_TOKEN"}


def test_nested_value_is_veiled_as_a_whole() -> None:
    after: Any = Guarded({"PrimaryContainer": {"Environment": {"A": {"b": "c"}}}}).veiled()
    assert after["PrimaryContainer"]["Environment"]["A"] == '{"b": "c"}'
