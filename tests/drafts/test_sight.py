"""What of a draft may a person see?"""

from __future__ import annotations

import pytest

from models_ui.audit.refusals import Refused
from models_ui.contract.json_types import Document
from models_ui.drafts.sight import check_sees_all, masked_pointers
from tests import factories

pytestmark = pytest.mark.django_db

SECRETIVE: Document = {"PrimaryContainer": {"Environment": {"HF_TOKEN": "hf_x", "MODE": "fast"}}}


def test_owner_sees_everything() -> None:
    sally = factories.scientist()
    assert masked_pointers(sally, factories.draft(sally, SECRETIVE)) == frozenset()


def test_colleague_does_not_see_secrets() -> None:
    draft = factories.draft(factories.scientist(), SECRETIVE)
    assert masked_pointers(factories.scientist("cora"), draft) == {"/PrimaryContainer/Environment/HF_TOKEN"}


def test_colleague_sees_a_draft_without_secrets_as_it_is() -> None:
    check_sees_all(factories.scientist("cora"), factories.draft(factories.scientist()))


def test_colleague_is_told_who_gets_it_as_it_is() -> None:
    draft = factories.draft(factories.scientist(), SECRETIVE)
    with pytest.raises(Refused, match="only sally"):
        check_sees_all(factories.scientist("cora"), draft)
