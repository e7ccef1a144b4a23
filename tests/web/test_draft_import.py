"""What becomes of a pasted request?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from models_ui.contract.loader import MOST_BYTES
from models_ui.drafts.models import Draft
from tests import factories
from tests.blueprints import forms

pytestmark = pytest.mark.django_db


def pasted(client: Client, text: str, **post: str) -> Any:
    return client.post("/drafts/import/", {"document": text, "connection": "", **post})


def signed_in(client: Client) -> Client:
    client.force_login(factories.scientist())
    return client


def test_request_becomes_a_draft_to_the_letter(client: Client) -> None:
    document = factories.request(Containers=None, Tags=[{"Key": "team", "Value": ""}])
    pasted(signed_in(client), json.dumps(document, indent=2))
    assert Draft.objects.get().document == document


def test_import_with_a_form_is_for_a_team_that_may_use_it(client: Client) -> None:
    client.force_login(factories.scientist("both", teams=("fraud", "risk")))
    forms.made(forms.outline(teams=["risk"]))
    pasted(client, json.dumps(factories.request()), team="fraud", blueprint="churn")
    assert Draft.objects.get().team.slug == "risk"


def test_import_leads_to_the_review(client: Client) -> None:
    where = factories.connection("sandbox-eu", region="eu-west-1")
    response = pasted(signed_in(client), json.dumps(factories.request()), connection=str(where.id))
    draft = Draft.objects.get()
    assert response.headers["Location"] == f"/drafts/{draft.id}/review/"
    assert draft.connection == where


def test_image_that_a_tool_finds_by_itself_is_that_of_the_region(client: Client) -> None:
    where = factories.connection("sandbox-eu", region="eu-west-1")
    text = "SKLearnModel('s3://acme-models/m.tar.gz', 'r', 'x.py', framework_version='1.2-1')"
    response = pasted(signed_in(client), text, connection=str(where.id))
    image = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3"
    assert Draft.objects.get().document["PrimaryContainer"]["Image"] == image  # type: ignore[index,call-overload]
    told = client.get(response.headers["Location"]).content.decode()
    assert "Line 1: the SDK finds the image by itself. In eu-west-1 it is scikit-learn 1.2-1, CPU, Python 3" in told


def test_connection_is_offered_by_its_name(client: Client) -> None:
    where = factories.connection()
    text = signed_in(client).get("/drafts/import/").content.decode()
    assert f'<option value="{where.id}" selected>sandbox</option>' in text


def test_request_that_is_wrong_is_imported_and_told_place_by_place(client: Client) -> None:
    response = signed_in(client).post(
        "/drafts/import/", {"document": '{"ModelName": "bad_name", "Colour": 3}', "connection": ""}, follow=True
    )
    text = response.content.decode()
    assert response.status_code == 200
    assert "/ModelName" in text
    assert "/Colour" in text
    assert Draft.objects.get().document == {"ModelName": "bad_name", "Colour": 3}


@pytest.mark.parametrize(
    "text", ["", "   ", "{", "create_model(", '{"a": 1, "a": 2}', "[1, 2]", "NaN", '"x"', "{" * 90_000]
)
def test_text_that_does_not_parse_gets_a_sentence_and_stays(client: Client, text: str) -> None:
    response = pasted(signed_in(client), text)
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert not Draft.objects.exists()


def test_what_was_typed_stands_in_the_form_again(client: Client) -> None:
    text = pasted(signed_in(client), '{"ModelName": <b>').content.decode()
    assert "{&quot;ModelName&quot;: &lt;b&gt;</textarea>" in text


def test_text_of_more_than_two_megabytes_is_413(client: Client) -> None:
    response = pasted(signed_in(client), json.dumps({"ModelName": "x" * MOST_BYTES}))
    assert response.status_code == 413
    assert "Make a draft" in response.content.decode()
    assert not Draft.objects.exists()


def test_largest_text_comes_in(client: Client) -> None:
    text = json.dumps({"ModelName": ""})
    document = json.dumps({"ModelName": "é" * ((MOST_BYTES - len(text)) // 2)}, ensure_ascii=False)
    assert pasted(signed_in(client), document).status_code == 302


def test_ends_of_lines_of_a_browser_do_not_count(client: Client) -> None:
    lines = "\r\n" * 700_000
    assert pasted(signed_in(client), "{" + lines + "}").status_code == 302


def test_form_that_does_not_ask_for_a_team_means_the_first(client: Client) -> None:
    client.force_login(factories.scientist(teams=("search", "risk")))
    assert pasted(client, "{}").status_code == 302
    assert Draft.objects.get().team.slug == "risk"


def test_team_that_was_chosen_counts(client: Client) -> None:
    client.force_login(factories.scientist(teams=("search", "risk")))
    pasted(client, "{}", team="search")
    assert Draft.objects.get().team.slug == "search"


def test_approver_may_not_import(client: Client) -> None:
    client.force_login(factories.approver())
    assert client.get("/drafts/import/").status_code == 403
    assert pasted(client, "{}").status_code == 403


def test_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert pasted(client, "{}").status_code == 302
    assert not Draft.objects.exists()


NOTEBOOK = """
name = "churn-1"
sm.create_model(
    ModelName=name,
    ExecutionRoleArn=role,
    PrimaryContainer={"Image": "a.b/c:1", "Environment": {"TOKEN": token}},
)
"""


@pytest.mark.parametrize(
    "text",
    [
        NOTEBOOK,
        "aws sagemaker create-model --model-name churn-1 --execution-role-arn $ROLE",
        "svc$create_model(ModelName = 'churn-1', ExecutionRoleArn = role)",
        'resource "aws_sagemaker_model" "m" {\n name = "churn-1"\n execution_role_arn = var.role\n}',
        "M:\n  Type: AWS::SageMaker::Model\n  Properties:\n    ModelName: churn-1\n    ExecutionRoleArn: !Ref Role\n",
        "Model(image_uri='a.b/c:1', name='churn-1', role=role)",
    ],
)
def test_request_of_any_tool_becomes_a_draft_with_what_is_missing(client: Client, text: str) -> None:
    response = signed_in(client).post("/drafts/import/", {"document": text, "connection": ""}, follow=True)

    assert Draft.objects.get().name == "churn-1"
    assert "the value of execution role ARN comes from" in response.content.decode()


def test_value_that_is_not_in_the_text_is_asked_for_as_long_as_it_is_not_there(client: Client) -> None:
    address = pasted(signed_in(client), NOTEBOOK).headers["Location"]

    for text in (client.get(address).content.decode(), client.get(address).content.decode()):
        assert "/PrimaryContainer/Environment/TOKEN" in text
        assert "/ExecutionRoleArn" in text


def test_much_that_is_to_be_said_is_cut_short(client: Client) -> None:
    variables = ", ".join(f"'A{number}': x" for number in range(90))
    text = f"sm.create_model(ModelName='churn-1', PrimaryContainer={{'Environment': {{{variables}}}}})"

    response = signed_in(client).post("/drafts/import/", {"document": text, "connection": ""}, follow=True)

    assert "And 78 more." in response.content.decode()


def test_nothing_that_is_pasted_is_run(client: Client, tmp_path: Any) -> None:
    path = tmp_path / "made"
    pasted(signed_in(client), f"sm.create_model(ModelName=__import__('os').system('touch {path}'))")

    assert not path.exists()
    assert Draft.objects.count() == 1
