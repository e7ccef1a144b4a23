"""Can an operator begin with nothing but commands?"""

from __future__ import annotations

import getpass
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from models_ui.accounts.models import Role, Team, User
from models_ui.audit.models import Event
from models_ui.connections.models import Connection

PASSWORD = "a long enough pass phrase"
TARGET = ["--account", "123456789012", "--region", "eu-west-1"]

pytestmark = pytest.mark.django_db


def run(*words: str) -> str:
    said = StringIO()
    call_command(*words, stdout=said)
    return said.getvalue()


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODELS_UI_PASSWORD", PASSWORD)


def test_team_is_created() -> None:
    assert run("create_team", "risk", "--name", "Risk models") == "Created the team risk.\n"
    assert Team.objects.get().name == "Risk models"


def test_team_without_a_name_is_called_by_its_slug() -> None:
    run("create_team", "risk")
    assert Team.objects.get().name == "risk"


def test_second_team_of_one_slug_is_refused_with_a_sentence() -> None:
    run("create_team", "risk")
    with pytest.raises(CommandError, match="slug"):
        run("create_team", "risk")


def test_person_gets_roles_and_teams() -> None:
    run("create_team", "risk")
    run("create_person", "ada", "--role", "admin", "--role", "approver", "--team", "risk")
    person = User.objects.get()
    assert person.roles == {Role.ADMIN, Role.APPROVER}
    assert person.team_slugs == {"risk"}


def test_person_can_sign_in_with_the_password_of_the_variable() -> None:
    run("create_person", "ada")
    assert User.objects.get().check_password(PASSWORD)


def test_person_can_sign_in_with_the_password_that_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MODELS_UI_PASSWORD")
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: "another long pass phrase")
    run("create_person", "ada")
    assert User.objects.get().check_password("another long pass phrase")


def test_nobody_there_to_type_a_password_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_prompt: str) -> str:
        raise EOFError

    monkeypatch.delenv("MODELS_UI_PASSWORD")
    monkeypatch.setattr(getpass, "getpass", closed)
    with pytest.raises(CommandError, match="Set MODELS_UI_PASSWORD"):
        run("create_person", "ada")


def test_weak_password_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODELS_UI_PASSWORD", "short")
    with pytest.raises(CommandError, match="short"):
        run("create_person", "ada")


def test_unknown_team_is_refused() -> None:
    with pytest.raises(CommandError, match="There is no team risk. Create it first."):
        run("create_person", "ada", "--team", "risk")


def test_connection_is_created() -> None:
    run("create_connection", "risk-prod", *TARGET, "--role", "arn:aws:iam::123456789012:role/models-ui-create")
    assert Connection.objects.get().region == "eu-west-1"


def test_role_of_another_account_is_refused() -> None:
    with pytest.raises(CommandError, match="another account"):
        run("create_connection", "risk-prod", *TARGET, "--role", "arn:aws:iam::210987654321:role/models-ui-create")


def test_first_day_stands_in_the_log() -> None:
    run("create_team", "risk")
    run("create_person", "ada")
    run("create_connection", "risk-prod", *TARGET)
    assert {event.actor_kind for event in Event.objects.all()} == {"system"}
    assert Event.objects.count() == 3
