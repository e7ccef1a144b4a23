"""Is there a value that keeps to the limit of its field?"""

from __future__ import annotations

from collections.abc import Iterator
from os.path import commonprefix

from models_ui.blueprints.document import Blueprint, Bounds, Limit
from models_ui.blueprints.homes import concrete
from models_ui.blueprints.limits import broken
from models_ui.blueprints.sample import resolved_sample
from models_ui.blueprints.sound_contract import accepts
from models_ui.blueprints.sound_places import node as node_of
from models_ui.blueprints.sound_saying import at, error, warning
from models_ui.contract.finding import Finding
from models_ui.contract.schema import GREATEST, SMALLEST
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole
from models_ui.form import names

_FOR: dict[str, tuple[tuple[type, ...], str]] = {
    "prefixes": ((Text,), "texts"),
    "globs": ((Text,), "texts"),
    "length": ((Text,), "texts"),
    "range": ((Whole,), "numbers"),
    "count": ((ListOf, MapOf), "lists and maps"),
    "includes": ((ListOf, MapOf), "lists and maps"),
    "choices": ((Text, Whole, Flag), "single values"),
}


def told(blueprint: Blueprint) -> Iterator[Finding]:
    """Yield what is wrong with the limits of a form."""
    for place, field in resolved_sample(blueprint).fields.items():
        found = node_of(place)
        if found is not None:
            wrong = list(_of_kind(place, field.limit, found))
            yield from wrong or [*_of_bounds(place, field.limit, found), *_of_values(place, field.limit, found)]
            yield from _of_prefixes(place, field.limit)
            yield from _of_starts(place, field.limit, found)


def _of_kind(place: str, limit: Limit, node: Node) -> Iterator[Finding]:
    for name, (kinds, words) in _FOR.items():
        if getattr(limit, name) not in (None, ()) and not isinstance(node, kinds):
            yield error(
                "limit-kind", at(place, "limit", name), f"This limit is for {words}, and this place has another kind."
            )
    if limit.includes is not None and isinstance(limit.includes, list) != isinstance(node, ListOf):
        kind = "a list" if isinstance(node, ListOf) else "an object with named members"
        yield error("limit-kind", at(place, "limit", "includes"), f"What must be held here is {kind}.")


def _of_bounds(place: str, limit: Limit, node: Node) -> Iterator[Finding]:
    for name in ("range", "length", "count"):
        bounds: Bounds | None = getattr(limit, name)
        if bounds is None or isinstance(node, Structure | Flag):
            continue
        least, most = _own(node)
        if bounds[0] > bounds[1]:
            yield error("limit-order", at(place, "limit", name), "The first number is the least, the second the most.")
        elif bounds[1] < least or bounds[0] > most:
            yield error(
                "limit-nothing", at(place, "limit", name), f"AWS takes {least} to {most} here, so nothing would fit."
            )


def _own(node: Text | Whole | ListOf | MapOf) -> Bounds:
    widest = (SMALLEST, GREATEST) if isinstance(node, Whole) else (0, GREATEST)
    least = widest[0] if node.minimum is None else node.minimum
    return least, widest[1] if node.maximum is None else node.maximum


def _of_values(place: str, limit: Limit, node: Node) -> Iterator[Finding]:
    wrong = [number for number, choice in enumerate(limit.choices) if not accepts(node, choice.value)]
    for number in wrong:
        yield error("choice", at(place, "limit", "choices", number), "AWS does not take this value here.")
    rest = Limit(prefixes=limit.prefixes, globs=limit.globs, range=limit.range, length=limit.length)
    left = [choice for choice in limit.choices if not any(broken(choice.value, rest))]
    if limit.choices and not left:
        yield error("limit-nothing", at(place, "limit", "choices"), "No choice keeps to the other limits of its field.")
    most = min(_own(node)[1], limit.length[1] if limit.length else GREATEST) if isinstance(node, Text) else GREATEST
    if limit.prefixes and all(len(prefix) > most for prefix in limit.prefixes):
        yield error(
            "limit-nothing", at(place, "limit", "prefixes"), f"There may be {most} characters, so nothing would fit."
        )
    held = len(limit.includes) if isinstance(limit.includes, list | dict) else 0
    if limit.count and held > limit.count[1]:
        yield error("limit-nothing", at(place, "limit", "count"), f"{held} entries must be held, so nothing would fit.")
    if limit.includes and not accepts(node, limit.includes, whole=False):
        yield error("includes", at(place, "limit", "includes"), "AWS does not take these entries here.")


def _of_prefixes(place: str, limit: Limit) -> Iterator[Finding]:
    """Yield a warning for an S3 prefix that a bucket or folder with a longer name would have as well."""
    for number, prefix in enumerate(limit.prefixes):
        if prefix.startswith("s3://") and not prefix.endswith("/"):
            yield warning(
                "prefix",
                at(place, "limit", "prefixes", number),
                "A bucket or folder with a longer name begins so as well. End with a slash.",
            )


def _of_starts(place: str, limit: Limit, node: Node) -> Iterator[Finding]:
    """Yield an error for a prefix that nothing which AWS takes here begins with, as in `acme-models` for a location."""
    if not isinstance(node, Text):
        return
    example = names.asked(concrete(place)).example
    for number, prefix in enumerate(limit.prefixes):
        fits = len(prefix) <= _own(node)[1]
        if fits and not any(accepts(node, text) for text in _completed(prefix, example)):
            yield error(
                "limit-nothing",
                at(place, "limit", "prefixes", number),
                f"AWS takes nothing here that begins so{f', but texts such as {example}' if example else ''}.",
            )


def _completed(prefix: str, example: str) -> Iterator[str]:
    """Yield texts that begin with a prefix, some of them with the end of what AWS takes for an example."""
    yield from (prefix + tail for tail in ("", "a", "1", "/a", example[len(prefix) :]))
    yield prefix + example[len(commonprefix([prefix, example])) :]
