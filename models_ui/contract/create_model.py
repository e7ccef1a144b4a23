"""What does CreateModel accept?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from models_ui.contract import compiled
from models_ui.contract.tree import Structure

SERVICE = "sagemaker"
OPERATION = "CreateModel"
FILE = Path(__file__).with_name("create_model.json")


@cache
def tree() -> Structure:
    """Return the fields of a request, as the committed service model has them."""
    return compiled.read(FILE)
