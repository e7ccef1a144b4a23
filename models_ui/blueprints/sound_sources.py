"""Can what a form holds of one source be left by another one?

A model comes from an archive, a data source, further data sources or a package, and a package brings an image as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.blueprints.document import UNSET, Blueprint, Field, Limit
from models_ui.blueprints.limits import broken
from models_ui.blueprints.places import index
from models_ui.blueprints.sample import resolved_sample
from models_ui.blueprints.sound_saying import at, warning
from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.form import containers
from models_ui.form.layouts.places import Places

URL = "/ModelDataUrl"
SOURCE = "/ModelDataSource/S3DataSource/S3Uri"
FURTHER = "/AdditionalModelDataSources/*/S3DataSource/S3Uri"
PACKAGE = "/ModelPackageName"
IMAGE = "/Image"

# What a request may name instead of a source, or beside it.
_OTHERS: dict[str, tuple[str, ...]] = {
    URL: (SOURCE, FURTHER, PACKAGE),
    SOURCE: (URL, FURTHER, PACKAGE),
    FURTHER: (URL, SOURCE, PACKAGE),
    PACKAGE: (IMAGE, URL, SOURCE, FURTHER),
    IMAGE: (PACKAGE,),
}
# What the contract refuses beside a source: where that one must be there, these cannot be.
_REFUSED_BESIDE: dict[str, tuple[str, ...]] = {
    URL: (SOURCE, PACKAGE),
    SOURCE: (URL, PACKAGE),
    PACKAGE: (URL, SOURCE, IMAGE),
    IMAGE: (PACKAGE,),
}
# What nobody means to allow in particular: a limit that takes one of these says how a value looks, not whence it comes.
_ANYBODYS = ("s3://0-anybody/any/model.tar.gz", "s3://0-anybody/any/")


def told(blueprint: Blueprint) -> Iterator[Finding]:
    """Yield a warning for each source that is held while another one is open."""
    sample = resolved_sample(blueprint)
    fields = index(sample)
    for base in _bases(sample):
        excluded = {other for one, others in _REFUSED_BESIDE.items() if _must_be(base, one, sample) for other in others}
        for source, others in _OTHERS.items():
            where = _speaks_of(base + source, sample)
            if where is None or not _holds(sample.fields[where]):
                continue
            left = [
                base + _member(one) for one in others if one not in excluded and _is_open(base + one, sample, fields)
            ]
            if left:
                names = " and ".join([", ".join(left[:-1]), left[-1]] if len(left) > 1 else left)
                them = "them" if len(left) > 1 else "it"
                message = f"A request may leave this by another source. Lock {names} to nothing, or limit {them} too."
                yield warning("other-source", at(where), message)


def _bases(blueprint: Blueprint) -> list[str]:
    """Return the containers that a form speaks of."""
    found = {}
    for place in blueprint.fields:
        tokens = pointers.split(place)
        length = 2 if tokens[0] == containers.LISTED else 1
        if tokens[0] in (containers.PRIMARY, containers.LISTED) and len(tokens) > length:
            found[pointers.join(*tokens[:length])] = True
    return list(found)


def _member(source: str) -> str:
    return pointers.join(pointers.split(source)[0])


def _wholes(place: str) -> Iterator[str]:
    """Yield a place and what it is part of, the nearest first."""
    tokens = pointers.split(place)
    yield from (pointers.join(*tokens[:length]) for length in range(len(tokens), 0, -1))


def _speaks_of(place: str, blueprint: Blueprint) -> str | None:
    """Return where a form says something of a source, or else of the nearest whole that it is part of."""
    return next((one for one in _wholes(place) if one in blueprint.fields), None)


def _holds(field: Field) -> bool:
    """Say whether a form keeps to a value here, or to some."""
    return field.value is not UNSET if field.locked else _is_rule(field.limit)


def _is_rule(limit: Limit) -> bool:
    tells = limit.choices or limit.prefixes or limit.globs
    return bool(tells) and all([*broken(value, limit)] for value in _ANYBODYS)


def _must_be(base: str, source: str, blueprint: Blueprint) -> bool:
    """Say whether every request of a form has a source, or a part of what it is in."""
    member = base + _member(source)
    return any(
        (place == member or place.startswith(f"{member}/"))
        and (field.required or (field.locked and field.value not in (UNSET, [], {})))
        for place, field in blueprint.fields.items()
    )


def _is_open(place: str, blueprint: Blueprint, fields: Places[Field]) -> bool:
    """Say whether anything may be filled in here."""
    said = [field for one in _wholes(place) if (field := fields.at(one)) is not None]
    if not said:
        return blueprint.free
    here = fields.at(place)
    return not any(field.locked for field in said) and not (here is not None and _is_rule(here.limit))
