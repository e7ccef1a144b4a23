"""How does a refusal become an answer? The one place that maps it to a page and records the attempt."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import Role, User
from models_ui.audit import operations as audit
from models_ui.audit.operations import Subject
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions import operations as submissions
from models_ui.submissions.models import Submission
from models_ui.web import errors

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Attempted(NamedTuple):
    """What somebody tried to do something with, as far as the address says."""

    subject: Subject
    team: str = ""
    digest: str = ""


class RefusalMiddleware:
    """Turns `Refused`, `Stale` and `NotFound` of any view into their pages, after the view's transaction rolled back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal; anything else is not for us."""
        return answer(request, exception) if isinstance(exception, Refused) else None


def answer(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Record the refused attempt and return its page: 404, 409 or 403."""
    if not isinstance(refusal, NotFound) or request.method not in SAFE_METHODS:
        record(request, refusal)
    status = 404 if isinstance(refusal, NotFound) else 409 if isinstance(refusal, Stale) else 403
    if wants_json(request):
        facts = {"code": refusal.code, "message": refusal.sentence, "see": "" if status == 404 else back(request)}
        return JsonResponse(facts, status=status)
    if status == 404:
        return errors.page(request, 404)
    return errors.page(request, status, {"sentence": refusal.sentence, "back": back(request)})


def wants_json(request: HttpRequest) -> bool:
    """Say whether a program reads the answer: the address is that of a JSON document, and no browser asks for it."""
    preferred = request.get_preferred_type(["application/json", "text/html"])
    return request.path.endswith(".json") and preferred != "text/html"


def record(request: HttpRequest, refusal: Refused) -> None:
    """Write the event of a refused attempt, in a transaction of its own."""
    if not isinstance(request.user, User):
        return
    tried = attempted(request)
    audit.record_refusal(
        refusal,
        actor=actor_for(request.user),
        subject=tried.subject,
        at=timezone.now(),
        view=view_name(request),
        team=tried.team,
        digest=tried.digest,
    )


def attempted(request: HttpRequest) -> Attempted:
    """Return what the address is about: a submission, a draft, or else the page itself."""
    ids = request.resolver_match.kwargs if request.resolver_match else {}
    if "submission_id" in ids:
        submission = Submission.objects.select_related("team").filter(id=ids["submission_id"]).first()
        if submission:
            return Attempted(submissions.subject(submission), submission.team.slug, submission.current.digest)
    if "draft_id" in ids:
        draft = Draft.objects.select_related("team").filter(id=ids["draft_id"]).first()
        if draft:
            return Attempted(drafts.subject(draft), draft.team.slug)
    return Attempted(Subject("page", view_name(request), request.path))


def back(request: HttpRequest) -> str:
    """Return where the person can see how the thing stands now, or nothing where the address is about no thing."""
    ids = request.resolver_match.kwargs if request.resolver_match else {}
    if "submission_id" in ids:
        return reverse("submission", args=[ids["submission_id"]])
    return reverse("draft", args=[ids["draft_id"]]) if "draft_id" in ids else ""


def view_name(request: HttpRequest) -> str:
    """Return the name of the address, as models_ui/urls.py has it."""
    return (request.resolver_match and request.resolver_match.view_name) or "unknown"


def reason_against(check: Callable[..., None], *args: object) -> str:
    """Return the sentence with which a `check_*` function refuses, or nothing: buttons show it beside themselves."""
    try:
        check(*args)
    except Refused as refusal:
        return refusal.sentence
    return ""


def check_can_export(user: User) -> None:
    """Raise Refused unless the person may take the audit log out of the house."""
    if not (user.has_role(Role.AUDITOR) or user.has_role(Role.ADMIN)):
        raise Refused("auditor-only", "Only auditors and admins may export the audit log.")
