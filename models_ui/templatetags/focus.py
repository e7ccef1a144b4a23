"""How does a page put the focus on one control among many that are drawn alike?"""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString


def focused(html: SafeString, control_id: str) -> SafeString:
    """Return markup in which the element with this id takes the focus when it is shown, if there is one.

    `autofocus` works without JavaScript; `data-focus` is for app.js after a swap. The drawing of the controls is spared a
    question at each of them: there may be some hundreds.
    """
    place = f' id="{escape(control_id)}"'
    return SafeString(html.replace(place, f"{place} autofocus data-focus", 1)) if control_id else html
