"""Do connections come to be by admins alone, and with what AWS would take?"""

from __future__ import annotations

import pytest

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name
from models_ui.connections.models import Connection
from tests import factories
from tests.web.conftest import Visit

NEW = "/connections/new/"
GOOD = {"name": "risk-live", "account": "123456789012", "region": "eu-west-1", "role": ""}
ROLE = "arn:aws:iam::123456789012:role/ModelsUI"


def test_everybody_sees_where_requests_may_go(sally: User, visit: Visit) -> None:
    factories.connection("sandbox")
    page = visit(sally).get("/connections/").content.decode()

    assert all(word in page for word in ("sandbox", "123456789012", "us-east-1"))
    assert "Only an admin may create connections." in page


def test_admin_is_offered_a_new_one(ada: User, visit: Visit) -> None:
    page = visit(ada).get("/connections/").content.decode()

    assert NEW in page
    assert "Only an admin" not in page


def test_admin_creates_one(ada: User, visit: Visit) -> None:
    answer = visit(ada).post(NEW, {**GOOD, "role": ROLE}, follow=True)

    assert "Connection risk-live is ready to use." in answer.content.decode()
    assert Connection.objects.get().role == ROLE
    assert Event.objects.get(name=Name.CONNECTION_CREATED).actor_label == "ada"


@pytest.mark.parametrize("method", ["get", "post"])
def test_others_are_refused_and_recorded(sally: User, visit: Visit, method: str) -> None:
    page = getattr(visit(sally), method)(NEW, GOOD)

    assert page.status_code == 403
    assert not Connection.objects.exists()
    assert Event.objects.get(name=Name.ACCESS_DENIED).reason == "Only an admin may create connections."


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "Enter a name."),
        ("name", "Risk Live", "Use small letters, digits and hyphens."),
        ("account", "12345", "An AWS account has twelve digits."),
        ("account", "１２３４５６７８９０１２", "An AWS account has twelve digits."),
        ("region", "Ireland", "Write the region as in us-east-1."),
        ("role", "ModelsUI", "Write the role as an ARN"),
        ("role", ROLE.replace("123456789012", "210987654321"), "The role belongs to another account"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(ada: User, visit: Visit, field: str, value: str, said: str) -> None:
    page = visit(ada).post(NEW, {**GOOD, field: value})
    text = page.content.decode()

    assert page.status_code == 422
    assert f'<a href="#{field}">{said}' in text
    assert not Connection.objects.exists()


def test_what_was_typed_stays(ada: User, visit: Visit) -> None:
    page = visit(ada).post(NEW, {**GOOD, "region": "Ireland <b>"}).content.decode()

    assert 'value="Ireland &lt;b&gt;"' in page
    assert 'value="risk-live"' in page


def test_taken_name_is_told(ada: User, visit: Visit) -> None:
    factories.connection("risk-live")

    assert "There is a connection of that name already" in visit(ada).post(NEW, GOOD).content.decode()


def test_spaces_around_what_was_pasted_are_dropped(ada: User, visit: Visit) -> None:
    visit(ada).post(NEW, {**GOOD, "account": " 123456789012\t"})

    assert Connection.objects.get().account == "123456789012"
