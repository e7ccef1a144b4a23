"""Where does a request name an image, and how is one of AWS's chosen there?

A button beside the control leads to a page with AWS's images. The button of an image posts the control, so that choosing
is typing: whatever the form says of the place holds.
"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.contract.json_types import Document
from models_ui.form import containers, designed, names
from models_ui.form.layouts.pieces import Layout
from models_ui.form.steps import step_of
from models_ui.form.views import Offer

# The verb of the button that leads away, and of the one that leads back to the control.
CHOOSE, CHOSEN = "choose", "chosen"


def places(document: Document) -> list[str]:
    """Return the places in the order of the containers; those of a request without any are the primary one's."""
    primary = [f"/{containers.PRIMARY}/Image"]
    listed = [pointers.join(containers.LISTED, index, "Image") for index, _ in containers.listed(document)]
    return listed if containers.is_pipeline(document) and containers.PRIMARY not in document else primary + listed


def is_asked(document: Document, pointer: str, layout: Layout) -> bool:
    """Say whether a form asks for the image of a place with a control that takes any."""
    asked = names.asked(pointer, layout)
    return asked.image and not asked.options and designed.takes(step_of(document, pointer, layout), pointer)


def offer(control: str) -> Offer:
    """Return the button that leads to AWS's images."""
    return Offer(action=f"{CHOOSE}:{control}", id=f"{control}-{CHOOSE}", text="Choose one of AWS's images")
