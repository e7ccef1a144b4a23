"""As whom, where and how patiently is AWS called?"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from models_ui.aws.accounts import Guard

if TYPE_CHECKING:
    from models_ui.contract.envelopes import Target

# An assumed session is named after its submission, so a worker meets ever new ones, of 1 MB each: old ones are let go.
_KEPT = 16
# botocore does not promise that sessions may make clients in several threads at once; clients may be used so.
_LOCK = threading.Lock()
# Seconds. A sender waits longer for an answer, since its question cannot be asked again.
_CONNECT, _SEND, _READ = 3, 20, 10
# STS wants at least so many characters in a session name and in a source identity.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Caller:
    """Whom CloudTrail shall name: `session_name` for the work, `source_identity` for the person it is done for."""

    session_name: str
    source_identity: str


def client(service: str, target: Target, *, caller: Caller, sends: bool) -> Any:
    """Return a client of a service for the account and region of a target. Nothing is sent yet, and nothing raised.

    Without a role it speaks as the default credentials, else as the role, assumed when first needed and again before it
    expires; both are refused at the first call where they belong to another account than the target's (WrongAccount).
    `sends` makes one HTTP attempt and no more, since boto3's own retry can turn a success into "already existing".
    `AWS_ENDPOINT_URL` and its kin are obeyed. Clients are shared: safe to use in threads, not to be changed.
    """
    known_as = caller if target.role else None
    with _LOCK:
        return _client(service, target.account, target.region, target.role, known_as, sends)


def forget() -> None:
    """Let go of all sessions and clients, so that the next ones read the environment anew."""
    with _LOCK:
        _client.cache_clear()
        _assumed.cache_clear()
        _default.cache_clear()


@lru_cache(maxsize=_KEPT)
def _client(service: str, account: str, region: str, role: str | None, caller: Caller | None, sends: bool) -> Any:  # noqa: FBT001 - a key
    session = _assumed(role, region, caller) if role and caller else _default()
    made = session.client(service, region_name=region, config=_config(sends=sends))
    guard = Guard(account, role, lambda: session.client("sts", region_name=region, config=_config(sends=False)))
    made.meta.events.register("before-call", guard)
    return made


@cache
def _default() -> Any:
    return _session(_core())


def _core() -> Any:
    from botocore.session import Session

    core = Session()
    core.register_component("data_loader", _loader())
    return core


def _session(core: Any) -> Any:
    import boto3

    session = boto3.Session(botocore_session=core)
    # Every session of boto3 adds its folder to the search path of the reader that all of them share.
    paths = _loader().search_paths
    paths[:] = dict.fromkeys(paths)
    return session


@cache
def _loader() -> Any:
    """Return the reader of service models, by far the largest part of a session: all share one."""
    from botocore.loaders import Loader

    return Loader()


@lru_cache(maxsize=_KEPT)
def _assumed(role: str, region: str, caller: Caller) -> Any:
    """Return a session whose credentials are those of the role, fetched on first use and renewed before they end.

    A role that does not let us set the source identity (sts:SetSourceIdentity) is refused by STS and stays refused: an
    assumed session that names nobody would be worth nothing as evidence.
    """
    from botocore.credentials import CredentialResolver

    core = _core()
    core.register_component("credential_provider", CredentialResolver([_provider(role, region, caller)]))
    return _session(core)


def _provider(role: str, region: str, caller: Caller) -> Any:
    from botocore.credentials import AssumeRoleCredentialFetcher, CredentialProvider, DeferredRefreshableCredentials

    def sts(service: str, **credentials: Any) -> Any:
        return _default().client(service, region_name=region, config=_config(sends=False), **credentials)

    class AssumedRole(CredentialProvider):  # type: ignore[misc]  # botocore ships no types
        """The one source of credentials of an assumed session: never the machine's own."""

        METHOD = "assume-role"

        def load(self) -> Any:
            """Return credentials that ask STS when they are first needed."""
            fetcher = AssumeRoleCredentialFetcher(
                client_creator=sts,
                source_credentials=_default().get_credentials(),
                role_arn=role,
                extra_args={
                    "RoleSessionName": caller.session_name.ljust(_SHORTEST, "-"),
                    "SourceIdentity": caller.source_identity.ljust(_SHORTEST, "-"),
                },
            )
            return DeferredRefreshableCredentials(fetcher.fetch_credentials, self.METHOD)

    return AssumedRole()


def _config(*, sends: bool) -> Any:
    from botocore.config import Config

    if sends:
        return Config(retries={"total_max_attempts": 1}, connect_timeout=_CONNECT, read_timeout=_SEND)
    retries = {"mode": "standard", "total_max_attempts": 3}
    return Config(retries=retries, connect_timeout=_CONNECT, read_timeout=_READ)
