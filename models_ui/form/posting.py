"""What does a post of one screen make of a request?

Control names are dotted places: `Tags.0.Key`, `PrimaryContainer.Environment.2.value`; `<place>.present` says of a part
whether it is there at all, `ask.…` asks what is no place, and `action` is the button that was pressed. A control that is
not in the post leaves its place alone, and so does one that shows what is stored. No post raises.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from models_ui.contract import confidential, pointers, signatures
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document
from models_ui.form import answering, names, operation, pasting, pressing, scope, sweeping
from models_ui.form.marks import swept
from models_ui.form.merging import Merge, merge
from models_ui.form.pasting import Box
from models_ui.form.posted import branches
from models_ui.form.steps import Step, root
from models_ui.form.suffixes import Fresh
from models_ui.form.taken import Taken


@dataclass(frozen=True, slots=True)
class Applied:
    """The request after a post, what is to be said of it, and the id of the control that takes the focus, if any."""

    document: Document
    said: tuple[str, ...] = ()
    focus: str = ""
    # The places of what is marked as secret.
    marks: tuple[str, ...] = ()
    # The boxes that still hold a text, by the names of their maps.
    boxes: Mapping[str, Box] = field(default_factory=dict)
    # What can be put back.
    out: Taken | None = None

    @property
    def misread(self) -> bool:
        """Whether something that was pasted was not understood."""
        return any(box.errors for box in self.boxes.values())


def apply(
    document: Document,
    step: Step,
    post: Mapping[str, str],
    *,
    findings: Sequence[Finding] = (),
    masked: frozenset[str] = frozenset(),
    fresh: Fresh | None = None,
    marks: Collection[str] = (),
    leaves: bool = False,
    out: Taken | None = None,
) -> Applied:
    """Return the request after a post of one screen; the one that is given stays as it is.

    `findings` are those whose fixes the screen shows, `masked` the places that the person may not see: those keep their
    values whatever is posted; `fresh` is what a new suffix is made of. `marks` are the places of what is marked as
    secret: a mark goes along with its value; `out` is what can be put back. A container that is no longer there is not
    made again. Whoever `leaves` the screen has every box read that variables were pasted into.
    """
    if step.container is not None and not pointers.exists(document, root(step)):
        return Applied(document, marks=tuple(marks), out=out)
    document = confidential.marked(document, marks)
    roots = tuple(names.control_name(place) for place in scope.roots(step))
    at = Merge(step, masked)
    rough = merge(at, operation.tree(), document, branches(post, roots), ())
    action = post.get(pressing.ACTION, "")
    boxes = pasting.boxes(post, action, every=leaves)
    rough = pasting.emptied(boxes, rough, owns=lambda place: scope.owns(step, place, document), masked=masked)
    done = pressing.pressed(
        rough, step, post, findings=findings, fresh=fresh, masked=masked, out=out, document=document
    )
    # First of all, so that no sentence repeats a signature.
    unsigned, cut = signatures.unsigned(swept(done.rough))
    answers = answering.answered(document, unsigned, step, post, at.changed)
    fits = _fitting(answers.document, step, action)
    clean = answering.back_again(fits.document, step, out) if action == pressing.UNDO else fits.document
    said = (*at.said, *answers.said, *boxes.said, *done.said, *fits.said, *([signatures.SAID] if cut else []))
    focus = done.focus or boxes.focus or answering.pressed(step, action, post)
    if action == pressing.UNDO and answering.is_back(out) and done.out is None:
        focus = answering.given(clean, step)
    left = answers.out or done.out
    return Applied(confidential.plain(clean), said, focus, tuple(confidential.marks(clean)), boxes.left, left)


def _fitting(document: Document, step: Step, action: str) -> sweeping.Swept:
    """Return the request without what the screen has no control for, where that button was pressed."""
    if action != sweeping.ACTION:
        return sweeping.Swept(document)
    return sweeping.without_strays(document, step, owns=lambda place: scope.owns(step, place, document))
