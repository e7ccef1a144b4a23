"""Which variables a person marked as secret, beside the request of a draft and the envelope of a revision."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from models_ui.audit import triggers

# SQLite makes the table anew for another column, and its triggers go with the old one.
TABLES = ("models_ui_revision",)


def drop(_apps: Any, schema_editor: Any) -> None:
    for statement in triggers.drop(schema_editor.connection.vendor, TABLES):
        schema_editor.execute(statement, params=None)


def create(_apps: Any, schema_editor: Any) -> None:
    for statement in triggers.create(schema_editor.connection.vendor, TABLES):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("models_ui", "0005_intended_use")]
    operations = [
        migrations.AddField("draft", "secret_marks", models.JSONField(blank=True, default=list)),
        migrations.RunPython(drop, create),
        migrations.AddField("revision", "secret_marks", models.JSONField(blank=True, default=list)),
        migrations.RunPython(create, drop),
    ]
