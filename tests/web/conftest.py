"""Who visits the pages in these tests?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from models_ui.accounts.models import User
from tests import factories

Visit = Callable[[User], Client]


@pytest.fixture
def visit() -> Visit:
    """Return a function that gives the browser of somebody who has signed in."""

    def browser(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return browser


@pytest.fixture
def sally(db: None) -> User:
    """A data scientist of team risk."""
    return factories.scientist()


@pytest.fixture
def sven(db: None) -> User:
    """A data scientist of another team."""
    return factories.scientist("sven", teams=("search",))


@pytest.fixture
def amir(db: None) -> User:
    """An approver."""
    return factories.approver()


@pytest.fixture
def ada(db: None) -> User:
    """An admin."""
    return factories.admin()


@pytest.fixture
def otto(db: None) -> User:
    """An auditor."""
    return factories.auditor()
