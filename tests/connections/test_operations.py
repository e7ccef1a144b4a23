"""Do connections lead exactly where they say?"""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from models_ui.audit.actors import SYSTEM
from models_ui.audit.models import Event
from models_ui.audit.refusals import Refused
from models_ui.connections import checks, operations, queries
from models_ui.connections.models import Connection
from models_ui.contract.envelopes import Target
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

FACTS = {
    "name": "prod",
    "account": "123456789012",
    "region": "eu-west-1",
    "role": "arn:aws:iam::123456789012:role/ModelsUI",
}


def create(**options: str) -> Connection:
    """Return a connection, by the operation."""
    return operations.create(**{**FACTS, **options}, by=SYSTEM, at=NOW)


@pytest.mark.parametrize(("role", "assumed"), [(FACTS["role"], FACTS["role"]), ("", None)])
def test_target_holds_account_region_and_the_role_if_there_is_one(role: str, assumed: str | None) -> None:
    assert create(role=role).target == Target(account="123456789012", region="eu-west-1", role=assumed)


def test_new_connection_is_in_the_audit_log() -> None:
    create()

    event = Event.objects.get()
    assert (event.name, event.subject_label) == ("connections.created", "prod")
    assert event.data == {key: FACTS[key] for key in ("account", "region", "role")}


@pytest.mark.parametrize("region", ["us-east-1", "us-gov-west-1", "ap-southeast-5", "us-iso-east-1"])
def test_region_of_every_partition_is_accepted(region: str) -> None:
    assert create(region=region, role="").region == region


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "Prod"),
        ("name", "-prod"),
        ("name", "prod\n"),
        ("name", "p" * 51),
        ("name", "taken"),
        ("account", "12345678901"),
        ("account", "1234567890123"),
        ("account", "１２３４５６７８９０１２"),
        ("account", "123456789012\n"),
        ("region", "us-east"),
        ("region", "US-EAST-1"),
        ("region", "us-east-1/../x"),
        ("role", "ModelsUI"),
        ("role", "arn:aws:iam::123456789012:user/ModelsUI"),
        ("role", "arn:aws:iam::210987654321:role/ModelsUI"),
    ],
)
def test_connection_that_leads_nowhere_is_refused_at_its_field(field: str, value: str) -> None:
    create(name="taken")

    with pytest.raises(ValidationError) as refusal:
        create(**{field: value})

    assert list(refusal.value.message_dict) == [field]
    assert Connection.objects.count() == Event.objects.count() == 1


@pytest.mark.parametrize("person", [factories.scientist, factories.approver, factories.auditor])
def test_only_admins_may_create_connections(person: object) -> None:
    with pytest.raises(Refused) as refusal:
        checks.check_can_create(person())  # type: ignore[operator]

    assert refusal.value.code == "admin-only"
    checks.check_can_create(factories.admin())


def test_connection_is_found_by_its_id_and_nothing_by_anything_else() -> None:
    made = create()

    assert queries.by_id(str(made.id)) == made
    assert [queries.by_id(other) for other in ("", "prod", "'; --", str(made.id)[:-1])] == [None] * 4
