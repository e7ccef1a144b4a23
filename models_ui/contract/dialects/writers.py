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
    """One way to write a request. `file` is the name to save it under; `write` shows whatever it is given: mask secrets first."""

    title: str
    file: str
    write: Callable[[Document], Writing]


# By the name that an address has; the first is the request itself.
WRITERS: dict[str, Writer] = {
    "json": Writer(title="JSON", file="request.json", write=create_model_json.write),
    "boto3": Writer(title="boto3", file="create_model.py", write=boto3_call.write),
    "aws-cli": Writer(title="AWS CLI", file="create-model.sh", write=aws_cli_writing.write),
    "paws": Writer(title="R", file="create_model.R", write=paws.write),
    "terraform": Writer(title="Terraform", file="model.tf", write=terraform_writing.write),
    "cloudformation": Writer(title="CloudFormation", file="model.yaml", write=cloudformation.write),
    "yaml": Writer(title="AWS CLI, YAML input", file="request.yaml", write=create_model_yaml.write),
    "terraform-json": Writer(title="Terraform, JSON", file="model.tf.json", write=terraform_writing.write_json),
    "cloudformation-json": Writer(title="CloudFormation, JSON", file="model.json", write=cloudformation.write_json),
}
