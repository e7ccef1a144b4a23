"""Which rows must never change from here on?"""

from django.db import migrations

from models_ui.audit import triggers

TABLES = ("models_ui_event", "models_ui_revision", "models_ui_decision")


def create(_apps, schema_editor):
    """Make the triggers."""
    for statement in triggers.create(schema_editor.connection.vendor, TABLES):
        schema_editor.execute(statement, params=None)


def drop(_apps, schema_editor):
    """Take them away, so that the tables themselves can go."""
    vendor = schema_editor.connection.vendor
    for statement in [*triggers.drop(vendor, TABLES), *triggers.forget(vendor)]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("models_ui", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
