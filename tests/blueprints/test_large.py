"""Does a form of 60 fields over 15 containers work as a small one does?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.approvals import operations as approvals
from models_ui.audit.refusals import Refused
from models_ui.blueprints.checking import findings, left
from models_ui.blueprints.document import read
from models_ui.blueprints.sound import findings as unsound
from models_ui.blueprints.starting import filled, started
from models_ui.blueprints.words import Words, resolved
from models_ui.contract.finding import errors
from models_ui.drafts import checks, operations
from models_ui.submissions.models import Submission
from tests import factories
from tests.blueprints import forms
from tests.factories import IMAGE, NOW

WORDS = Words(team="risk", user="sally", date="2026-11-25", name="large", region="us-east-1")


def large() -> dict[str, Any]:
    """Return a form of 60 fields over 15 containers: four in each, of every kind."""
    fields: dict[str, Any] = {}
    for number in range(15):
        root = f"/Containers/{number}"
        fields |= {
            f"{root}/Image": {"value": IMAGE, "locked": True},
            f"{root}/ModelDataUrl": {"limit": {"prefixes": ["s3://acme-{team}/"], "globs": ["*.tar.gz"]}},
            f"{root}/ContainerHostname": {"value": f"step-{number}"},
            f"{root}/Environment": {"limit": {"includes": {"TEAM": "{team}"}, "count": [1, 20]}},
        }
    return forms.outline(
        fields=fields,
        containers={"kind": "pipeline", "count": 15},
        free=True,
        steps=[{"name": "all", "title": "All", "heading": "All", "groups": [{"title": "", "places": [*fields]}]}],
    )


def test_form_of_sixty_fields_begins_and_is_kept_to_in_each_container() -> None:
    document = large()
    assert (len(document["fields"]), errors(unsound(document))) == (60, [])
    blueprint = resolved(read(document), WORDS)
    request = started(blueprint)
    assert findings(blueprint, request) == []

    containers = request["Containers"]
    assert isinstance(containers, list)
    emptied: dict[str, Any] = {**request, "Containers": [{} for _ in containers]}
    places = {found.pointer for found in findings(blueprint, emptied)}
    assert places == {f"/Containers/{n}/{name}" for n in range(15) for name in ("Image", "Environment")}


def in_each(**members: Any) -> dict[str, Any]:
    """Return a form that sets something in each container of a pipeline."""
    fields = {
        "/ModelName": {},
        "/ExecutionRoleArn": {"value": factories.ROLE_ARN, "locked": True},
        "/Containers/*/Image": {"value": IMAGE, "locked": True},
        "/Containers/*/Environment/TEAM": {"value": "{team}", "locked": True},
    }
    step = {"name": "model", "title": "Model", "heading": "Say which model"}
    return forms.outline(
        fields=fields,
        containers={"kind": "pipeline", "least": 1, "most": 15},
        free=True,
        steps=[
            {**step, "groups": [{"title": "", "places": ["/ModelName", "/ExecutionRoleArn"]}]},
            {
                **step,
                "name": "container",
                "each": "container",
                "groups": [{"title": "", "places": [place for place in fields if "*" in place]}],
            },
        ],
        **members,
    )


@pytest.mark.parametrize("listed", [[{}] * 3000, {str(n): {} for n in range(3000)}])
def test_thousands_of_containers_are_not_looked_at_one_by_one(listed: Any) -> None:
    blueprint = resolved(read(in_each()), WORDS)
    found = findings(blueprint, {"Containers": listed})
    assert len([one for one in found if one.pointer.startswith("/Containers/")]) == 2 * 15
    assert all(one.pointer.split("/")[2] in {str(n) for n in range(15)} for one in found if "/" in one.pointer[1:])


def test_thousands_of_containers_are_filled_as_far_as_aws_takes_them() -> None:
    blueprint = resolved(read(in_each()), WORDS)
    listed = filled({"Containers": [{}] * 3000}, blueprint)["Containers"]
    assert isinstance(listed, list)
    assert listed == [{"Image": IMAGE, "Environment": {"TEAM": "risk"}}] * 15 + [{}] * 2985


def test_locks_hold_at_a_save_beyond_what_aws_takes() -> None:
    blueprint = resolved(read(in_each()), WORDS)
    assert "/Containers/20/Image" in left(blueprint, {"Containers": [{}] * 21})


@pytest.mark.django_db
@pytest.mark.parametrize("free", [True, False])
@pytest.mark.parametrize("member", [{}, {"Image": "evil"}, {"Image": IMAGE, "Environment": {"TEAM": "risk"}}])
def test_request_of_more_containers_than_aws_takes_is_never_submitted(member: dict[str, Any], *, free: bool) -> None:
    sally = factories.scientist()
    document = in_each(connection="sandbox") | {"free": free}
    several: dict[str, Any] = {
        "ModelName": "churn-1",
        "ExecutionRoleArn": factories.ROLE_ARN,
        "Containers": [{"Image": IMAGE, "Environment": {"TEAM": "risk"}}] * 15 + [member],
    }
    connection = factories.connection()
    draft = operations.create(
        owner=sally, connection=connection, document=several, blueprint=forms.made(document), origin="import", at=NOW
    )
    assert [one for one in errors(checks.findings(draft)) if one.pointer == "/Containers"]
    with pytest.raises(Refused, match="problem"):
        approvals.submit(draft_id=draft.id, version=draft.version, justification="Weekly.", by=sally, at=NOW)
    assert not Submission.objects.exists()
