"""Is HCL read as another reader of it reads it?"""

from __future__ import annotations

from typing import Any

import hcl2
import pytest
from hcl2.utils import SerializationOptions

from models_ui.contract.dialects.syntax.hcl import parse
from models_ui.contract.dialects.syntax.hcl_writing import Attribute, Block, block
from models_ui.contract.dialects.written import Items, Members, Reference, Scalar, Written
from tests.contract.dialects.documents import documents

OPTIONS = SerializationOptions(
    strip_string_quotes=True, with_comments=False, explicit_blocks=False, preserve_heredocs=False
)
CONFIGURATION = """
# a comment
variable "a" {
  type    = string // another
  default = "x"
}
/* a
   third */
locals {
  b = { c = [1, 2.5, true, null], "d e" : "f\\"g\\n" }
  h = "${var.a}-${lower("B")}"
  i = var.a == "x" ? [for x in y : x] : merge(local.b, { j = "}" })
}
resource "kind" "name" {
  k = -1
  inner {
    l = ""
  }
  inner {
    l = "#m//n/*o"
  }
  dynamic "p" {
    for_each = q
    content {
      r = p.value
    }
  }
}
"""


def plain(value: Written) -> Any:
    """Return what Python calls a value; what is not known is None."""
    match value:
        case Members():
            return {entry.name: plain(entry.value) for entry in value.entries}
        case Items():
            return [plain(item) for item in value.items]
        case Scalar():
            return value.value
        case Reference():
            return None


def other(value: Any) -> Any:
    """Return what the other reader found, alike: expressions are texts with a template there."""
    if isinstance(value, dict):
        return {name.strip('"'): other(item) for name, item in value.items()}
    if isinstance(value, list):
        return [other(item) for item in value]
    return None if isinstance(value, str) and "${" in value else value


def test_configuration_has_the_parts_that_another_reader_finds() -> None:
    ours, theirs = plain(parse(CONFIGURATION)), other(hcl2.loads(CONFIGURATION, serialization_options=OPTIONS))

    assert ours["locals"] == theirs["locals"]
    assert ours["variable"]["a"][0]["default"] == theirs["variable"][0]["a"]["default"]
    assert ours["resource"]["kind"]["name"][0]["inner"] == theirs["resource"][0]["kind"]["name"]["inner"]


def test_values_that_we_write_are_those_that_another_reader_finds() -> None:
    """It takes $${ for the beginning of something that a bracket ends, and a NEL for the end of a line; Terraform does not."""
    for document in documents(60, seed=11):
        text = block(Block("a", [Attribute("b", document)]))
        if "$${" not in text and "%%{" not in text:
            found = hcl2.loads(text, serialization_options=OPTIONS)["a"][0]["b"]
            assert other(found) == other(plain(parse(text))["a"][0]["b"])


@pytest.mark.parametrize(
    "text", ["a = b[0]", "a = [\n1\n,\n2\n]", "a = {\n}\n", "a {}\n", "a = <<E\nE\n", "a = f(\n1,\n2\n)\nb = 1"]
)
def test_line_ends_may_stand_where_hcl_lets_them(text: str) -> None:
    assert "a" in plain(parse(text))
