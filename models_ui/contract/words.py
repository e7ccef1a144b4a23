"""How is a place of a request called in a sentence?"""

from __future__ import annotations

import re
import unicodedata

from models_ui.contract.tree import ListOf, MapOf, Node, Structure, below

_PART = re.compile(r"S3|E[Tt]ag|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|.", re.DOTALL)
_SPELT = {
    word.lower(): word for word in ("ARN", "ARNs", "ETag", "EULA", "ID", "IDs", "S3", "URI", "URL", "URLs", "VPC")
}
_LONGEST_SHOWN = 40
# Letters that are read out with a vowel first, as in "an S3 URI".
_SOUNDS_OPEN = re.compile(r"[aeioAEIO]|S3|un(?!i)")

Place = tuple[str | int, ...]


def plain(name: str) -> str:
    """Return a member's name as words: `ExecutionRoleArn` is "execution role ARN"."""
    return " ".join(_SPELT.get(part.lower(), part.lower()) for part in _PART.findall(name))


def singular(words: str) -> str:
    """Return the words for one of many: "security group IDs" is "security group ID"."""
    return words.removesuffix("s")


def article(words: str) -> str:
    """Return the words with "a" or "an" before them."""
    return f"{'an' if _SOUNDS_OPEN.match(words) else 'a'} {words}"


def capital(sentence: str) -> str:
    """Return the sentence with a capital first."""
    return sentence[:1].upper() + sentence[1:]


def shown(text: str) -> str:
    """Return a text that a person typed, short and with nothing invisible, in quotation marks."""
    cut = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
    return f"“{''.join(visible(character) for character in cut)}”"


def visible(character: str) -> str:
    """Return a character, or its number where it cannot be seen."""
    return f"U+{ord(character):04X}" if is_invisible(character) else character


def legible(text: str) -> str:
    """Return a text with nothing invisible but its line ends and tabs: what turns the reading order around hides what is
    really sent from whoever approves it."""
    if text.isprintable():
        return text
    return "".join(character if character in "\r\n\t" else visible(character) for character in text)


def is_invisible(character: str) -> bool:
    """Say whether nobody can see a character, or tell it from a space or a line end."""
    return character != " " and unicodedata.category(character)[0] in "CZ"


def names(place: Place, tree: Node) -> list[str]:
    """Return what each step of the way to a place is called, from the outside in; an item goes by its number."""
    found: list[str] = []
    node: Node | None = tree
    for token in place:
        if isinstance(node, ListOf) and isinstance(token, int) and found:
            found[-1] = f"{singular(found[-1])} {token + 1}"
        elif isinstance(node, MapOf) or not isinstance(node, Structure) or token not in node.members:
            found.append(shown(str(token)))
        else:
            found.append(plain(str(token)))
        node = below(node, str(token))
    return found


def within(found: list[str]) -> str:
    """Return where the last of these names stands, in brackets, or nothing at the top."""
    return f" ({', '.join(found[:-1])})" if len(found) > 1 else ""
