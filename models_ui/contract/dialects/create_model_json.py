"""How do boto3 and the AWS CLI write a CreateModel request as JSON?

boto3's keyword arguments, the CLI's `--cli-input-json` and its `--generate-cli-skeleton` have one form: the parameters
themselves. Nothing of the request is changed, be it right or wrong.
"""

from __future__ import annotations

import json

from models_ui.contract import create_model, loader
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.manner import PLAIN
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax import json_text
from models_ui.contract.dialects.writing import Writing
from models_ui.contract.dialects.written import Members
from models_ui.contract.json_types import Document

DIALECT = "json"


def read(text: str | bytes) -> Reading:
    """Return the request that a text holds. Raises NotReadable where it holds none."""
    return of(json_text.members(loader.decoded(text)))


def of(members: Members, dialect: str = DIALECT) -> Reading:
    """Return the request that members make, to the letter."""
    return fitting.read(dialect, members, create_model.tree(), PLAIN)


def write(document: Document) -> Writing:
    """Return the JSON for `--cli-input-json`, and for anything else that takes the parameters."""
    return Writing(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
