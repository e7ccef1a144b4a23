"""Which forms come with the product, and how do they get into the database?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.db import transaction

from models_ui.audit.refusals import Refused
from models_ui.blueprints import operations, queries
from models_ui.blueprints.files import read
from models_ui.blueprints.models import Blueprint
from models_ui.contract.canonical import canonical, digest
from models_ui.contract.json_types import Document

FOLDER = Path(__file__).parent / "starters"


def shipped(folder: Path = FOLDER) -> Iterator[tuple[str, Document]]:
    """Yield the forms that are shipped as files, each with its name. Raises Refused for a file that is none."""
    for path in sorted(folder.glob("*.json")):
        try:
            yield path.stem, read(path.read_bytes())
        except Refused as refusal:
            raise Refused(refusal.code, f"{path.name}: {refusal.sentence}") from refusal


@transaction.atomic
def load(*, name: str, document: Document, at: datetime) -> str:
    """Load a shipped form, and publish it where it is new or newer; return what became of it, as a sentence.

    What an admin edited or retired is left alone. Raises Refused where the form is not sound.
    """
    blueprint = Blueprint.objects.filter(name=name).first()
    if blueprint is None:
        made = operations.create(name=name, document=document, by=None, at=at)
        operations.publish(name=name, version=made.version, by=None, at=at)
        return f"Published the form {name}."
    if blueprint.retired_at:
        return f"Left the form {name} retired."
    if touched(blueprint):
        return f"Left the form {name} as an admin made it."
    if _digest(blueprint.document) == _digest(document):
        return f"The form {name} is up to date."
    edited = operations.edit(name=name, document=document, version=blueprint.version, by=None, at=at)
    version = operations.publish(name=name, version=edited.version, by=None, at=at)
    return f"Published version {version.n} of the form {name}."


def touched(blueprint: Blueprint) -> bool:
    """Say whether somebody edited a form, or published a version of it, since it was loaded."""
    newest = queries.newest(blueprint)
    if newest is None or newest.published_by is not None:
        return True
    return newest.digest != _digest(blueprint.document)


def _digest(document: Document) -> str:
    return digest(canonical(document))
