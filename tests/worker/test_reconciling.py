"""Whose is a SageMaker model that exists?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings

from models_ui.aws.create_model import Described
from models_ui.submissions.models import Attempt, Revision
from models_ui.worker import reconciling
from models_ui.worker.reconciling import SKEW, TAG_LAG, judge
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

MOMENT = timedelta(seconds=1)
ARN = "arn:aws:sagemaker:us-east-1:123456789012:model/churn"


@pytest.fixture
def attempt() -> Attempt:
    """The only call of a submission, which began at NOW."""
    revision = factories.submission(factories.scientist(), factories.request("churn")).current
    return Attempt.objects.create(submission=revision.submission, revision=revision, number=1, started_at=NOW)


def fate(
    attempt: Attempt, mark: str | None, *, same: bool = True, made: timedelta = MOMENT, seen: timedelta = MOMENT
) -> str:
    """Return the verdict on a model that was made and looked at so long after the call, with this in our tag.

    "(none)" stands for no tags at all, None for only other ones.
    """
    revision: Revision = attempt.revision
    document = revision.request if same else {**revision.request, "ExecutionRoleArn": "another"}
    key = settings.OWNERSHIP_TAG
    tags = {} if mark == "(none)" else {"team": "risk"} if mark is None else {"team": "risk", key: mark}
    return judge(revision, Described(ARN, document, NOW + made), tags, attempt, NOW + seen).fate


def test_model_with_our_mark_and_our_content_is_ours(attempt: Attempt) -> None:
    assert fate(attempt, attempt.revision.ownership) == "ours"


def test_model_with_our_mark_and_other_content_is_for_somebody_to_look_at(attempt: Attempt) -> None:
    assert fate(attempt, attempt.revision.ownership, same=False) == "differs"


@pytest.mark.parametrize("suffix", [".0", ".2", ".11"])
def test_model_of_another_revision_of_ours_is_for_somebody_to_look_at(attempt: Attempt, suffix: str) -> None:
    assert fate(attempt, f"{attempt.submission_id}{suffix}") == "differs"


@pytest.mark.parametrize("mark", ["", "somebody-else.1", "00000000-0000-4000-8000-000000000000.1"])
def test_model_with_the_mark_of_another_is_a_strangers_at_once(attempt: Attempt, mark: str) -> None:
    later = TAG_LAG if mark == "" else MOMENT
    assert fate(attempt, mark, seen=later) == "stranger"


@pytest.mark.parametrize("mark", ["(none)", None])
def test_model_that_is_older_than_our_first_call_is_a_strangers_at_once(attempt: Attempt, mark: str | None) -> None:
    assert fate(attempt, mark, made=-SKEW - MOMENT) == "stranger"


@pytest.mark.parametrize("mark", ["(none)", None])
@pytest.mark.parametrize("made", [-SKEW, timedelta(0), MOMENT])
def test_model_without_our_mark_is_waited_for_while_tags_may_lag(
    attempt: Attempt, mark: str | None, made: timedelta
) -> None:
    assert fate(attempt, mark, made=made, seen=TAG_LAG - MOMENT) == "wait"


@pytest.mark.parametrize(("mark", "verdict"), [("(none)", "differs"), (None, "stranger")])
def test_model_without_our_mark_is_judged_when_tags_lag_no_more(
    attempt: Attempt, mark: str | None, verdict: str
) -> None:
    assert fate(attempt, mark, seen=TAG_LAG) == verdict


def test_model_is_never_ours_without_our_mark(attempt: Attempt) -> None:
    marks = ["(none)", None, "", "x", str(attempt.submission_id), f"{attempt.submission_id}.", attempt.revision.digest]

    for seen in (MOMENT, TAG_LAG, 10 * TAG_LAG):
        assert "ours" not in {fate(attempt, mark, seen=seen) for mark in marks}


def test_every_verdict_that_leaves_it_to_somebody_has_a_sentence() -> None:
    assert set(reconciling.WHY) == {"absent", "differs", "wait"}
