"""Which connections are there?"""

from __future__ import annotations

from models_ui.connections.models import Connection


def all_connections() -> list[Connection]:
    """Return every connection, by name."""
    return list(Connection.objects.order_by("name"))


def by_id(connection_id: str) -> Connection | None:
    """Return the connection with this id, or None: the id comes from a form, so it may be anything."""
    return next((connection for connection in all_connections() if str(connection.id) == connection_id), None)


def by_name(name: str) -> Connection | None:
    """Return the connection of this name, or None."""
    return Connection.objects.filter(name=name).first()
