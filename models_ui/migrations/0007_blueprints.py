"""Forms that admins make, their published versions, and which one a draft and a revision were filled in with."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from models_ui.audit import triggers

# SQLite makes the table of revisions anew for another column, and its triggers go with the old one.
REVISION = ("models_ui_revision",)
VERSION = ("models_ui_version",)


def run(statements: list[str], schema_editor: Any) -> None:
    for statement in statements:
        schema_editor.execute(statement, params=None)


def drop(_apps: Any, schema_editor: Any) -> None:
    run(triggers.drop(schema_editor.connection.vendor, REVISION), schema_editor)


def create(_apps: Any, schema_editor: Any) -> None:
    run(triggers.create(schema_editor.connection.vendor, REVISION), schema_editor)


def freeze(_apps: Any, schema_editor: Any) -> None:
    run(triggers.create(schema_editor.connection.vendor, VERSION), schema_editor)


def thaw(_apps: Any, schema_editor: Any) -> None:
    run(triggers.drop(schema_editor.connection.vendor, VERSION), schema_editor)


def row() -> tuple[str, models.Field]:
    return "id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def person() -> models.Field:
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
    )


def version() -> models.Field:
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="models_ui.version"
    )


class Migration(migrations.Migration):
    dependencies = [("models_ui", "0006_secret_marks")]

    operations = [
        migrations.CreateModel(
            "Blueprint",
            fields=[
                row(),
                ("name", models.SlugField(unique=True)),
                ("text", models.TextField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("position", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField()),
                ("updated_at", models.DateTimeField()),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={"ordering": ["name"]},
        ),
        migrations.CreateModel(
            "Version",
            fields=[
                row(),
                ("n", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("published_at", models.DateTimeField()),
                (
                    "blueprint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="models_ui.blueprint"
                    ),
                ),
                ("published_by", person()),
            ],
            options={
                "ordering": ["-n"],
                "constraints": [models.UniqueConstraint(fields=["blueprint", "n"], name="blueprint_version_once")],
            },
        ),
        migrations.CreateModel(
            "Edit",
            fields=[
                row(),
                ("position", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "blueprint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="edits", to="models_ui.blueprint"
                    ),
                ),
                ("by", person()),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=["blueprint", "position"], name="edit_once")],
            },
        ),
        migrations.RunPython(freeze, thaw),
        migrations.AddField("draft", "blueprint_version", version()),
        migrations.AddField("draft", "blueprint_words", models.JSONField(blank=True, default=dict)),
        migrations.RunPython(drop, create),
        migrations.AddField("revision", "blueprint_version", version()),
        migrations.AddField("revision", "blueprint_words", models.JSONField(blank=True, default=dict)),
        migrations.RunPython(create, drop),
    ]
