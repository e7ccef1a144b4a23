"""Who answers a request?"""

from __future__ import annotations

from tests.sandbox_server import Sandbox


def test_neighbours_answer_beside_our_sagemaker(sandbox: Sandbox) -> None:
    assert sandbox.client("sts").get_caller_identity()["Account"] == "123456789012"
    assert sandbox.client("sagemaker").list_models()["Models"] == []
