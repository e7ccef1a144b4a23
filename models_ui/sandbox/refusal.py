"""How does an operation of the sandbox say no?"""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - an error of the protocol, not of the program
    """What AWS answers instead of doing it: an error code, a text, an HTTP status."""

    def __init__(self, code: str, message: str, *, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
