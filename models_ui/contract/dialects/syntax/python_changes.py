"""Which statements of Python change what a name stands for?"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import TypeAlias

from models_ui.contract.dialects.syntax.changes import MOST_CHANGES, Change, Path
from models_ui.contract.dialects.written import Written

Value: TypeAlias = Callable[[ast.expr], Written]
# Methods that change a list or a dict, besides those that are followed.
_OTHERS = frozenset({"extend", "insert", "pop", "popitem", "remove", "clear", "setdefault", "sort", "reverse"})
_MAYBE = (ast.If, ast.For, ast.While, ast.AsyncFor, ast.Match, ast.ExceptHandler)


def changes(tree: ast.Module, value: Value) -> dict[str, list[Change]]:
    """Return the changes of each name in the order of the text; of very many the first."""
    found: dict[str, list[Change]] = {}
    for statement, sure in _statements(tree):
        for name, change in _of(statement, value, sure=sure):
            if len(found.setdefault(name, [])) < MOST_CHANGES:
                found[name].append(change)
    return {name: sorted(each, key=lambda change: change.line) for name, each in found.items()}


def _statements(tree: ast.Module) -> Iterator[tuple[ast.stmt, bool]]:
    """Yield every statement, and whether it is done once and for sure. Nothing here calls itself: texts may nest."""
    waiting: list[tuple[ast.AST, bool]] = [(tree, True)]
    while waiting:
        node, sure = waiting.pop()
        if isinstance(node, ast.stmt):
            yield node, sure
        inside = sure and not isinstance(node, _MAYBE)
        below = (ast.stmt, ast.ExceptHandler, ast.match_case)
        waiting.extend((child, inside) for child in ast.iter_child_nodes(node) if isinstance(child, below))


def _of(statement: ast.stmt, value: Value, *, sure: bool) -> Iterator[tuple[str, Change]]:
    match statement:
        case ast.Assign(targets=[ast.Subscript() as target], value=given):
            yield from _change(target, statement.lineno, lambda: value(given), sure=sure)
        case ast.AugAssign(target=target) | ast.Delete(targets=[target]):
            yield from _change(target, statement.lineno, None, sure=sure)
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=target, attr=verb)) as call):
            yield from _called(target, verb, call, value, sure=sure)


def _called(target: ast.expr, verb: str, call: ast.Call, value: Value, *, sure: bool) -> Iterator[tuple[str, Change]]:
    """Yield what a method does to what it is called of."""
    if verb == "append" and len(call.args) == 1:
        item = call.args[0]
        yield from _change(target, call.lineno, lambda: value(item), sure=sure, appends=True)
    elif verb == "update" and not call.args and all(keyword.arg for keyword in call.keywords):
        for keyword in call.keywords:
            member = ast.Subscript(target, ast.Constant(keyword.arg))
            yield from _change(member, keyword.lineno, _later(value, keyword.value), sure=sure)
    elif verb == "update" and len(call.args) == 1 and isinstance(call.args[0], ast.Dict) and all(call.args[0].keys):
        for key, given in zip(call.args[0].keys, call.args[0].values, strict=True):
            yield from _change(ast.Subscript(target, key), given.lineno, _later(value, given), sure=sure)  # type: ignore[arg-type]
    elif verb in {*_OTHERS, "append", "update"}:
        yield from _change(target, call.lineno, None, sure=sure)


def _later(value: Value, expression: ast.expr) -> Callable[[], Written]:
    return lambda: value(expression)


def _change(
    target: ast.expr, line: int, value: Callable[[], Written] | None, *, sure: bool, appends: bool = False
) -> Iterator[tuple[str, Change]]:
    """Yield the change of the name that a target begins with; none where it begins with something else."""
    path: list[str | int] = []
    known = True
    while isinstance(target, ast.Subscript):
        key = target.slice.value if isinstance(target.slice, ast.Constant) else None
        known = (
            known and isinstance(key, str | int) and not isinstance(key, bool) and (isinstance(key, str) or key >= 0)
        )
        path.insert(0, key if isinstance(key, str | int) else "")
        target = target.value
    if isinstance(target, ast.Name):
        told: Path = tuple(path)
        yield target.id, Change(line, told, value if known else None, sure, appends)
