"""How is an error written to the log, without what people typed?"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from typing import Any


class Line(logging.Formatter):
    """One line a record; of an error its kind and where it was, never its text.

    A database quotes the row that it refuses, and Python the value that it cannot read: both may be secrets.
    """

    # Named by the standard library.
    def formatException(self, ei: Any) -> str:  # noqa: N802
        """Return the kinds of an error and of those that led to it, each with its places in the source."""
        return "\nwhich came of ".join(
            f"{type(error).__name__} at\n{''.join(traceback.format_tb(error.__traceback__))}".rstrip()
            for error in chain(ei[1])
        )


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and those that led to it, the last one first."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
