"""What do all tests share?"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from django.core.management.commands import createcachetable
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import settings

from models_ui.audit import triggers

# The same examples on every run and every machine, however slow; nothing is kept between runs.
settings.register_profile("suite", deadline=None, derandomize=True, database=None)
settings.load_profile("suite")


@pytest.fixture(scope="session", autouse=True)
def _flush_past_the_triggers() -> Iterator[None]:
    """Let Django empty the tables between tests, which the triggers rightly refuse. The product has no such way."""
    patch = pytest.MonkeyPatch()
    flush = type(connection.ops).execute_sql_flush

    def without_triggers(self: BaseDatabaseOperations, sql_list: list[str]) -> Any:
        with self.connection.cursor() as cursor:
            for statement in triggers.drop(self.connection.vendor):
                cursor.execute(statement)
        try:
            return flush(self, sql_list)
        finally:
            with self.connection.cursor() as cursor:
                for statement in triggers.create(self.connection.vendor):
                    cursor.execute(statement)

    patch.setattr(type(connection.ops), "execute_sql_flush", without_triggers)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Let Django make the test database in silence: it makes the table of the cache, which a migration has made."""
    patch = pytest.MonkeyPatch()
    make = createcachetable.Command.handle
    patch.setattr(createcachetable.Command, "handle", lambda *own, **options: make(*own, **{**options, "verbosity": 0}))
    yield
    patch.undo()


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks."""
    config.addinivalue_line("markers", "postgres: needs PostgreSQL, since SQLite has no row locks")
    config.addinivalue_line("markers", "browser: drives chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only PostgreSQL can show, where the tests run on SQLite."""
    if connection.vendor == "postgresql":
        return
    left_out = [item for item in items if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def pytest_report_header() -> str:
    """Say which database the tests run on."""
    note = "" if connection.vendor == "postgresql" else "; tests marked postgres are left out"
    return f"database: {connection.vendor}{note}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a test that is skipped fail where nobody would read that it was."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
    return report
