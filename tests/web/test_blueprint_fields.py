"""Can an admin say what a form does with each field?"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.blueprints import editing, sound
from tests.blueprints.outlines import FIXED, asking, blank
from tests.web.building import field, made, now, place, post, text
from tests.web.conftest import Visit

SUBNETS = "/VpcConfig/Subnets"
URL = "/blueprints/churn/fields/"


@pytest.mark.parametrize("htmx", [True, False])
def test_field_is_locked(visit: Visit, ada: User, *, htmx: bool) -> None:
    made(ada)
    answer = post(
        visit(ada), "fields", {"mode": "locked", "value": "subnet-1\r\nsubnet-2"}, query=place(SUBNETS), htmx=htmx
    )

    assert field(SUBNETS) == {"value": ["subnet-1", "subnet-2"], "locked": True}
    assert answer.status_code == (200 if htmx else 302)
    page = text(answer) if htmx else text(visit(ada).get(answer.url))
    assert "Locked: subnet-1, subnet-2" in page


def test_edit_writes_no_event(visit: Visit, ada: User) -> None:
    made(ada)
    before = Event.objects.count()
    post(visit(ada), "fields", {"mode": "ask", "required": "on"}, query=place(SUBNETS))

    assert Event.objects.count() == before


def test_field_comes_onto_the_form_and_goes_again(visit: Visit, ada: User) -> None:
    made(ada)
    post(visit(ada), "fields", {"mode": "ask"}, query=place("/ExecutionRoleArn"))
    assert "/ExecutionRoleArn" in str(now().document["steps"])
    post(visit(ada), "fields", {"mode": "off"}, query=place("/ExecutionRoleArn"))

    assert "/ExecutionRoleArn" not in now().text


def test_what_means_nothing_is_told_at_its_control_and_stays_typed(visit: Visit, ada: User) -> None:
    made(ada)
    before = now().text
    sent = {"mode": "ask", "least": "many", "help": "Ask <Ann>"}
    answer = post(visit(ada), "fields", sent, query=place("/ModelName"))

    assert answer.status_code == 422
    assert now().text == before
    assert '<a href="#least">Write a whole number.</a>' in text(answer)
    assert 'value="many"' in text(answer)
    assert "Ask &lt;Ann&gt;" in text(answer)
    assert "<title>Error: Fields, A form – Models UI</title>" in text(answer)


def test_what_the_schema_refuses_is_told_at_its_control(visit: Visit, ada: User) -> None:
    made(ada)
    answer = post(visit(ada), "fields", {"mode": "ask", "label": "x" * 101}, query=place("/ModelName"))

    assert answer.status_code == 422
    assert '<a href="#label">' in text(answer)


def test_somebody_else_was_faster(visit: Visit, ada: User) -> None:
    made(ada)
    browser, seen = visit(ada), now().version
    post(browser, "fields", {"mode": "ask", "label": "Theirs"}, query=place("/ModelName"))
    answer = post(browser, "fields", {"mode": "locked", "value": "a"}, query=place("/ModelName"), version=seen)

    assert answer.status_code == 409
    assert "Locked: a" in text(answer)
    assert 'name="mode" value="locked"' in text(answer)
    assert f'name="version" value="{now().version}"' in text(answer)
    assert field("/ModelName") == {"label": "Theirs"}
    assert Event.objects.filter(outcome="denied").exists()


@pytest.mark.parametrize("query", ["?place=/Nowhere", "?place=/VpcConfig/Wrong", "?place=/ModelName/Deeper"])
def test_place_that_is_none_is_not_found(visit: Visit, ada: User, query: str) -> None:
    made(ada)

    assert visit(ada).get(URL + query).status_code == 404
    assert post(visit(ada), "fields", {"mode": "ask"}, query=query).status_code == 404


def test_post_without_a_place_is_not_found(visit: Visit, ada: User) -> None:
    made(ada)

    assert post(visit(ada), "fields", {"mode": "ask"}).status_code == 404


def test_strange_place_can_be_taken_off(visit: Visit, ada: User) -> None:
    made(ada, editing.with_field(asking("/ModelName"), "/Wrong", {}))
    answer = visit(ada).get(URL + place("/Wrong"))
    assert "No such place" in text(answer)

    post(visit(ada), "fields", {"mode": "off"}, query=place("/Wrong"))
    assert now().document["fields"] == {"/ModelName": {}}


def test_variable_becomes_a_field(visit: Visit, ada: User) -> None:
    made(ada)
    query = "?place=/PrimaryContainer/Environment&key=HF_TASK"
    assert "Variable HF_TASK" in text(visit(ada).get(URL + query))

    post(visit(ada), "fields", {"mode": "locked", "value": ""}, query=query)
    assert field("/PrimaryContainer/Environment/HF_TASK") == {"value": "", "locked": True}


def test_image_is_found_in_words_and_set_or_offered(visit: Visit, ada: User) -> None:
    made(ada)
    query = place("/PrimaryContainer/Image")
    page = text(visit(ada).get(f"{URL}{query}&images=pytorch+gpu+inference"))
    action = unescape(re.findall(r'value="(set-image:[^"]*)"', page)[0])
    post(visit(ada), "fields", {"action": action}, query=query)
    said = field("/PrimaryContainer/Image")
    assert said["locked"]
    assert said["value"]["image"]["processor"] == "gpu"
    assert not [one for one in sound.findings(now().document) if "Image" in one.pointer]

    for _time in range(2):
        post(visit(ada), "fields", {"action": action.replace("set-", "offer-")}, query=query)
    said = field("/PrimaryContainer/Image")
    assert [set(choice) for choice in said["limit"]["choices"]] == [{"image", "label"}]
    assert "value" not in said


@pytest.mark.parametrize("action", ["set-image:", "set-image:nothing|1|gpu|py3|", "offer-image:|||||", "explode:"])
def test_image_that_is_not_known_changes_nothing_but_what_was_filled_in(visit: Visit, ada: User, action: str) -> None:
    made(ada)
    post(visit(ada), "fields", {"action": action, "mode": "ask"}, query=place("/PrimaryContainer/Image"))

    assert field("/PrimaryContainer/Image") == {}


def tree(answer: Any) -> str:
    """Return the list of fields alone: what is wrong with the form is told above it and names fields, too."""
    return text(answer).partition('id="tree"')[2]


def test_tree_is_searched_in_plain_words(visit: Visit, ada: User) -> None:
    made(ada, blank())
    page = tree(visit(ada).get(f"{URL}?q=bucket"))

    assert "S3 location" in page
    assert "Model name" not in page
    assert "No field has these words" in text(visit(ada).get(f"{URL}?q=nothing+like+it"))


def test_one_container_of_many_is_shown(visit: Visit, ada: User) -> None:
    made(ada, blank(FIXED))
    page = tree(visit(ada).get(f"{URL}?container=/Containers/2"))

    assert "place=/Containers/2/Image" in page
    assert "/Containers/0/Image" not in page
    assert "/Containers/0/Image" in tree(visit(ada).get(URL))


def test_same_address_gives_page_and_fragment(visit: Visit, ada: User) -> None:
    made(ada)
    whole, part = (visit(ada).get(URL + place(SUBNETS), headers=headers) for headers in ({}, {"HX-Request": "true"}))

    assert "<html" in text(whole)
    assert "<html" not in text(part)
    assert text(part).strip().splitlines()[-1] in text(whole)
    assert "HX-Request" in whole["Vary"]
