"""What do the placeholders of a form stand for in one draft?

They are resolved once, when the draft is made: `{name}` is the name of the form itself, since the model has none yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from models_ui.audit.refusals import Refused
from models_ui.blueprints import image_values, placeholders
from models_ui.blueprints.document import UNSET, Blueprint, Choice, Field, Limit
from models_ui.blueprints.kept import Kept
from models_ui.blueprints.texts import outline_of
from models_ui.contract.json_types import Document, Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the placeholders of a form stand for, the region that its images are in, and their URIs by their facts.

    The URIs are kept so that a later catalogue changes nothing of what was begun.
    """

    team: str
    user: str
    date: str
    name: str
    region: str = ""
    images: tuple[tuple[str, str], ...] = ()

    def as_dict(self) -> Document:
        """Return them as they are stored."""
        return {**asdict(self), "images": dict(self.images)}


def words_for(*, team: str, user: str, name: str, region: str, at: datetime) -> Words:
    """Return the words of a draft that begins now."""
    return Words(team=team, user=user, date=at.date().isoformat(), name=name, region=region)


def words_of(stored: Mapping[str, Any]) -> Words:
    """Return the words that were stored."""
    return Words(**{**stored, "images": tuple(sorted(stored.get("images", {}).items()))})


def frozen(blueprint: Blueprint, words: Words) -> Words:
    """Return the words with the URIs of all images that a form names. Raises Refused as `resolved`."""
    found: dict[str, str] = dict(words.images)
    resolved(blueprint, words, found)
    return replace(words, images=tuple(sorted(found.items())))


# The words name a person and a day, so few are asked for twice; one page asks for its own many times.
_OUTLINES: Kept[Blueprint] = Kept(64)


def outline(text: str, words: Words, *, digest: str) -> Blueprint:
    """Return what the text of a published form says with these words. Both never change, so it is worked out once.

    Kept by the digest of the text, which may be large. Raises Refused as `resolved`.
    """
    return _OUTLINES.of((digest, words), lambda: resolved(outline_of(text), words))


def resolved(blueprint: Blueprint, words: Words, found: dict[str, str] | None = None) -> Blueprint:
    """Return the form without placeholders and with URIs for the images that it names; `found` learns those.

    Raises Refused where a word is none of ours, or an image is not to be had in the region.
    """
    texts = {name: getattr(words, name) for name in placeholders.NAMES}
    known = dict(words.images) if found is None else found

    def of(value: Json) -> Json:
        try:
            return image_values.resolved(placeholders.filled_in(value, texts), words.region, known)
        except KeyError as unknown:
            raise Refused(
                "blueprint-word", f"This form uses {{{unknown.args[0]}}}, which stands for nothing."
            ) from None

    return replace(blueprint, fields={place: _field(field, of) for place, field in blueprint.fields.items()})


def _field(field: Field, of: Callable[[Json], Json]) -> Field:
    value = field.value if field.value is UNSET else of(field.value)
    return replace(field, value=value, limit=_limit(field.limit, of))


def _limit(limit: Limit, of: Callable[[Json], Json]) -> Limit:
    return replace(
        limit,
        choices=tuple(Choice(of(choice.value), choice.label) for choice in limit.choices),
        prefixes=tuple(str(of(prefix)) for prefix in limit.prefixes),
        globs=tuple(str(of(glob)) for glob in limit.globs),
        includes=of(limit.includes),
    )
