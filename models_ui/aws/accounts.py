"""Do the credentials belong to the account that the request is meant for?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class WrongAccount(Exception):  # noqa: N818 - it tells of an account
    """The credentials lead to another account than the target's, so nothing was sent."""

    def __init__(self, *, wanted: str, found: str) -> None:
        super().__init__(f"The credentials belong to account {found}, but the request is for account {wanted}.")


class Guard:
    """Stands before every call of a client until it has seen once that the account is right."""

    def __init__(self, account: str, role: str | None, sts: Callable[[], Any]) -> None:
        self._account = account
        self._role = role
        self._sts = sts
        self._seen = False

    def __call__(self, **_: Any) -> None:
        """Let a call pass. Raises WrongAccount, and what STS raises where it cannot be asked."""
        if self._seen:
            return
        found = self._found()
        if found != self._account:
            raise WrongAccount(wanted=self._account, found=found)
        self._seen = True

    def _found(self) -> str:
        if self._role:
            # arn:aws:iam::<account>:role/<name>: what is assumed lives in the account of the role.
            return (self._role.split(":") + [""] * 5)[4]
        return str(self._sts().get_caller_identity()["Account"])
