"""From which request was the page made that somebody is typing into?

Rows of a page are numbered, and a question changes which controls there are: a control means its place only in the
request that its page was made from. So no save while somebody types counts on the one before. A draft then holds two
requests: `text` with all that was typed, which is the draft to everybody, and `sheet_text`, from which the page was made.
With it go the connection and the words of its form at that time, since another region brings other images with it.
Every post of that page, be it another autosave or a button, is written into the latter, as if it were the first. A
button thus makes of a draft what it would have made without any autosave, whatever rows were emptied and whatever
questions were answered in between; and it ends the sheet.

A page says the version that it was made from, which stays, and a name that its script gave it, the sheet. A post is taken
where that version is still the draft's, or where the draft is being typed into on that very sheet. So a page never is too
late against itself, however its posts overtake one another: of its autosaves the latest turn stays.
"""

from __future__ import annotations

from copy import copy

from models_ui.drafts.models import Draft

FIELDS = ("sheet", "sheet_text", "sheet_marks", "sheet_connection", "sheet_words", "sheet_turn")
LONGEST_SHEET = 32


def is_on(draft: Draft, sheet: str) -> bool:
    """Say whether the draft is being typed into on this sheet; a page without a script has none."""
    return bool(sheet) and draft.sheet == sheet


def as_seen(draft: Draft, sheet: str) -> Draft:
    """Return the draft as the page with this sheet was made from it."""
    seen = copy(draft)
    rewind(seen, sheet)
    return seen


def rewind(draft: Draft, sheet: str) -> None:
    """Let a draft be again what the page with this sheet was made from, so that a post of it is as if it were the first."""
    if is_on(draft, sheet):
        draft.text, draft.secret_marks = draft.sheet_text, draft.sheet_marks
        draft.connection, draft.blueprint_words = draft.sheet_connection, draft.sheet_words


def begin(draft: Draft, sheet: str) -> None:
    """Keep the draft as it is now for the page with this sheet, which was made from it; not where it is kept already."""
    if not sheet:
        end(draft)
    elif not is_on(draft, sheet):
        draft.sheet, draft.sheet_text, draft.sheet_marks = sheet, draft.text, draft.secret_marks
        draft.sheet_connection, draft.sheet_words = draft.connection, draft.blueprint_words


def end(draft: Draft) -> None:
    """Forget what the page was made from: a button was pressed on it, or on another one."""
    draft.sheet, draft.sheet_text, draft.sheet_marks, draft.sheet_turn = "", "", [], 0
    draft.sheet_connection, draft.sheet_words = None, {}
