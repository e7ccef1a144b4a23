"""Does a person hold what they were given, and no more?"""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import Grant, Role, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role.values)
def test_person_has_the_one_role_that_was_given(role: str) -> None:
    person = factories.person("pat", role)

    assert [other for other in Role.values if person.has_role(other)] == [role]


@pytest.mark.parametrize("role", Role.values)
def test_deactivated_person_has_no_role(role: str) -> None:
    person = factories.person("pat", role)
    person.is_active = False

    assert not person.has_role(role)


def test_nobody_is_above_the_roles() -> None:
    assert not hasattr(User, "is_superuser")
    assert not hasattr(User, "is_staff")


@pytest.mark.parametrize("role", [Role.ADMIN, "superuser"])
def test_database_refuses_a_role_twice_and_one_that_is_unknown(role: str) -> None:
    person = factories.admin()

    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(user=person, role=role)


def test_actor_names_the_person_and_the_roles_held_now() -> None:
    person = factories.person("pat", Role.AUDITOR, Role.ADMIN)

    actor = actor_for(person)

    assert (actor.kind, actor.id, actor.label, actor.roles) == ("user", str(person.pk), "pat", ("admin", "auditor"))
