"""Does everybody see the submissions that are for them, and nothing hidden in them?"""

from __future__ import annotations

import pytest

from models_ui.audit.refusals import NotFound
from models_ui.submissions import queries
from models_ui.submissions.models import Attempt
from tests import factories
from tests.factories import IMAGE, NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("roles", "team", "sees"),
    [
        (("data-scientist",), "risk", True),
        (("data-scientist",), "search", False),
        (("approver",), "search", True),
        (("admin",), "search", True),
        (("auditor",), "search", True),
        (("data-scientist", "auditor"), "search", True),
        ((), "risk", False),
    ],
)
def test_submission_is_seen_by_its_team_and_by_those_who_look_after_all(
    roles: tuple[str, ...], team: str, *, sees: bool
) -> None:
    submission = factories.submission(factories.scientist())
    person = factories.person("pat", *roles, teams=(team,))

    assert queries.visible_to(person).exists() == sees
    if sees:
        assert queries.get_visible(person, submission.id) == submission
    else:
        with pytest.raises(NotFound):
            queries.get_visible(person, submission.id)


@pytest.mark.parametrize("role", ["data-scientist", "approver", "admin", "auditor"])
def test_deactivated_person_sees_nothing(role: str) -> None:
    factories.submission(factories.scientist())
    person = factories.person("pat", role)
    person.is_active = False

    assert not queries.visible_to(person).exists()


def test_secrets_are_hidden_from_everybody_but_the_requester() -> None:
    sally, tom = factories.scientist(), factories.scientist("tom")
    container = {"Image": IMAGE, "Environment": {"HF_TOKEN": "hf_" + "a" * 30, "LEVEL": "info"}}
    submission = factories.submission(sally, factories.request(PrimaryContainer=container))

    hidden = {"/PrimaryContainer/Environment/HF_TOKEN"}
    assert queries.masked_pointers(sally, submission, submission.current) == frozenset()
    for person in (tom, factories.approver(), factories.admin(), factories.auditor()):
        assert queries.masked_pointers(person, submission, submission.current) == hidden


def test_revision_is_found_by_its_digest() -> None:
    submission = factories.submission(factories.scientist())

    assert queries.revision_with(submission, submission.current.digest) == submission.current
    assert queries.revision_with(submission, "ab" * 32) is None


@pytest.mark.parametrize(
    ("outcomes", "in_a_row"),
    [
        ([], 0),
        (["unknown"], 1),
        (["unknown", "unknown"], 2),
        (["unknown", "failed"], 0),
        (["unknown", "failed", "unknown", "unknown"], 2),
    ],
)
def test_unclear_calls_count_since_the_last_clear_one(outcomes: list[str], in_a_row: int) -> None:
    revision = factories.submission(factories.scientist()).current
    for number, outcome in enumerate(outcomes, start=1):
        Attempt.objects.create(
            submission=revision.submission,
            revision=revision,
            number=number,
            started_at=NOW,
            finished_at=NOW,
            outcome=outcome,
        )

    assert queries.unclear_calls(revision) == in_a_row
