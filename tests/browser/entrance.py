"""How does a browser come to be of somebody who has signed in, without the form?"""

from __future__ import annotations

from django.test import Client
from playwright.sync_api import BrowserContext

from models_ui.accounts.models import User


def let_in(context: BrowserContext, user: User, origin: str) -> None:
    """Give a browser the session of somebody."""
    client = Client()
    client.force_login(user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": origin}])
