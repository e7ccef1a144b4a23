"""Which statements keep the rows that must never change from changing?"""

from __future__ import annotations

# Events, frozen envelopes and decisions: insert-only.
TABLES = ("models_ui_event", "models_ui_revision", "models_ui_decision")


def create(vendor: str) -> list[str]:
    """Return the statements that make the triggers on a database (`sqlite` or `postgresql`)."""
    return MAKERS[vendor]()


def drop(vendor: str) -> list[str]:
    """Return the statements that take them away again."""
    on = {"sqlite": "", "postgresql": " ON {table}"}[vendor]
    statements = [
        f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on.format(table=table)}"
        for table in TABLES
        for verb in VERBS[vendor]
    ]
    return statements + (["DROP FUNCTION IF EXISTS models_ui_insert_only()"] if vendor == "postgresql" else [])


# SQLite has no TRUNCATE; its DELETE without a condition fires the row triggers.
VERBS = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}


def _sqlite() -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} never change'); END"
        for table in TABLES
        for verb in VERBS["sqlite"]
    ]


def _postgresql() -> list[str]:
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
            for table in TABLES
            for verb in VERBS["postgresql"]
        ),
    ]


MAKERS = {"sqlite": _sqlite, "postgresql": _postgresql}
