"""Which variables do lines of text name, as in a .env file, a shell script, or the options of a docker command?"""

from __future__ import annotations

import re

from models_ui.contract.dialects.syntax import shell
from models_ui.contract.dialects.written import Source
from models_ui.contract.loader import NotReadable
from models_ui.contract.variables.pasted import Pasted
from models_ui.contract.words import shown

_BLANK = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_DOCKER = re.compile(r"[ \t]*(?:\$ )?(?:sudo )?(?:docker|podman)[ \t]|[ \t]*(?:-e[ \t=]?|--env[ \t=])(?!\Z)")
_NAMED = re.compile(r"[ \t]*(?:export[ \t]+|set[ \t]+|-[ \t]+)?([^\s=\"'#]+)[ \t]*=[ \t]*")
_SINGLE = re.compile(r"'([^']*)'")
_DOUBLE = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\n": ""}
_COMMENT = re.compile(r"[ \t]+#[^\n]*\Z")
_REST = re.compile(r"[ \t]*(?:#[^\n]*)?(?=\n|\Z)")
_REFERENCE = re.compile(r"(?<!\\)\$(?:\{|[A-Za-z_(])")
_LINE_OF_REASON = re.compile(r"Line \d+: ")


def read(text: str) -> Pasted:
    """Return the variables of a text, line by line; a value in quotation marks may go on over several. Total."""
    found, source, place = Pasted(), Source(text), 0
    while place < len(text):
        if blank := _BLANK.match(text, place):
            place = max(blank.end(), place + 1)
        elif _DOCKER.match(text, place):
            place = _docker(found, source, place)
        else:
            place = _assignment(found, source, place) + 1
    return found


def _assignment(found: Pasted, source: Source, place: int) -> int:
    """Take in the variable of a line, and return where its last line ends."""
    text, line = source.text, source.line(place)
    named = _NAMED.match(text, place)
    if named is None:
        found.wrong("this is no variable. Write it as in KEY=value, or with # before it.", line)
        return _end(text, place)
    start = named.end()
    if text[start : start + 1] in ("'", '"'):
        return _quoted(found, named[1], source, start, line)
    end = _end(text, start)
    value = text[start:end]
    if comment := _COMMENT.search(value):
        value = value[: comment.start()]
        found.note(f"what stands after # is a comment, and no part of {shown(named[1])}.", line)
    _mention(found, named[1], value, line)
    found.put(named[1], value.rstrip(" \t"), line)
    return end


def _quoted(found: Pasted, key: str, source: Source, start: int, line: int) -> int:
    text, single = source.text, source.text[start] == "'"
    quoted = (_SINGLE if single else _DOUBLE).match(text, start)
    if quoted is None:
        found.wrong(f"the closing quotation mark of {shown(key)} is missing.", line)
        return len(text)
    rest = _REST.match(text, quoted.end())
    if rest is None:
        found.wrong(f"there is more after the closing quotation mark of {shown(key)}.", source.line(quoted.end()))
        return _end(text, quoted.end())
    if not single:
        _mention(found, key, quoted[1], line)
    found.put(key, quoted[1] if single else _ESCAPE.sub(_meant, quoted[1]), line)
    return rest.end()


def _meant(escape: re.Match[str]) -> str:
    """Return what an escape in double quotation marks means; a backslash before any other character stays."""
    character = escape[1]
    return _ESCAPES.get(character, character if character in "\"\\$`'" else escape[0])


def _mention(found: Pasted, key: str, value: str, line: int) -> None:
    if _REFERENCE.search(value):
        found.note(f"{shown(key)} names another variable with $. It is kept as it is written, and not filled in.", line)


def _docker(found: Pasted, source: Source, place: int) -> int:
    """Take in what the options -e and --env of a command say, and return where its last line ends."""
    text, line = source.text, source.line(place)
    end = _end(text, place)
    while text[end - 1 : end] == "\\" and end < len(text):
        end = _end(text, end + 1)
    try:
        words = shell.words(Source(text[place:end]), 0)
    except NotReadable as reason:
        found.wrong(_LINE_OF_REASON.sub("", reason.sentence), line)
        return end + 1
    _options(found, words, line - 1)
    return end + 1


def _options(found: Pasted, words: list[shell.Word], above: int) -> None:
    left, waiting = 0, iter(words)
    for word in waiting:
        option, _, given = word.text.partition("=")
        if option == "--env" and given:
            _option(found, word, given, above)
        elif word.text in ("-e", "--env"):
            following = next(waiting, None)
            _option(found, following or word, following.text if following else "", above)
        elif word.text.startswith("-e") and not word.text.startswith("-en"):
            _option(found, word, word.text[2:].removeprefix("="), above)
        else:
            left += 1
    if left:
        found.note("only the options -e and --env of the command are read.", words[0].line + above)


def _option(found: Pasted, word: shell.Word, given: str, above: int) -> None:
    key, sign, value = given.partition("=")
    line = word.line + above
    if not sign:
        found.wrong("an option -e names no value. Write it as in -e KEY=value.", line)
        return
    if not word.known:
        found.note(f"{shown(key)} names another variable with $. It is kept as it is written, and not filled in.", line)
    found.put(key, value, line)


def _end(text: str, place: int) -> int:
    """Return where the line of a place ends."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end
