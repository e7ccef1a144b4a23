"""Which request does an address begin: of an archive or a folder in S3, of an image, a model package, a role?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from models_ui.contract import create_model, locations, signatures
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.manner import PLAIN
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.written import Entry, Members, Scalar, Written, refusal
from models_ui.contract.finding import Finding
from models_ui.contract.words import shown

DIALECT = "address"
_ADDRESS = re.compile(
    r"(?P<location>[Ss]3[an]?://\S.*|https?://\S*(?:amazonaws|aws\.amazon)\.c\S*|arn:aws[a-z-]*:s3(?:-[a-z-]+)?:\S+)"
    r"|(?P<package>arn:aws[a-z-]*:sagemaker:\S+:model-package/\S+)"
    r"|(?P<role>arn:aws[a-z-]*:iam::\S+:role/\S+)"
    r"|(?P<image>[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?/[A-Za-z0-9._/-]+(?::[A-Za-z0-9._-]+)?(?:@sha256:[0-9a-f]+)?)"
)
# What stands around an address that was copied from a page, seen by nobody.
_AROUND = " \t\r\f\v\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_MOST_LINES = 4
_LONGEST = 4096
_ACCESS_POINT = (
    "an access point does not say which bucket it is of. Paste the location itself, as in s3://acme-models/churn/7/."
)
_NOT_IN_S3 = (
    "this address names no object and no folder in S3. Paste one such as s3://acme-models/churn/7/model.tar.gz."
)
_FOLDER = "an address in S3 that is no archive is taken for uncompressed artefacts. See that it is right."


def recognises(text: str) -> bool:
    """Say whether a text is nothing but a few addresses, one a line."""
    lines = _lines(text) if len(text) <= _LONGEST else []
    return 0 < len(lines) <= _MOST_LINES and all(_ADDRESS.fullmatch(line) for _, line in lines)


def read(text: str) -> Reading:
    """Return the request that the addresses begin."""
    begun = _Begun()
    for number, line in _lines(text):
        found = _ADDRESS.fullmatch(line)
        if not found:
            raise refusal(number, "this is no address.")
        if found["location"]:
            begun.locate(line, number)
        elif found["role"]:
            begun.request.append(_entry("ExecutionRoleArn", line, number))
        else:
            begun.container.append(_entry("Image" if found["image"] else "ModelPackageName", line, number))
    if begun.container:
        begun.request.append(Entry("PrimaryContainer", Members(tuple(begun.container), 1), 1))
    return fitting.read(DIALECT, Members(tuple(begun.request), 1), create_model.tree(), PLAIN, said=begun.said)


@dataclass(slots=True)
class _Begun:
    """A request that addresses begin: its members, those of its container, and what is said."""

    request: list[Entry] = field(default_factory=list)
    container: list[Entry] = field(default_factory=list)
    said: list[Finding] = field(default_factory=list)

    def locate(self, line: str, number: int) -> None:
        """Put a location in S3 where it belongs; one in a form that SageMaker may not read in its usual one, which is
        said."""
        uri = _uri(line, number)
        whole = not uri.endswith(".tar.gz")
        place = "/PrimaryContainer/ModelDataSource" if whole else "/PrimaryContainer/ModelDataUrl"
        if uri != locations.unsigned(line):
            self._say(place, number, f"this address is {shown(uri)}, which stands in the request.")
        if locations.unsigned(line) != line:
            self.said.append(fitting.say("dropped", place, "warning", number, signatures.SAID))
        if whole:
            self._say(place, number, _FOLDER)
        value = _source(uri, number) if whole else Scalar(uri, number)
        self.container.append(Entry("ModelDataSource" if whole else "ModelDataUrl", value, number))

    def _say(self, place: str, number: int, sentence: str) -> None:
        self.said.append(fitting.say("guessed", place, "info", number, sentence))


def _uri(line: str, number: int) -> str:
    """Return the location that an address names; an archive may have the https form, which SageMaker takes.

    Raises NotReadable where the location cannot be told.
    """
    if locations.is_access_point(line):
        raise refusal(number, _ACCESS_POINT)
    found, bare = locations.read(line), locations.unsigned(line)
    if line.startswith("s3://") or found and found.form == "https" and bare.endswith(".tar.gz"):
        return bare
    if found is None:
        raise refusal(number, _NOT_IN_S3)
    return found.uri


def _source(address: str, line: int) -> Written:
    """Return the data source of what is not compressed: a folder, or a single file where the last name has a dot."""
    kind = "S3Object" if "." in address.rpartition("/")[2] else "S3Prefix"
    told = {"S3Uri": address, "S3DataType": kind, "CompressionType": "None"}
    source = Members(tuple(_entry(name, value, line) for name, value in told.items()), line)
    return Members((Entry("S3DataSource", source, line),), line)


def _entry(name: str, value: str, line: int) -> Entry:
    return Entry(name, Scalar(value, line), line)


def _lines(text: str) -> list[tuple[int, str]]:
    lines = enumerate((line.strip(_AROUND) for line in text.split("\n")), 1)
    return [(number, line) for number, line in lines if line]
