"""What stands around the content of every page?"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from models_ui.accounts.models import Role, User
from models_ui.outbox.models import Heartbeat
from models_ui.web import navigation, stylesheet, theme

SANDBOX = "SageMaker models are made in a sandbox, an AWS to practise on"


class Shell:
    """The shell of one answer. Nothing is asked of the database before a template shows it; `bare` never asks."""

    themes = theme.THEMES

    def __init__(self, request: HttpRequest, *, bare: bool = False) -> None:
        self.request = request
        self.bare = bare

    @cached_property
    def user(self) -> User | None:
        """The person, if signed in and the page may ask."""
        user = None if self.bare else getattr(self.request, "user", None)
        return user if isinstance(user, User) else None

    @property
    def person(self) -> str:
        """What the person is called, or nothing."""
        return self.user.get_username() if self.user else ""

    @property
    def roles(self) -> str:
        """The roles of the person, as people read them."""
        return ", ".join(Role(role).label for role in sorted(self.user.roles)) if self.user else ""

    @property
    def teams(self) -> str:
        """The names of the person's teams."""
        names = self.user.teams.order_by("name").values_list("name", flat=True) if self.user else []
        return ", ".join(names)

    @cached_property
    def entries(self) -> list[navigation.Entry]:
        """The links of the bar."""
        return navigation.entries(self.user, self.request.path) if self.user else []

    @property
    def may_request(self) -> bool:
        """Whether the bar offers to begin a request."""
        return bool(self.user and self.user.has_role(Role.DATA_SCIENTIST))

    @property
    def theme(self) -> str:
        """The theme that the person chose, or nothing."""
        return theme.chosen(self.request)

    @property
    def stylesheet(self) -> str:
        """The address of the one stylesheet."""
        return reverse("stylesheet", args=[stylesheet.current().digest])

    @property
    def aws(self) -> str:
        """Which AWS is talked to, where it is not the usual one."""
        if settings.ENVIRONMENT == "demo":
            return SANDBOX
        endpoint = settings.AWS_ENDPOINT_URL_SAGEMAKER or settings.AWS_ENDPOINT_URL
        return f"AWS is reached at {urlsplit(endpoint).netloc}" if endpoint else ""

    @property
    def worker_seen(self) -> datetime | None:
        """When a worker was last seen at work; None where none ever was."""
        seen = Heartbeat.objects.order_by("-at").first() if self.user else None
        return seen.at if seen else None


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Context processor: every template knows its `shell`."""
    return {"shell": Shell(request)}
