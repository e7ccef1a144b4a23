"""In the words of which tool do the pages show a request, and what do they keep back?"""

from __future__ import annotations

import ast
import html
import json
import re
from typing import Any

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.drafts.models import Draft
from models_ui.web import previews
from tests import factories
from tests.web.conftest import Visit
from tests.web.filling import begun, post, shown, swapped

pytestmark = pytest.mark.django_db

SECRET = "hf_very_secret"
MARKS = {
    "json": "{",
    "boto3": "sagemaker.create_model(",
    "aws-cli": "aws sagemaker create-model",
    "paws": "svc$create_model(",
    "terraform": 'resource "aws_sagemaker_model"',
    "cloudformation": "Type: AWS::SageMaker::Model",
}
OTHERS = [name for name in MARKS if name != "json"]
HOSTILE = "a'\"$(id)`id`${x}%{y}</pre><script>alert(1)</script>"


def secretive(**fields: Any) -> dict[str, Any]:
    container = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": SECRET, "LOG_LEVEL": "info"}}
    return factories.request("churn-1", PrimaryContainer=container, **fields)


def text_of(page: str) -> str:
    """Return the text in the preview of a page."""
    found = re.search(r'id="preview".*?<pre[^>]*>(.*?)</pre>', page, re.DOTALL)
    assert found
    return html.unescape(re.sub(r"<[^>]+>", "", found[1]))


def current(page: str) -> list[str]:
    """Return the tabs that are marked."""
    return re.findall(r'id="as-([a-z0-9-]+)"[^>]* aria-current="true"', page)


def test_every_tab_is_written() -> None:
    assert list(previews.TABS) == list(MARKS)


def test_json_is_listed_and_nothing_is_written() -> None:
    assert previews.preview({}, hides=False, marks={}, chosen="json").writing is None


@pytest.mark.parametrize("step", ["basics", "container", "access", "tags", "review"])
def test_screens_show_json_by_themselves(client: Client, step: str) -> None:
    page = shown(client, begun(client), step)
    assert current(page) == ["json"]
    assert '<pre class="code"' in page


@pytest.mark.parametrize("tool", OTHERS)
@pytest.mark.parametrize("step", ["container", "review"])
def test_screens_show_what_the_address_asks_for(client: Client, step: str, tool: str) -> None:
    page = shown(client, begun(client, secretive()), step, f"?as={tool}")
    assert current(page) == [tool]
    assert MARKS[tool] in text_of(page)
    assert re.search(r'<details[^>]* id="preview" open>', page)


@pytest.mark.parametrize("tool", MARKS)
@pytest.mark.parametrize("step", ["basics", "review"])
def test_preview_masks_secrets_and_says_so(client: Client, step: str, tool: str) -> None:
    page = shown(client, begun(client, secretive()), step, f"?as={tool}")
    assert SECRET not in page
    assert previews.MASKED in page


@pytest.mark.parametrize("tool", ["boto3", "aws-cli", "paws"])
def test_copies_name_the_region_of_the_connection(client: Client, tool: str) -> None:
    where = factories.connection("elsewhere", region="eu-west-1")
    document = factories.request("churn-1", **factories.IN_EUROPE)
    made = factories.submission(factories.scientist(), document, where=where)
    factories.decide(made, factories.approver(), "request-changes")
    client.force_login(made.requester)
    for address in (f"drafts/{made.id}/basics", f"drafts/{made.id}/review", f"submissions/{made.id}"):
        text = text_of(client.get(f"/{address}/?as={tool}").content.decode())
        assert "region" in text.replace("eu-west-1.amazonaws", "")
        assert "eu-west-1" in text.replace("eu-west-1.amazonaws", "")


def test_copy_without_a_connection_names_no_region(client: Client) -> None:
    draft = begun(client, {"ModelName": "x"})
    Draft.objects.update(connection=None)
    assert "region" not in text_of(shown(client, draft, "basics", "?as=boto3"))


def test_nothing_is_said_to_be_masked_where_nothing_is(client: Client) -> None:
    assert previews.MASKED not in shown(client, begun(client), "basics", "?as=boto3")


@pytest.mark.parametrize("tool", MARKS)
def test_submission_shows_what_the_address_asks_for(sally: User, amir: User, visit: Visit, tool: str) -> None:
    made = factories.submission(sally, secretive())
    for person in (sally, amir):
        page = visit(person).get(f"/submissions/{made.id}/?as={tool}").content.decode()
        assert (current(page), SECRET in page) == ([tool], False)
        assert MARKS[tool] in text_of(page)


