"""Is the environment within the limits that stand only in prose?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.sandbox import texts
from models_ui.sandbox.members import containers, part, parts

_LONGEST_ENTRY = 1024
_LONGEST_TOTAL = 32 * 1024
_FREQUENCIES = (10, 30, 60, 120, 180, 240, 300)


def check_environment(request: Document) -> None:
    """Raise Refusal for an entry over 1024 bytes, or for more than 32 KB in all containers together."""
    entries = [item for container in containers(request) for item in part(container, "Environment").items()]
    sizes = [len(str(text).encode(errors="surrogatepass")) for entry in entries for text in entry]
    if any(size > _LONGEST_ENTRY for size in sizes):
        raise texts.ENVIRONMENT_BYTES.refusal()
    if sum(sizes) > _LONGEST_TOTAL:
        raise texts.ENVIRONMENT_TOTAL.refusal()


def check_metrics(request: Document) -> None:
    """Raise Refusal for a frequency that the documents do not list."""
    for container in containers(request):
        for endpoint in parts(part(container, "ContainerMetricsConfig"), "MetricsEndpoints"):
            if endpoint.get("MetricPublishFrequencyInSeconds", 60) not in _FREQUENCIES:
                raise texts.METRICS_FREQUENCY.refusal()
