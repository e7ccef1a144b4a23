"""Can an admin make forms, say what they are about, and take them out of use?"""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.blueprints import operations
from models_ui.blueprints.homes import Raw
from models_ui.blueprints.starters import shipped
from models_ui.blueprints.texts import text_of
from models_ui.contract.json_types import Document
from tests import factories
from tests.blueprints.outlines import FIXED, asking, blank
from tests.web.building import made, now, post, text
from tests.web.conftest import Visit

LIST, NEW = "/blueprints/", "/blueprints/new/"


def begin(browser: Client, **sent: Any) -> Any:
    """Make a form called Churn."""
    return browser.post(NEW, {"title": "Churn", **sent})


def test_form_begins_blank_under_a_name_made_of_its_title(visit: Visit, ada: User) -> None:
    answer = begin(visit(ada), title="Churn, weekly!")

    assert answer.url == "/blueprints/churn-weekly/fields/"
    assert now("churn-weekly").document == blank(title="Churn, weekly!", summary="")


def test_form_begins_with_a_file(visit: Visit, ada: User) -> None:
    file = SimpleUploadedFile("form.json", text_of(asking("/ModelName")).encode())
    begin(visit(ada), begin="file", file=file, name="mine")

    assert now("mine").document == {**asking("/ModelName"), "title": "Churn"}


def test_form_begins_with_a_starter(visit: Visit, ada: User) -> None:
    begin(visit(ada), begin="starter", starter="quick-create", name="mine")

    assert now("mine").document == {**dict(shipped())["quick-create"], "title": "Churn"}


def test_form_that_is_wrong_is_not_published_and_says_where(visit: Visit, ada: User) -> None:
    made(ada, asking("/ModelName"))
    browser = visit(ada)
    page = text(browser.get("/blueprints/churn/fields/"))
    assert "Put right what is listed below first." in page
    assert "One thing to put right before you publish" in page
    post(browser, "publish")

    assert "it cannot be published" in text(browser.get("/blueprints/churn/about/"))
    assert not now().versions.exists()


def test_form_begins_with_a_submission_without_our_tag_and_secrets(visit: Visit, ada: User, sally: User) -> None:
    environment = {"HF_TASK": "summarization", "HF_TOKEN": "hf_very_secret"}
    container = {"Image": factories.IMAGE, "Environment": environment}
    submission = factories.submission(sally, factories.request("churn-9", PrimaryContainer=container))
    begin(visit(ada), begin="request", request=str(submission.id))

    assert now().document["fields"] == {
        "/ExecutionRoleArn": {"value": factories.ROLE_ARN},
        "/ModelName": {"required": True},
        "/PrimaryContainer/Environment/HF_TASK": {"value": "summarization"},
        "/PrimaryContainer/Environment/HF_TOKEN": {"required": True},
        "/PrimaryContainer/Image": {"value": factories.IMAGE},
    }


@pytest.mark.parametrize(
    ("sent", "control", "sentence"),
    [
        ({"title": ""}, "title", "Give the form a title."),
        ({"title": "x" * 101}, "", "100"),
        ({"name": "New Name"}, "name", "small letters"),
        ({"name": "new"}, "name", "small letters"),
        ({"title": "!!"}, "name", "small letters"),
        ({"begin": "file"}, "file", "Choose the file of a form."),
        ({"begin": "request"}, "", "Choose"),
        ({"begin": "nothing known"}, "begin", ""),
    ],
)
def test_form_that_cannot_be_made_is_asked_for_again(
    visit: Visit, ada: User, sent: dict[str, str], control: str, sentence: str
) -> None:
    answer = begin(visit(ada), **sent)

    assert answer.status_code == 422
    assert f'href="#{control}"' in text(answer) or not control
    assert sentence in text(answer)


def test_name_that_is_taken_is_said(visit: Visit, ada: User) -> None:
    made(ada)

    assert "There is a form named churn already." in text(begin(visit(ada)))


def test_file_that_is_no_form_is_told_line_by_line(visit: Visit, ada: User) -> None:
    wrong = {**asking("/ModelName"), "colour": "red"}
    answer = begin(visit(ada), begin="file", file=SimpleUploadedFile("form.json", text_of(wrong).encode()))

    assert answer.status_code == 422
    line = text_of(wrong).count("\n", 0, text_of(wrong).index("colour")) + 1
    assert f"<strong>Line {line}</strong>" in text(answer)
    assert "/colour" in text(answer)


@pytest.mark.parametrize("content", [b"\xff\xfe{", b"", b"[1]", b"{"])
def test_file_that_is_no_json_is_refused_with_a_sentence(visit: Visit, ada: User, content: bytes) -> None:
    assert begin(visit(ada), begin="file", file=SimpleUploadedFile("form.json", content)).status_code == 422


