"""Does each form that we ship lead a newcomer to a SageMaker model?

Everything is as in the demo: the sandbox AWS looks whether role, image, artefacts and model package are there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models_ui.blueprints import operations
from models_ui.blueprints.document import UNSET
from models_ui.blueprints.schema import findings
from models_ui.blueprints.sound import findings as unsound
from models_ui.connections.models import Connection
from models_ui.drafts import forms
from models_ui.drafts.models import Draft
from models_ui.submissions.states import State
from tests import factories
from tests.flows.journey import Journey, journey
from tests.sandbox_server import Sandbox

pytestmark = pytest.mark.django_db

FOLDER = Path(operations.__file__).parent / "starters"
FILES = sorted(FOLDER.glob("*.json"))
SOURCE = "PrimaryContainer.ModelDataSource.S3DataSource.S3Uri"
ENVIRONMENT = "PrimaryContainer.Environment"
ARCHIVE = {"PrimaryContainer.ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz"}
WEIGHTS = {SOURCE: "s3://acme-models/llm/support-7b/"}
# What nobody else can know, besides the name and the role: by the names of the controls.
TYPED: dict[str, dict[str, str]] = {
    "hugging-face-hub": {f"{ENVIRONMENT}.HF_MODEL_ID": "Qwen/Qwen3-4B"},
    "hugging-face-s3": {**WEIGHTS, f"{ENVIRONMENT}.HF_TASK": "text-generation"},
    "llm-lmi": WEIGHTS,
    "llm-vllm": WEIGHTS,
    "model-package": {
        "PrimaryContainer.ModelPackageName": "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3"
    },
    "multi-model": {
        "PrimaryContainer.ModelDataUrl": "s3://acme-models/fraud/countries/",
        # Chosen by its words, not typed.
        "PrimaryContainer.Image": "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1",
    },
    "pytorch": ARCHIVE,
    "quick-create": {"PrimaryContainer.Image": factories.IMAGE, **ARCHIVE},
    "scikit-learn": ARCHIVE,
    "serial-pipeline": {
        "Containers.0.ModelDataUrl": "s3://acme-models/preprocess/2/model.tar.gz",
        "Containers.1.ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz",
    },
    "tensorflow": ARCHIVE,
    "xgboost": ARCHIVE,
}


@pytest.fixture
def people() -> Journey:
    """Somebody who asks and somebody who decides."""
    return journey(factories.scientist(), factories.approver())


def read(file: Path) -> dict[str, Any]:
    """Return a shipped form."""
    document: dict[str, Any] = json.loads(file.read_text())
    return document


def publish(name: str) -> None:
    """Publish a shipped form as an admin does."""
    admin = factories.admin()
    made = operations.create(name=name, document=read(FOLDER / f"{name}.json"), by=admin, at=factories.NOW)
    operations.publish(name=name, version=made.version, by=admin, at=factories.NOW)


def begin(people: Journey, name: str, where: Connection) -> Draft:
    """Begin a draft with a form, and return it; it led to the form's first screen."""
    answer = people.scientist.post("/drafts/new/", {"blueprint": name, "connection": str(where.id)})
    draft = Draft.objects.get()
    assert answer.headers["Location"].startswith(f"/drafts/{draft.id}/"), answer.content
    return draft


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_shipped_form_is_sound(file: Path) -> None:
    assert [finding.message for finding in (*findings(read(file)), *unsound(read(file)))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_shipped_form_asks_for_two_to_six_fields_and_never_for_an_image_uri(file: Path) -> None:
    form = read(file)
    typed = [
        place
        for step in form["steps"]
        for group in step["groups"]
        for place in group["places"]
        if "choices" not in form["fields"][place].get("limit", {})
    ]
    assert 2 <= len(typed) <= 5
    assert file.stem == "quick-create" or not any(place.endswith("/Image") for place in typed)


@pytest.mark.parametrize("region", ["us-east-1", "eu-west-1"])
@pytest.mark.parametrize("file", [file for file in FILES if '"image"' in file.read_text()], ids=lambda file: file.stem)
def test_images_of_a_shipped_form_are_published_in_the_region(people: Journey, file: Path, region: str) -> None:
    publish(file.stem)
    draft = begin(people, file.stem, factories.connection(region=region))
    outline = forms.outline(draft)
    assert outline
    images = [field for place, field in outline.fields.items() if place.endswith("/Image")]
    named = [str(value) for field in images for value in (field.value, *(one.value for one in field.limit.choices))]
    assert all(f".{region}.amazonaws.com/" in uri for uri in named if uri != str(UNSET))


@pytest.mark.parametrize("name", sorted(TYPED))
def test_shipped_form_leads_to_a_sagemaker_model(sandbox: Sandbox, people: Journey, name: str) -> None:
    publish(name)
    draft = begin(people, name, factories.connection(region="us-east-1"))
    post = {
        "version": str(draft.version),
        "ModelName": "first-of-mine",
        "ExecutionRoleArn": factories.ROLE_ARN,
        **TYPED[name],
        "action": "continue",
    }
    step = read(FOLDER / f"{name}.json")["steps"][0]["name"]
    answer = people.scientist.post(f"/drafts/{draft.id}/{step}/", post)
    assert answer.status_code == 302, answer.content.decode()
    assert people.findings(draft.id) == []
    assert people.submit(draft.id) == 302
    people.approve(draft.id)
    ended = people.ended(draft.id)

    assert ended.state == State.CREATED, ended.failure
    assert sandbox.client().describe_model(ModelName="first-of-mine")["ModelArn"] == ended.model_arn


def test_every_shipped_form_is_tried() -> None:
    assert sorted(TYPED) == [file.stem for file in FILES]
