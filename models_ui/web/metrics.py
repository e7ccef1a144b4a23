"""How many of what are there? Counted in the database when asked, so every process gives the same numbers."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Min
from django.utils import timezone
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from models_ui.outbox.models import Entry, Heartbeat
from models_ui.submissions.models import Submission
from models_ui.submissions.states import State


class Counts(Collector):
    """Submissions, the outbox and the worker. No label ever carries what a person typed."""

    def collect(self) -> Iterator[Metric]:
        """Yield the numbers of now."""
        yield submissions()
        yield from outbox()
        yield from worker()


def submissions() -> Metric:
    """Return how many submissions are in each state; states without any count 0."""
    family = GaugeMetricFamily("models_ui_submissions", "Submissions by state", labels=["state"])
    rows = Submission.objects.order_by().values_list("state").annotate(Count("id"))
    counts: dict[str, int] = dict(rows)
    for state in State:
        family.add_metric([state.value], counts.get(state.value, 0))
    return family


def outbox() -> Iterator[Metric]:
    """Yield how much work waits, how long the oldest of it has been due, and how much breaks down again and again."""
    now = timezone.now()
    broken = Entry.objects.filter(done_at__isnull=True, failures__gt=0).count()
    due = Entry.objects.filter(done_at__isnull=True, due__lte=now).aggregate(oldest=Min("due"), entries=Count("id"))
    age = (now - due["oldest"]).total_seconds() if due["oldest"] else 0
    yield GaugeMetricFamily("models_ui_outbox_failing", "Outbox entries whose work broke down", value=broken)
    yield GaugeMetricFamily("models_ui_outbox_due", "Outbox entries that are due", value=due["entries"])
    yield GaugeMetricFamily("models_ui_outbox_oldest_due_seconds", "How long the oldest entry has been due", value=age)


def worker() -> Iterator[Metric]:
    """Yield how long ago a worker was last seen; nothing where none ever was."""
    seen = Heartbeat.objects.order_by("-at").first()
    if seen:
        age = (timezone.now() - seen.at).total_seconds()
        yield GaugeMetricFamily("models_ui_worker_seen_seconds", "How long ago a worker was last seen", value=age)


registry = CollectorRegistry()
registry.register(Counts())
