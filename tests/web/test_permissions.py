"""Who gets what at every address of the site? An address without its rows in the table below fails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from models_ui.accounts.models import Role, User
from models_ui.audit.models import Event
from models_ui.contract.json_types import Document
from models_ui.submissions.models import Submission
from tests import factories
from tests.web import building

pytestmark = pytest.mark.django_db

# Role and team. What is asked for belongs to the first one, and to team risk.
PEOPLE: Mapping[str, tuple[tuple[str, ...], str]] = {
    "requester": ((Role.DATA_SCIENTIST,), "risk"),
    "teammate": ((Role.DATA_SCIENTIST,), "risk"),
    "outsider": ((Role.DATA_SCIENTIST,), "search"),
    "approver": ((Role.APPROVER,), "search"),
    "admin": ((Role.ADMIN,), "search"),
    "auditor": ((Role.AUDITOR,), "search"),
    "roleless": ((), "risk"),
}
SECRET: Document = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_very_secret"}}

# A stranger first, then PEOPLE in their order. 302 leads a stranger to the sign-in page, others on; 401 is that page with
# what was sent; 403 says why; 404 tells nobody whether there is such a thing; 422 shows a form with what is missing.
TABLE = """
GET   home                  302  200  200  200  200  200  200  200
GET   login                 200  302  302  302  302  302  302  302
GET   logout                302  405  405  405  405  405  405  405
GET   theme                 405  405  405  405  405  405  405  405
GET   token                 200  200  200  200  200  200  200  200
GET   audit                 302  200  200  200  200  200  200  200
GET   audit-event           302  200  200  404  200  200  200  404
GET   audit-export-jsonl    302  403  403  403  403  200  200  403
GET   audit-export-csv      302  403  403  403  403  200  200  403
GET   blueprint-list        302  200  200  200  200  200  200  200
GET   blueprint-schema      302  200  200  200  200  200  200  200
GET   blueprint-new         302  403  403  403  403  200  403  403
GET   blueprint             302  403  403  403  403  302  403  403
GET   blueprint-about       302  403  403  403  403  200  403  403
GET   blueprint-fields      302  403  403  403  403  200  403  403
GET   blueprint-layout      302  403  403  403  403  200  403  403
GET   blueprint-preview     302  403  403  403  403  200  403  403
GET   blueprint-json        302  403  403  403  403  200  403  403
GET   blueprint-versions    302  403  403  403  403  200  403  403
GET   blueprint-export      302  403  403  403  403  200  403  403
GET   blueprint-undo        302  405  405  405  405  405  405  405
GET   blueprint-redo        302  405  405  405  405  405  405  405
GET   blueprint-publish     302  405  405  405  405  405  405  405
GET   blueprint-retire      302  405  405  405  405  405  405  405
GET   blueprint-restore     302  405  405  405  405  405  405  405
GET   finding-counts        302  403  403  403  403  200  403  403
GET   connection-list       302  200  200  200  200  200  200  200
GET   connection-new        302  403  403  403  403  200  403  403
GET   draft-list            302  200  200  200  200  200  200  200
GET   draft-new             302  200  200  200  200  200  200  200
GET   draft-import          302  200  200  200  403  403  403  403
GET   draft                 302  302  302  404  404  404  404  404
GET   draft-review          302  200  200  404  404  404  404  404
GET   draft-discard         302  405  405  405  405  405  405  405
GET   draft-restore         302  405  405  405  405  405  405  405
GET   draft-copy            302  405  405  405  405  405  405  405
GET   draft-request         302  200  403  404  404  404  404  404
GET   draft-findings        302  200  200  404  404  404  404  404
GET   draft-export          302  200  200  404  404  404  404  404
GET   draft-images          302  200  200  404  404  404  404  404
GET   draft-newer-form      302  302  302  404  404  404  404  404
GET   draft-step            302  200  200  404  404  404  404  404
GET   submission-list       302  200  200  200  200  200  200  200
GET   submission            302  200  200  404  200  200  200  404
GET   submission-request    302  200  403  404  403  403  403  404
GET   submission-envelope   302  200  403  404  403  403  403  404
GET   submission-export     302  200  200  404  200  200  200  404
GET   submission-status     302  200  200  404  200  200  200  404
GET   submission-clone      302  405  405  405  405  405  405  405
GET   submission-withdraw   302  405  405  405  405  405  405  405
GET   submission-take-back  302  405  405  405  405  405  405  405
GET   submission-edit       302  405  405  405  405  405  405  405
GET   submission-retry      302  405  405  405  405  405  405  405
GET   submission-reconcile  302  405  405  405  405  405  405  405
GET   approval-list         302  200  200  200  200  200  200  200
GET   approval              302  200  200  404  200  200  200  404
GET   help                  200  200  200  200  200  200  200  200
GET   help-fields           200  200  200  200  200  200  200  200
GET   health-live           200  200  200  200  200  200  200  200
GET   health-ready          200  200  200  200  200  200  200  200
GET   metrics               200  200  200  200  200  200  200  200
GET   stylesheet            200  200  200  200  200  200  200  200
POST  home                  302  405  405  405  405  405  405  405
POST  login                 422  302  302  302  302  302  302  302
POST  logout                302  302  302  302  302  302  302  302
POST  theme                 302  302  302  302  302  302  302  302
POST  token                 405  405  405  405  405  405  405  405
POST  audit                 302  405  405  405  405  405  405  405
POST  audit-event           302  405  405  405  405  405  405  405
POST  audit-export-jsonl    302  405  405  405  405  405  405  405
POST  audit-export-csv      302  405  405  405  405  405  405  405
POST  blueprint-list        302  405  405  405  405  405  405  405
POST  blueprint-schema      302  405  405  405  405  405  405  405
POST  blueprint-new         302  403  403  403  403  422  403  403
POST  blueprint             302  405  405  405  405  405  405  405
POST  blueprint-about       302  403  403  403  403  422  403  403
POST  blueprint-fields      302  403  403  403  403  404  403  403
POST  blueprint-layout      302  403  403  403  403  422  403  403
POST  blueprint-preview     302  403  403  403  403  200  403  403
POST  blueprint-json        302  403  403  403  403  422  403  403
POST  blueprint-versions    302  405  405  405  405  405  405  405
POST  blueprint-export      302  405  405  405  405  405  405  405
POST  blueprint-undo        302  403  403  403  403  302  403  403
POST  blueprint-redo        302  403  403  403  403  302  403  403
POST  blueprint-publish     302  403  403  403  403  302  403  403
POST  blueprint-retire      302  403  403  403  403  302  403  403
POST  blueprint-restore     302  403  403  403  403  404  403  403
POST  finding-counts        302  405  405  405  405  405  405  405
POST  connection-list       302  405  405  405  405  405  405  405
POST  connection-new        302  403  403  403  403  422  403  403
POST  draft-list            302  405  405  405  405  405  405  405
POST  draft-new             302  302  302  302  403  403  403  403
POST  draft-import          302  422  422  422  403  403  403  403
POST  draft                 302  405  405  405  405  405  405  405
POST  draft-review          401  302  302  404  404  404  404  404
POST  draft-discard         302  302  302  404  404  404  404  404
POST  draft-restore         302  409  409  404  404  404  404  404
POST  draft-copy            302  302  302  404  404  404  404  404
POST  draft-request         302  405  405  405  405  405  405  405
POST  draft-findings        302  405  405  405  405  405  405  405
POST  draft-export          302  405  405  405  405  405  405  405
POST  draft-images          302  405  405  405  405  405  405  405
POST  draft-newer-form      302  403  403  404  404  404  404  404
POST  draft-step            401  302  302  404  404  404  404  404
POST  submission-list       302  405  405  405  405  405  405  405
POST  submission            302  405  405  405  405  405  405  405
POST  submission-request    302  405  405  405  405  405  405  405
POST  submission-envelope   302  405  405  405  405  405  405  405
POST  submission-export     302  405  405  405  405  405  405  405
POST  submission-status     302  405  405  405  405  405  405  405
POST  submission-clone      302  302  302  404  403  403  403  404
POST  submission-withdraw   302  302  403  404  403  403  403  404
POST  submission-take-back  302  302  403  404  403  403  403  404
POST  submission-edit       302  302  403  404  403  403  403  404
POST  submission-retry      302  302  403  404  403  403  403  404
POST  submission-reconcile  302  403  403  404  403  302  403  404
POST  approval-list         302  405  405  405  405  405  405  405
POST  approval              401  403  403  404  302  403  403  404
POST  help                  405  405  405  405  405  405  405  405
POST  help-fields           405  405  405  405  405  405  405  405
POST  health-live           405  405  405  405  405  405  405  405
POST  health-ready          405  405  405  405  405  405  405  405
POST  metrics               405  405  405  405  405  405  405  405
POST  stylesheet            405  405  405  405  405  405  405  405
"""


class Row(NamedTuple):
    """One line of the table."""

    method: str
    name: str
    statuses: list[int]


def rows() -> list[Row]:
    """Return the lines of the table."""
    lines = (line.split() for line in TABLE.strip().splitlines())
    return [Row(method, name, [int(status) for status in statuses]) for method, name, *statuses in lines]


class World(NamedTuple):
    """What there is to ask for, and what a form of each page sends."""

    people: list[User]
    draft: str
    submission: Submission
    event: int


# In which state a submission must be, so that the act of an address may happen at all.
STATES = {
    "submission-edit": "failed",
    "submission-retry": "failed",
    "submission-reconcile": "needs_attention",
}


@pytest.fixture
def world() -> World:
    """People, a draft and a submission of the first of them that hold a secret, and the event of the submission."""
    people = [factories.person(name, *roles, teams=(team,)) for name, (roles, team) in PEOPLE.items()]
    draft = factories.draft(people[0], factories.request("draft-1", PrimaryContainer=SECRET))
    submission = factories.submission(people[0], factories.request("churn-1", PrimaryContainer=SECRET))
    factories.decide(submission, factories.approver("another"))
    building.made(people[4])
    event = Event.objects.get(subject_id=submission.id, name="approvals.approved")
    return World(people, str(draft.id), factories.in_state(submission, "pending"), event.id)


def patterns() -> dict[str, URLPattern]:
    """Return the addresses of the site by their names."""
    found = get_resolver("models_ui.urls").url_patterns
    return {str(each.name): each for each in found if isinstance(each, URLPattern)}


def address(world: World, name: str) -> str:
    """Return the address of that name, of what there is in the world."""
    known = {
        "draft_id": world.draft,
        "submission_id": world.submission.id,
        "event_id": world.event,
        "step": "basics",
        "digest": "0123456789ab",
        "dialect": "boto3",
        "name": "churn",
    }
    return reverse(name, kwargs={part: known[part] for part in patterns()[name].pattern.converters})


def form(world: World, name: str) -> dict[str, str]:
    """Return what the page with this act posts, as it is seen now."""
    seen = world.submission if name.startswith(("submission", "approval")) else None
    return {
        "version": str(seen.version if seen else 1),
        "digest": seen.current.digest if seen else "",
        "decision": "approve",
        "justification": "Weekly retraining.",
        "use": "real-time",
    }


def answered(world: World, row: Row, user: User | None) -> int:
    """Return the status that somebody gets; nothing stays of what was done."""
    browser = Client()
    if user:
        browser.force_login(user)
    sent = form(world, row.name) if row.method == "POST" else {}
    with transaction.atomic():
        answer = getattr(browser, row.method.lower())(address(world, row.name), sent)
        transaction.set_rollback(True)
    return int(answer.status_code)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_address_has_its_row(method: str) -> None:
    assert sorted(row.name for row in rows() if row.method == method) == sorted(patterns())


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.method}-{row.name}")
def test_everybody_gets_what_the_table_says(row: Row, world: World) -> None:
    world.submission.state = STATES.get(row.name, "pending")
    world.submission.save()

    assert [answered(world, row, user) for user in (None, *world.people)] == row.statuses
