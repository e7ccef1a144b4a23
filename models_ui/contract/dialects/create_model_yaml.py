"""How does the AWS CLI write a CreateModel request as YAML, for `--cli-input-yaml`?"""

from __future__ import annotations

from models_ui.contract.dialects import create_model_json
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax import yaml_text
from models_ui.contract.dialects.syntax.yaml_writing import dump
from models_ui.contract.dialects.writing import Writing
from models_ui.contract.dialects.written import Members
from models_ui.contract.json_types import Document
from models_ui.contract.loader import NotReadable

DIALECT = "yaml"


def read(text: str) -> Reading:
    """Return the request that a text holds. Raises NotReadable where it holds none."""
    found = next((value for value in yaml_text.parse(text) if isinstance(value, Members)), None)
    if found is None:
        raise NotReadable(
            "not-an-object", "A request has names and values, as in “ModelName: churn-1”. Paste all of it."
        )
    return create_model_json.of(found, DIALECT)


def write(document: Document) -> Writing:
    """Return the YAML for `--cli-input-yaml`."""
    return Writing(dump(document))
