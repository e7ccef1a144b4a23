"""Do machines learn how the site is doing, without learning more?"""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from models_ui.accounts.models import User
from models_ui.outbox import operations as outbox
from models_ui.outbox.models import Heartbeat
from models_ui.web import readiness
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked of a broker that may run here."""
    monkeypatch.setattr(readiness, "reachable", lambda *_: "ok")


def test_live_asks_nothing_of_the_database(client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert client.get("/health/live").content == b"ok"


def test_ready_where_worker_and_broker_are_there(client: Client) -> None:
    Heartbeat.objects.create(name="worker", at=timezone.now())
    answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()["status"]) == (200, "ready")
    assert set(answer.json()) == {"status", "database", "migrations", "broker", "worker", "aws"}


@pytest.mark.parametrize(("ago", "told"), [(None, "never seen"), (timedelta(minutes=5), "quiet")])
def test_missing_worker_only_degrades(client: Client, ago: timedelta | None, told: str) -> None:
    if ago:
        Heartbeat.objects.create(name="worker", at=timezone.now() - ago)
    answer = client.get("/health/ready")

    assert answer.status_code == 200
    assert (answer.json()["status"], answer.json()["worker"]) == ("degraded", told)


def test_unreachable_broker_only_degrades(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "reachable", lambda *_: "unreachable")
    answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()["broker"]) == (200, "unreachable")


def test_site_without_its_database_is_unready(client: Client) -> None:
    with patch.object(readiness, "pending_migrations", side_effect=DatabaseError):
        answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()["status"], answer.json()["database"]) == (503, "unready", "down")


def test_site_with_pending_migrations_is_unready(client: Client) -> None:
    with patch.object(readiness, "pending_migrations", return_value="pending"):
        assert client.get("/health/ready").status_code == 503


def test_metrics_count_submissions_by_state(client: Client, sally: User) -> None:
    factories.submission(sally)
    text = client.get("/metrics").content.decode()

    assert 'models_ui_submissions{state="pending"} 1.0' in text
    assert 'models_ui_submissions{state="created"} 0.0' in text


def test_metrics_tell_how_long_work_has_waited(client: Client) -> None:
    now = timezone.now()
    outbox.put(topic="create-model", key="1", due=now - timedelta(seconds=90), at=now)
    text = client.get("/metrics").content.decode()

    assert "models_ui_outbox_due 1.0" in text
    assert float(text.split("\nmodels_ui_outbox_oldest_due_seconds ")[1].split()[0]) >= 90


def test_metrics_tell_of_work_that_breaks_down(client: Client) -> None:
    now = timezone.now()
    held = outbox.claim(outbox.put(topic="create-model", key="1", due=now, at=now).id)
    assert held
    outbox.break_down(held, error="KeyError")

    assert "models_ui_outbox_failing 1.0" in client.get("/metrics").content.decode()


def test_metrics_carry_nothing_that_people_typed(client: Client, sally: User) -> None:
    factories.submission(sally, factories.request("very-secret-name"))

    assert "very-secret-name" not in client.get("/metrics").content.decode()


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/metrics"])
def test_answers_are_never_kept(client: Client, path: str) -> None:
    answer = client.get(path)

    assert "no-store" in answer["Cache-Control"]
    assert client.post(path).status_code == 405
