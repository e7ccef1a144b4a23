"""Is there one text for one value?"""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given

from models_ui.contract.canonical import canonical, digest
from models_ui.contract.json_types import Json
from tests.contract.json_values import VALUES


def backwards(value: Json) -> Json:
    """Return the value with the members of each object in the other order."""
    if isinstance(value, dict):
        return {name: backwards(item) for name, item in reversed(value.items())}
    return [backwards(item) for item in value] if isinstance(value, list) else value


@given(VALUES)
def test_what_was_read_back_has_the_same_bytes(value: Json) -> None:
    assert canonical(json.loads(canonical(value))) == canonical(value)


@given(VALUES)
def test_the_order_of_members_does_not_matter(value: Json) -> None:
    assert canonical(backwards(value)) == canonical(value)


def test_the_order_of_items_matters() -> None:
    assert canonical([1, 2]) != canonical([2, 1])


def test_true_is_not_one() -> None:
    assert canonical(True) != canonical(1)  # noqa: FBT003 - a value, not a switch


def test_the_example_of_the_rfc() -> None:
    value: Json = {"numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 1e-27], "literals": [None, True, False]}

    assert canonical(value) == (b'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}')


def test_names_are_sorted_by_their_utf16() -> None:
    assert canonical({"\ufb33": 1, "😀": 2}) == '{"😀":2,"\ufb33":1}'.encode()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value: Json) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical(value)


def test_the_digest_is_the_sha256_of_the_bytes() -> None:
    assert (
        digest(b"{}")
        == hashlib.sha256(b"{}").hexdigest()
        == ("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
    )
