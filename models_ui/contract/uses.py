"""What is the SageMaker model meant for? Said beside the request, so that what fails later is known earlier."""

from __future__ import annotations

from enum import StrEnum


class Use(StrEnum):
    """An intended use; nobody has to decide."""

    UNDECIDED = ""
    REAL_TIME = "real-time"
    SERVERLESS = "serverless"
    BATCH = "batch"


# What people read.
WORDS = {
    Use.UNDECIDED: "Not decided",
    Use.REAL_TIME: "Real-time endpoint",
    Use.SERVERLESS: "Serverless endpoint",
    Use.BATCH: "Batch transform",
}


def use_of(text: str) -> Use | None:
    """Return the use that a text names, or None where it names none."""
    return next((use for use in Use if use == text), None)
