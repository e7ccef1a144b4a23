"""How is a document written as YAML?"""

from __future__ import annotations

import re

import yaml

from models_ui.contract.json_types import Document

_ENDS = re.compile("[\r\x85\u2028\u2029\ufeff]")


class _Dumper(yaml.SafeDumper):
    """Repeats what stands twice: an alias is hard to read."""

    def ignore_aliases(self, _data: object) -> bool:
        """Say that nothing is to be an alias."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Return a text; what YAML takes for the end of a line stands in quotation marks with its number."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if _ENDS.search(text) else None)


_Dumper.add_representer(str, _text)


def dump(document: Document) -> str:
    """Return the YAML of a document, in its order."""
    text: str = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=4096)
    return text
