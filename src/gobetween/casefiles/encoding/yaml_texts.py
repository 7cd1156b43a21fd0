"""A tree of words, lists and mappings as the text of a YAML file, small things on one line and large ones below one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from gobetween.casefiles.decoding import yaml_nodes as nodes
from gobetween.casefiles.encoding.yaml_words import WIDTH, in_block, in_line, may_be_block

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"


class OneLine(list[Tree]):
    """A list that stands on one line whatever its length: the head of a file is read line by line."""


def yaml_text(tree: Mapping[str, Tree], remarks: Iterable[str] = ()) -> str:
    """The file that the keys make, in their order, its collections set apart by blank lines; remarks for readers stand first."""
    lines = [f"# {remark}" for remark in remarks]
    was_apart = False
    for key, value in tree.items():
        lead = f"{in_line(key, in_flow=True)}:"
        if isinstance(value, dict | list) and _has_entries(value):
            lines += ["", lead, *_below(value, 2)]
            was_apart = True
        else:
            lines += [*([""] if was_apart else []), *_entry(lead, value, 0)]
            was_apart = False
    return "\n".join(lines) + "\n"


def node_of(tree: Tree) -> nodes.Node:
    """What a reader of the text makes of the tree, the lines left aside."""
    if isinstance(tree, str):
        return nodes.Scalar(0, str(tree))
    if isinstance(tree, dict):
        return nodes.Mapping(0, {key: node_of(value) for key, value in tree.items()}, dict.fromkeys(tree, 0))
    return nodes.Sequence(0, tuple(map(node_of, tree)))


def _has_entries(value: list[Tree] | dict[str, Tree]) -> bool:
    return any(not isinstance(member, str) for member in (value.values() if isinstance(value, dict) else value))


def _below(value: list[Tree] | dict[str, Tree], indent: int) -> list[str]:
    """The members of a list or mapping, each on lines of its own."""
    pad, lines = " " * indent, list[str]()
    if isinstance(value, dict):
        for key, member in value.items():
            lines += _entry(f"{pad}{in_line(key, in_flow=True)}:", member, indent)
        return lines
    for member in value:
        entry = _entry(f"{pad}-", member, indent)
        if len(entry) > 1 and isinstance(member, dict):  # the first key stands beside the dash
            entry[:2] = [f"{pad}- {entry[1].lstrip(' ')}"]
        lines += entry
    return lines


def _entry(lead: str, value: Tree, indent: int) -> list[str]:
    """One key or dash with its value: beside it if that fits, else below."""
    flow = _flow(value) if not isinstance(value, str) else None if "\n" in value and may_be_block(value) else in_line(value)
    if flow is not None and (len(lead) + 1 + len(flow) <= WIDTH or isinstance(value, OneLine)):
        return [f"{lead} {flow}"]
    if isinstance(value, str):
        if not may_be_block(value):
            return [f"{lead} {in_line(value)}"]
        mark, lines = in_block(value, indent + 2)
        return [f"{lead} {mark}", *lines]
    return [lead, *_below(value, indent + 2)]


def _flow(value: Tree) -> str | None:
    """The value on one line, however long; `None` if it has words of several lines."""
    if isinstance(value, str):
        return None if "\n" in value and may_be_block(value) else in_line(value, in_flow=True)
    if isinstance(value, dict):
        parts = [(key, _flow(member)) for key, member in value.items()]
        if any(part is None for _, part in parts):
            return None
        return "{" + ", ".join(f"{in_line(key, in_flow=True)}: {part}" for key, part in parts) + "}"
    members = [_flow(member) for member in value]
    return None if None in members else "[" + ", ".join(str(member) for member in members) + "]"
