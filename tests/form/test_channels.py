"""Are further sources comfortable to name, move and tell apart?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.form import fields
from models_ui.form.steps import step_named
from models_ui.form.views import EntryView, FieldView, ListView
from tests.form import browser

LIST = "PrimaryContainer.AdditionalModelDataSources"


def channels(*names: object) -> dict[str, Any]:
    """Return a request with a further source for each name."""
    source = {"S3Uri": "s3://acme-models/a/", "S3DataType": "S3Prefix", "CompressionType": "None"}
    entries = [
        {"S3DataSource": source} if name is None else {"ChannelName": name, "S3DataSource": source} for name in names
    ]
    return {"PrimaryContainer": {"AdditionalModelDataSources": entries}}


def entries(document: dict[str, Any]) -> tuple[EntryView, ...]:
    """Return the further sources as the screen shows them."""
    step = step_named(document, "container")
    assert step
    items = [item for group in fields.page(document, step, ()) for item in group.items]
    return next(item for item in items if isinstance(item, ListView) and item.name == LIST).entries


def named(document: dict[str, Any]) -> list[object]:
    """Return the names of the channels in their order."""
    return [entry.get("ChannelName") for entry in document["PrimaryContainer"]["AdditionalModelDataSources"]]


def test_rule_of_a_channel_name_stands_at_its_place() -> None:
    channel = entries(channels("adapter"))[0].items[0]
    assert isinstance(channel, FieldView)
    assert channel.hints == (
        "1 to 64 characters",
        "May hold letters, digits, dots, hyphens and underscores",
    ) or channel.hints == (
        "Up to 64 characters",
        "May hold letters, digits, dots, hyphens and underscores",
    )


@pytest.mark.parametrize(("name", "shown"), [("adapter", "adapter"), ("", "…"), (None, "…"), ("<b>", "&lt;b&gt;")])
def test_folder_in_the_container_is_shown_in_words(name: str | None, shown: str) -> None:
    markup = browser.html(channels(name), "container")
    told = f'additional-model-data-sources/<span data-mirrors="{LIST}.0.ChannelName">{shown}</span>'
    assert told in markup


@pytest.mark.parametrize(
    ("name", "known"), [("adapter", "adapter"), ("", ""), (None, ""), (7, ""), ("a\u202eb", "aU+202Eb")]
)
def test_source_is_known_by_its_channel(name: object, known: str) -> None:
    assert entries(channels(name))[0].known == known


@pytest.mark.parametrize(("action", "order", "focus"), [
    ("up:1", ["b", "a", "c"], "0-up"), ("down:1", ["a", "c", "b"], "2-down"), ("up:0", ["a", "b", "c"], ""), ("down:2", ["a", "b", "c"], ""),
])  # fmt: skip
def test_sources_are_moved_by_buttons(action: str, order: list[str], focus: str) -> None:
    verb, _, index = action.partition(":")
    done = browser.posted(channels("a", "b", "c"), "container", {"action": f"{verb}:{LIST}.{index}"})
    assert named(done.document) == order
    assert done.focus == (f"{LIST}.{focus}" if focus else "")


def test_buttons_say_where_an_end_is_and_one_source_has_none() -> None:
    assert [(entry.first, entry.last) for entry in entries(channels("a", "b"))] == [(True, False), (False, True)]
    assert f"up:{LIST}" not in browser.html(channels("a"), "container")


def test_sixth_source_is_not_added_and_the_reason_stands_at_the_button() -> None:
    document = channels("a", "b", "c", "d", "e")
    done = browser.posted(document, "container", {"action": f"add:{LIST}"})
    assert done.document == document
    assert done.said == ("There may be 5 additional sources. Remove one to add another.",)
