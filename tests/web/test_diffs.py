"""Does a page tell two requests apart without giving a secret away?"""

from __future__ import annotations

from typing import Any

from models_ui.contract.diff_rows import Group
from models_ui.contract.guarded import Guarded
from models_ui.web import diffs
from tests.factories import IMAGE, request


def groups(before: dict[str, Any], after: dict[str, Any]) -> list[Group]:
    """Return the difference of two requests of which nothing is marked."""
    return diffs.groups(Guarded(before), Guarded(after))


def told(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str, str, str, str]]:
    """Return title, pointer, kind, old and new of each row."""
    return [
        (group.title, row.pointer, row.kind, row.old, row.new) for group in groups(before, after) for row in group.rows
    ]


def environment(**variables: str) -> dict[str, Any]:
    """Return a request with these environment variables."""
    return request("churn-1", PrimaryContainer={"Image": IMAGE, "Environment": variables})


def test_equal_requests_do_not_differ() -> None:
    assert groups(request("churn-1"), request("churn-1")) == []


def test_rows_stand_under_the_screen_that_asks_for_them() -> None:
    ((title, pointer, kind, old, new),) = told(request("churn-1"), request("churn-2"))

    assert (title, pointer, kind) == ("Basics", "/ModelName", "changed")
    assert (old, new) == ("churn-1", "churn-2")


def test_groups_stand_in_the_order_of_the_form() -> None:
    before = {"Tags": [], **request("churn-1")}
    after = request("churn-2", Tags=[{"Key": "team", "Value": "risk"}], EnableNetworkIsolation=True)
    titles = [group.title for group in groups(before, after)]

    assert titles[0] == "Basics"
    assert titles[-1] == "Tags"


def test_own_tag_is_no_difference() -> None:
    before, after = (request("churn-1", Tags=[{"Key": "models-ui:submission", "Value": f"x.{n}"}]) for n in (1, 2))

    assert groups(before, after) == []


def test_whole_tag_is_told_by_its_key_and_value() -> None:
    (group,) = groups({**request("churn-1"), "Tags": []}, request("churn-1", Tags=[{"Key": "team", "Value": "risk"}]))
    (row,) = group.rows

    assert (row.label, row.kind, row.new) == ("Tag team", "added", "risk")


def test_changed_secret_is_told_and_hidden() -> None:
    ((_, _, kind, old, new),) = told(environment(HF_TOKEN="hf_one"), environment(HF_TOKEN="hf_two"))

    assert (kind, old, new) == ("changed", "(hidden)", "(hidden)")


def test_secret_is_hidden_inside_a_container_that_was_added() -> None:
    container = {"ContainerHostname": "a", "Image": IMAGE, "Environment": {"HF_TOKEN": "hf_one", "WORKERS": "4"}}
    rows = told(
        request("churn-1", PrimaryContainer=None, Containers=[]),
        request("churn-1", PrimaryContainer=None, Containers=[container]),
    )

    assert "hf_one" not in str(rows)
    assert '"WORKERS": "4"' in str(rows)


def test_what_was_public_before_is_hidden_where_it_is_a_secret_now() -> None:
    rows = told(environment(NAME="hf_one"), environment(HF_TOKEN="hf_one"))

    assert "hf_one" not in str(rows)


def test_marked_value_is_hidden_and_an_equal_short_one_is_shown() -> None:
    before = Guarded(environment(PIN="4", WORKERS="2"), ["/PrimaryContainer/Environment/PIN"])
    after = Guarded(environment(PIN="5", WORKERS="5"), ["/PrimaryContainer/Environment/PIN"])
    rows = {row.label: (row.old, row.new) for group in diffs.groups(before, after) for row in group.rows}

    assert rows == {"Variable PIN": ("(hidden)", "(hidden)"), "Variable WORKERS": ("2", "5")}


def test_what_is_marked_now_is_hidden_in_the_revision_before() -> None:
    before, after = environment(PIN="open-sesame"), environment(CODE="open-sesame")
    found = diffs.groups(Guarded(before), Guarded(after, ["/PrimaryContainer/Environment/CODE"]))

    assert "open-sesame" not in str(found)


def test_what_turns_the_reading_order_around_is_told() -> None:
    rows = told(request("churn-1"), request("churn-1", PrimaryContainer={"Image": "registry/\u202egood"}))

    assert "registry/U+202Egood" in str(rows)
