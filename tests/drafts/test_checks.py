"""Do the wizard, the review page and submission hear the same about a request?"""

from __future__ import annotations

from django.conf import settings

from models_ui.contract.finding import errors
from models_ui.drafts.checks import findings
from tests import factories


def test_complete_request_has_no_errors() -> None:
    assert errors(findings(factories.request())) == []


def test_fault_of_the_schema_is_found_at_its_place() -> None:
    assert "/ModelName" in [finding.pointer for finding in findings(factories.request("-no-name"))]


def test_our_own_tag_is_an_error_at_its_place() -> None:
    request = factories.request(Tags=[{"Key": settings.OWNERSHIP_TAG, "Value": "mine"}])

    assert [finding.pointer for finding in errors(findings(request))] == ["/Tags/0/Key"]
