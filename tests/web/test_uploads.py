"""How much may a browser post, and where more than elsewhere?"""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client

from models_ui.contract.loader import MOST_BYTES, MOST_VALUES
from models_ui.drafts.models import Draft
from tests import factories

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


@pytest.mark.parametrize(("count", "status"), [(2 * MOST_VALUES, 302), (2 * MOST_VALUES + 501, 413)])
def test_screen_of_the_wizard_takes_whatever_could_be_pasted(client: Client, count: int, status: int) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    client.force_login(sally)
    body = urlencode({**many(count), "version": draft.version, "action": "save-exit"})
    assert client.post(f"/drafts/{draft.id}/tags/", body, content_type=FORM).status_code == status


def test_post_that_is_too_large_saves_nothing(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    client.force_login(sally)
    client.post(f"/drafts/{draft.id}/basics/", {"ModelName": "x" * 4_000_000, "version": draft.version})
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
