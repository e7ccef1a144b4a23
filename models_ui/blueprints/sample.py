"""Whose words does a form have while nobody fills it in?"""

from __future__ import annotations

from models_ui.blueprints import image_values
from models_ui.blueprints.document import UNSET, Blueprint
from models_ui.blueprints.words import Words, resolved
from models_ui.contract.canonical import canonical
from models_ui.contract.json_types import Json

WORDS = Words(team="team", user="user", date="2026-01-31", name="form", region="us-east-1")
# Stands for an image wherever the draft will be made.
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1"


def resolved_sample(blueprint: Blueprint) -> Blueprint:
    """Return a form as it would be for somebody. Raises Refused where its words are wrong."""
    known: dict[str, str] = {}
    for field in blueprint.fields.values():
        values = [choice.value for choice in field.limit.choices]
        for value in [*values, *([] if field.value is UNSET else [field.value])]:
            _collect(value, known)
    return resolved(blueprint, WORDS, known)


def _collect(value: Json, known: dict[str, str]) -> None:
    said = image_values.facts(value)
    if said is not None:
        known[canonical(said).decode()] = f"{IMAGE}.{len(known)}"
    elif isinstance(value, dict | list):
        for entry in value.values() if isinstance(value, dict) else value:
            _collect(entry, known)
