"""Does an envelope keep what is approved: operation, target, request?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from models_ui.contract.canonical import canonical, digest
from models_ui.contract.envelopes import Target, envelope, open_envelope

TARGET = Target(account="123456789012", region="us-east-1", role=None)
REQUEST = {"ModelName": "churn-1"}


def sealed(target: Target = TARGET) -> bytes:
    """Return the bytes of an envelope."""
    return canonical(envelope(operation="CreateModel", target=target, request=dict(REQUEST)))


def test_the_bytes_are_these() -> None:
    assert sealed() == (
        b'{"operation":"CreateModel","request":{"ModelName":"churn-1"},'
        b'"target":{"account":"123456789012","region":"us-east-1","role":null}}'
    )


def test_an_opened_envelope_holds_what_was_put_in() -> None:
    assert open_envelope(sealed().decode()) == ("CreateModel", TARGET, REQUEST)


@pytest.mark.parametrize(
    "change", [{"account": "210987654321"}, {"region": "eu-west-1"}, {"role": "arn:aws:iam::1:role/a"}]
)
def test_the_same_request_elsewhere_has_another_digest(change: dict[str, str]) -> None:
    assert digest(sealed(replace(TARGET, **change))) != digest(sealed())


@pytest.mark.parametrize("text", ["{}", "[]", "null", '{"operation": "x", "target": {}, "request": {}}', "no JSON"])
def test_no_other_text_opens(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        open_envelope(text)
