"""What does an error of AWS mean to the person whose request it was?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.aws import constraint_texts
from models_ui.aws.refusals import KNOWN
from models_ui.aws.refused_places import place
from models_ui.contract.json_types import Document

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class AwsError:
    """What came instead of success: AWS's code and text, or the name of what went wrong on the way to AWS.

    `status` is None where no answer came. The text is kept without what the request holds of secrets, and may still be
    anything: it is to be escaped.
    """

    code: str
    message: str
    status: int | None
    request_id: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error in plain words. `kind` says which it is, `code` is AWS's own, `pointer` the place in the request."""

    kind: str
    code: str
    title: str
    sentence: str
    next_steps: tuple[str, ...]
    pointer: str | None


def explain(error: AwsError, request: Document) -> Explanation:
    """Return what a person is told of an error. Total: texts that nobody has seen yet are quoted and said to be new."""
    if found := constraint_texts.read(error.message, request):
        return Explanation("constraint", error.code, found.title, found.sentence, found.next_steps, found.pointer)
    for known in KNOWN:
        match = known.match(error.code, error.message)
        if match is not None:
            told = {name: _short(value or "") for name, value in match.items()}
            sentence = known.sentence.format(**told)
            pointer = place(known.about, match, request)
            return Explanation(known.kind, error.code, known.title, sentence, known.next_steps, pointer)
    return _general(error)


def _general(error: AwsError) -> Explanation:
    said = _short(error.message) or "nothing more"
    who = "AWS" if error.status is not None else "The way to AWS"
    return Explanation(
        kind="other",
        code=error.code,
        title="AWS refused the request",
        sentence=f"{who} answered with {_short(error.code) or 'an error'}, for a reason that is not explained here: {said}",
        next_steps=(
            "Read what AWS said and compare it with the request.",
            "Edit the request, or show the AWS request id to whoever looks after the account.",
        ),
        pointer=None,
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
