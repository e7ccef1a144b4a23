"""Does a copy of a request leave secrets behind, and say so?"""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from models_ui.audit.models import Event
from models_ui.audit.refusals import NotFound, Refused
from models_ui.contract.json_types import Document
from models_ui.drafts import checks, clones, operations
from models_ui.drafts.models import LONGEST_NAME, Draft
from tests import factories
from tests.factories import IMAGE, NOW

pytestmark = pytest.mark.django_db

TOKEN = "hf_" + "a" * 34


def secretive() -> Document:
    """Return a request with a secret and a variable that is none."""
    variables: Document = {"HF_TOKEN": TOKEN, "HF_TASK": "summarization"}
    return factories.request("churn-7", PrimaryContainer={"Image": IMAGE, "Environment": variables})


def test_copy_of_ones_own_draft_is_a_draft_with_everything_in_it() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, secretive())

    made = operations.copy(draft_id=draft.id, by=sally, at=NOW)

    assert (made.document, made.connection, made.team) == (draft.document, draft.connection, draft.team)
    assert made.id != draft.id


def test_copy_of_a_colleagues_draft_leaves_secrets_behind() -> None:
    draft = factories.draft(factories.scientist(), secretive())

    made = operations.copy(draft_id=draft.id, by=factories.scientist("tom"), at=NOW)

    assert made.left_out == ["/PrimaryContainer/Environment/HF_TOKEN"]
    assert TOKEN not in made.text
    assert "summarization" in made.text


def test_copy_is_told_of_with_its_source_and_no_value() -> None:
    draft = factories.draft(factories.scientist(), secretive())

    made = operations.copy(draft_id=draft.id, by=factories.scientist("tom"), at=NOW)

    event = Event.objects.get(name="drafts.created", subject_id=str(made.id))
    assert (event.data["origin"], event.data["source"]) == ("copy", str(draft.id))
    assert TOKEN not in event.canonical


def test_draft_of_another_team_cannot_be_copied() -> None:
    draft = factories.draft(factories.scientist())

    with pytest.raises(NotFound):
        operations.copy(draft_id=draft.id, by=factories.scientist("rita", teams=("search",)), at=NOW)


def test_whoever_makes_no_requests_cannot_copy_one() -> None:
    draft = factories.draft(factories.scientist())

    with pytest.raises(Refused):
        operations.copy(draft_id=draft.id, by=factories.approver(), at=NOW)
    assert Draft.objects.count() == 1


def test_what_was_left_out_is_a_warning_until_it_is_entered() -> None:
    sally, tom = factories.scientist(), factories.scientist("tom")
    made = operations.copy(draft_id=factories.draft(sally, secretive()).id, by=tom, at=NOW)
    (warning,) = clones.findings(made)

    operations.save(draft_id=made.id, document=secretive(), version=1, by=tom, at=NOW)

    assert (warning.severity, warning.pointer) == ("warning", "/PrimaryContainer/Environment/HF_TOKEN")
    assert warning.message.startswith("HF_TOKEN was left out")
    assert clones.findings(Draft.objects.get(id=made.id)) == []


def test_what_was_left_out_is_among_all_that_is_said_of_the_draft() -> None:
    draft = factories.draft(factories.scientist(), secretive())

    made = operations.copy(draft_id=draft.id, by=factories.scientist("tom"), at=NOW)

    assert "clone-left-out" in [finding.code for finding in checks.findings(made)]


@pytest.mark.parametrize(
    ("places", "sentence"),
    [((), ""), (("/a/B",), "B"), (("/a/C", "/a/B"), "B and C"), (("/a/A~1B", "/a/C", "/a/D"), "A/B, C and D")],
)
def test_keys_are_listed_as_a_sentence_does(places: tuple[str, ...], sentence: str) -> None:
    assert clones.names(places) == sentence


@pytest.mark.parametrize(
    ("name", "kept"),
    [("churn-7", "churn-7"), (None, ""), (["a"], ""), ("a\0b", "ab"), ("x" * 300, "x" * LONGEST_NAME)],
)
def test_name_of_any_request_fits_its_column(name: object, kept: str) -> None:
    draft = factories.draft(factories.scientist(), {"ModelName": name})  # type: ignore[dict-item]

    assert Draft.objects.get(id=draft.id).name == kept


def test_drafts_of_before_get_their_names_from_their_requests() -> None:
    draft = factories.draft(factories.scientist(), factories.request("churn-7"))
    Draft.objects.update(name="")

    import_module("models_ui.migrations.0004_draft_name_and_source").fill(apps, None)

    assert Draft.objects.get(id=draft.id).name == "churn-7"
