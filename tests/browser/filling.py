"""How does somebody fill in a request? By the names of controls and buttons, with JavaScript and without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com"
PIPELINE: dict[str, Any] = {
    "ModelName": "churn-pipeline-44",
    "Containers": [
        {
            "ContainerHostname": "prepare",
            "Image": f"{REGISTRY}/churn-features:2.0.0",
            "ModelDataUrl": "s3://acme-models/preprocess/2/model.tar.gz",
            "Environment": {"FEATURES": "tenure,usage", "LOG_LEVEL": "info"},
        },
        {
            "ContainerHostname": "predict",
            "Image": f"{REGISTRY}/churn-post:1.4.2",
            "ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz",
            "Environment": {"THRESHOLD": "0.35"},
        },
    ],
    "InferenceExecutionConfig": {"Mode": "Direct"},
    "ExecutionRoleArn": "arn:aws:iam::123456789012:role/SageMakerExecutionRole",
    "VpcConfig": {"Subnets": ["subnet-0f3a19c2", "subnet-0b77d1e4"], "SecurityGroupIds": ["sg-04c1a2f9"]},
    "Tags": [{"Key": "team", "Value": "risk"}, {"Key": "cost-centre", "Value": "4711"}],
}


def control(page: Page, name: str) -> Locator:
    """Return the control with this name, as in the address of its place."""
    return page.locator(f'[name="{name}"]')


def button(page: Page, action: str) -> Locator:
    """Return the button that posts this action."""
    return page.locator(f'button[name=action][value="{action}"]')


def reveal(page: Page, element: Locator) -> None:
    """Open what is folded around something."""
    folds = page.locator("details:not([open])").filter(has=element)
    while folds.count():
        folds.first.locator("> summary").click()


def put(page: Page, values: Mapping[str, str]) -> None:
    """Fill in controls by their names."""
    for name, value in values.items():
        element = control(page, name)
        reveal(page, element)
        if element.evaluate("element => element.matches('select')"):
            element.select_option(value)
        else:
            element.fill(value)


def press(page: Page, action: str, *, then: str = "") -> None:
    """Press a button of a row or list, and see the focus come to the element with the id `then`."""
    reveal(page, button(page, action))
    button(page, action).click()
    if then:
        expect(page.locator(f'[id="{then}"]')).to_be_focused()


def go_on(page: Page, heading: str) -> None:
    """Press Continue, and see the heading of the next screen."""
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def start(page: Page) -> None:
    """Begin a blank draft."""
    page.get_by_role("link", name="New request").first.click()
    page.get_by_role("button", name="Start blank").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Name the SageMaker model")


def add_variables(page: Page, container: str, variables: Mapping[str, str]) -> None:
    """Add variables to a container, one row after the other."""
    for index, (key, value) in enumerate(variables.items()):
        press(page, f"add:{container}.Environment", then=f"{container}.Environment.~")
        row = f"{container}.Environment.{index}"
        put(page, {f"{row}.key": key, f"{row}.value": value})


def fill_in_basics(page: Page) -> None:
    """Name the pipeline, and ask for two containers that are called one by one; a third one comes and goes."""
    put(page, {"ModelName": PIPELINE["ModelName"]})
    page.locator('[name="ask.kind"][value=pipeline]').check()
    go_on(page, "Put the containers in order")
    for index in range(3):
        press(page, "add:Containers", then=f"Containers.{index}")
    press(page, "remove:Containers.2", then="Containers-add")
    put(page, {"InferenceExecutionConfig.Mode": "Direct"})
    go_on(page, "Describe container 1")


def fill_in_container(page: Page, index: int) -> None:
    """Fill in one container of the pipeline."""
    place, wanted = f"Containers.{index}", PIPELINE["Containers"][index]
    put(page, {f"{place}.{name}": value for name, value in wanted.items() if isinstance(value, str)})
    add_variables(page, place, wanted["Environment"])


def fill_in_access(page: Page) -> None:
    """Name the role and the VPC; a third subnet comes and goes."""
    put(page, {"ExecutionRoleArn": PIPELINE["ExecutionRoleArn"]})
    for name, wanted in PIPELINE["VpcConfig"].items():
        for index, value in enumerate(wanted):
            press(page, f"add:VpcConfig.{name}", then=f"VpcConfig.{name}.{index}")
            put(page, {f"VpcConfig.{name}.{index}": value})
    press(page, "add:VpcConfig.Subnets", then="VpcConfig.Subnets.2")
    press(page, "remove:VpcConfig.Subnets.2", then="VpcConfig.Subnets-add")


def fill_in_tags(page: Page) -> None:
    """Add the tags."""
    for index, tag in enumerate(PIPELINE["Tags"]):
        press(page, "add:Tags", then=f"Tags.{index}.Key")
        put(page, {f"Tags.{index}.{name}": value for name, value in tag.items()})


def submit(page: Page, why: str) -> str:
    """Submit what is under review, and return the submission's id."""
    page.get_by_label("Why is it needed?").fill(why)
    page.get_by_role("button", name="Submit for approval").click()
    expect(page).to_have_url(re.compile(r"/submissions/[0-9a-f-]{36}/$"))
    return page.url.rstrip("/").rpartition("/")[2]


def come_in(page: Page, name: str, password: str) -> None:
    """Sign in by the form."""
    page.goto("/")
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
