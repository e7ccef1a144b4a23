"""Do the wizard, the review page and submission hear the same about a request?"""

from __future__ import annotations

import pytest
from django.conf import settings

from models_ui.contract.finding import Finding, errors
from models_ui.contract.json_types import Document
from models_ui.contract.uses import Use
from models_ui.drafts.checks import findings
from models_ui.drafts.models import Draft
from tests import factories


def of(request: Document) -> list[Finding]:
    """Return what is said of a draft that was not saved yet."""
    draft = Draft()
    draft.document = request
    return findings(draft)


def test_complete_request_has_no_errors() -> None:
    assert errors(of(factories.request())) == []


def test_fault_of_the_schema_is_found_at_its_place() -> None:
    assert "/ModelName" in [finding.pointer for finding in of(factories.request("-no-name"))]


def test_our_own_tag_is_an_error_at_its_place() -> None:
    request = factories.request(Tags=[{"Key": settings.OWNERSHIP_TAG, "Value": "mine"}])

    assert [finding.pointer for finding in errors(of(request))] == ["/Tags/0/Key"]


@pytest.mark.django_db
@pytest.mark.parametrize(("region", "codes"), [("us-east-1", []), ("eu-west-1", ["ecr-region"])])
def test_request_is_held_against_where_it_goes(region: str, codes: list[str]) -> None:
    draft = factories.draft(factories.scientist(), where=factories.connection("there", region=region))

    assert [finding.code for finding in findings(draft)] == codes


@pytest.mark.parametrize(("use", "codes"), [(Use.REAL_TIME, []), (Use.SERVERLESS, ["serverless-isolation"])])
def test_request_is_held_against_what_it_is_meant_for(use: Use, codes: list[str]) -> None:
    draft = Draft(intended_use=use)
    draft.document = factories.request(EnableNetworkIsolation=True)

    assert [finding.code for finding in findings(draft)] == codes
