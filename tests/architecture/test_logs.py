"""Does the log say what broke, and nothing of what people typed?"""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.test import Client

from config.logs import Line
from models_ui.web.views import help as help_view

SECRET = "hf_abcdefghijklmnopqrst"


def first() -> None:
    raise KeyError(SECRET)


def second() -> None:
    try:
        first()
    except KeyError as error:
        raise ValueError(SECRET) from error


def third() -> None:
    try:
        first()
    finally:
        int(SECRET)


def written(act: Callable[[], None]) -> str:
    """Return the line of what an act raises, as the log has it."""
    try:
        act()
    except (KeyError, ValueError):
        record = logging.LogRecord("site", logging.ERROR, __file__, 1, "It broke", None, sys.exc_info())
    return Line("{levelname} {message}", style="{").format(record)


@pytest.mark.parametrize("act", [first, second, third])
def test_log_has_no_text_of_an_error(act: Callable[[], None]) -> None:
    line = written(act)

    assert SECRET not in line
    assert line.startswith("ERROR It broke\n")


def test_log_names_every_error_on_the_way_and_its_place() -> None:
    line = written(second)

    assert line.index("ValueError at") < line.index("which came of KeyError at")
    assert "in first" in line


def test_error_that_led_to_itself_is_told_once() -> None:
    error = ValueError(SECRET)
    error.__context__ = KeyError(SECRET)
    error.__context__.__context__ = error

    assert Line().formatException((ValueError, error, None)).count("ValueError") == 1


@pytest.mark.django_db
def test_broken_page_is_logged_with_its_place_and_without_its_text(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.raise_request_exception = False
    console = next(handler for handler in logging.getLogger().handlers if handler.get_name() == "console")
    told = io.StringIO()
    monkeypatch.setattr(console, "stream", told)
    with patch.object(help_view, "render", side_effect=RuntimeError(SECRET)):
        client.get("/help/")

    assert "RuntimeError at" in told.getvalue()
    assert "in help_page" in told.getvalue()
    assert SECRET not in told.getvalue()
