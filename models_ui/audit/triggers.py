"""Which statements keep the rows that must never change from changing?"""

from __future__ import annotations

from collections.abc import Iterable

# Events, frozen envelopes, decisions and published forms: insert-only.
TABLES = ("models_ui_event", "models_ui_revision", "models_ui_decision", "models_ui_version")


def create(vendor: str, tables: Iterable[str] = TABLES) -> list[str]:
    """Return the statements that make the triggers on a database (`sqlite` or `postgresql`).

    A migration names its tables itself: those of later migrations are not there yet.
    """
    return MAKERS[vendor](tables)


def drop(vendor: str, tables: Iterable[str] = TABLES) -> list[str]:
    """Return the statements that take them away again."""
    on = {"sqlite": "", "postgresql": " ON {table}"}[vendor]
    return [
        f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on.format(table=table)}"
        for table in tables
        for verb in VERBS[vendor]
    ]


def forget(vendor: str) -> list[str]:
    """Return the statements that take away what the triggers call, once none of them is left."""
    return ["DROP FUNCTION IF EXISTS models_ui_insert_only()"] if vendor == "postgresql" else []


# SQLite has no TRUNCATE; its DELETE without a condition fires the row triggers.
VERBS = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}


def _sqlite(tables: Iterable[str]) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} never change'); END"
        for table in tables
        for verb in VERBS["sqlite"]
    ]


def _postgresql(tables: Iterable[str]) -> list[str]:
    function = (
        "CREATE OR REPLACE FUNCTION models_ui_insert_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$"
    )
    each = {"update": "ROW", "delete": "ROW", "truncate": "STATEMENT"}
    return [
        function,
        *(
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"FOR EACH {each[verb]} EXECUTE FUNCTION models_ui_insert_only()"
            for table in tables
            for verb in VERBS["postgresql"]
        ),
    ]


MAKERS = {"sqlite": _sqlite, "postgresql": _postgresql}
