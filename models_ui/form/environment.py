"""What stands around the variables of a container, and what is said of a value?"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.form import json_values, names, variables
from models_ui.form.editor_views import EditorView, SuggestionView
from models_ui.form.layouts.create_model_variables import TITLES
from models_ui.form.marks import NOTHING
from models_ui.form.metering import meter
from models_ui.form.pasting import BOX, PASTE, Box
from models_ui.form.screen import Screen
from models_ui.form.views import Note, RowView

_BREAK = Note(severity="info", text="The value ends with a line break.")
# What one line of a row shows of a value, about.
_LONG = 60


def editor(screen: Screen, pointer: str, rows: tuple[RowView, ...]) -> EditorView | None:
    """Return the box, the suggestions and the meter of a map; None where the form has set it for good."""
    if screen.fixed(pointer):
        return None
    name, control, value = names.control_name(pointer), names.control_id(pointer), screen.value(pointer)
    box = screen.boxes.get(name, Box(""))
    family, known = variables.of_image(screen.value(f"{pointer.rpartition('/')[0]}/Image"))
    return EditorView(
        id=control,
        box=BOX + name,
        action=PASTE + name,
        text=box.text,
        errors=box.errors,
        family=TITLES.get(family, ""),
        suggestions=tuple(
            SuggestionView(
                key=variable.key,
                does=variable.does,
                example=variable.example,
                values=variable.values,
                action=f"{variables.SUGGEST}:{pointer}{pointers.join(variable.key)}",
                there=screen.value(pointer + pointers.join(variable.key)) is not NOTHING,
            )
            for variable in known
        ),
        meter=meter(screen.document, {} if value is NOTHING else value, rows),
    )


def is_long(value: str) -> bool:
    """Say whether a value wants the whole width."""
    return len(value) > _LONG or "\n" in value


def notes(value: str, name: str) -> tuple[Note, ...]:
    """Return what is said of a value: that it ends with a line break, and whether it is JSON."""
    found = (_BREAK,) if value.endswith("\n") else ()
    if not json_values.looks_like_json(value):
        return found
    if fault := json_values.fault(value):
        return (*found, Note(severity="info", text=f"This begins like JSON, but is none: {fault} It is sent as it is."))
    if not is_long(value) or not json_values.is_json(value):
        return found
    over = "\n" not in value.strip()
    return (
        *found,
        Note(
            severity="info",
            text="This is JSON.",
            fix_label="Write it over several lines" if over else "Write it on one line",
            fix_action=f"{'over-lines' if over else 'one-line'}:{name}",
        ),
    )
