"""Documents changed node by node: they stay YAML, and most of them stay cases, so that what comes after loading is tried too."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random

import yaml
from hostile_values import any_day, any_number, any_word

_IDS = frozenset({"gobetween", "profile", "roles", "id", "held_by", "stance", "entrusted_to"})
_DAYS = frozenset({"date", "when", "known", "published", "due", "until", "begins", "ends", "deadline", "answer_by", "from", "to"})


def changed(text: str, rng: Random, *, is_gentle: bool) -> str:
    """The document after one to six changes; gentle ones leave words that must be of a set, and the form of values, alone."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        return text
    if not isinstance(root, yaml.MappingNode):
        return text
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        (_change_gently if is_gentle else _change_roughly)(root, rng)
    return str(yaml.serialize(root, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10**6))


def _change_gently(root: yaml.MappingNode, rng: Random) -> None:
    places = list(_leaves(root, ""))
    if not places:
        return
    key, leaf = rng.choice(places)
    if key in _IDS:
        return
    if rng.random() < 0.1:
        _multiply(root, rng)
    elif key in _DAYS or _looks_like_day(leaf.value):
        _say(leaf, any_day(rng), is_plain=True)
    elif leaf.value.replace(".", "").replace("%", "").lstrip("-").isdecimal():
        _say(leaf, any_number(rng), is_plain=True)
    elif rng.random() < 0.7 and (" " in leaf.value or key in ("name", "title", "text", "outlet", "place", "note")):
        word = any_word(rng)
        _say(leaf, word if rng.random() < 0.6 else leaf.value + " " + word, is_plain=False)
    elif rng.random() < 0.3:
        others = [other.value for its_key, other in places if its_key == key]
        leaf.value = rng.choice(others)


def _change_roughly(root: yaml.MappingNode, rng: Random) -> None:
    nodes = [root, *_below(root)]
    holder = rng.choice([node for node in nodes if not isinstance(node, yaml.ScalarNode) and node.value] or [root])
    if not holder.value:
        return
    at = rng.randrange(len(holder.value))
    donor = copy.deepcopy(rng.choice(nodes))
    match rng.randrange(6):
        case 0:
            del holder.value[at]
        case 1:
            holder.value[at] = _with_value(holder.value[at], donor)
        case 2:
            word = rng.choice((any_word, any_number, any_day))(rng)
            scalar = yaml.ScalarNode("tag:yaml.org,2002:str", "")
            _say(scalar, word, is_plain=rng.random() < 0.5)
            holder.value[at] = _with_value(holder.value[at], scalar)
        case 3:
            empty = rng.choice((yaml.SequenceNode("tag:yaml.org,2002:seq", []), yaml.MappingNode("tag:yaml.org,2002:map", [])))
            holder.value[at] = _with_value(holder.value[at], empty)
        case 4 if isinstance(holder, yaml.MappingNode):
            key = yaml.ScalarNode("tag:yaml.org,2002:str", any_word(rng) if rng.random() < 0.5 else str(rng.randint(0, 99)))
            holder.value[at] = (key, holder.value[at][1])
        case _:
            _multiply(root, rng)


def _with_value(item: yaml.Node | tuple[yaml.Node, yaml.Node], value: yaml.Node) -> yaml.Node | tuple[yaml.Node, yaml.Node]:
    return (item[0], value) if isinstance(item, tuple) else value


def _multiply(root: yaml.MappingNode, rng: Random) -> None:
    """An entry of a collection many times, each with an id of its own."""
    collections = [node for node in _below(root) if isinstance(node, yaml.MappingNode) and node.value]
    if not collections:
        return
    held = rng.choice(collections)
    key, value = rng.choice(held.value)
    for number in range(rng.choice((1, 2, 10, 10, 60, 300))):
        held.value.append((yaml.ScalarNode(key.tag, f"{key.value}-{number}"), copy.deepcopy(value)))


def _say(leaf: yaml.ScalarNode, word: str, *, is_plain: bool) -> None:
    leaf.value, leaf.style = word, None if is_plain else '"'
    leaf.tag = "tag:yaml.org,2002:str"
    if is_plain:  # the serializer quotes what would be no text; these tags keep it from doing so
        found = yaml.resolver.Resolver().resolve(yaml.ScalarNode, word, (True, False))
        leaf.tag = found


def _looks_like_day(text: str) -> bool:
    return len(text) >= 7 and text[:4].isdecimal() and text[4] == "-"


def _below(node: yaml.Node) -> Iterator[yaml.Node]:
    children = []
    if isinstance(node, yaml.MappingNode):
        children = [value for _, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        children = node.value
    for child in children:
        yield child
        yield from _below(child)


def _leaves(node: yaml.Node, key: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield key, node
    elif isinstance(node, yaml.MappingNode):
        for its_key, value in node.value:
            yield from _leaves(value, str(its_key.value))
    else:
        for value in node.value:
            yield from _leaves(value, key)
