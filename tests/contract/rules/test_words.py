"""Is everything that a rule says plain, short, and of use?"""

from __future__ import annotations

import re

import pytest

from models_ui.contract.finding import Finding
from models_ui.contract.judging import judge
from models_ui.contract.rules import RULES
from models_ui.contract.rules.limits import LIMITS
from models_ui.contract.rules.rule import Rule
from models_ui.contract.rules.where import matches
from models_ui.contract.uses import Use
from tests.contract.rules.cases import FAR, HERE, LACKING, one
from tests.contract.rules.cases import RULES as KNOWN
from tests.contract.rules.test_elsewhere import items, more
from tests.contract.rules.test_intended_use import BATCH, SERVERLESS
from tests.contract.rules.test_warnings import CASES
from tests.corpus import CASES as SENT

BANNED = re.compile(r"\b(in)?valid\b|please|sorry|oops|required field|error code", re.IGNORECASE)
# Each sentence begins with what to do, or describes what should be there.
DOES = re.compile(
    r"(Add|Choose|Copy|Cut|Delete|Describe|End|Enter|Give|Keep|Let|Name|Point|Put|Read|Remove|Replace|Say|Send|Shorten|Take|Turn|Use)\b"
    r"|.* (must|may) (be|hold)\b|.*\b(Delete|Remove|Enter)\b"
)


def catalogue() -> list[Finding]:
    """Return all that the rules say of all requests that these tests know."""
    documents = [
        *(case["invalid"] for case in KNOWN),
        *(limit.example for limit in LIMITS),
        *(document for _, document, _ in [*items(), *more(), *SERVERLESS, *BATCH]),
        *(document for document, _ in CASES),
        *(case["request"] for case in SENT),
    ]
    heard = [
        judge(document, target=HERE, use=use)
        for document in documents
        for use in (Use.UNDECIDED, Use.SERVERLESS, Use.BATCH)
    ]
    heard.append(judge(one(Image=LACKING), target=FAR))
    return [finding for findings in heard for finding in findings if finding.source == "rules"]


FOUND = catalogue()
SENTENCES = sorted({finding.message for finding in FOUND})


def test_every_rule_is_heard() -> None:
    assert {finding.code for finding in FOUND} == {one.code for one in [*RULES, *LIMITS]}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}")
def test_every_sentence_of_a_rule_is_heard(rule: Rule) -> None:
    """Each at the places that the rule names, and nowhere else."""
    pattern = re.compile(re.sub(r"\\\{[a-z]+\\\}", ".+", re.escape(rule.sentence)))
    places = [found.pointer for found in FOUND if found.code == rule.code and pattern.fullmatch(found.message)]
    assert places
    assert [place for place in places if not any(matches(where, place) for where in rule.where)] == []


def test_no_sentence_has_a_banned_word() -> None:
    assert [sentence for sentence in SENTENCES if BANNED.search(sentence)] == []


def test_every_sentence_ends() -> None:
    assert [sentence for sentence in SENTENCES if not sentence.endswith(".")] == []


def test_every_sentence_is_short() -> None:
    assert [sentence for sentence in SENTENCES if len(sentence) > 200] == []


def test_every_sentence_names_what_to_do() -> None:
    assert [sentence for sentence in SENTENCES if not DOES.match(sentence)] == []


def test_no_sentence_shows_what_cannot_be_seen() -> None:
    assert [sentence for sentence in SENTENCES if not sentence.isprintable()] == []
