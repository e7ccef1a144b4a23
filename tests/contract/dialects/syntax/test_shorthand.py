"""Is the shorthand of the AWS CLI read as its documents describe it?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.contract.dialects.syntax.shorthand import parse
from models_ui.contract.dialects.written import Items, Members, Reference, Scalar, Written
from models_ui.contract.loader import NotReadable


def plain(value: Written | None) -> Any:
    """Return what Python calls a value; a reference is what it says in angle brackets."""
    match value:
        case Members():
            return {entry.name: plain(entry.value) for entry in value.entries}
        case Items():
            return [plain(item) for item in value.items]
        case Scalar():
            return value.value
        case Reference():
            return f"<{value.text}>"
        case None:
            return None


@pytest.mark.parametrize(("text", "value"), [
    ("a=b", {"a": "b"}), ("a=", {"a": ""}), ("a=b,c=d", {"a": "b", "c": "d"}), ("a=b,c", {"a": ["b", "c"]}),
    ("a=b,c,d=e", {"a": ["b", "c"], "d": "e"}), ("a=[b,c],d=[]", {"a": ["b", "c"], "d": []}), ("a={b=c,d={e=f}}", {"a": {"b": "c", "d": {"e": "f"}}}),
    ("a={}", {"a": {}}), ("a=[{b=c},{d=e}]", {"a": [{"b": "c"}, {"d": "e"}]}), ('a="b,c",d=\'e=f\'', {"a": "b,c", "d": "e=f"}),
    ("a=b\\,c", {"a": "b,c"}), ('a="b\\"c"', {"a": 'b"c'}), ("a = b , c = d", {"a": "b ", "c": "d"}), ("a={ b = c }", {"a": {"b": "c"}}),
    ("a=http://b/c=d", {"a": "http://b/c=d"}), ("a@=file://b", {"a": "<a file>"}), ("a=b=c", {"a": "b=c"}), ("plain", None), ("", None),
    ("a=[b]", {"a": ["b"]}), ("a=x{y}", {"a": "x{y}"}),
])  # fmt: skip
def test_shorthand_is_read(text: str, value: Any) -> None:
    assert plain(parse(text, 1)) == value


@pytest.mark.parametrize("text", ["a={b=c", "a=[b", "a={b}", "a={b=c}d", "a=[b]c", "a=" + "{a=" * 70 + "}" * 70])
def test_what_is_broken_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(NotReadable, match="Line 7: "):
        parse(text, 7)
