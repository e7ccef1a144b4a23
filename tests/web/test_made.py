"""What can be done with the SageMaker model that was made?"""

from __future__ import annotations

from html import unescape

import pytest

from models_ui.accounts.models import User
from models_ui.contract.json_types import Document
from models_ui.submissions.states import State
from models_ui.web.made import next_steps
from tests import factories
from tests.web.conftest import Visit

pytestmark = pytest.mark.django_db


def test_page_of_what_was_created_has_snippets_with_name_and_region(visit: Visit, sally: User, amir: User) -> None:
    made = factories.created(sally, amir, factories.request("churn-7"))
    page = unescape(visit(sally).get(f"/submissions/{made.id}/").content.decode())
    assert "Next steps</h2>" in page
    assert 'region_name="us-east-1"' in page
    assert 'EndpointName="churn-7"' in page
    assert "svc$create_transform_job(" in page
    assert "aws sagemaker create-endpoint " in page


def test_snippets_can_be_copied(visit: Visit, sally: User, amir: User) -> None:
    made = factories.created(sally, amir)
    page = visit(sally).get(f"/submissions/{made.id}/").content.decode()
    assert page.count("data-copy=") == 1 + 6


def test_batch_is_not_offered_to_a_model_with_a_data_source(visit: Visit, sally: User, amir: User) -> None:
    source: Document = {
        "S3DataSource": {"S3Uri": "s3://acme-models/m/", "S3DataType": "S3Prefix", "CompressionType": "None"}
    }
    container: Document = {"Image": factories.IMAGE, "ModelDataSource": source}
    made = factories.created(sally, amir, factories.request(PrimaryContainer=container))
    page = visit(sally).get(f"/submissions/{made.id}/").content.decode()
    assert "Batch transform takes no SageMaker model with a data source." in page
    assert "create_transform_job" not in page


@pytest.mark.parametrize("state", [state for state in State if state != State.CREATED])
def test_nothing_follows_where_nothing_was_made(state: State) -> None:
    made = factories.in_state(factories.submission(factories.scientist()), state)
    assert next_steps(made) == []
