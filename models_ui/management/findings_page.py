"""How do the rules of a request read as a page?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import ModuleType

from django.conf import settings

from models_ui.approvals import judging, reservations
from models_ui.contract import ownership
from models_ui.contract.json_types import Json
from models_ui.contract.judging import judge
from models_ui.contract.rules import SUBJECTS
from models_ui.contract.rules.limits import LIMITS, Limit
from models_ui.contract.rules.rule import Rule
from models_ui.drafts import clones

INTRODUCTION = """\
# Findings

Written by `make docs` from `models_ui/contract/rules`. A finding names a code, a place, and what to do there. Errors keep a
request from being submitted; warnings do not, and the approver sees them. `{container}` is PrimaryContainer or an entry of
Containers, `{source}` an S3 data source of one, `*` an entry of a list or the key of a map; words in braces differ from
request to request. Whatever else breaks the schema of CreateModel is an error with the keyword as its code: `required`,
`type`, `unknown`, `enum`, `pattern`, `max-length` and the like.
"""
HEAD = ("| code | severity | where | what it says |", "|---|---|---|---|")


def page() -> str:
    """Return the page in Markdown: a table for each subject, then the limits of the schema that have a name."""
    rules = (line for subject in SUBJECTS for line in table(subject))
    return "\n".join([INTRODUCTION, *rules, *limits(), *beside()])


def table(subject: ModuleType) -> Iterator[str]:
    """Yield the table of one subject; its question is the title."""
    yield f"## {title(subject)}"
    yield ""
    yield from HEAD
    yield from map(row, subject.RULES)
    yield ""


def title(subject: ModuleType) -> str:
    """Return the question that a module answers."""
    return (subject.__doc__ or "").strip().splitlines()[0]


def row(rule: Rule) -> str:
    """Return the line of a rule."""
    return line(rule.code, rule.severity, rule.where, rule.sentence)


def limits() -> Iterator[str]:
    """Yield the table of the limits that the schema finds and a rule names; each says what it says of an example."""
    yield "## Is the request within the limits of the schema?"
    yield ""
    yield from HEAD
    for limit in LIMITS:
        yield line(limit.code, "error", limit.where, f"For example: {said(limit)}")
    yield ""


def beside() -> Iterator[str]:
    """Yield the table of what is found by looking beyond the request; each says what it says of an example."""
    key = settings.OWNERSHIP_TAG
    ours: list[Json] = [{"Key": key, "Value": ""}]
    full: list[Json] = [{"Key": f"k{number}", "Value": ""} for number in range(ownership.MOST_TAGS)]
    found = [
        *ownership.findings({"Tags": ours}, key=key),
        *ownership.findings({"Tags": full}, key=key),
        clones.left_out("/PrimaryContainer/Environment/HF_TOKEN"),
        judging.taken(reservations.sentence(reservations.ANOTHER, "churn", "sandbox")),
    ]
    yield "## Does the request go with what is there already?"
    yield ""
    yield from HEAD
    for finding in found:
        yield line(finding.code, finding.severity, (general(finding.pointer),), f"For example: {finding.message}")
    yield ""


def general(pointer: str) -> str:
    """Return a place as the pattern that it is an example of."""
    return re.sub(r"^/PrimaryContainer/Environment/.*", "{container}/Environment/*", re.sub(r"/\d+", "/*", pointer))


def said(limit: Limit) -> str:
    """Return the sentence about the example of a limit."""
    return next(finding.message for finding in judge(limit.example) if finding.code == limit.code)


def line(code: str, severity: str, where: tuple[str, ...], sentence: str) -> str:
    """Return a line of a table."""
    places = ", ".join(f"`{place}`" for place in where)
    return f"| `{code}` | {severity} | {places} | {sentence.replace('|', '&#124;')} |"
