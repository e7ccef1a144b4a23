"""Is R read as paws would take it, and is what we write R to R itself?"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from models_ui.contract.dialects.paws import read, write
from models_ui.contract.json_types import Json
from models_ui.contract.loader import NotReadable
from tests.contract.dialects.documents import documents

SCRIPT = """library(paws)
svc <- sagemaker()
role <- "arn:aws:iam::123456789012:role/R"
svc$create_model(
  ModelName = 'churn-1',  # the name
  PrimaryContainer = list(
    Image = r"(a.b/c:1)",
    Environment = list(A = "x", `B` = paste0("a", "b"), N = 1L)
  ),
  ExecutionRoleArn = role,
  VpcConfig = list(SecurityGroupIds = c("sg-1"), Subnets = "subnet-1"),
  EnableNetworkIsolation = TRUE
)
"""
# Parses a file, evaluates nothing of it, and prints in hexadecimal every text and name of an argument that R finds in it.
ORACLE = """
hex <- function(x) cat(paste(format(charToRaw(enc2utf8(x))), collapse = ""), "\\n", sep = "")
walk <- function(e) {
  for (name in names(e)) if (nzchar(name)) hex(name)
  for (part in as.list(e)) if (is.character(part)) hex(part) else if (is.call(part)) walk(part)
}
path <- commandArgs(trailingOnly = TRUE)[[1]]
code <- readLines(path, encoding = "UTF-8")
for (e in as.list(parse(text = code, encoding = "UTF-8", keep.source = FALSE))) walk(e)
"""


def test_script_is_read_as_it_stands() -> None:
    assert read(SCRIPT).document == {
        "ModelName": "churn-1",
        "PrimaryContainer": {
            "Image": "a.b/c:1",
            "Environment": {"A": "x", "B": {"reference": '{{ paste0("a", "b") }}'}, "N": 1},
        },
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/R",
        "VpcConfig": {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-1"]},
        "EnableNetworkIsolation": True,
    }


def test_what_only_r_knows_is_told_with_its_line() -> None:
    [finding] = read(SCRIPT).findings

    assert finding.pointer == "/PrimaryContainer/Environment/B"
    assert finding.message.startswith("Line 8: the value of “B”")


def test_arguments_without_names_have_their_place_in_the_call() -> None:
    assert read("sagemaker_create_model('a', list(Image = 'b'))").document == {
        "ModelName": "a",
        "PrimaryContainer": {"Image": "b"},
    }


@pytest.mark.parametrize(("literal", "value"), [
    ("TRUE", True), ("F", False), ("NULL", None), ("60", 60), ("60L", 60), ("-1", -1), ("0x10L", 16), ("1e3", 1000), ("1.5", 1.5),
    ("'it\\'s'", "it's"), ('"\\u00e9\\x41\\101\\n"', "éAA\n"), ('r"---{a"}---"', 'a"'), ("R'[a\\n]'", "a\\n"),
    ("list('a', 'b')", ["a", "b"]), ("c(a = 'b')", {"a": "b"}), ("list()", []), ("list(list(a = 1))", [{"a": 1}]),
    ("list('a b' = 'c', `d` = 'e')", {"a b": "c", "d": "e"}), ('"\\U0001F600"', "😀"), ("'a\nb'", "a\nb"),
])  # fmt: skip
def test_literals_are_read_as_r_reads_them(literal: str, value: Json) -> None:
    assert read(f"svc$create_model(New = {literal})").document == {"New": value}


def test_empty_list_is_a_map_where_a_map_belongs() -> None:
    document: Any = read(
        "svc$create_model(PrimaryContainer = list(Environment = list()), Containers = list())"
    ).document

    assert document == {"PrimaryContainer": {"Environment": {}}, "Containers": []}


@pytest.mark.parametrize("expression", [
    "system('id')", "a + b", "if (x) 'a' else 'b'", "function(x) x", "x[[1]]", "'a' |> f()", "!x", "NA", "Sys.getenv('A')",
    "svc$name", "{ system('id') }", "-x", "1:3", "eval(parse(text = 'x'))",
])  # fmt: skip
def test_nothing_is_evaluated(expression: str) -> None:
    [finding] = read(f"svc$create_model(ModelName = {expression}, Tags = list())").findings

    assert (finding.code, finding.pointer) == ("reference", "/ModelName")


@pytest.mark.parametrize(("text", "sentence"), [
    ("svc$create_model(ModelName = 'a'", "Line 1: a closing bracket is missing at the end"),
    ("svc$create_model(\nModelName = 'a\n)", "Line 2: the closing quotation mark of a text is missing"),
    ("svc$create_model(\nModelName = r'(a)", "Line 2: the end of a raw text is missing"),
    ("svc$create_model(\nModelName = '\\q')", "Line 2: a backslash begins something that R does not know"),
    ("svc$create_model(\nModelName = 'a' Tags = 'b')", "Line 2: a comma or a closing bracket is missing"),
    ("svc$create_model(ModelName = )", "Line 1: a value is missing"),
    ("svc$create_model(ModelName = 'a',\nModelName = 'b')", "Line 2: the name “ModelName” stands twice"),
    ("x <- 1", "There is no call of create_model here"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(NotReadable, match=sentence):
        read(text)


def texts(value: Json) -> list[str]:
    """Return every text and name of a document."""
    if isinstance(value, dict):
        return [*value, *(text for item in value.values() for text in texts(item))]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


def test_r_itself_finds_the_texts_that_we_wrote(tmp_path: Path) -> None:
    written = list(documents(2000, seed=9))
    path, oracle = tmp_path / "requests.R", tmp_path / "oracle.R"
    path.write_text("\n".join(write(document).text for document in written), encoding="utf-8")
    oracle.write_text(ORACLE, encoding="utf-8")

    answer = subprocess.run(
        ["Rscript", "--vanilla", str(oracle), str(path)], capture_output=True, text=True, check=True, timeout=300,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
    )  # fmt: skip

    found = sorted(bytes.fromhex(line).decode() for line in answer.stdout.splitlines())
    assert found == sorted(text for document in written for text in texts(document))


def test_region_is_that_of_the_client() -> None:
    assert write({}, region="eu-west-1").text.startswith('svc <- paws::sagemaker(config = list(region = "eu-west-1"))')
