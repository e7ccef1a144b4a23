"""The connection and the words that the page was made from that somebody is typing into."""

from __future__ import annotations

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def keep_what_is_there(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let the pages that are open go on from what their drafts have now."""
    open_ones = apps.get_model("models_ui", "Draft").objects.exclude(sheet="")
    open_ones.update(sheet_connection=models.F("connection"), sheet_words=models.F("blueprint_words"))


class Migration(migrations.Migration):
    dependencies = [
        ("models_ui", "0010_missteps"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="sheet_connection",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="models_ui.connection",
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="sheet_words",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.RunPython(keep_what_is_there, migrations.RunPython.noop),
    ]
