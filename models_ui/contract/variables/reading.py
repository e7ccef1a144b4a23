"""In which way are pasted variables written, and what do they say?"""

from __future__ import annotations

import re

from models_ui.contract.variables import dotenv, json_object
from models_ui.contract.variables.pasted import MOST_CHARACTERS, Pasted

_JSON = re.compile(r"\s*[{\[]")


def read(text: str) -> Pasted:
    """Return the variables of a text: a JSON object or list, lines as in a .env file, or the options of a docker command.

    Total on any text; its time grows with its length alone.
    """
    if len(text) > MOST_CHARACTERS:
        found = Pasted()
        found.wrong("This is far longer than the variables of any container. Paste only the variables.")
        return found
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return (json_object.read(text) if _JSON.match(text) else dotenv.read(text)).end()
