"""Which limits of the schema have a name of their own, and how are they put right?

The schema finds them and says them; the rule gives the finding its code, and a fix where there is one. So one fault gives
one finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from models_ui.contract import locations, ownership, pointers
from models_ui.contract.finding import Finding, Fix
from models_ui.contract.json_types import Document, Json
from models_ui.contract.rules.locations import ACCESS_POINT, LINK, PLACES, direct
from models_ui.contract.rules.references import has_placeholder
from models_ui.contract.rules.rule import setting
from models_ui.contract.rules.where import matches
from models_ui.contract.words import shown

_LENGTHS = frozenset({"min-length", "max-length", "pattern"})
_COUNTS = frozenset({"min-items", "max-items"})
_LONGEST_NAME = 63
# What may stand around a pasted text and is seen by nobody: white space, and characters of no width.
_AROUND = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Findings of the schema by place and keyword. `example` breaks it; `sentence` and `fix` are made of the value, and
    `of` says of which values it speaks."""

    code: str
    where: tuple[str, ...]
    keywords: frozenset[str]
    example: Document
    sentence: Callable[[Json], str] | None = None
    fix: Callable[[str, Json], Fix | None] | None = None
    of: Callable[[Json], bool] = field(default=lambda _value: True)

    def holds(self, finding: Finding, value: Json) -> bool:
        """Say whether a finding of the schema is of this limit."""
        placed = finding.code in self.keywords and any(matches(pattern, finding.pointer) for pattern in self.where)
        return placed and self.of(value)

    def restated(self, finding: Finding, value: Json) -> Finding:
        """Return the finding of the schema under the name of this limit."""
        return replace(
            finding,
            code=self.code,
            message=self.sentence(value) if self.sentence else finding.message,
            fix=self.fix(finding.pointer, value) if self.fix else None,
            source="rules",
        )


def restated(finding: Finding, document: Document) -> Finding:
    """Return a finding of the schema as the limit says it that it belongs to, or as it is."""
    value = pointers.get(document, finding.pointer) if pointers.exists(document, finding.pointer) else None
    limit = next((limit for limit in LIMITS if limit.holds(finding, value)), None)
    return limit.restated(finding, value) if limit else finding


def _name(pointer: str, value: Json) -> Fix | None:
    """Return the nearest name that AWS takes; of something that was to be replaced there is none."""
    if not isinstance(value, str) or has_placeholder(value):
        return None
    name = re.sub(r"[^A-Za-z0-9]+", "-", value[: 4 * _LONGEST_NAME]).strip("-")[:_LONGEST_NAME].strip("-")
    return setting(f"Use {name}", pointer, name) if name else None


def _bare_image(pointer: str, value: Json) -> Fix | None:
    """Return the image without what stands around it unseen."""
    bare = _AROUND.sub("", value) if isinstance(value, str) and len(value) < 1024 else ""
    around = isinstance(value, str) and _AROUND.sub(" ", value).strip() == bare
    return setting("Remove the spaces", pointer, bare) if bare and around else None


def _location(value: Json) -> str:
    found = locations.read(value) if isinstance(value, str) else None
    return LINK.format(uri=shown(found.uri if found else ""))


def _names_one(value: Json) -> bool:
    """Say whether a value that is no location names one all the same, such as an ARN."""
    return isinstance(value, str) and locations.read(value) is not None


def _tags(value: Json) -> str:
    own, there = ownership.MOST_TAGS - 1, len(value) if isinstance(value, list) else 0
    return (
        f"There may be {own} tags of your own, since Models UI adds one; there are {there:,}. Remove {there - own:,}."
    )


LIMITS = (
    Limit(code="containers-max", where=("/Containers",), keywords=_COUNTS, example={"Containers": [{}] * 16}),
    Limit(
        code="model-name-format",
        where=("/ModelName",),
        keywords=_LENGTHS,
        example={"ModelName": "churn_model.v2"},
        fix=_name,
    ),
    Limit(
        code="image-no-space",
        where=("{container}/Image",),
        keywords=_LENGTHS,
        example={"PrimaryContainer": {"Image": "churn model:2"}},
        fix=_bare_image,
    ),
    Limit(
        code="location-link",
        where=PLACES,
        keywords=_LENGTHS,
        example={"PrimaryContainer": {"ModelDataUrl": "arn:aws:s3:::acme-models/churn/7/model.tar.gz"}},
        sentence=_location,
        fix=lambda pointer, value: direct(pointer, value) if isinstance(value, str) else None,
        of=_names_one,
    ),
    Limit(
        code="location-access-point",
        where=PLACES,
        keywords=_LENGTHS,
        example={"PrimaryContainer": {"ModelDataUrl": "arn:aws:s3:us-east-1:123456789012:accesspoint/models"}},
        sentence=lambda _value: ACCESS_POINT,
        of=lambda value: isinstance(value, str) and locations.is_access_point(value),
    ),
    Limit(
        code="additional-max",
        where=("{container}/AdditionalModelDataSources",),
        keywords=_COUNTS,
        example={"PrimaryContainer": {"AdditionalModelDataSources": [{}] * 6}},
    ),
    Limit(
        code="env-limits",
        where=("{container}/Environment",),
        keywords=frozenset({"max-properties"}),
        example={"PrimaryContainer": {"Environment": {f"A{number}": "" for number in range(101)}}},
    ),
    Limit(
        code="env-limits",
        where=("{container}/Environment/*",),
        keywords=_LENGTHS,
        example={"PrimaryContainer": {"Environment": {"2ND-SETTING": "1"}}},
    ),
    Limit(
        code="tags-max",
        where=("/Tags",),
        keywords=_COUNTS,
        example={"Tags": [{"Key": f"k{number}", "Value": ""} for number in range(51)]},
        sentence=_tags,
    ),
    Limit(
        code="tags-charset",
        where=("/Tags/*/Key", "/Tags/*/Value"),
        keywords=_LENGTHS,
        example={"Tags": [{"Key": "team", "Value": "risk; fraud"}]},
    ),
    Limit(
        code="vpc-limits",
        where=("/VpcConfig/SecurityGroupIds", "/VpcConfig/Subnets"),
        keywords=_COUNTS | {"required"},
        example={"VpcConfig": {"SecurityGroupIds": [f"sg-{number}" for number in range(6)], "Subnets": ["subnet-1"]}},
    ),
)
