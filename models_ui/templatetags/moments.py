"""How does a page write a time? Near ones relative, audit times absolute; always in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from django.utils.html import format_html
from django.utils.safestring import SafeString

MINUTE, HOUR, DAY = 60, 3600, 86400


def exact(at: datetime) -> str:
    """Return a time in full: 20 November 2026, 13:21:44 UTC."""
    at = at.astimezone(UTC)
    return f"{at.day} {at:%B %Y, %H:%M:%S} UTC"


def to_the_millisecond(at: datetime) -> str:
    """Return a time as the audit log lists it: 2026-11-20 13:21:44.512."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="milliseconds")


def brief(at: datetime, *, today: date) -> str:
    """Return a time to the second: 13:21:44, or 20 Nov, 13:21:44 on another day."""
    at = at.astimezone(UTC)
    return f"{at:%H:%M:%S}" if at.date() == today else f"{day(at.date(), today=today)}, {at:%H:%M:%S}"


def minute(at: datetime, *, today: date) -> str:
    """Return a time to the minute: 13:21, or 20 Nov, 13:21 on another day."""
    at = at.astimezone(UTC)
    return f"{at:%H:%M}" if at.date() == today else f"{day(at.date(), today=today)}, {at:%H:%M}"


def stamp(at: datetime) -> str:
    """Return what a `datetime` attribute holds."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def span(seconds: float) -> str:
    """Return a length of time in its largest whole unit: 45 seconds, 3 hours, 2 days."""
    for size, unit in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= size:
            return count(int(seconds // size), unit)
    return count(max(int(seconds), 0), "second")


def count(number: int, unit: str) -> str:
    """Return a number with its unit in the singular or plural."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def relative(at: datetime, *, now: datetime) -> str:
    """Return how long ago something was; from yesterday on, the day and the time."""
    at, now = at.astimezone(UTC), now.astimezone(UTC)
    ago = (now - at).total_seconds()
    if ago < -MINUTE:
        return f"in {span(-ago)}"
    if ago < MINUTE:
        return "just now"
    if ago < DAY and at.date() == now.date():
        return f"{span(ago)} ago"
    return f"{day(at.date(), today=now.date())} at {at:%H:%M}"


def day(date_: date, *, today: date) -> str:
    """Return a day as people say it, with the year only where it is another one."""
    if date_ == today:
        return "today"
    if date_ == today - timedelta(days=1):
        return "yesterday"
    return f"{date_.day} {date_:%b}" if date_.year == today.year else f"{date_.day} {date_:%b %Y}"


def element(at: datetime, text: str, *, live: bool = False) -> SafeString:
    """Return a `time` element with the exact time behind it; `live` lets app.js keep relative words fresh."""
    return format_html(
        '<time datetime="{}" title="{}"{}>{}</time>',
        stamp(at),
        exact(at),
        SafeString(" data-relative") if live else "",
        text,
    )
