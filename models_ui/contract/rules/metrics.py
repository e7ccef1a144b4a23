"""Are the metrics of a container collected as often as SageMaker can?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts
from models_ui.contract.rules.rule import Broken, rule

# Only in AWS's prose; the service model knows no limits.
FREQUENCIES = (10, 30, 60, 120, 180, 240, 300)
_PLACE = "MetricPublishFrequencyInSeconds"


@rule(
    "metrics-frequency",
    "error",
    f"{{container}}/ContainerMetricsConfig/MetricsEndpoints/*/{_PLACE}",
    sentence="Choose how often metrics are published: every {choices} seconds.",
)
def unknown_frequency(facts: Facts) -> Iterator[Broken]:
    """Found at any other number."""
    choices = ", ".join(map(str, FREQUENCIES[:-1])) + f" or {FREQUENCIES[-1]}"
    for container in facts.containers:
        for endpoint in container.part("ContainerMetricsConfig").part("MetricsEndpoints").items():
            value = endpoint.part(_PLACE).value
            if isinstance(value, int) and not isinstance(value, bool) and value not in FREQUENCIES:
                yield Broken(endpoint.at(_PLACE), {"choices": choices})


RULES = (unknown_frequency,)
