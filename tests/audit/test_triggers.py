"""Does the database itself keep events, revisions, decisions and published forms from changing?"""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from models_ui.audit import triggers
from tests import factories
from tests.blueprints import forms

pytestmark = pytest.mark.django_db

CHANGES = {
    "models_ui_event": "reason = ''",
    "models_ui_revision": "digest = digest",
    "models_ui_decision": "comment = ''",
    "models_ui_version": "digest = digest",
}
STATEMENTS = {
    "update": "UPDATE {table} SET {change}",
    "delete": "DELETE FROM {table}",
    "truncate": "TRUNCATE {table} CASCADE",
}
# How a database writes a row over another one.
OVER = {
    "sqlite": "REPLACE INTO {table} SELECT * FROM {table}",
    "postgresql": "INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (id) DO UPDATE SET id = excluded.id",
}


def test_every_guarded_table_has_every_trigger() -> None:
    wanted = {f"{table}_no_{verb}" for table in triggers.TABLES for verb in triggers.VERBS[connection.vendor]}

    assert names() == wanted


@pytest.mark.parametrize("table", triggers.TABLES)
def test_database_refuses_every_change_of_a_row(table: str) -> None:
    forms.made()
    factories.decide(factories.submission(factories.scientist()), factories.approver())
    # PostgreSQL truncates no table whose foreign keys are still to be checked.
    connection.check_constraints()
    before = rows(table)

    for verb in triggers.VERBS[connection.vendor]:
        with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
            connection.cursor().execute(STATEMENTS[verb].format(table=table, change=CHANGES[table]))

    assert rows(table) == before
    assert before


@pytest.mark.parametrize("table", triggers.TABLES)
def test_database_refuses_to_write_a_row_over_another(table: str) -> None:
    forms.made()
    factories.decide(factories.submission(factories.scientist()), factories.approver())
    before = rows(table)

    with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
        connection.cursor().execute(OVER[connection.vendor].format(table=table))

    assert rows(table) == before


def test_triggers_can_be_taken_away_and_made_again() -> None:
    before = names()
    with connection.cursor() as cursor:
        for statement in triggers.drop(connection.vendor):
            cursor.execute(statement)
        assert names() == set()
        for statement in triggers.create(connection.vendor):
            cursor.execute(statement)

    assert names() == before


def names() -> set[str]:
    """Return the names of the triggers that the database has."""
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        return {name for (name,) in cursor.fetchall()}


def rows(table: str) -> list[tuple[object, ...]]:
    """Return what a table holds."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608 - one of our own names
        return list(cursor.fetchall())
