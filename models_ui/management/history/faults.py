"""What went wrong in AWS in the history? Lines for the fault script of the sandbox."""

from __future__ import annotations

from models_ui.management.history.people import ACCOUNT
from models_ui.management.history.steps import Fault


def answer_lost(name: str) -> Fault:
    """AWS makes the SageMaker model, but the line breaks before it can say so."""
    return {"operation": "CreateModel", "action": "drop-after", "name": name}


def broken_before(name: str) -> Fault:
    """AWS breaks before it makes anything."""
    return {"operation": "CreateModel", "action": "error-before", "name": name, "status": 503}


def slow_down(name: str) -> Fault:
    """AWS wants to be called less often."""
    return {"operation": "CreateModel", "action": "throttle", "name": name}


def forbidden(operation: str, name: str, *, always: bool = False) -> Fault:
    """AWS does not let the worker do that, once or until somebody gives it the permission."""
    return {
        "operation": operation,
        "action": "refuse",
        "name": name,
        "times": None if always else 1,
        "code": "AccessDeniedException",
        "message": f"User: arn:aws:sts::{ACCOUNT}:assumed-role/ModelsUI/worker is not authorized to perform: "
        f"sagemaker:{operation} on resource: arn:aws:sagemaker:us-east-1:{ACCOUNT}:model/{name}",
    }
