"""Which requests did people really send, and where to?"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "data" / "requests.json").read_text(encoding="utf-8"))
GOOD = [case for case in CASES if case["valid"]]
BROKEN = [case for case in CASES if not case["valid"]]

_SENT_TO = re.compile(r"sent to (?P<region>[a-z]+-[a-z-]+-\d)")
_NAMED = re.compile(r"\.dkr\.ecr\.(?P<image>[a-z0-9-]+)\.|:sagemaker:(?P<package>[a-z0-9-]+):\d{12}:model-package/")


def region_of(case: dict[str, Any]) -> str:
    """Return the region that a case was sent to: as told, or that of its image or package, else us-east-1."""
    told = _SENT_TO.search(case.get("why") or "")
    if told:
        return told["region"]
    named = _NAMED.search(json.dumps(case["request"]))
    return (named["image"] or named["package"]) if named else "us-east-1"
