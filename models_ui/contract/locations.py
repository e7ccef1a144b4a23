"""Which bucket and key does an address of S3 name, in whichever form it was copied?

The s3:// form, the https forms of the S3 endpoints, links to the S3 console, and ARNs. What is written in another form
is never altered here: whoever asks decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, unquote_plus, urlsplit

# "s3": as SageMaker is usually told. "https": an address of an S3 endpoint, which it takes as well. "link": of neither
# form, such as a page of the console, an ARN, or s3a:// as Hadoop writes it.
Form = Literal["s3", "https", "link"]

_LONGEST = 8192
_BUCKET = r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,253}[A-Za-z0-9])?"
_REGION = r"[a-z]{2}(?:-[a-z]+){1,3}-[0-9]"
_AWS = r"amazonaws\.com(?:\.cn)?"
_ENDPOINT = re.compile(
    rf"(?:(?P<bucket>{_BUCKET})\.)?s3(?:-fips|-accelerate|-external-1)?(?:\.dualstack)?(?:[.-]{_REGION})?\.{_AWS}"
)
_WEBSITE = re.compile(rf"(?P<bucket>{_BUCKET})\.s3-website[.-]{_REGION}\.{_AWS}")
_CONSOLE = re.compile(r"(?:[a-z0-9-]+\.)*console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)")
_ACCESS_POINT = re.compile(
    rf".+\.(?:s3-(?:accesspoint|object-lambda|outposts)(?:-fips)?(?:\.dualstack)?\.{_REGION}|accesspoint\.s3-global)\.{_AWS}"
)
_PAGE = re.compile(rf"/s3/(?:buckets|object|upload)/(?P<bucket>{_BUCKET})(?:/(?P<key>.*))?", re.DOTALL)
_ARN = re.compile(rf"arn:aws[a-z-]*:s3:::(?P<bucket>{_BUCKET})(?:/(?P<key>.*))?", re.DOTALL)
_ACCESS_POINT_ARN = re.compile(
    r"(?:s3://)?arn:aws[a-z-]*:s3(?:-object-lambda|-outposts)?:[a-z0-9-]*:[0-9]*:[a-z]*access-?point[/:].+", re.DOTALL
)
_SCHEME = re.compile(rf"(?P<scheme>s3[an]?)://(?P<bucket>{_BUCKET})(?:/(?P<key>.*))?", re.DOTALL | re.IGNORECASE)
# What a signed address carries, in the form of today and in the one before.
_SIGNATURES = frozenset({"x-amz-signature", "x-amz-security-token", "signature", "awsaccesskeyid"})
_SIGNED = re.compile(rf"(?:\A|&)(?:{'|'.join(sorted(_SIGNATURES))})=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Location:
    """A bucket and a key, and the form in which they were written; an empty key is the whole bucket."""

    form: Form
    bucket: str
    key: str

    @property
    def uri(self) -> str:
        """The location as SageMaker is usually told."""
        return f"s3://{self.bucket}/{self.key}"


def read(text: str) -> Location | None:
    """Return what an address names, or None where it names no object or folder of S3 that can be told from it."""
    if len(text) > _LONGEST:
        return None
    if found := _SCHEME.fullmatch(text):
        return Location("s3" if found["scheme"] == "s3" else "link", found["bucket"], found["key"] or "")
    if found := _ARN.fullmatch(text):
        return _seen(Location("link", found["bucket"], _of_policy(found["key"] or "")))
    url = _parts(text)
    return _seen(next(filter(None, (how(url) for how in _FORMS)), None)) if url else None


def is_access_point(text: str) -> bool:
    """Say whether an address is one of an access point, which does not tell the bucket behind it."""
    if len(text) > _LONGEST:
        return False
    url = _parts(text)
    return bool(_ACCESS_POINT_ARN.fullmatch(text) or url and _ACCESS_POINT.fullmatch(url.hostname or ""))


def unsigned(text: str) -> str:
    """Return an address without its signature, which lets everybody read the file who has it; any other as it is."""
    if not text[:8].lower().startswith(("https://", "http://")):
        return text
    address, mark, rest = text.partition("?")
    # Names may be escaped; who does so beyond any length of an address is looked at without.
    names = {name.lower() for name, _ in parse_qsl(rest[:_LONGEST], keep_blank_values=True, separator="&")}
    return address if mark and (names & _SIGNATURES or _SIGNED.search(rest)) else text


def _parts(text: str) -> SplitResult | None:
    """Return the parts of a web address; None for any other text. A user in it is none of S3's."""
    if not text.lower().startswith(("https://", "http://")) or not text.isprintable():
        return None
    try:
        url = urlsplit(text)
        plain = url.port in (None, 80, 443) and url.username is None
    except ValueError:
        return None
    return url if plain else None


def _by_endpoint(url: SplitResult) -> Location | None:
    """Read `bucket.s3.region.amazonaws.com/key` and `s3.region.amazonaws.com/bucket/key`."""
    found = _ENDPOINT.fullmatch(url.hostname or "")
    if not found:
        return None
    form: Form = "https" if url.scheme == "https" else "link"
    path = _decoded(url.path[1:], unquote_plus)
    bucket, _, key = (found["bucket"], "", path) if found["bucket"] else path.partition("/")
    return Location(form, bucket, key) if re.fullmatch(_BUCKET, bucket) else None


def _by_website(url: SplitResult) -> Location | None:
    """Read the address of a bucket that serves web pages."""
    found = _WEBSITE.fullmatch(url.hostname or "")
    return Location("link", found["bucket"], _decoded(url.path[1:], unquote_plus)) if found else None


def _by_console(url: SplitResult) -> Location | None:
    """Read a page of the console: what is shown stands in its query, in older links in its path."""
    page = _PAGE.fullmatch(url.path) if _CONSOLE.fullmatch(url.hostname or "") else None
    if not page:
        return None
    asked = dict(parse_qsl(url.query, keep_blank_values=True))
    return Location("link", page["bucket"], asked.get("prefix") or _decoded(page["key"] or "", unquote))


_FORMS: tuple[Callable[[SplitResult], Location | None], ...] = (_by_endpoint, _by_website, _by_console)


def _decoded(text: str, how: Callable[..., str]) -> str:
    """Return a path without its escapes; what they mean in no character set becomes what is never seen (see `_seen`)."""
    return how(text, errors="surrogateescape")


def _of_policy(key: str) -> str:
    """Return the folder that a pattern of a policy means: churn/* is churn/."""
    return key[:-1] if key == "*" or key.endswith("/*") else key


def _seen(found: Location | None) -> Location | None:
    """Return a location whose every character can be seen; another one is not told from a mistake."""
    return found if found and found.uri.isprintable() else None
