"""Who takes a request along in the words of another tool, and what does the file say?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from models_ui.accounts.models import User
from models_ui.contract import dialects
from models_ui.contract.dialects import WRITERS
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from models_ui.web.previews import MASKED
from tests import factories
from tests.web.conftest import Visit

TYPES = {
    "json": "application/json",
    "boto3": "text/x-python; charset=utf-8",
    "aws-cli": "text/x-shellscript; charset=utf-8",
    "paws": "text/x-r; charset=utf-8",
    "terraform": "text/plain; charset=utf-8",
    "cloudformation": "application/yaml; charset=utf-8",
    "yaml": "application/yaml; charset=utf-8",
    "terraform-json": "application/json",
    "cloudformation-json": "application/json",
}
REGION_SAID = {
    "boto3": 'boto3.client("sagemaker", region_name="eu-west-1")',
    "aws-cli": "--region eu-west-1",
    "paws": 'paws::sagemaker(config = list(region = "eu-west-1"))',
}
REQUEST: dict[str, Any] = {
    "PrimaryContainer": {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_very_secret", "WHO": "Zürich"}}
}


@pytest.fixture
def draft(sally: User) -> Draft:
    """A draft with a secret."""
    return factories.draft(sally, factories.request("churn-1", **REQUEST))


@pytest.fixture
def made(sally: User) -> Submission:
    """A submission with a secret."""
    return factories.submission(sally, factories.request("churn-2", **REQUEST))


def test_every_dialect_has_its_content_type() -> None:
    assert TYPES.keys() == WRITERS.keys()


@pytest.mark.parametrize("dialect", TYPES)
@pytest.mark.parametrize("of", ["drafts", "submissions"])
def test_file_has_its_type_and_name(
    sally: User, draft: Draft, made: Submission, visit: Visit, of: str, dialect: str
) -> None:
    answer = visit(sally).get(f"/{of}/{(draft if of == 'drafts' else made).id}/export/{dialect}")
    assert (answer.status_code, answer["Content-Type"]) == (200, TYPES[dialect])
    assert answer["Content-Disposition"] == f'attachment; filename="{WRITERS[dialect].file}"'
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("dialect", TYPES)
@pytest.mark.parametrize("of", ["drafts", "submissions"])
def test_file_masks_secrets_for_their_owner_too(
    sally: User, draft: Draft, made: Submission, visit: Visit, of: str, dialect: str
) -> None:
    text = visit(sally).get(f"/{of}/{(draft if of == 'drafts' else made).id}/export/{dialect}").content.decode()
    assert "hf_very_secret" not in text
    assert "(hidden)" in text
    assert text.startswith(f"# {MASKED}\n") == (not WRITERS[dialect].file.endswith(".json"))


def test_file_without_secrets_does_not_speak_of_them(sally: User, visit: Visit) -> None:
    plain = factories.draft(sally)
    assert MASKED not in visit(sally).get(f"/drafts/{plain.id}/export/boto3").content.decode()


def test_file_of_a_draft_is_the_request_as_it_stands(sally: User, visit: Visit) -> None:
    plain = factories.draft(sally)
    assert json.loads(visit(sally).get(f"/drafts/{plain.id}/export/json").content) == plain.document


@pytest.mark.parametrize("dialect", REGION_SAID)
def test_file_names_the_region_of_its_connection(sally: User, visit: Visit, dialect: str) -> None:
    where = factories.connection("elsewhere", region="eu-west-1")
    made = factories.submission(sally, factories.request("churn-4", **factories.IN_EUROPE), where=where)
    for kind, request in (("drafts", Draft.objects.get().document), ("submissions", made.current.request)):
        text = visit(sally).get(f"/{kind}/{made.id}/export/{dialect}").content.decode()
        assert REGION_SAID[dialect] in text
        assert dialects.read(text).document == request


@pytest.mark.parametrize("dialect", TYPES)
def test_file_of_a_draft_without_connection_names_no_region(sally: User, visit: Visit, dialect: str) -> None:
    nowhere = drafts.create(owner=sally, at=factories.NOW, document={"ModelName": "x"})
    assert "region" not in visit(sally).get(f"/drafts/{nowhere.id}/export/{dialect}").content.decode()


def test_file_of_a_review_has_the_tag_of_the_next_revision(sally: User, amir: User, visit: Visit) -> None:
    again = factories.submission(sally, factories.request("churn-3"))
    factories.decide(again, amir, "request-changes")
    answer = visit(sally).get(f"/drafts/{again.id}/export/json?tagged")
    assert json.loads(answer.content)["Tags"][-1] == {"Key": "models-ui:submission", "Value": f"{again.id}.2"}


def test_approver_gets_the_file_of_a_submission(amir: User, made: Submission, visit: Visit) -> None:
    assert visit(amir).get(f"/submissions/{made.id}/export/boto3").status_code == 200


@pytest.mark.parametrize("of", ["drafts", "submissions"])
def test_other_team_finds_nothing(sven: User, draft: Draft, made: Submission, visit: Visit, of: str) -> None:
    answer = visit(sven).get(f"/{of}/{(draft if of == 'drafts' else made).id}/export/json")
    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["nothing", "JSON", "json.py", "..%2Fjson", "%3Cscript%3E", "a" * 2000, "json/"])
@pytest.mark.parametrize("of", ["drafts", "submissions"])
def test_unknown_dialect_is_not_found(
    sally: User, draft: Draft, made: Submission, visit: Visit, of: str, name: str
) -> None:
    answer = visit(sally).get(f"/{of}/{(draft if of == 'drafts' else made).id}/export/{name}")
    assert answer.status_code == 404


@pytest.mark.parametrize("dialect", TYPES)
@pytest.mark.parametrize(
    "document",
    [
        {},
        {"ModelName": "'\"\r\n$(id)\u202e", "ExecutionRoleArn": "file:///etc/passwd"},
        {"Containers": [1, None, [[]], {}], "Tags": {"a": 1}, "": {"": []}, "class": True},
        {"PrimaryContainer": {"Environment": [1], "ModelDataSource": {"S3DataSource": []}}},
    ],
)
@pytest.mark.parametrize("query", ["", "?tagged"])
def test_whatever_a_draft_holds_is_written(
    sally: User, visit: Visit, document: dict[str, Any], dialect: str, query: str
) -> None:
    odd = factories.draft(sally, document)
    assert visit(sally).get(f"/drafts/{odd.id}/export/{dialect}{query}").status_code == 200
