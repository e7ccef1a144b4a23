"""Which tags and filters do the templates have? `{% load ui %}` brings all of them; the work is in the modules beside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from models_ui.audit.models import Event
from models_ui.contract import words
from models_ui.contract.json_types import Json
from models_ui.templatetags import events, focus, icons, listings, moments, severities, states

register = template.Library()

NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@register.simple_tag
def icon(name: str) -> SafeString:
    """{% icon "check" %}: one drawing; the word beside it is yours."""
    return icons.svg(name)


@register.simple_tag
def state(value: str) -> SafeString:
    """{% state submission.state %}: the badge with icon and word."""
    return states.badge(value)


@register.filter
def state_word(value: str) -> str:
    """{{ submission.state|state_word }}: the word alone."""
    return states.word(value)


@register.simple_tag
def state_icon(value: str) -> SafeString:
    """{% state_icon submission.state %}: the drawing alone, beside a word of yours."""
    return icons.svg(states.STATES[value][1])


@register.simple_tag
def target(name: str, account: str, region: str) -> SafeString:
    """{% target connection.name account region %}: where a request goes, always these three in this order."""
    return format_html(
        '<span class="target"><span><span class="hidden-text">Connection </span>{}</span>'
        '<span><span class="hidden-text">account </span>{}</span>'
        '<span><span class="hidden-text">region </span>{}</span></span>',
        name,
        account,
        region,
    )


@register.simple_tag
def digest(value: str) -> SafeString:
    """{% digest revision.digest %}: the whole digest in sixteen groups, sealed by the double rule."""
    groups = " ".join(value[n : n + 4] for n in range(0, len(value), 4))
    return format_html('<code class="digest"><span class="hidden-text">Digest </span>{}</code>', groups)


@register.filter
def short_digest(value: str) -> str:
    """{{ event.digest|short_digest }}: the first twelve digits, for rows of the audit log only."""
    return value[:12]


@register.simple_tag
def moment(at: datetime) -> SafeString:
    """{% moment draft.updated_at %}: relative words, with the exact time on hover and in print."""
    return moments.element(at, moments.relative(at, now=timezone.now()), live=True)


@register.simple_tag
def waited(at: datetime) -> SafeString:
    """{% waited line.since %}: how long something has waited, with the exact time on hover."""
    return moments.element(at, moments.span((timezone.now() - at).total_seconds()))


@register.simple_tag
def exact(at: datetime) -> SafeString:
    """{% exact event.at %}: the time in full, UTC."""
    return moments.element(at, moments.exact(at))


@register.simple_tag
def clock(at: datetime) -> SafeString:
    """{% clock attempt.started_at %}: the time of day to the second, with the day where it is not today."""
    return moments.element(at, moments.brief(at, today=timezone.now().date()))


@register.simple_tag
def minute(at: datetime) -> SafeString:
    """{% minute draft.updated_at %}: the time of day to the minute, with the day where it is not today."""
    return moments.element(at, moments.minute(at, today=timezone.now().date()))


@register.simple_tag
def audit_time(at: datetime) -> SafeString:
    """{% audit_time event.at %}: day and time to the millisecond, UTC, for rows of the audit log."""
    return moments.element(at, moments.to_the_millisecond(at))


@register.filter
def age(at: datetime) -> str:
    """{{ submission.submitted_at|age }}: how long since, as in "3 hours"."""
    return moments.span((timezone.now() - at).total_seconds())


@register.filter
def span(seconds: float) -> str:
    """{{ seconds|span }}: a length of time in words."""
    return moments.span(seconds)


@register.simple_tag
def listing(document: Json, label: str, marks: Mapping[str, str] | None = None, *, live: bool = False) -> SafeString:
    """{% listing document "The request as JSON" marks=marks live=True %}: numbered lines of a JSON document.

    `marks` maps pointers to here, error or warning. Live lines take the mark of the control in focus (app.js).
    """
    return listings.listing(document, label=label, marks=marks, live=live)


@register.simple_block_tag
def focused(content: SafeString, control_id: str) -> SafeString:
    """{% focused screen.focus %}…{% endfocused %}: the control with this id among what is inside takes the focus."""
    return focus.focused(content, control_id)


@register.filter
def severity(value: str) -> severities.Look:
    """{{ finding.severity|severity }}: its tone, icon and word; "passed" is known too."""
    return severities.SEVERITIES[value]


@register.filter
def telling(event: Event) -> events.Telling:
    """{{ event|telling }}: words, icon and tone of an event."""
    return events.telling(event)


@register.filter
def outcome(event: Event) -> events.Telling:
    """{{ event|outcome }}: word, icon and tone of an event's outcome."""
    return events.outcome(event)


@register.filter
def legible(text: str) -> str:
    """{{ source.uri|legible }}: a text that somebody typed, with nothing invisible in it."""
    return words.legible(text)


@register.filter
def spoken(name: str) -> str:
    """{{ name|spoken }}: the name of a recorded fact, as in "AWS request id"."""
    return name.replace("_", " ").capitalize().replace("Aws", "AWS").replace("Arn", "ARN")


@register.filter
def recorded(value: Json) -> str:
    """{{ value|recorded }}: the value of a recorded fact: text as it is, a list item by item, anything else as JSON."""
    if isinstance(value, list):
        return ", ".join(recorded(item) for item in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@register.filter
def things(number: int) -> str:
    """{{ tasks|length|things }}: the head of the home page, as in "Three things need you"."""
    if number == 0:
        return "Nothing needs you now"
    word = NUMBERS[number - 1] if number <= len(NUMBERS) else str(number)
    return f"{word} thing needs you" if number == 1 else f"{word} things need you"


@register.filter
def number_word(number: int) -> str:
    """{{ words.containers|number_word }}: a small number as a word, "no" for none."""
    if number == 0:
        return "no"
    return NUMBERS[number - 1].lower() if number <= len(NUMBERS) else str(number)


@register.filter
def waiting(number: int) -> str:
    """{{ lines.total|waiting }}: the head of the queue, as in "Six requests wait for a decision"."""
    if number == 0:
        return "Nothing waits for a decision"
    word = number_word(number).capitalize()
    return f"{word} request waits for a decision" if number == 1 else f"{word} requests wait for a decision"
