"""Which limits of the schema have a name of their own, and how are they put right?

The schema finds them and says them; the rule gives the finding its code, and a fix where there is one. So one fault gives
one finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from models_ui.contract import ownership, pointers
from models_ui.contract.finding import Finding, Fix
from models_ui.contract.json_types import Document, Json
from models_ui.contract.rules.references import has_placeholder
from models_ui.contract.rules.rule import setting
from models_ui.contract.rules.where import matches

_LENGTHS = frozenset({"min-length", "max-length", "pattern"})
_COUNTS = frozenset({"min-items", "max-items"})
_LONGEST_NAME = 63
# What may stand around a pasted text and is seen by nobody: white space, and characters of no width.
_AROUND = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Findings of the schema by place and keyword. `example` breaks it; `sentence` and `fix` are made of the value."""

    code: str
    where: tuple[str, ...]
    keywords: frozenset[str]
    example: Document
    sentence: Callable[[Json], str] | None = None
    fix: Callable[[str, Json], Fix | None] | None = None

    def holds(self, finding: Finding) -> bool:
        """Say whether a finding of the schema is of this limit."""
        return finding.code in self.keywords and any(matches(pattern, finding.pointer) for pattern in self.where)

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
    limit = next((limit for limit in LIMITS if limit.holds(finding)), None)
    if limit is None:
        return finding
    found = pointers.exists(document, finding.pointer)
    return limit.restated(finding, pointers.get(document, finding.pointer) if found else None)


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
