"""Does every page of a draft answer soon, whatever was pasted into it or is posted to it?"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.contract.dialects.writers import WRITERS
from models_ui.drafts.models import Draft
from models_ui.form.steps import steps
from tests import factories
from tests.flows import hostile
from tests.flows.promptly import soon
from tests.flows.test_bad_input import batches

pytestmark = pytest.mark.django_db

TOOLS = list(WRITERS)
# Of the values of a wrong type every so many is shown on a few pages, since what is looked at is how pages are drawn.
SOME = 4
PAGES = 3

PLACES = (
    "ModelName", "PrimaryContainer", "PrimaryContainer.Image", "PrimaryContainer.ModelDataUrl", "PrimaryContainer.Environment",
    "PrimaryContainer.Environment.0.key", "PrimaryContainer.Environment.0.value", "PrimaryContainer.ModelDataSource.S3DataSource.S3Uri",
    "PrimaryContainer.AdditionalModelDataSources.0.ChannelName", "Containers.0.Image", "Containers", "Tags.0.Key", "Tags.1.Value", "Tags",
    "VpcConfig.Subnets.0", "EnableNetworkIsolation", "Bogus", "ask.kind", "ask.storage", "ask.use", "ask", "", ".", "..", "/Tags/0",
)  # fmt: skip
ENDS = ("", ".present", ".0", ".99999999999999999999", ".-1", ".x", ".", "~1", "\x00", "[0]", "/../..", ".__class__")
TEXTS = (
    "", "a", "true", "false", "null", "0", "-1", "1e400", "9" * 400, "\x00", "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "\u202eabc", "\u200b", "<script>", "{{ 7*7 }}", "%s%n", "../../etc/passwd", "' OR 1=1 --", "x" * 20_000, "\r\n" * 50, "s3://",
    "https://[", "https://acme.s3.amazonaws.com/a?X-Amz-Signature=b", "arn:aws:s3:::", "pipeline", "primary", "archive", "inside", "folder",
)  # fmt: skip
VERBS = (
    "add",
    "remove",
    "up",
    "down",
    "fix",
    "go",
    "answer",
    "remove-unshown",
    "remove-strays",
    "continue",
    "back",
    "save-exit",
    "",
    "__init__",
)


def pages(document: Any) -> list[str]:
    """Return the pages of a draft, below its address."""
    return [f"{step.name}/" for step in steps(document)] + [
        "review/",
        "request.json",
        *(f"review/?as={tool}" for tool in TOOLS),
    ]


def accidents(visitor: Client, draft: Draft, shown: list[str]) -> list[str]:
    """Return which pages of a draft do not answer as they should, or only late."""
    answers = [(page, soon(lambda page=page: visitor.get(f"/drafts/{draft.id}/{page}"))) for page in shown]  # type: ignore[misc]
    return [page for page, answer in answers if answer is None or answer.status_code != 200]


def shown(visitor: Client, sally: User, cases: list[hostile.Case], most: int) -> list[tuple[str, list[str]]]:
    """Return of which requests some pages do not answer; which of very many pages are looked at is the same every time."""
    found = []
    for number, (name, document) in enumerate(cases):
        draft = factories.draft(sally, document)
        known = pages(document)
        wrong = accidents(visitor, draft, Random(number).sample(known, min(most, len(known))))
        found += [(name, wrong)] if wrong else []
    return found


@pytest.mark.parametrize("batch", batches(iter([*hostile.types()][::SOME])), ids=lambda batch: batch[0][0][:40])
def test_pages_of_a_request_with_a_wrong_type_answer(visitor: Client, sally: User, batch: list[hostile.Case]) -> None:
    assert shown(visitor, sally, [(name, {**hostile.GOOD, **document}) for name, document in batch], PAGES) == []


@pytest.mark.parametrize("batch", batches(hostile.wholes()), ids=lambda batch: batch[0][0][:40])
def test_pages_of_too_much_answer(visitor: Client, sally: User, batch: list[hostile.Case]) -> None:
    assert shown(visitor, sally, batch, PAGES) == []


def posts(seed: int, count: int) -> Iterator[dict[str, str]]:
    """Yield posts of any shape."""
    random = Random(seed)
    for _ in range(count):
        names = [random.choice(PLACES) + random.choice(ENDS) for _ in range(random.randrange(6))]
        post = {name: random.choice(TEXTS) for name in names}
        if random.random() < 0.7:
            post["action"] = random.choice((":", "")).join(
                (random.choice(VERBS), random.choice(PLACES) + random.choice(ENDS))
            )
        if random.random() < 0.1:
            post |= {random.choice(("connection", "return", "sheet", "turn", "ask.use")): random.choice(TEXTS)}
        yield post


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("step", ["basics", "container", "access", "tags"])
def test_post_of_any_shape_is_taken_and_the_draft_can_still_be_shown(
    visitor: Client, sally: User, step: str, seed: int
) -> None:
    draft = factories.draft(sally, {**hostile.GOOD, "Tags": [{"Key": "a", "Value": "b"}]})
    wrong = []
    for post in posts(seed, 25):
        version = Draft.objects.get(id=draft.id).version
        fragment = {"HX-Request": "true"} if version % 2 else {}
        answer = visitor.post(f"/drafts/{draft.id}/{step}/", {"version": version, **post}, headers=fragment)
        after = Draft.objects.get(id=draft.id)
        again = visitor.get(f"/drafts/{draft.id}/review/").status_code
        if answer.status_code not in (200, 302, 409, 422) or again != 200 or after.version < version:
            wrong.append((post, answer.status_code, again))
    assert wrong == []


@pytest.mark.parametrize("version", ["", "-1", "1e9", "9" * 400, "\x00", "１", "1; drop", "true"])
def test_version_that_nobody_saw_saves_nothing(visitor: Client, sally: User, version: str) -> None:
    draft = factories.draft(sally)
    answer = visitor.post(f"/drafts/{draft.id}/basics/", {"version": version, "ModelName": "other"})
    assert answer.status_code == 409
    assert Draft.objects.get(id=draft.id).document == draft.document