def test_list_says_how_each_form_stands(visit: Visit, ada: User) -> None:
    made(ada, blank(title="Draft form"), name="one")
    made(ada, {**asking("/ModelName", "/PrimaryContainer/Image"), "title": "Used form", "teams": ["risk"]}, name="two")
    operations.publish(name="two", version=now("two").version, by=ada, at=factories.NOW)
    page = text(visit(ada).get(LIST))

    assert "Draft only" in page
    assert "Published" in page
    assert "Risk" in page
    assert "Every team" in page


def test_list_is_in_the_order_of_the_titles_and_retired_forms_come_last(visit: Visit, ada: User) -> None:
    for name, title in (("a", "Zebra"), ("b", "almond"), ("c", "Aardvark")):
        made(ada, blank(title=title), name=name)
    operations.retire(name="c", version=now("c").version, by=ada, at=factories.NOW)
    page = text(visit(ada).get(LIST))

    assert page.index("almond") < page.index("Zebra") < page.index("Aardvark")


def test_others_see_what_they_may_begin_with(visit: Visit, ada: User, sven: User) -> None:
    for name, teams in (("one", ["risk"]), ("two", ["search"]), ("three", [])):
        made(
            ada, {**asking("/ModelName", "/PrimaryContainer/Image"), "title": f"Form {name}", "teams": teams}, name=name
        )
    for name in ("one", "two"):
        operations.publish(name=name, version=now(name).version, by=ada, at=factories.NOW)
    page = text(visit(sven).get(LIST))

    assert "Form two" in page
    assert "Form one" not in page
    assert "Form three" not in page
    assert "Only admins design forms." in page


def test_others_read_what_was_published_and_not_what_an_admin_is_writing(visit: Visit, ada: User, sally: User) -> None:
    document = {**asking("/ModelName", "/PrimaryContainer/Image"), "title": "Published title"}
    made(ada, document)
    operations.publish(name="churn", version=now().version, by=ada, at=factories.NOW)
    draft = {**document, "title": "Secret plan", "summary": "Not out yet.", "teams": ["search"]}
    operations.edit(name="churn", document=draft, version=now().version, by=ada, at=factories.NOW)
    page, admins = text(visit(sally).get(LIST)), text(visit(ada).get(LIST))

    assert "Published title" in page
    for word in ("Secret plan", "Not out yet.", "Changed since", "Search", "Submissions</th>", "Open drafts</th>"):
        assert word not in page
    assert "Secret plan" in admins
    assert "Changed since it was published" in admins
    assert "Open drafts</th>" in admins


def test_facts_and_containers_are_stored(visit: Visit, ada: User) -> None:
    made(ada)
    factories.connection()
    sent = {"kind": "fixed", "count": "3", "title": "Other", "summary": "For all.", "teams": "risk", "free": "on"}
    answer = post(visit(ada), "about", {**sent, "connection": "sandbox", "use": "batch"})

    assert answer.status_code == 302
    facts = {name: now().document[name] for name in ("title", "summary", "teams", "free", "connection", "containers")}
    assert facts == {
        "title": "Other",
        "summary": "For all.",
        "teams": ["risk"],
        "free": True,
        "connection": "sandbox",
        "containers": {"kind": "pipeline", "count": 3},
    }
    assert "/Containers/0/Image" in now().text


@pytest.mark.parametrize(
    ("sent", "containers"),
    [
        ({"kind": "open"}, {"kind": "pipeline", "least": 1, "most": 15}),
        ({"kind": "open", "least": "4", "most": "2"}, {"kind": "pipeline", "least": 2, "most": 4}),
        ({"kind": "any"}, {"kind": "any"}),
        ({"kind": "fixed"}, {"kind": "pipeline", "count": 2}),
        ({}, {"kind": "primary"}),
    ],
)
def test_question_about_containers_is_answered(visit: Visit, ada: User, sent: dict[str, str], containers: Raw) -> None:
    made(ada)
    post(visit(ada), "about", {"title": "A form", **sent})

    assert now().document["containers"] == containers


def test_fields_that_other_containers_take_away_are_named(visit: Visit, ada: User) -> None:
    made(ada, asking("/Containers/0/Image", "/Containers/2/Image", containers=FIXED))
    browser = visit(ada)
    post(browser, "about", {"title": "A form", "kind": "fixed", "count": "2"})

    assert "are gone from the form: Image. Undo brings them back." in text(browser.get("/blueprints/churn/about/"))


@pytest.mark.parametrize(
    "sent", [{"title": ""}, {"title": "a", "kind": "fixed", "count": "16"}, {"title": "a", "use": "x"}]
)
def test_facts_that_cannot_be_are_told(visit: Visit, ada: User, sent: dict[str, str]) -> None:
    made(ada)

    assert post(visit(ada), "about", sent).status_code == 422


def test_undo_and_redo_go_through_the_edits(visit: Visit, ada: User) -> None:
    made(ada)
    browser, first = visit(ada), now().text
    post(browser, "layout", {"action": "down:/ModelName"})
    second = now().text

    assert post(browser, "undo", {"tab": "layout"}).url == "/blueprints/churn/layout/"
    assert now().text == first
    assert post(browser, "redo", {"tab": "nowhere"}).url == "/blueprints/churn/about/"
    assert now().text == second
    post(browser, "redo")
    assert "There is nothing to redo." in text(browser.get("/blueprints/churn/fields/"))


