"""The name of a draft as a column of its own, and what a draft was copied from."""

from __future__ import annotations

import json
from typing import Any

from django.db import migrations, models


def fill(apps: Any, _schema_editor: Any) -> None:
    """Give the drafts that there are their names, as the setter of their document does from now on."""
    drafts = apps.get_model("models_ui", "Draft").objects
    for draft in drafts.only("id", "text").iterator():
        name = json.loads(draft.text).get("ModelName")
        if isinstance(name, str):
            drafts.filter(id=draft.id).update(name=name.replace("\0", "")[:200])


class Migration(migrations.Migration):
    dependencies = [("models_ui", "0003_cache")]

    operations = [
        migrations.AddField("draft", "name", models.CharField(blank=True, default="", editable=False, max_length=200)),
        migrations.AddField("draft", "source_id", models.UUIDField(blank=True, null=True)),
        migrations.AddField("draft", "source_digest", models.CharField(blank=True, default="", max_length=64)),
        migrations.AddField("draft", "left_out", models.JSONField(blank=True, default=list)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
