"""What do the requests of the corpus look like in the tools that they were found in, and what can those texts not tell?"""

from __future__ import annotations

import json
from typing import Any

from tests.corpus import CASES

WRITTEN = [case for case in CASES if case.get("as_written")]

# The members of these requests whose values are not in the text, with the reason. Everything else must be there.
NOT_IN_THE_TEXT: dict[str, dict[str, str]] = {
    "airflow-condor-rendered": {
        "/PrimaryContainer/Image": "a variable of Airflow",
        "/PrimaryContainer/ModelDataUrl": "the answer of another task",
        "/ExecutionRoleArn": "a variable of Airflow",
    },
    "cfn-jumpstart-compressed": {"/ModelName": "CloudFormation makes one from the name of the stack"},
    "cfn-mlops-orchestrator-package": {"/ModelName": "CloudFormation makes one from the name of the stack"},
    "cfn-pickle-model-data": {"/ModelName": "CloudFormation makes one from the name of the stack"},
    "k8s-operator-china": {
        "/ModelName": "the operator makes one from the name of the object, which the specification has not"
    },
    "sfn-autopilot-all-multimodel": {
        "/ModelName": "the input of the execution",
        "/Containers": "the answer of another state",
    },
    "sfn-empty-environment": {
        "/ModelName": "the input of the state",
        "/PrimaryContainer/ModelDataUrl": "the input of the state",
    },
    "sfn-start-time-in-name": {
        "/ModelName": "the time at which the execution starts",
        "/PrimaryContainer/ModelDataUrl": "the answer of another state",
    },
}


def text(case: dict[str, Any]) -> str:
    """Return what somebody would paste: the corpus has every language as its JSON."""
    return r(case["as_written"]) if case["dialect"] == "paws" else json.dumps(case["as_written"], indent=2)


def r(document: dict[str, Any]) -> str:
    """Return a call of paws in R, put together here and not by what is tried."""
    arguments = ", ".join(f"{name} = {_r(value)}" for name, value in document.items())
    return f"sagemaker_create_model({arguments})"


def _r(value: Any) -> str:
    if isinstance(value, dict):
        return "list(" + ", ".join(f"{name} = {_r(item)}" for name, item in value.items()) + ")"
    if isinstance(value, list):
        return "list(" + ", ".join(map(_r, value)) + ")"
    return str(value).upper() if isinstance(value, bool) else json.dumps(value)
