"""Are times written so that nobody misreads them?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from models_ui.templatetags import moments

NOW = datetime(2026, 11, 20, 13, 21, 44, 512_000, tzinfo=UTC)
TOKYO = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=3), "just now"),
        (timedelta(seconds=-5), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=13), "13 hours ago"),
        (timedelta(hours=14), "yesterday at 23:21"),
        (timedelta(days=1), "yesterday at 13:21"),
        (timedelta(days=2), "18 Nov at 13:21"),
        (timedelta(days=365), "20 Nov 2025 at 13:21"),
        (timedelta(days=-2), "in 2 days"),
    ],
)
def test_relative(ago: timedelta, words: str) -> None:
    assert moments.relative(NOW - ago, now=NOW) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-1, "0 seconds"), (1, "1 second"), (59.9, "59 seconds"), (60, "1 minute"), (7200, "2 hours"), (86400, "1 day")],
)
def test_span(seconds: float, words: str) -> None:
    assert moments.span(seconds) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (NOW, "13:21:44"),
        (NOW - timedelta(days=1), "yesterday, 13:21:44"),
        (NOW - timedelta(days=3), "17 Nov, 13:21:44"),
    ],
)
def test_brief(at: datetime, words: str) -> None:
    assert moments.brief(at, today=NOW.date()) == words


def test_every_time_is_told_in_utc() -> None:
    there = NOW.astimezone(TOKYO)

    assert moments.exact(there) == "20 November 2026, 13:21:44 UTC"
    assert moments.to_the_millisecond(there) == "2026-11-20 13:21:44.512"
    assert moments.stamp(there) == "2026-11-20T13:21:44Z"
    assert moments.relative(there, now=NOW) == "just now"


def test_element_carries_the_exact_time() -> None:
    assert moments.element(NOW, "just now", live=True) == (
        '<time datetime="2026-11-20T13:21:44Z" title="20 November 2026, 13:21:44 UTC" data-relative>just now</time>'
    )
