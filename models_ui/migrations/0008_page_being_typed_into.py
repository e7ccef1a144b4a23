"""The page that somebody is typing into, and the request that it was made from."""

from __future__ import annotations

import models_ui.drafts.documents
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("models_ui", "0007_blueprints"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="sheet",
            field=models.CharField(blank=True, default="", editable=False, max_length=32),
        ),
        migrations.AddField(
            model_name="draft",
            name="sheet_marks",
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name="draft",
            name="sheet_text",
            field=models_ui.drafts.documents.SealedTextField(blank=True, default="", editable=False),
        ),
        migrations.AddField(
            model_name="draft",
            name="sheet_turn",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
    ]
