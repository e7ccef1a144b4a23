"""How is a failure kept, so that pages can say it in plain words?"""

from __future__ import annotations

from models_ui.aws.errors import Explanation
from models_ui.contract.json_types import Document


def failure(explanation: Explanation) -> Document:
    """Return what a submission keeps of an explanation: code, title, message, next_steps and pointer."""
    return {
        "code": explanation.code,
        "title": explanation.title,
        "message": explanation.sentence,
        "next_steps": list(explanation.next_steps),
        "pointer": explanation.pointer,
    }


def name_taken(name: str) -> Document:
    """Return the failure of a request whose model name belongs to somebody else's SageMaker model."""
    return {
        "code": "name-taken",
        "title": "The name is taken",
        "message": f"A SageMaker model named {name} exists already and was not made by this request. It was left as it is.",
        "next_steps": ["Edit the request, choose another model name and submit it again."],
        "pointer": "/ModelName",
    }


def unsure(why: str) -> Document:
    """Return what a submission says that an operator must look at."""
    return {
        "code": "unsure",
        "title": "Somebody must look at it",
        "message": why,
        "next_steps": [
            "Compare the SageMaker model in the AWS console with the request, its tags too.",
            "When AWS answers again, an admin can let it be asked once more.",
        ],
        "pointer": None,
    }
