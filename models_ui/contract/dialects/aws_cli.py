"""How is a request written as a command of the AWS CLI?

Shell quoting, continued lines, the shorthand and JSON arguments, `--cli-input-json` and `--cli-input-yaml`. What the shell
would put in, and files, are References.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.manner import PLAIN, Manner, folded
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax import json_text, shell, shorthand, yaml_text
from models_ui.contract.dialects.syntax.shell import Word
from models_ui.contract.dialects.written import Entry, Items, Members, Reference, Scalar, Source, Written, refusal
from models_ui.contract.finding import Finding
from models_ui.contract.loader import NotReadable
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure

DIALECT = "aws-cli"
COMMAND = re.compile(r"sagemaker(?:\s|\\\r?\n){1,50}create-model(?![\w-])")
_MANNER = Manner(loose=True, singles_listed=True)
_WHERE = frozenset({"region", "profile", "endpoint-url"})
_INPUTS = ("cli-input-json", "cli-input-yaml")
_FILE = re.compile(r"fileb?://")
_SHELL_ONLY = re.compile(r"[$`]")
# How lines are continued: everywhere else, and in PowerShell and cmd.
_CONTINUED = re.compile(r"\\\r?\n")
_CONTINUED_BY_WINDOWS = re.compile(r"(?<=[ \t])[`^](?=\r?\n)")
# JSON as PowerShell hands it on to programs: its quotation marks have backslashes before them.
_ESCAPED_JSON = re.compile(r'\s*[\[{]\s*[\[{]?\s*\\"')
# How far before `sagemaker` the command may begin, for options that stand between.
_MOST_BEFORE = 2000

Option = tuple[str, int, list[Word]]


def read(text: str) -> Reading:
    """Return the request of the first create-model command. Raises NotReadable where there is none."""
    text = _for_a_shell(text)
    source = Source(text)
    found = COMMAND.search(text)
    if not found:
        raise NotReadable("no-request", "There is no “aws sagemaker create-model” here. Paste the whole command.")
    start = text.rfind("aws", max(0, found.start() - _MOST_BEFORE), found.start())
    words = shell.words(source, max(start, 0) if start >= 0 else found.start())
    given, said = _members(list(_options(words)))
    manner = _MANNER if any(name not in _INPUTS for name, _, _ in _options(words)) else PLAIN
    return fitting.read(DIALECT, given, create_model.tree(), manner, said=said)


def _for_a_shell(text: str) -> str:
    """Return a command of Windows with its lines continued as in other shells; a text that has those stays as it is."""
    return text if _CONTINUED.search(text) else _CONTINUED_BY_WINDOWS.sub("\\\\", text)


def _options(words: list[Word]) -> Iterator[Option]:
    """Yield each option that follows the command, with its words."""
    begun = False
    current: Option | None = None
    for word in words:
        if not begun:
            begun = word.text == "create-model"
        elif word.text.startswith("--") and len(word.text) > 2:
            if current:
                yield current
            name, equals, rest = word.text[2:].partition("=")
            current = (name, word.line, [Word(word.line, rest, word.known)] if equals else [])
        elif current:
            current[2].append(word)
        else:
            raise refusal(word.line, "an option with its two hyphens is expected after create-model.")
    if current:
        yield current


def _members(options: list[Option]) -> tuple[Members, list[Finding]]:
    """Return the request: what the options say comes over what a whole input says. And what is said of other options."""
    tree = create_model.tree()
    names = {folded(name): name for name in tree.members}
    given: dict[str, Entry] = {}
    over: dict[str, Entry] = {}
    said: list[Finding] = []
    for option, line, values in options:
        name = names.get(folded(option))
        if option in _INPUTS:
            given = {entry.name: entry for entry in _input(option, line, values).entries}
        elif option == "no-enable-network-isolation":
            over["EnableNetworkIsolation"] = Entry("EnableNetworkIsolation", Scalar(value=False, line=line), line)
        elif name is None:
            said.append(_left_out(option, line))
        elif name in over:
            raise refusal(line, f"the option --{option} stands twice. Keep one of the two.", "duplicate-key")
        else:
            over[name] = Entry(name, _argument(option, line, values, tree.members[name]), line)
    return Members(tuple((given | over).values()), 1), said


def _left_out(option: str, line: int) -> Finding:
    elsewhere = " The connection has account and region." if option in _WHERE else ""
    sentence = f"the option --{option[:60]} is left out: it is no part of the request.{elsewhere}"
    return fitting.say("dropped", "", "info", line, sentence)


def _input(option: str, line: int, values: list[Word]) -> Members:
    if len(values) != 1 or _FILE.match(values[0].text):
        sentence = f"--{option} names a file, which is not here. Paste what is in the file."
        raise refusal(line, sentence, "not-here")
    word = values[0]
    if not word.known and not word.text.lstrip().startswith("{"):
        raise refusal(line, f"what --{option} gets is put in by the shell. Paste the input itself.", "not-here")
    above = word.line - 1
    if option == "cli-input-json":
        return json_text.members(word.text, above=above)
    found = next((value for value in yaml_text.parse("\n" * above + word.text) if isinstance(value, Members)), None)
    if found is None:
        raise refusal(line, "a request has names and values, as in “ModelName: churn-1”.", "not-an-object")
    return found


def _argument(option: str, line: int, values: list[Word], node: Node) -> Written:
    if not values:
        if isinstance(node, Flag):
            return Scalar(value=True, line=line)
        raise refusal(line, f"the value of --{option} is missing.")
    said = [_value(word, node.item if isinstance(node, ListOf) else node) for word in values]
    if isinstance(node, ListOf) and not (len(said) == 1 and isinstance(said[0], Items | Reference)):
        return Items(tuple(said), line)
    if len(said) > 1:
        raise refusal(line, f"--{option} has more than one value. Put it in quotation marks.")
    return said[0]


def _value(word: Word, node: Node) -> Written:
    if _FILE.match(word.text):
        return Reference(word.text, word.line)
    value = _structured(word) if isinstance(node, Structure | MapOf) else None
    return _unknown(value or Scalar(word.text, word.line), word)


def _structured(word: Word) -> Written | None:
    if word.text.lstrip()[:1] in {"{", "["} and not _is_brace_of_shell(word):
        said = word.text.replace('\\"', '"') if _ESCAPED_JSON.match(word.text) else word.text
        return json_text.parse(said, above=word.line - 1)
    return shorthand.parse(word.text, word.line)


def _is_brace_of_shell(word: Word) -> bool:
    return word.text.startswith("${")


def _unknown(value: Written, word: Word) -> Written:
    """Return a value in which every text that the shell would fill in is a Reference."""
    if word.known:
        return value
    match value:
        case Scalar(value=str() as text) if _SHELL_ONLY.search(text):
            return Reference(text, value.line)
        case Items():
            return Items(tuple(_unknown(item, word) for item in value.items), value.line)
        case Members():
            entries = (Entry(entry.name, _unknown(entry.value, word), entry.line) for entry in value.entries)
            return Members(tuple(entries), value.line)
    return value
