"""At which fields do people go wrong? Counters by field and code, a day each, and nothing about anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Sum

from models_ui.contract.finding import Finding
from models_ui.drafts.models import Draft, Misstep
from models_ui.form import names

# A post is one mistake at each place, however many entries of a list have it; of a paste full of faults the first count.
MOST_AT_ONCE = 50
LONGEST_PLACE = 300
LONGEST_CODE = 60
KEPT = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Total:
    """How often a finding stood in the way at a field."""

    place: str
    code: str
    count: int


def count(draft: Draft, wrong: Iterable[Finding], *, on: date) -> None:
    """Count the errors that kept somebody from going on. A counter is raised in place, so that nobody waits for a row."""
    form = draft.blueprint_version.blueprint.name if draft.blueprint_version else ""
    found = dict.fromkeys((names.pattern(one.pointer), one.code) for one in wrong)
    for place, code in list(found)[:MOST_AT_ONCE]:
        if len(place) <= LONGEST_PLACE and len(code) <= LONGEST_CODE:
            _raise(day=on, form=form, place=place, code=code)


def totals(*, since: date, form: str | None = None) -> list[Total]:
    """Return the sums since a day, the most frequent first: of one form (empty: the wizard), or of all where None."""
    rows = Misstep.objects.filter(day__gte=since)
    if form is not None:
        rows = rows.filter(form=form)
    summed: Counter[tuple[str, str]] = Counter()
    for row in rows.values("place", "code").annotate(total=Sum("count")):
        summed[row["place"], row["code"]] += row["total"]
    ordered = sorted(summed.items(), key=lambda entry: (-entry[1], entry[0]))
    return [Total(place, code, number) for (place, code), number in ordered]


def _raise(*, day: date, form: str, place: str, code: str) -> None:
    counter = Misstep.objects.filter(day=day, form=form, place=place, code=code)
    if counter.update(count=F("count") + 1):
        return
    try:
        with transaction.atomic():
            Misstep.objects.create(day=day, form=form, place=place, code=code, count=1)
    except IntegrityError:
        # Somebody else was first to make it.
        counter.update(count=F("count") + 1)
    else:
        Misstep.objects.filter(day__lt=day - KEPT).delete()
