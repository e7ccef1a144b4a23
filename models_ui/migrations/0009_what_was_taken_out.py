"""What a button took out of a draft, until it is put back or something else is taken out."""

from __future__ import annotations

import models_ui.drafts.documents
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('models_ui', '0008_page_being_typed_into'),
    ]

    operations = [
        migrations.AddField(
            model_name='draft',
            name='taken_out',
            field=models_ui.drafts.documents.SealedTextField(blank=True, default='', editable=False),
        ),
    ]
