"""Until when does AWS patch an image?

Source: the support policy of aws/deep-learning-containers (docs/src/data and docs/src/legacy, e0ecede, 2026-08-21), where
it names an end. What is older than the first version it names has ended by then as well.
"""

from __future__ import annotations

from datetime import date

from models_ui.images.catalogue import Image
from models_ui.images.versions import PYTHON_ENDED, begins, order, python_in_words

_ENDS = {
    "pytorch": {
        "1.13": date(2024, 10, 28),
        "2.0": date(2024, 3, 15),
        "2.1": date(2024, 10, 4),
        "2.2": date(2025, 1, 30),
        "2.3": date(2025, 4, 24),
        "2.4": date(2025, 7, 24),
        "2.5": date(2025, 10, 29),
        "2.6": date(2026, 6, 30),
    },
    "tensorflow": {
        "2.14": date(2024, 9, 26),
        "2.16": date(2025, 3, 7),
        "2.18": date(2025, 10, 24),
        "2.19": date(2026, 3, 11),
    },
    "sklearn": {"1.4-2": date(2026, 10, 30), "1.9-0": date(2027, 7, 16)},
    "xgboost": {"3.0-5": date(2026, 11, 17), "3.2-0": date(2027, 5, 13)},
    "whisperx": {"3.8": date(2027, 5, 25)},
}
# For these the policy reaches back to where it began; the others have older images that it never named.
_SINCE_THE_BEGINNING = frozenset({"pytorch", "tensorflow"})
_REPLACED = {
    "djl-deepspeed": "LMI has taken its place",
    "djl-fastertransformer": "LMI has taken its place",
}


def ended(image: Image, on: date) -> str:
    """Say in a few words why an image is out of date on a day; empty where nothing says so."""
    if image.processor == "eia":
        return "AWS has closed Elastic Inference"
    if image.framework in _REPLACED:
        return _REPLACED[image.framework]
    end = _end(image.framework, image.version)
    if end and end < on:
        return f"AWS has not patched it since {end:%-d %B %Y}"
    python = PYTHON_ENDED.get(image.python)
    return f"{python_in_words(image.python)} ended in {python:%B %Y}" if python and python < on else ""


def _end(framework: str, version: str) -> date | None:
    ends = _ENDS.get(framework, {})
    named = next((end for start, end in ends.items() if begins(version, start)), None)
    if named or framework not in _SINCE_THE_BEGINNING:
        return named
    first = min(ends, key=order)
    return ends[first] if order(version) < order(first) else None
