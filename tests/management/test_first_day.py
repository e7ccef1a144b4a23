"""Can an operator set up the first people, teams and connections by command?"""

from __future__ import annotations

import getpass
import io

import pytest
from django.core.management import CommandError, call_command

from models_ui.accounts.models import Team, User
from models_ui.audit.models import Event
from models_ui.connections.models import Connection
from tests import factories
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

ACCOUNT = "--account=123456789012"


def run(*words: str) -> str:
    """Run a command and return what it says."""
    said = io.StringIO()
    call_command(*words, stdout=said)
    return said.getvalue()


def test_first_team_person_and_connection_are_made_by_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODELS_UI_PASSWORD", PASSWORD)

    run("create_team", "risk", "--name=Risk analytics")
    run("create_person", "ada", "--role=admin", "--role=approver", "--team=risk", "--name=Ada L.")
    run("create_connection", "prod", ACCOUNT, "--region=eu-west-1")

    ada = User.objects.get()
    assert (ada.name, set(ada.roles), set(ada.team_slugs)) == ("Ada L.", {"admin", "approver"}, {"risk"})
    assert ada.check_password(PASSWORD)
    assert (Team.objects.get().name, Connection.objects.get().target.region) == ("Risk analytics", "eu-west-1")
    assert set(Event.objects.values_list("actor_kind", flat=True)) == {"system"}


def test_password_is_asked_for_and_never_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MODELS_UI_PASSWORD", raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: PASSWORD)

    said = run("create_person", "ada")

    assert User.objects.get().check_password(PASSWORD)
    assert PASSWORD not in said


def test_team_without_a_name_is_called_by_its_slug() -> None:
    run("create_team", "risk")

    assert Team.objects.get().name == "risk"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("create_team", "risk"), "already exists"),
        (("create_person", "Ada"), "small letters"),
        (("create_person", "ada", "--team=nowhere"), "no team nowhere"),
        (("create_connection", "prod", "--account=1", "--region=eu-west-1"), "twelve digits"),
        (("create_connection", "prod", ACCOUNT, "--region=moon"), "us-east-1"),
        (("create_connection", "sandbox", ACCOUNT, "--region=eu-west-1"), "already exists"),
    ],
)
def test_command_that_cannot_be_done_says_why(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], sentence: str
) -> None:
    monkeypatch.setenv("MODELS_UI_PASSWORD", PASSWORD)
    factories.team("risk")
    factories.connection()

    with pytest.raises(CommandError, match=sentence):
        run(*words)


def test_weak_password_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODELS_UI_PASSWORD", "password1234")

    with pytest.raises(CommandError, match="too common"):
        run("create_person", "ada")

    assert not User.objects.exists()


def test_nobody_there_to_type_a_password_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_prompt: str) -> str:
        raise EOFError

    monkeypatch.delenv("MODELS_UI_PASSWORD", raising=False)
    monkeypatch.setattr(getpass, "getpass", closed)
    with pytest.raises(CommandError, match="Set MODELS_UI_PASSWORD"):
        run("create_person", "ada")
