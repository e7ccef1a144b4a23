"""Do people and teams come to be whole, or not at all?"""

from __future__ import annotations

import pytest

from models_ui.accounts import operations
from models_ui.accounts.models import Role, Team, User
from models_ui.audit.actors import SYSTEM
from models_ui.audit.models import Event
from models_ui.audit.refusals import Refused
from tests import factories
from tests.factories import NOW, PASSWORD

pytestmark = pytest.mark.django_db


def create_person(**options: object) -> User:
    """Return a person, by the operation."""
    facts = {"username": "sally", "password": PASSWORD, "roles": [], "teams": [], "by": SYSTEM, "at": NOW, **options}
    return operations.create_person(**facts)  # type: ignore[arg-type]


def test_person_has_exactly_the_roles_and_teams_that_were_named() -> None:
    factories.team("risk")
    factories.team("search")

    person = create_person(roles=[Role.APPROVER, Role.AUDITOR, Role.AUDITOR], teams=["search"])

    assert person.roles == {"approver", "auditor"}
    assert person.team_slugs == {"search"}


def test_password_is_kept_as_a_hash() -> None:
    person = create_person()

    assert PASSWORD not in person.password
    assert person.check_password(PASSWORD)


def test_new_person_and_team_are_in_the_audit_log_without_the_password() -> None:
    factories.team("risk")
    create_person(roles=[Role.ADMIN], teams=["risk"])

    told = list(Event.objects.order_by("id").values_list("name", "subject_label"))
    assert told == [("accounts.team_created", "Risk"), ("accounts.person_created", "sally")]
    assert Event.objects.latest("id").data == {"roles": ["admin"], "teams": ["risk"]}
    assert PASSWORD not in "".join(Event.objects.values_list("canonical", flat=True))


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"roles": ["superuser"]}, "unknown-role"),
        ({"teams": ["nowhere"]}, "unknown-team"),
        ({"password": "short"}, "weak-password"),
        ({"password": "password1234"}, "weak-password"),
        ({"username": "Sally"}, "not-accepted"),
        ({"username": "sally\n"}, "not-accepted"),
        ({"username": "taken"}, "not-accepted"),
        ({"username": ""}, "not-accepted"),
        ({"username": "s" * 151}, "not-accepted"),
    ],
)
def test_person_who_cannot_be_is_refused_and_leaves_nothing_behind(options: dict[str, object], code: str) -> None:
    create_person(username="taken")

    with pytest.raises(Refused) as refusal:
        create_person(**options)

    assert refusal.value.code == code
    assert User.objects.count() == Event.objects.count() == 1


@pytest.mark.parametrize("slug", ["taken", "", "with space", "s" * 51])
def test_team_that_cannot_be_is_refused(slug: str) -> None:
    factories.team("taken")

    with pytest.raises(Refused):
        operations.create_team(slug=slug, name="A team", by=SYSTEM, at=NOW)

    assert Team.objects.count() == 1
