"""Who types what is bad, and in which browser?"""

from __future__ import annotations

import pytest
from django.test import Client

from models_ui.accounts.models import User
from tests import factories


@pytest.fixture
def sally() -> User:
    """A data scientist, and a connection to choose."""
    factories.connection()
    return factories.scientist()


@pytest.fixture
def visitor(client: Client, sally: User) -> Client:
    """The browser of the data scientist."""
    client.force_login(sally)
    return client