def test_publish_makes_a_version_once(visit: Visit, ada: User) -> None:
    made(ada)
    browser = visit(ada)
    post(browser, "publish", {"tab": "fields"})
    page = text(browser.get("/blueprints/churn/fields/"))

    assert "Published. Whoever begins now gets this version." in page
    assert "Version 1 is in use" in page
    assert "Nothing changed since version 1." in page
    assert now().versions.count() == 1


def test_stale_act_is_a_conflict(visit: Visit, ada: User) -> None:
    made(ada)

    assert post(visit(ada), "publish", version=99).status_code == 409


def test_form_retires_and_comes_back(visit: Visit, ada: User) -> None:
    made(ada)
    browser = visit(ada)
    post(browser, "retire")
    page = text(browser.get("/blueprints/churn/about/"))
    assert "Retired" in page
    assert "Bring it back" in page
    assert post(browser, "fields", {"mode": "ask"}, query="?place=/Tags").status_code == 422
    post(browser, "retire")

    assert now().retired_at is None


@pytest.mark.parametrize(
    ("retired", "help_text", "sentence"),
    [(False, "x", "A form may have 400,000 characters at most"), (True, "", "This form is retired. Bring it back")],
)
def test_text_that_cannot_be_stored_stays_typed_and_nothing_was_denied(
    visit: Visit, ada: User, *, retired: bool, help_text: str, sentence: str
) -> None:
    made(ada)
    browser = visit(ada)
    if retired:
        post(browser, "retire")
    before = now().text
    fields: Document = {f"/PrimaryContainer/Environment/V{n}": {"help": help_text * 1000} for n in range(450)}
    typed = text_of({**now().document, "title": "Typed title", "fields": fields})
    answer = post(browser, "json", {"document": typed})

    assert answer.status_code == 422
    assert sentence in text(answer)
    assert "Typed title" in text(answer)
    assert now().text == before
    assert not Event.objects.filter(name="access.denied").exists()


def test_versions_are_compared_and_restored(visit: Visit, ada: User) -> None:
    made(ada)
    browser = visit(ada)
    post(browser, "publish")
    post(browser, "fields", {"mode": "locked", "value": "subnet-1"}, query="?place=/VpcConfig/Subnets")
    page = text(browser.get("/blueprints/churn/versions/?from=1&to=0"))
    assert "Locked: subnet-1" in page
    assert "Both are the same form." in text(browser.get("/blueprints/churn/versions/?from=1&to=1"))
    assert browser.get("/blueprints/churn/versions/?from=99&to=x").status_code == 200
    post(browser, "restore", {"n": "1"})

    assert "Locked" not in text(browser.get("/blueprints/churn/fields/"))
    assert post(browser, "restore", {"n": "9"}).status_code == 404


def test_nothing_published_says_so(visit: Visit, ada: User) -> None:
    made(ada)

    assert "Nothing is published yet" in text(visit(ada).get("/blueprints/churn/versions/"))


def test_document_is_edited_as_text(visit: Visit, ada: User) -> None:
    made(ada)
    wanted = asking("/ModelName", "/Tags")
    assert post(visit(ada), "json", {"document": text_of(wanted).replace("\n", "\r\n")}).status_code == 302

    assert now().document == wanted


def test_text_that_is_no_form_is_told_by_line_and_kept(visit: Visit, ada: User) -> None:
    made(ada)
    before = now().text
    answer = post(visit(ada), "json", {"document": text_of({**blank(), "title": 7, "free": "no <b>"})})

    assert answer.status_code == 422
    assert "<strong>Line 4</strong>" in text(answer)
    assert "2 places are not as a blueprint has it." in text(answer)
    assert "no &lt;b&gt;" in text(answer)
    assert now().text == before


def test_somebody_else_was_faster_with_the_text(visit: Visit, ada: User) -> None:
    made(ada)
    answer = post(visit(ada), "json", {"document": text_of(asking("/Tags"))}, version=77)

    assert answer.status_code == 409
    assert "Image" in text(answer)


def test_form_and_schema_are_files(visit: Visit, ada: User) -> None:
    made(ada)
    answer = visit(ada).get("/blueprints/churn/blueprint.json")

    document = answer.json()
    assert document.pop("$schema") == "http://testserver/blueprints/schema.json"
    assert document == now().document
    assert begin(visit(ada), begin="file", file=SimpleUploadedFile("a.json", answer.content), name="again").url
    assert now("again").document == {**now().document, "title": "Churn"}
    assert answer["Content-Disposition"] == 'attachment; filename="churn.json"'
    assert visit(ada).get("/blueprints/schema.json").json()["title"] == "A blueprint of Models UI"
