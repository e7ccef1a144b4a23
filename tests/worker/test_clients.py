"""Does CloudTrail hear for whom the worker speaks?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.aws.sessions import Caller
from models_ui.worker import clients
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("username", "identity"),
    [("sally", "sally"), ("sally.b@x-1", "sally.b@x-1"), ("s" * 150, "s" * 64)],
)
def test_session_names_the_submission_and_the_requester(
    monkeypatch: pytest.MonkeyPatch, username: str, identity: str
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(clients, "client", lambda *args, **options: asked.append((args, options)))
    revision = factories.submission(factories.scientist(username)).current

    clients.sagemaker(revision, sends=True)

    caller = Caller(session_name=f"models-ui-{revision.submission_id}.1", source_identity=identity)
    assert asked == [(("sagemaker", revision.target), {"caller": caller, "sends": True})]
    assert len(caller.session_name) <= 64
