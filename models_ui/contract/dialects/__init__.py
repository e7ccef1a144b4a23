"""How do other tools write a request?"""

from __future__ import annotations

from models_ui.contract.dialects.detection import detect, read
from models_ui.contract.dialects.writers import WRITERS

__all__ = ["WRITERS", "detect", "read"]
