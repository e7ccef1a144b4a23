"""Can an admin put the fields of a form in order, with and without a mouse?"""

from __future__ import annotations

import pytest

from models_ui.accounts.models import User
from tests.blueprints.outlines import OPEN, asking, places_of
from tests.web.building import made, now, post, text
from tests.web.conftest import Visit

NAME, IMAGE, SUBNETS = "/ModelName", "/PrimaryContainer/Image", "/VpcConfig/Subnets"


@pytest.mark.parametrize(
    ("sent", "after"),
    [
        ({"action": f"down:{NAME}"}, [[[], [NAME, IMAGE], [SUBNETS]]]),
        ({"action": f"up:{SUBNETS}"}, [[[NAME], [IMAGE, SUBNETS], []]]),
        ({"action": f"put:{SUBNETS}", "to": "basics|0|0"}, [[[SUBNETS, NAME], [IMAGE], []]]),
        ({"action": f"move:{SUBNETS}", f"to.{SUBNETS}": "basics|0"}, [[[NAME, SUBNETS], [IMAGE], []]]),
        ({"action": "group-down:basics|0"}, [[[IMAGE], [NAME], [SUBNETS]]]),
        ({"action": "group-up:basics|2"}, [[[NAME], [SUBNETS], [IMAGE]]]),
        ({"action": "add-group:basics", "title": "More"}, [[[NAME], [IMAGE], [SUBNETS], []]]),
        ({"action": "add-step", "title": "Licence"}, [[[NAME], [IMAGE], [SUBNETS]], []]),
    ],
)
def test_button_does_one_thing(visit: Visit, ada: User, sent: dict[str, str], after: list[list[list[str]]]) -> None:
    made(ada)
    answer = post(visit(ada), "layout", sent)

    assert answer.status_code == 302
    assert places_of(now().document) == after


def test_words_and_address_of_a_step_change(visit: Visit, ada: User) -> None:
    made(ada)
    sent = {"action": "change-step:basics", "title": "Start", "heading": "Name the model", "address": "Start here"}
    post(visit(ada), "layout", sent)
    sent = {"action": "change-group:start-here|0", "title": "Name", "intro": "It stays."}
    page = text(post(visit(ada), "layout", sent, htmx=True))

    assert "1. Start" in page
    assert "start-here" in page
    assert "It stays." in page


def test_empty_step_and_group_go(visit: Visit, ada: User) -> None:
    made(ada)
    browser = visit(ada)
    for action in ("add-step", "add-group:licence", "remove-group:licence|0", "remove-step:licence"):
        assert post(browser, "layout", {"action": action, "title": "Licence"}).status_code == 302

    assert len(now().document["steps"]) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"action": "remove-step:basics"}, "Move the fields of this step elsewhere first"),
        ({"action": "remove-group:basics|1"}, "Move the fields of this group elsewhere first"),
        ({"action": "step-up:gone"}, "There is no such step any more."),
        ({"action": f"put:{NAME}", "to": "basics|-1|0"}, "There is no such group any more."),
        ({"action": f"put:{NAME}", "to": "|||"}, "There is no such"),
        ({"action": "up:/Gone"}, "This field is on no step any more."),
        ({"action": "explode"}, "That is nothing that can be done here."),
        ({}, "That is nothing that can be done here."),
        ({"action": "add-step", "title": ""}, "empty"),
        ({"action": "add-step", "title": "x" * 61}, "60"),
    ],
)
def test_what_cannot_be_done_is_said(visit: Visit, ada: User, sent: dict[str, str], sentence: str) -> None:
    made(ada)
    before = now().text
    answer = post(visit(ada), "layout", sent)

    assert answer.status_code == 422
    assert sentence in text(answer)
    assert now().text == before


def test_field_of_each_container_is_offered_only_groups_for_each(visit: Visit, ada: User) -> None:
    made(ada, asking("/ModelName", "/Containers/*/Image", containers=OPEN))
    page = text(visit(ada).get("/blueprints/churn/layout/"))

    assert page.count('<option value="container|0"') == 1
    assert page.count('<option value="basics|0"') == 1
    assert "for each container" in page


def test_long_form_has_one_list_of_its_groups(visit: Visit, ada: User) -> None:
    places = [f"/Containers/{number}/{member}" for number in range(11) for member in ("Image", "ModelDataUrl")]
    made(ada, asking(*places, containers={"kind": "pipeline", "count": 11}))
    page = text(visit(ada).get("/blueprints/churn/layout/"))
    assert page.count("<select") == 1
    assert 'id="step-1-group-4-title"' not in page
    assert 'id="step-1-group-4-title"' in text(visit(ada).get("/blueprints/churn/layout/?words=container%7C3"))

    sent = {"action": "move:/Containers/0/Image", "to-group": "container|3"}
    assert post(visit(ada), "layout", sent).status_code == 302
    assert "/Containers/0/Image" in places_of(now().document)[0][3]


def test_somebody_else_was_faster(visit: Visit, ada: User) -> None:
    made(ada)
    browser, seen = visit(ada), now().version
    post(browser, "layout", {"action": f"down:{NAME}"})
    answer = post(browser, "layout", {"action": "group-up:basics|2"}, version=seen)

    assert answer.status_code == 409
    assert 'name="action" value="group-up:basics|2"' in text(answer)


def test_board_of_nothing_leads_to_the_fields(visit: Visit, ada: User) -> None:
    made(ada, asking())

    assert "No field is on a step yet" in text(visit(ada).get("/blueprints/churn/layout/"))
