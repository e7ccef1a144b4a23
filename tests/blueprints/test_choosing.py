"""How did each value of a request come about, given its form?"""

from __future__ import annotations

import pytest

from models_ui.blueprints.choosing import Chosen, chooser
from models_ui.blueprints.document import Blueprint, Field, Limit
from models_ui.contract.json_types import Document

FORM = Blueprint(
    title="A form",
    fields={
        "/ModelName": Field(),
        "/VpcConfig": Field(value={"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}),
        "/ExecutionRoleArn": Field(value="role", locked=True),
        "/EnableNetworkIsolation": Field(locked=True),
        "/Containers/*/Mode": Field(value="SingleModel"),
        "/Containers/*/Image": Field(value="any"),
        "/Containers/0/Image": Field(value="first"),
        "/Containers/*/Environment": Field(limit=Limit(includes={"REGION": "eu"})),
    },
)
DOCUMENT: Document = {
    "ModelName": "churn",
    "VpcConfig": {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-2"]},
    "ExecutionRoleArn": "role",
    "Containers": [
        {"Mode": "SingleModel", "Image": "first"},
        {"Mode": "MultiModel", "Image": "first", "Environment": {"REGION": "eu"}},
    ],
    "Tags": [],
}


@pytest.mark.parametrize(
    ("pointer", "chosen"),
    [
        ("/ModelName", Chosen.CHOSEN),
        ("/VpcConfig/Subnets", Chosen.KEPT),
        ("/VpcConfig/Subnets/0", Chosen.KEPT),
        ("/VpcConfig/SecurityGroupIds", Chosen.CHANGED),
        ("/VpcConfig/SecurityGroupIds/1", Chosen.KEPT),
        ("/ExecutionRoleArn", Chosen.LOCKED),
        ("/EnableNetworkIsolation", Chosen.LOCKED),
        ("/Containers/0/Mode", Chosen.KEPT),
        ("/Containers/1/Mode", Chosen.CHANGED),
        ("/Containers/0/Image", Chosen.KEPT),
        ("/Containers/1/Image", Chosen.CHANGED),
        ("/Containers/2/Image", Chosen.CHANGED),
        ("/Containers/0/Environment/A", Chosen.CHOSEN),
        ("/Containers/1/Environment/REGION", Chosen.LOCKED),
        ("/Containers/0/ModelDataUrl", Chosen.BEYOND),
        ("/Tags", Chosen.BEYOND),
        ("", Chosen.BEYOND),
    ],
)
def test_how_a_value_came_about(pointer: str, chosen: Chosen) -> None:
    assert chooser(FORM, DOCUMENT)(pointer) == chosen


@pytest.mark.parametrize(("pointer", "chosen"), [("/Tags/0/Value", Chosen.LOCKED), ("/Tags/1/Value", Chosen.CHOSEN)])
def test_entry_that_a_list_must_hold_is_set_by_the_form(pointer: str, chosen: Chosen) -> None:
    team: Document = {"Key": "team", "Value": "risk"}
    form = Blueprint(title="A form", fields={"/Tags": Field(limit=Limit(includes=[team]))})
    assert chooser(form, {"Tags": [team, {"Key": "owner", "Value": "maya"}]})(pointer) == chosen
