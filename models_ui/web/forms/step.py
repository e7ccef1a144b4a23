"""What was posted on a screen of the wizard?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from models_ui.contract.uses import Use, use_of
from models_ui.drafts.sheets import LONGEST_SHEET
from models_ui.form import images

# What the screen asks besides the places of the request.
OWN = frozenset({"csrfmiddlewaretoken", "version", "connection", "return", "sheet", "turn"})
LONGEST_NUMBER = 9
USE = "ask.use"
# Buttons that lead away whether the screen has errors or not, and the one that goes on where it has none.
LEADING = frozenset({"back", "save-exit", "review"})
GO = "go:"
CHOOSE = f"{images.CHOOSE}:"
CONTINUE = "continue"
# What the script of a page says instead of a button.
AUTOSAVE = "autosave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The controls of the request and its questions (`action` among them), the draft's version that the person saw, and
    our own ones."""

    controls: dict[str, str]
    version: int
    # None where the screen did not ask.
    connection: str | None
    returning: bool
    # What the script of the page calls it, and which of its autosaves this is; nothing without a script.
    sheet: str
    turn: int

    @property
    def action(self) -> str:
        """The button that was pressed; a form that was sent without one goes on."""
        return self.controls.get("action", CONTINUE)

    @property
    def leads(self) -> bool:
        """Whether the button leads away from the screen, whatever is on it."""
        return self.action in LEADING or self.action.startswith((GO, CHOOSE))

    @property
    def use(self) -> Use | None:
        """The intended use, None where the screen did not ask or the answer is none. It is kept beside the request."""
        return use_of(self.controls[USE]) if USE in self.controls else None


def filled(post: QueryDict) -> Filled:
    """Read a post. Of a name that comes twice the last counts; a version that is no number was seen by nobody."""
    return Filled(
        controls={name: str(value) for name, value in post.items() if name not in OWN},
        version=number(post.get("version", "")),
        connection=post.get("connection"),
        returning=post.get("return") == "review",
        sheet=sheet(post.get("sheet", "")),
        turn=number(post.get("turn", "")),
    )


def sheet(text: str) -> str:
    """Return the name that a page gives itself, or nothing where it is none that a script of ours makes."""
    return text if text.isascii() and text.isalnum() and len(text) <= LONGEST_SHEET else ""


def number(text: str) -> int:
    """Return a version or page number that a form or an address carries, or 0 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0
