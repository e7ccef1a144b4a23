"""How does a connection come to be?"""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from models_ui.audit import operations as audit
from models_ui.audit.actors import Actor
from models_ui.audit.operations import Subject
from models_ui.audit.vocabulary import Name
from models_ui.connections.models import Connection


@transaction.atomic
def create(*, name: str, account: str, region: str, role: str, by: Actor, at: datetime) -> Connection:
    """Create a connection; `role` is an ARN or empty.

    Raises ValidationError with one message a field. Who may do this is for the entry point to ask
    (`checks.check_can_create`), since the first connection is made by a command.
    """
    connection = Connection(name=name, account=account, region=region, role=role, created_at=at)
    connection.full_clean()
    if role and role.split(":")[4] != account:
        raise ValidationError({"role": "The role belongs to another account than the connection."})
    try:
        with transaction.atomic():
            connection.save()
    except IntegrityError:
        # Somebody took the name after we looked: asked again, the same rule says the same sentence.
        connection.full_clean()
        raise
    audit.record(
        name=Name.CONNECTION_CREATED,
        actor=by,
        subject=Subject("connection", str(connection.id), name),
        at=at,
        data={"account": account, "region": region, "role": role},
    )
    return connection
