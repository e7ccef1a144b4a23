"""Which Lambda functions does the account have?"""

from __future__ import annotations

import base64
import io
import zipfile

from models_ui.sandbox.place import Place

# Gives SageMaker the credentials of a private registry.
_NAME = "registry-credentials"


def seed(place: Place) -> None:
    """Create the function that a private registry's credentials come from; nobody runs it."""
    from moto.awslambda.models import lambda_backends

    lambda_backends[place.account][place.region].create_function(
        {
            "FunctionName": _NAME,
            "Runtime": "python3.12",
            "Role": f"arn:{place.partition}:iam::{place.account}:role/DataLakeReaderRole",
            "Handler": "index.handler",
            "Code": {"ZipFile": base64.b64encode(_code()).decode()},
        }
    )


def _code() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("index.py"), "def handler(event, context):\n    return {}\n")
    return packed.getvalue()
