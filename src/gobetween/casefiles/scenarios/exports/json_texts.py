"""JSON and YAML texts whose numbers are written digit by digit, never through a float."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, Union

Tree: TypeAlias = Union["Numeral", str, Sequence["Tree"], Mapping[str, "Tree"], None]


class Numeral(str):
    """A number, or in YAML a key, as it is to be written: without quotation marks."""

    __slots__ = ()


def json_text(tree: Tree) -> str:
    """The tree as JSON, two blanks a level."""
    return "\n".join(_json(tree)) + "\n"


def yaml_text(tree: Mapping[str, Tree]) -> str:
    """The tree as YAML in blocks; words stand in quotation marks, so that they are words to every reader."""
    return "\n".join(_yaml(tree)) + "\n"


def _plain(tree: Tree) -> str | None:
    """What stands on one line."""
    if tree is None:
        return "null"
    if isinstance(tree, Numeral):
        return str(tree)
    if isinstance(tree, str):
        return json.dumps(tree, ensure_ascii=False)
    return ("{}" if isinstance(tree, Mapping) else "[]") if not tree else None


def _json(tree: Tree) -> Iterator[str]:
    plain = _plain(tree)
    if plain is not None:
        yield plain
        return
    is_mapping = isinstance(tree, Mapping)
    parts: list[tuple[str, Tree]]
    if isinstance(tree, Mapping):
        parts = [(f"{json.dumps(key, ensure_ascii=False)}: ", value) for key, value in tree.items()]
    else:
        parts = [("", value) for value in tree or ()]
    yield "{" if is_mapping else "["
    for number, (key, value) in enumerate(parts):
        lines = list(_json(value))
        comma = "," if number < len(parts) - 1 else ""
        lines = [f"{key}{lines[0]}", *lines[1:]]
        yield from (f"  {line}{comma if at == len(lines) - 1 else ''}" for at, line in enumerate(lines))
    yield "}" if is_mapping else "]"


def _key(key: str) -> str:
    """A key of the format as it is, any other in quotation marks: YAML 1.1 takes a bare `no` for a flag, `1` for a number."""
    return str(key) if isinstance(key, Numeral) else json.dumps(key, ensure_ascii=False)


def _yaml(tree: Tree) -> Iterator[str]:
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            written, plain = _key(key), _plain(value)
            if plain is not None:
                yield f"{written}: {plain}"
            else:
                yield f"{written}:"
                yield from (f"  {line}" for line in _yaml(value))
    elif tree is not None:
        for item in tree:
            first, *others = [_plain(item) or ""] if _plain(item) is not None else list(_yaml(item))
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
