"""How do boto3 and the AWS CLI write a CreateModel request as JSON?

boto3's keyword arguments, the CLI's `--cli-input-json` and its `--generate-cli-skeleton` have one form: the parameters
themselves. A whole CLI command around them is taken off. Nothing of the request is changed, be it right or wrong.
"""

from __future__ import annotations

import re

from models_ui.contract import loader
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.loader import NotReadable

DIALECT = "json"
_COMMAND = re.compile(
    r"\s*(?:\$\s*)?aws\s+sagemaker\s+create-model\s[^'{]*--cli-input-json[\s=]+'(.*)'\s*\Z", re.DOTALL
)


def read(text: str | bytes) -> Reading:
    """Return the request that a text holds. Raises NotReadable where it holds none."""
    document = loader.load(_without_command(text))
    if not isinstance(document, dict):
        raise NotReadable(
            "not-an-object",
            'A request is one object in curly brackets, as in {"ModelName": "churn-1"}. Paste all of it.',
        )
    return Reading(DIALECT, document)


def _without_command(text: str | bytes) -> str | bytes:
    found = _COMMAND.match(text) if isinstance(text, str) else None
    return found[1] if found else text
