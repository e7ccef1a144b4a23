"""Which of AWS's words may be kept?"""

from __future__ import annotations

from models_ui.aws.redaction import kept
from models_ui.contract.json_types import Document

REQUEST: Document = {"PrimaryContainer": {"Environment": {"HF_TOKEN": "hf_aVerySecretValue", "MODE": "1"}}}


def test_environment_values_are_taken_out_wherever_they_stand() -> None:
    assert kept("Wrong: hf_aVerySecretValue at 1.", REQUEST) == "Wrong: … at 1."


def test_an_environment_that_aws_repeats_is_taken_out_whole() -> None:
    said = "Value '{A=hf_cutOff' at 'primaryContainer.environment' failed to satisfy constraint: Map"
    assert kept(said, {}) == "Value '…' at 'primaryContainer.environment' failed to satisfy constraint: Map"


def test_what_is_kept_is_short_and_printable() -> None:
    said = kept("\x1b[31m\u202e" + "y" * 100_000, {})
    assert said.startswith(" [31m y")
    assert len(said) < 5000
