"""Do edits of steps and groups do what a person means, and nothing besides?"""

from __future__ import annotations

import pytest

from models_ui.audit.refusals import Refused
from models_ui.blueprints import editing_layout as editing
from models_ui.blueprints.homes import Raw
from tests.blueprints.outlines import OPEN, asking, blank, places_of


def two_steps() -> Raw:
    """Model name and tags on one step, the image on another."""
    document = editing.add_step(asking("/ModelName", "/Tags"), title="The image")
    document = editing.add_group(document, "the-image", title="Image")
    document["fields"]["/PrimaryContainer/Image"] = {}
    document["steps"][1]["groups"][0]["places"] = ["/PrimaryContainer/Image"]
    return document


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The model", "the-model"),
        ("Review", "step-review"),
        ("import", "step-import"),
        ("New!", "step-new"),
        ("more", "step-more"),
        ("More basics", "step-more-basics"),
        ("moreover", "moreover"),
        ("2nd", "step-2nd"),
        ("??", "step"),
        ("x" * 60, "x" * 40),
        ("-a-", "a"),
    ],
)
def test_name_is_made_of_words_and_never_reserved(words: str, name: str) -> None:
    assert editing.named(blank(), words) == name


def test_name_that_is_taken_gets_a_number() -> None:
    document = editing.add_step(editing.add_step(blank(), title="Model"), title="Model")

    assert [one["name"] for one in document["steps"]] == ["model", "model-2"]
    assert editing.named(document, "x" * 60) == "x" * 40
    assert editing.named(document, "model") == "model-3"


def test_step_keeps_its_own_name() -> None:
    document = editing.change_step(
        two_steps(), "the-image", title="Image", heading="Choose the image", address="the image"
    )

    assert document["steps"][1] | {"groups": []} == editing.step("the-image", "Image", "Choose the image")
    assert places_of(document) == places_of(two_steps())


def test_step_is_called_by_its_title_where_nothing_else_is_said() -> None:
    assert editing.add_step(blank(), title="Licence")["steps"] == [editing.step("licence", "Licence", "Licence")]


@pytest.mark.parametrize(
    ("name", "by", "order"), [("basics", 1, [1, 0]), ("the-image", -1, [1, 0]), ("basics", -1, [0, 1])]
)
def test_step_moves_by_one_and_stops_at_the_ends(name: str, by: int, order: list[int]) -> None:
    before = two_steps()

    assert editing.move_step(before, name, by=by)["steps"] == [before["steps"][number] for number in order]


def test_group_moves_by_one_and_stops_at_the_ends() -> None:
    before = two_steps()

    assert places_of(editing.move_group(before, "basics", 0, by=1))[0] == [["/Tags"], ["/ModelName"]]
    assert editing.move_group(before, "basics", 1, by=1) == before


def test_group_gets_other_words() -> None:
    document = editing.change_group(two_steps(), "basics", 1, title="Bills", intro="Who pays.")

    assert document["steps"][0]["groups"][1] == {"title": "Bills", "places": ["/Tags"], "intro": "Who pays."}


def test_empty_step_and_group_go() -> None:
    document = editing.add_group(editing.add_step(blank(), title="Model"), "model", title="Name")

    assert editing.remove_group(document, "model", 0) == editing.add_step(blank(), title="Model")
    assert editing.remove_step(document, "model") == blank()


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda it: editing.remove_step(it, "basics"), "step-not-empty"),
        (lambda it: editing.remove_group(it, "basics", 0), "group-not-empty"),
        (lambda it: editing.remove_step(it, "gone"), "no-such-step"),
        (lambda it: editing.move_step(it, "gone", by=1), "no-such-step"),
        (lambda it: editing.remove_group(it, "basics", 2), "no-such-group"),
        (lambda it: editing.move_group(it, "basics", -1, by=1), "no-such-group"),
        (lambda it: editing.change_group(it, "basics", 9, title="", intro=""), "no-such-group"),
        (lambda it: editing.put(it, "/VpcConfig", name="basics", group=0, at=0), "not-on-a-step"),
        (lambda it: editing.put(it, "/Tags", name="basics", group=2, at=0), "no-such-group"),
        (lambda it: editing.nudge(it, "/VpcConfig", by=1), "not-on-a-step"),
    ],
)
def test_edit_of_what_is_not_there_is_refused(edit: editing.Change, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        edit(two_steps())

    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("place", "name", "group", "at", "after"),
    [
        ("/Tags", "basics", 0, 0, [[["/Tags", "/ModelName"], []], [["/PrimaryContainer/Image"]]]),
        ("/Tags", "basics", 0, 99, [[["/ModelName", "/Tags"], []], [["/PrimaryContainer/Image"]]]),
        ("/Tags", "the-image", 0, -5, [[["/ModelName"], []], [["/Tags", "/PrimaryContainer/Image"]]]),
        ("/Tags", "basics", 1, 0, [[["/ModelName"], ["/Tags"]], [["/PrimaryContainer/Image"]]]),
    ],
)
def test_place_is_put_where_it_was_dropped(
    place: str, name: str, group: int, at: int, after: list[list[list[str]]]
) -> None:
    assert places_of(editing.put(two_steps(), place, name=name, group=group, at=at)) == after


def test_what_is_asked_for_each_container_stays_on_its_steps() -> None:
    document = asking("/ModelName", "/Containers/*/Image", containers=OPEN)

    with pytest.raises(Refused, match="for each container"):
        editing.put(document, "/ModelName", name="container", group=0, at=0)
    with pytest.raises(Refused, match="for each container"):
        editing.put(document, "/Containers/*/Image", name="basics", group=0, at=0)


def test_place_is_nudged_through_the_whole_form() -> None:
    document, seen = two_steps(), []
    for _turn in range(4):
        document = editing.nudge(document, "/ModelName", by=1)
        seen.append(places_of(document))

    assert seen == [
        [[[], ["/ModelName", "/Tags"]], [["/PrimaryContainer/Image"]]],
        [[[], ["/Tags", "/ModelName"]], [["/PrimaryContainer/Image"]]],
        [[[], ["/Tags"]], [["/ModelName", "/PrimaryContainer/Image"]]],
        [[[], ["/Tags"]], [["/PrimaryContainer/Image", "/ModelName"]]],
    ]
    for _turn in range(9):
        document = editing.nudge(document, "/ModelName", by=-1)
    assert document == two_steps()


def test_place_is_nudged_past_the_steps_that_may_not_hold_it() -> None:
    document = editing.add_step(asking("/ModelName", "/Containers/*/Image", containers=OPEN), title="Last")
    document = editing.add_group(document, "last", title="Here")

    assert places_of(editing.nudge(document, "/ModelName", by=1)) == [[[]], [["/Containers/*/Image"]], [["/ModelName"]]]
