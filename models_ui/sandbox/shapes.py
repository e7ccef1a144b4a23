"""Which shapes do the SageMaker operations that we play have?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

OPERATIONS = frozenset({"CreateModel", "DescribeModel", "ListModels", "DeleteModel", "AddTags", "ListTags"})

Shape = Mapping[str, Any]


@cache
def _service() -> Mapping[str, Any]:
    from botocore.loaders import Loader

    service: Mapping[str, Any] = Loader().load_service_model("sagemaker", "service-2")
    return service


def shape(name: str) -> Shape:
    """Return a shape of the installed service model, as botocore's service-2.json writes it. Raises KeyError."""
    found: Shape = _service()["shapes"][name]
    return found


def input_shape(operation: str) -> str:
    """Return the name of an operation's input shape. Raises KeyError."""
    return str(_service()["operations"][operation]["input"]["shape"])
