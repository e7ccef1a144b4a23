"""Are pasted variables what a person meant, and is nothing of them dropped in silence?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.contract.variables.pasted import MOST_CHARACTERS, MOST_VARIABLES
from models_ui.contract.variables.reading import read

KEYS = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,20}", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("A=1\nB=two", {"A": "1", "B": "two"}),
        ("# a comment\n\n  \nA=1\n", {"A": "1"}),
        ("export A=1", {"A": "1"}),
        ("  A = 1  ", {"A": "1"}),
        ("A=", {"A": ""}),
        ("A=''\nB=\"\"", {"A": "", "B": ""}),
        ("A=a b c", {"A": "a b c"}),
        ("A=x=y==", {"A": "x=y=="}),
        ("A=http://h/#part", {"A": "http://h/#part"}),
        ('A="a b" # said', {"A": "a b"}),
        ("A=' kept '", {"A": " kept "}),
        (r'A="one\ntwo\t\"three\" \\ \$x"', {"A": 'one\ntwo\t"three" \\ $x'}),
        (r"A='one\ntwo'", {"A": r"one\ntwo"}),
        (r'A="C:\work"', {"A": r"C:\work"}),
        ('A="{\n  \\"a\\": 1\n}"\nB=2', {"A": '{\n  "a": 1\n}', "B": "2"}),
        ("A='one\ntwo'\nB=2", {"A": "one\ntwo", "B": "2"}),
        ('A={"a": "b"}', {"A": '{"a": "b"}'}),
        ("A=1\r\nB=2\r\n", {"A": "1", "B": "2"}),
        ("\ufeffA=1", {"A": "1"}),
        ("- A=1\n- B=2", {"A": "1", "B": "2"}),
        ("set A=1", {"A": "1"}),
        ("-e A=1 -e B='two words'", {"A": "1", "B": "two words"}),
        ("-e A=1 \\\n  --env B=2 --env=C=3", {"A": "1", "B": "2", "C": "3"}),
        ("docker run --rm -p 80:80 \\\n  -eA=1 \\\n  -e 'B=x y' image:1", {"A": "1", "B": "x y"}),
        ('{"A": "1", "B": ""}', {"A": "1", "B": ""}),
        ('{"A": 1, "B": 1.0, "C": true, "D": false, "E": 1e3}', {"A": "1", "B": "1.0", "C": "true", "D": "false", "E": "1e3"}),
        ('{"Environment": {"A": "1"}}', {"A": "1"}),
        ('{"Environment": "prod"}', {"Environment": "prod"}),
        ('[{"name": "A", "value": "1"}, {"Name": "B", "Value": 2}]', {"A": "1", "B": "2"}),
        ('{"Env": ["A=1", "B=x=y"]}', {"A": "1", "B": "x=y"}),
    ],
)  # fmt: skip
def test_variables_are_read_as_they_were_meant(text: str, variables: dict[str, str]) -> None:
    found = read(text)
    assert (found.variables, found.errors) == (variables, [])


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("A=1\nwhat is this\nB=2", 2, "no variable"),
        ("A=1\nB", 2, "no variable"),
        ("A: 1", 1, "no variable"),
        ("A=1\n1B=2", 2, "cannot be a name"),
        ("my-key=1", 1, "cannot be a name"),
        ('A=1\n\nB="open', 3, "closing quotation mark"),
        ("A='x' y", 1, "more after the closing"),
        ("A=1\n-e B", 2, "names no value"),
        ("docker run -e", 1, "names no value"),
        ("A=1\n-e 'B=2", 2, "closing quotation mark"),
        ('{\n"A": null}', 2, "is null"),
        ('{"A": "1",\n"B": {"c": 1}}', 2, "no single one"),
        ('{"A": "1",\n"A": "2"}', 2, "stands twice"),
        ('{\n"A": "1"', 2, "bracket is missing"),
        ('{"b-c": "1"}', 1, "cannot be a name"),
        ('["A"]', 1, "no variable"),
        ('[{"name": "A", "value": "1", "more": 1}]', 1, "no variable"),
    ],
)
def test_what_is_not_understood_is_said_with_its_line(text: str, line: int, word: str) -> None:
    (said,) = read(text).errors
    assert said.startswith(f"Line {line}: ")
    assert word in said


@pytest.mark.parametrize("text", ["", " \n", "# only a comment", "{}", "[]", "\ufeff"])
def test_text_without_variables_says_what_to_write(text: str) -> None:
    assert read(text).errors == ["There is no variable in this. Write one on each line, as in KEY=value."]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A=1 # the rest", "is a comment"),
        ("A=$HOME/x", "not filled in"),
        ('A="${B}"', "not filled in"),
        ("-e A=$B", "not filled in"),
        ("A=1\nA=2", "“A” stood in line 1 already"),
        ('{"A": 1}', "was a number"),
        ('{"A": true}', "was true or false"),
        ("docker run -e A=1 image", "only the options -e and --env"),
    ],
)
def test_what_is_read_in_one_of_several_ways_is_said(text: str, word: str) -> None:
    found = read(text)
    assert found.errors == []
    assert [word in said for said in found.notes] == [True]


@pytest.mark.parametrize("text", ["A='$x'", r'A="\$x"', "A=costs 5$", "A=1"])
def test_what_is_plain_is_read_in_silence(text: str) -> None:
    assert read(text).notes == []


def test_last_of_two_counts() -> None:
    assert read("A=1\nB=2\nA=3").variables == {"A": "3", "B": "2"}


def test_no_sentence_repeats_a_value() -> None:
    found = read("A=sesame-1 # sesame-2\nB=$sesame3\nsesame-4 5\nC='sesame-6' sesame\nA=sesame-7")
    assert found.errors
    assert "sesame" not in str([*found.notes, *found.errors])


def test_more_variables_than_a_container_takes_are_refused() -> None:
    (said,) = read("\n".join(f"A{n}=1" for n in range(MOST_VARIABLES + 1))).errors
    assert "Paste fewer" in said


def test_many_wrong_lines_are_counted() -> None:
    errors = read("wrong line\n" * 500).errors
    assert len(errors) == 21
    assert errors[-1] == "480 more lines like these."


@pytest.mark.parametrize(
    "piece", ["A=1\n", "x\n", "-e A=1 \\\n", "'", '"\\', 'A="', '{"a":', "[", " ", "#", "\\\n", "$(", "docker "]
)
def test_longest_text_of_anything_is_read_to_its_end(piece: str) -> None:
    found = read(piece * (MOST_CHARACTERS // len(piece)))
    assert found.variables or found.errors


def test_what_is_far_too_long_is_not_looked_at() -> None:
    (said,) = read("A=" + "x" * MOST_CHARACTERS).errors
    assert "far longer" in said


@given(st.text(alphabet=st.sampled_from("AB=1 \n\"'\\#$-e{}[]:,xport\t\r\0é"), max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = read(text)
    assert found.variables or found.errors


@given(
    st.dictionaries(
        KEYS,
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=50),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_written_in_double_quotation_marks_comes_back(variables: dict[str, str]) -> None:
    escaped = {
        key: value.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$") for key, value in variables.items()
    }
    assert read("\n".join(f'{key}="{value}"' for key, value in escaped.items())).variables == variables
