"""Does the button of a finding do nothing that the form of the draft would refuse?"""

from __future__ import annotations

import pytest

from models_ui.drafts import checks, operations
from tests import factories
from tests.blueprints import forms
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("locked", [True, False])
def test_finding_has_no_button_that_would_change_what_the_form_sets(*, locked: bool) -> None:
    image = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"
    form = forms.made(forms.outline({"/PrimaryContainer/Image": {"value": image, "locked": locked}}))
    europe = factories.connection("sandbox-eu", region="eu-west-1")
    draft = operations.create(owner=factories.scientist(), connection=europe, blueprint=form, at=NOW)
    [told] = [finding for finding in checks.findings(draft) if finding.code == "ecr-region"]
    assert (told.fix is None) == locked
