"""How does a test fill in a screen of the wizard?"""

from __future__ import annotations

from typing import Any

from django.test import Client

from models_ui.accounts.models import User
from models_ui.drafts.models import Draft
from tests import factories

PIPELINE: dict[str, Any] = {
    "PrimaryContainer": None,
    "Containers": [
        {"ContainerHostname": "first", "Image": factories.IMAGE},
        {"ContainerHostname": "second", "Image": factories.IMAGE},
    ],
}


def begun(client: Client, document: dict[str, Any] | None = None, owner: User | None = None) -> Draft:
    owner = owner or factories.scientist()
    client.force_login(owner)
    return factories.draft(owner, document)


def shown(client: Client, draft: Draft, step: str, query: str = "", **headers: str) -> str:
    return client.get(f"/drafts/{draft.id}/{step}/{query}", headers=headers).content.decode()


def post(client: Client, draft: Draft, step: str, **controls: str) -> Any:
    version = Draft.objects.get(id=draft.id).version
    return client.post(f"/drafts/{draft.id}/{step}/", {"version": version, **controls})


def swapped(client: Client, draft: Draft, step: str, **controls: str) -> Any:
    version = Draft.objects.get(id=draft.id).version
    return client.post(f"/drafts/{draft.id}/{step}/", {"version": version, **controls}, headers={"HX-Request": "true"})
