"""The table of the cache, which counts wrong passwords."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.db import migrations


def create(_apps: Any, schema_editor: Any) -> None:
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("models_ui", "0002_insert_only")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
