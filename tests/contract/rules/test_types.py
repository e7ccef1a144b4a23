"""Do the rules keep silent about what has a wrong type, which the schema speaks of?"""

from __future__ import annotations

import pytest

from models_ui.contract.json_types import Document, Json
from models_ui.contract.judging import judge
from tests.contract.rules.cases import IMAGE


def codes(document: Document) -> set[str]:
    return {finding.code for finding in judge(document)}


@pytest.mark.parametrize("value", [True, "60", [], None, 1.5])
def test_frequency_of_a_wrong_type_is_no_wrong_frequency(value: Json) -> None:
    metrics: Document = {"MetricsEndpoints": [{"MetricPublishFrequencyInSeconds": value}]}

    assert "metrics-frequency" not in codes({"PrimaryContainer": {"Image": IMAGE, "ContainerMetricsConfig": metrics}})


@pytest.mark.parametrize("mode", ["Direct", "Serial"])
def test_container_of_a_wrong_type_counts_as_one(mode: str) -> None:
    found = codes({"Containers": [{"Image": IMAGE}, "text"], "InferenceExecutionConfig": {"Mode": mode}})

    assert found.isdisjoint({"containers-single", "direct-needs-two", "execution-config-ignored"})


def test_no_button_writes_into_something_of_a_wrong_type() -> None:
    found = judge({"PrimaryContainer": {"Image": "example.com/churn:2", "ImageConfig": "Vpc"}})

    assert [finding.fix for finding in found if finding.code == "non-ecr-needs-vpc-mode"] == [None]


@pytest.mark.parametrize(
    ("url", "code"),
    [("https://a/models/?sig=1", None), ("https://a/m.tar.gz?sig=1", "multimodel-url-prefix"),
     ("https://a/models?sig=1", "multimodel-url-slash")],
)  # fmt: skip
def test_query_is_no_part_of_the_folder_of_many_models(url: str, code: str | None) -> None:
    found = judge({"PrimaryContainer": {"Image": IMAGE, "Mode": "MultiModel", "ModelDataUrl": url}})
    said = [finding for finding in found if finding.code in ("multimodel-url-prefix", "multimodel-url-slash")]

    assert [(finding.code, finding.fix) for finding in said] == ([(code, None)] if code else [])
