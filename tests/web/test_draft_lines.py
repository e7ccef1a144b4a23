"""Does a draft of the list stand under the right word?"""

from __future__ import annotations

import pytest

from models_ui.contract.json_types import Document
from models_ui.drafts.models import Draft
from models_ui.web.draft_lines import lines
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("document", "word", "tone"),
    [
        ({}, "Not started", ""),
        ({"ModelName": "churn-7"}, "In progress", ""),
        (factories.request("churn-7"), "Ready to submit", "success"),
        (factories.request("churn_7"), "There is a problem (1)", "danger"),
        (factories.request("churn_7", ExecutionRoleArn="x"), "There is a problem (2)", "danger"),
    ],
)
def test_status_of_a_draft_is_that_of_its_steps(document: Document, word: str, tone: str) -> None:
    draft = factories.draft(factories.scientist(), document)
    (line,) = lines([draft], reader=draft.owner)
    assert (line.look.word, line.tone) == (word, tone)


def test_draft_that_came_back_names_its_submission() -> None:
    made = factories.submission(factories.scientist())
    factories.decide(made, factories.approver(), "request-changes")
    draft = Draft.objects.get()
    assert lines([draft], reader=draft.owner)[0].submission == made
