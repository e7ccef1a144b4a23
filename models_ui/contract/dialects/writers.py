"""In which tools' words can a request be written, and what are they called?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models_ui.contract.dialects import (
    aws_cli_writing,
    boto3_call,
    cloudformation,
    create_model_json,
    create_model_yaml,
    paws,
    terraform_writing,
)
from models_ui.contract.dialects.writing import Writing
from models_ui.contract.json_types import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One way to write a request. `file` is the name to save it under; `into` makes the text, which says where it goes only
    where the tool does so in the same place."""

    title: str
    file: str
    into: Callable[..., Writing]
    names_region: bool = False

    def write(self, document: Document, *, region: str = "") -> Writing:
        """Return the text for a request that goes to a region, if that is known. It shows whatever it is given: mask
        secrets first."""
        return self.into(document, region=region) if self.names_region else self.into(document)


# By the name that an address has; the first is the request itself.
WRITERS: dict[str, Writer] = {
    "json": Writer(title="JSON", file="request.json", into=create_model_json.write),
    "boto3": Writer(title="boto3", file="create_model.py", into=boto3_call.write, names_region=True),
    "aws-cli": Writer(title="AWS CLI", file="create-model.sh", into=aws_cli_writing.write, names_region=True),
    "paws": Writer(title="R", file="create_model.R", into=paws.write, names_region=True),
    "terraform": Writer(title="Terraform", file="model.tf", into=terraform_writing.write),
    "cloudformation": Writer(title="CloudFormation", file="model.yaml", into=cloudformation.write),
    "yaml": Writer(title="AWS CLI, YAML input", file="request.yaml", into=create_model_yaml.write),
    "terraform-json": Writer(title="Terraform, JSON", file="model.tf.json", into=terraform_writing.write_json),
    "cloudformation-json": Writer(title="CloudFormation, JSON", file="model.json", into=cloudformation.write_json),
}
