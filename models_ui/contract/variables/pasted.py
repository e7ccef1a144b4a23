"""Which variables does a pasted text name, and what of it was not understood?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from models_ui.contract.words import shown

# Eight times what SageMaker takes for all containers together, and twice the number for one.
MOST_CHARACTERS = 256 * 1024
MOST_VARIABLES = 200
MOST_SENTENCES = 20

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


@dataclass(slots=True)
class Pasted:
    """The variables in their order, what is to be said of how they were read, and what was not understood.

    No sentence repeats a value. Where anything was not understood, the rest is not to be used either.
    """

    variables: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    _lines: dict[str, int] = field(default_factory=dict)

    def put(self, key: str, value: str, line: int = 0) -> None:
        """Take a variable in. Of one that comes twice the last counts, as in a shell, and that is said."""
        if not _KEY.match(key):
            self.wrong(f"{shown(key)} cannot be a name: use letters, digits and _, and no digit first.", line)
            return
        if key in self.variables:
            self.note(f"{shown(key)} stood in line {self._lines[key]} already. This one counts.", line)
        self._lines[key] = line
        self.variables[key] = value

    def note(self, sentence: str, line: int = 0) -> None:
        """Say how something was read."""
        self.notes.append(_at(line, sentence))

    def wrong(self, sentence: str, line: int = 0) -> None:
        """Say what was not understood, and what to do."""
        self.errors.append(_at(line, sentence))

    def end(self) -> Pasted:
        """Return it with what can only be said at the end, and no more sentences than somebody reads."""
        if not self.variables and not self.errors:
            self.wrong("There is no variable in this. Write one on each line, as in KEY=value.")
        if len(self.variables) > MOST_VARIABLES:
            self.wrong(f"There are more than {MOST_VARIABLES} variables, and a container takes 100. Paste fewer.")
        self.errors, self.notes = _cut(self.errors), _cut(self.notes)
        return self


def _at(line: int, sentence: str) -> str:
    return f"Line {line}: {sentence}" if line else sentence


def _cut(sentences: list[str]) -> list[str]:
    rest = len(sentences) - MOST_SENTENCES
    return [*sentences[:MOST_SENTENCES], f"{rest} more lines like these."] if rest > 0 else sentences
