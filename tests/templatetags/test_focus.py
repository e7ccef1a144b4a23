"""How does a page put the focus on one control among many that are drawn alike?"""

from __future__ import annotations

import pytest
from django.utils.safestring import SafeString

from models_ui.templatetags.focus import focused

HTML = SafeString('<input id="Tags.0.Key"><input id="Tags.0.Key.x" data-id="Tags.0.Key">')


def test_control_takes_the_focus() -> None:
    assert focused(HTML, "Tags.0.Key").startswith('<input id="Tags.0.Key" autofocus data-focus>')


def test_only_one_takes_it() -> None:
    assert focused(HTML, "Tags.0.Key").count("autofocus") == 1


@pytest.mark.parametrize("control_id", ["", "Tags.0", "nothing", '"><b>'])
def test_nothing_changes_where_no_control_has_the_id(control_id: str) -> None:
    assert focused(HTML, control_id) == HTML
