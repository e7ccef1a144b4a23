"""How much may a browser post, and where more than elsewhere?"""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client

from models_ui.contract.json_types import Document
from models_ui.contract.loader import MOST_BYTES
from models_ui.drafts.models import Draft
from tests import factories
from tests.form import browser

FORM = "application/x-www-form-urlencoded"
USUAL = "/accounts/theme/"

pytestmark = pytest.mark.django_db


def many(count: int) -> dict[str, str]:
    return {f"Tags.{n}.Value": "" for n in range(count)}


def test_usual_page_takes_half_a_megabyte(client: Client) -> None:
    assert client.post(USUAL, {"theme": "x" * 500_000}).status_code == 302


def test_usual_page_refuses_more(client: Client) -> None:
    response = client.post(USUAL, {"theme": "x" * 600_000})
    assert response.status_code == 413
    assert "more than this page takes" in response.content.decode()


@pytest.mark.parametrize(("count", "status"), [(1000, 302), (1001, 413)])
def test_usual_page_takes_a_thousand_controls(client: Client, count: int, status: int) -> None:
    assert client.post(USUAL, many(count)).status_code == status


@pytest.mark.parametrize(("count", "status"), [(3990, 302), (4001, 413)])
def test_screen_of_the_wizard_takes_four_thousand_controls(client: Client, count: int, status: int) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    client.force_login(sally)
    body = urlencode({**many(count), "version": draft.version, "action": "save-exit"})
    assert client.post(f"/drafts/{draft.id}/tags/", body, content_type=FORM).status_code == status


def test_post_that_is_too_large_saves_nothing(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    client.force_login(sally)
    client.post(f"/drafts/{draft.id}/basics/", {"ModelName": "x" * 7_000_000, "version": draft.version})
    assert Draft.objects.get().document == draft.document


def test_import_takes_more_than_it_accepts_once_decoded(client: Client) -> None:
    client.force_login(factories.scientist())
    body = urlencode({"document": '"' * (MOST_BYTES + 1), "connection": ""})
    assert "Make a draft" in client.post("/drafts/import/", body, content_type=FORM).content.decode()


def test_import_reads_no_post_without_end(client: Client) -> None:
    client.force_login(factories.scientist())
    assert client.post("/drafts/import/", "x" * (3 * MOST_BYTES + 70_000), content_type=FORM).status_code == 413


def test_bounds_hold_before_anybody_signs_in(client: Client) -> None:
    assert client.post("/drafts/new/", {"team": "x" * 600_000}).status_code == 413


@pytest.mark.parametrize(
    ("step", "document"),
    [
        ("basics", {"ModelName": "é" * 1_000_000}),
        ("container", {"PrimaryContainer": {"AdditionalModelDataSources": [{}] * 5900}}),
        ("container", {"PrimaryContainer": {"Environment": {f"A{number}": "" for number in range(2900)}}}),
    ],
)
def test_screen_of_whatever_was_pasted_can_be_sent(client: Client, step: str, document: Document) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, document)
    client.force_login(sally)
    address = f"/drafts/{draft.id}/{step}/"
    sent = browser.read(client.get(address).content.decode()).controls
    body = urlencode({**sent, "version": draft.version, "action": "save-exit"})

    assert client.post(address, body, content_type=FORM).status_code == 302
    assert Draft.objects.get().document == document
