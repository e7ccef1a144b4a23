"""Which request does an address begin: of an archive or a folder in S3, of an image, a model package, a role?"""

from __future__ import annotations

import re

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.manner import PLAIN
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.written import Entry, Members, Scalar, Written, refusal
from models_ui.contract.finding import Finding

DIALECT = "address"
_ADDRESS = re.compile(
    r"(?P<s3>s3://\S+)"
    r"|(?P<url>https://\S*amazonaws\.com\S*)"
    r"|(?P<package>arn:aws[a-z-]*:sagemaker:\S+:model-package/\S+)"
    r"|(?P<role>arn:aws[a-z-]*:iam::\S+:role/\S+)"
    r"|(?P<image>[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?/[A-Za-z0-9._/-]+(?::[A-Za-z0-9._-]+)?(?:@sha256:[0-9a-f]+)?)"
)
_MOST_LINES = 4
_LONGEST = 4096
_FOLDER = "an address in S3 that is no archive is taken for uncompressed artefacts. See that it is right."


def recognises(text: str) -> bool:
    """Say whether a text is nothing but a few addresses, one a line."""
    lines = _lines(text) if len(text) <= _LONGEST else []
    return 0 < len(lines) <= _MOST_LINES and all(_ADDRESS.fullmatch(line) for _, line in lines)


def read(text: str) -> Reading:
    """Return the request that the addresses begin."""
    container: list[Entry] = []
    request: list[Entry] = []
    said: list[Finding] = []
    for number, line in _lines(text):
        found = _ADDRESS.fullmatch(line)
        if not found:
            raise refusal(number, "this is no address.")
        if found["role"]:
            request.append(_entry("ExecutionRoleArn", line, number))
        elif found["s3"] and not line.endswith(".tar.gz"):
            said.append(fitting.say("guessed", "/PrimaryContainer/ModelDataSource", "info", number, _FOLDER))
            container.append(Entry("ModelDataSource", _source(line, number), number))
        else:
            member = "Image" if found["image"] else "ModelPackageName" if found["package"] else "ModelDataUrl"
            container.append(_entry(member, line, number))
    if container:
        request.append(Entry("PrimaryContainer", Members(tuple(container), 1), 1))
    return fitting.read(DIALECT, Members(tuple(request), 1), create_model.tree(), PLAIN, said=said)


def _source(address: str, line: int) -> Written:
    """Return the data source of what is not compressed: a folder, or a single file where the last name has a dot."""
    kind = "S3Object" if "." in address.rpartition("/")[2] else "S3Prefix"
    told = {"S3Uri": address, "S3DataType": kind, "CompressionType": "None"}
    source = Members(tuple(_entry(name, value, line) for name, value in told.items()), line)
    return Members((Entry("S3DataSource", source, line),), line)


def _entry(name: str, value: str, line: int) -> Entry:
    return Entry(name, Scalar(value, line), line)


def _lines(text: str) -> list[tuple[int, str]]:
    return [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
