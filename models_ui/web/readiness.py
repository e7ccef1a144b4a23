"""Is everything in place that the site needs?"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from models_ui.outbox.models import Heartbeat

# A worker that was not seen for so long is missed; the sweeper runs every five seconds.
QUIET = timedelta(seconds=60)
PATIENCE = 0.5


@dataclass(frozen=True, slots=True)
class Readiness:
    """What was found: `ok`, or a word for what is wrong, by part."""

    database: str
    migrations: str
    broker: str
    worker: str
    aws: str

    @property
    def ready(self) -> bool:
        """Whether pages can be served."""
        return self.database == self.migrations == "ok"

    def as_dict(self) -> dict[str, object]:
        """Return what is served: a status in one word, and the parts."""
        parts = {name: getattr(self, name) for name in ("database", "migrations", "broker", "worker", "aws")}
        degraded = any(value not in ("ok", "unchecked") for value in parts.values())
        return {"status": "unready" if not self.ready else "degraded" if degraded else "ready", **parts}


def look() -> Readiness:
    """Look at every part. Only the database can make the site unready: the rest is made good later by the worker."""
    try:
        migrations, worker = pending_migrations(), heartbeat()
    except DatabaseError:
        return Readiness("down", "unchecked", broker(), "unchecked", aws())
    return Readiness("ok", migrations, broker(), worker, aws())


def pending_migrations() -> str:
    """Say whether the database has the shape that this release needs."""
    executor = MigrationExecutor(connection)
    return "pending" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else "ok"


def heartbeat() -> str:
    """Say whether a worker was seen lately."""
    seen = Heartbeat.objects.order_by("-at").first()
    if seen is None:
        return "never seen"
    return "ok" if timezone.now() - seen.at < QUIET else "quiet"


def broker() -> str:
    """Say whether the broker takes a connection."""
    return reachable(settings.REDIS_URL, 6379)


def aws() -> str:
    """Say whether the AWS of `AWS_ENDPOINT_URL` takes a connection; the real one is not asked from here."""
    endpoint = settings.AWS_ENDPOINT_URL_SAGEMAKER or settings.AWS_ENDPOINT_URL
    return reachable(endpoint, 443) if endpoint else "unchecked"


def reachable(url: str, port: int) -> str:
    """Say whether the host of an address takes a connection."""
    parts = urlsplit(url)
    try:
        socket.create_connection((parts.hostname or "", parts.port or port), timeout=PATIENCE).close()
    except OSError:
        return "unreachable"
    return "ok"