def test_record_of_a_submission_does_not_depend_on_what_was_looked_at_before(sally: User, visit: Visit) -> None:
    browser, made = visit(sally), factories.submission(sally)
    browser.cookies["as"] = "boto3"
    assert current(browser.get(f"/submissions/{made.id}/").content.decode()) == ["json"]


@pytest.mark.parametrize("tool", ["nothing", "yaml", "../json", "<script>", "a" * 5000, ""])
def test_what_is_no_tab_is_passed_over(client: Client, tool: str) -> None:
    draft = begun(client)
    client.cookies["as"] = "terraform; x"
    response = client.get(f"/drafts/{draft.id}/basics/", {"as": tool})
    assert current(response.content.decode()) == ["json"]
    assert "as" not in response.cookies


def test_chosen_tab_is_remembered(client: Client) -> None:
    draft = begun(client)
    shown(client, draft, "basics", "?as=paws")
    assert [current(shown(client, draft, step)) for step in ("container", "tags", "review")] == [["paws"]] * 3


def test_tab_saves_what_is_typed_and_keeps_the_screen(client: Client) -> None:
    draft = begun(client)
    response = post(client, draft, "basics", ModelName="typed", action="as:boto3")
    assert response.headers["Location"] == f"/drafts/{draft.id}/basics/?as=boto3#preview"
    assert Draft.objects.get().document["ModelName"] == "typed"


def test_tab_keeps_the_way_back_to_the_review(client: Client) -> None:
    draft = begun(client)
    response = post(client, draft, "basics", ModelName="x", action="as:boto3", **{"return": "review"})
    assert response.headers["Location"] == f"/drafts/{draft.id}/basics/?return=review&as=boto3#preview"


def test_tab_of_nothing_only_saves(client: Client) -> None:
    draft = begun(client)
    response = post(client, draft, "basics", ModelName="x", action="as:<script>")
    assert response.headers["Location"] == f"/drafts/{draft.id}/basics/?"


def test_swap_after_a_tab_shows_it_and_later_ones_keep_it(client: Client) -> None:
    draft = begun(client)
    first = swapped(client, draft, "basics", ModelName="typed", action="as:terraform")
    later = swapped(client, draft, "tags", action="add:Tags")
    assert 'name  = "typed"' in re.sub(r" +=", "  =", text_of(first.content.decode()))
    assert current(later.content.decode()) == ["terraform"]


def test_tab_keeps_telling_what_is_wrong_without_taking_the_focus(client: Client) -> None:
    page = swapped(client, begun(client), "basics", ModelName="bad_name", action="as:boto3").content.decode()
    assert "There is a problem" in page
    assert "data-seen" in page


def test_what_the_tool_cannot_say_is_said(client: Client) -> None:
    document = factories.request(PrimaryContainer={"Image": factories.IMAGE, "ModelPackageName": "x", "Colour": "red"})
    page = shown(client, begun(client, document), "container", "?as=terraform")
    assert "<li>Terraform has no place for PrimaryContainer.Colour.</li>" in page


def test_of_very_much_that_it_cannot_say_the_first_is_said(client: Client) -> None:
    document = {**factories.request(), **{f"Colour{number}": 1 for number in range(50)}}
    page = shown(client, begun(client, document), "tags", "?as=terraform")
    assert page.count("<li>Terraform has no place for") == previews.MOST_NOTES
    assert "30 more, which the text has as comments." in page


@pytest.mark.parametrize("tool", MARKS)
@pytest.mark.parametrize("step", ["tags", "review"])
def test_hostile_content_stays_text(client: Client, step: str, tool: str) -> None:
    page = shown(client, begun(client, factories.request(HOSTILE)), step, f"?as={tool}")
    assert "<script>alert" not in page


def test_names_are_quoted(client: Client) -> None:
    text = text_of(shown(client, begun(client, factories.request(HOSTILE)), "tags", "?as=boto3"))
    call = ast.parse(text).body[-1]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    assert ast.literal_eval(next(each.value for each in call.value.keywords if each.arg == "ModelName")) == HOSTILE


def test_json_on_the_page_is_the_json_of_the_file(client: Client) -> None:
    draft = begun(client, secretive())
    page, file = shown(client, draft, "tags"), client.get(f"/drafts/{draft.id}/export/json")
    assert json.loads(text_of(page)) == json.loads(file.content)


@pytest.mark.parametrize("tool", OTHERS)
def test_text_on_the_review_is_that_of_the_file(client: Client, tool: str) -> None:
    draft = begun(client, secretive())
    page, file = (
        shown(client, draft, "review", f"?as={tool}"),
        client.get(f"/drafts/{draft.id}/export/{tool}?tagged").content.decode(),
    )
    assert text_of(page) == file
    assert "models-ui:submission" in file
