"""What a SageMaker model is meant for, beside the request of a draft and the envelope of a revision."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from models_ui.audit import triggers

# SQLite makes the table anew for another column, and its triggers go with the old one.
TABLES = ("models_ui_revision",)
FIELD = {
    "blank": True,
    "choices": [
        ("", "Not decided"),
        ("real-time", "Real-time endpoint"),
        ("serverless", "Serverless endpoint"),
        ("batch", "Batch transform"),
    ],
    "default": "",
    "max_length": 20,
}


def drop(_apps: Any, schema_editor: Any) -> None:
    for statement in triggers.drop(schema_editor.connection.vendor, TABLES):
        schema_editor.execute(statement, params=None)


def create(_apps: Any, schema_editor: Any) -> None:
    for statement in triggers.create(schema_editor.connection.vendor, TABLES):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("models_ui", "0004_draft_name_and_source")]
    operations = [
        migrations.AddField("draft", "intended_use", models.CharField(**FIELD)),
        migrations.RunPython(drop, create),
        migrations.AddField("revision", "intended_use", models.CharField(**FIELD)),
        migrations.RunPython(create, drop),
    ]
