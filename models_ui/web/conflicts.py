"""What does somebody see whose save came too late, so that nothing that was typed is lost?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models_ui.accounts.models import User
from models_ui.audit.refusals import Stale
from models_ui.connections.models import Connection
from models_ui.contract.diff_rows import Group
from models_ui.contract.guarded import Guarded
from models_ui.contract.uses import WORDS, Use
from models_ui.drafts import queries
from models_ui.drafts.forms import layout
from models_ui.drafts.models import Draft
from models_ui.form.pasting import Box
from models_ui.form.steps import Step, step_named
from models_ui.web import diffs
from models_ui.web.filling import applied
from models_ui.web.forms.step import Filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Everything that `drafts/conflict.html` renders."""

    draft: Draft
    sentence: str
    # What was typed, by the names of the controls.
    typed: Mapping[str, str]
    # Ours besides, sent again with it.
    connection: str | None
    returning: bool
    # None where the draft has no such screen any more, or cannot be changed: then nothing can be kept by a button.
    step: Step | None
    differences: list[Group]
    moved_to: Connection | None = None
    # The intended use that was chosen, where another one is stored.
    other_use: Use | None = None
    # Whether another variable would be marked as secret.
    other_marks: bool = False
    # What was pasted and not read.
    boxes: Mapping[str, Box] = field(default_factory=dict)

    @property
    def nothing_differs(self) -> bool:
        """Whether both would be the same, so that saving again overwrites nothing."""
        beside = self.moved_to is None and self.other_use is None and not self.other_marks
        return self.step is not None and not self.differences and beside

    @property
    def chosen_use(self) -> str:
        """The intended use that was chosen, as people read it."""
        return WORDS[self.other_use or Use.UNDECIDED]


def conflict(user: User, draft: Draft, name: str, filled: Filled, stale: Stale, wanted: Connection | None) -> Conflict:
    """Return how what was typed differs from what is stored now. `wanted` is the connection that was chosen."""
    now = queries.get_visible(user, draft.id)
    stored = now.guarded
    closed = now.locked or bool(now.discarded_at)
    step = None if closed else step_named(stored.document, name, layout(now))
    done = applied(user, now, step, filled) if step else None
    mine = Guarded(done.document, done.marks) if done else stored
    return Conflict(
        draft=now,
        sentence=stale.sentence,
        typed={key: value for key, value in filled.controls.items() if key != "action"},
        connection=filled.connection,
        returning=filled.returning,
        step=step,
        differences=diffs.groups(stored, mine, layout(now)),
        moved_to=wanted if wanted and wanted.id != now.connection_id else None,
        other_use=None if filled.use == now.intended_use else filled.use,
        other_marks=set(mine.marks) != set(stored.marks),
        boxes=done.boxes if done else {},
    )
