"""May SageMaker assume the role of a call?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.sandbox import account, texts
from models_ui.sandbox.members import word
from models_ui.sandbox.place import Place


def check_role(request: Document, place: Place) -> None:
    """Raise Refusal for a role that is not in the account, or that does not trust SageMaker."""
    role = word(request, "ExecutionRoleArn")
    if role and not account.trusts_sagemaker(place, role):
        raise texts.ROLE.refusal(role=role)
