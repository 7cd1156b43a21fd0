"""What every entry may have (id, dates, citations, holders, a remark, whether it is inferred), and what follows without them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from gobetween.casefiles.decoding.faults import listed
from gobetween.casefiles.decoding.field_readers import flag, identifier, words
from gobetween.casefiles.decoding.fields import Fields, may, read_fields
from gobetween.casefiles.decoding.places import Desk, Frame, Place, Setting
from gobetween.casefiles.decoding.reference_readers import audience, ref
from gobetween.casefiles.decoding.time_and_source_readers import citations, when
from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.decoding.yaml_nodes import Node, Scalar
from gobetween.casefiles.decoding.yaml_nodes import Sequence as SequenceNode
from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.items import EVERYONE, KEEPER_ALONE, PUBLIC
from gobetween.model.passages import Citation

COMMON: Fields = {
    "id": may(identifier),
    "when": may(when),
    "known": may(when),
    "cite": may(citations),
    "held_by": may(audience),
    "owner": may(ref("actor")),
    "note": may(words),
    "inferred": may(flag),
}
"""The keys that every entry may have."""
COMMON_KEYS = tuple(COMMON)


@frozen
class Common:
    """The common values of one entry, some of them yet to follow from what its parts cite."""

    id: str
    setting: Setting
    written: dict[str, Any]
    holders: frozenset[str] | None
    known: When | None

    def inside(self) -> Setting:
        """The setting of the entry's parts."""
        holders = self.holders or self.setting.holders or KEEPER_ALONE
        return Setting(self.setting.owner, holders, self.known, prefix=f"{self.setting.prefix}{self.id}/")

    def settled(self, part_citations: Iterable[tuple[Citation, ...]], frame: Frame) -> dict[str, Any]:
        """The attributes of the item, now that its parts are read: an item is known once all its parts are."""
        cited = [group for group in part_citations if group]
        dates = [date for group in cited if (date := publication(group, frame)) is not None]
        latest = max([*dates, *([self.known] if self.known else [])], key=lambda date: date.sort_key, default=UNKNOWN_DATE)
        return {
            "id": self.id,
            "when": self.written.get("when", UNKNOWN_DATE),
            "known": self.written.get("known") or latest,
            "citations": self.written.get("cite", ()),
            "owner": self.setting.owner or self.written.get("owner"),
            "holders": self.holders or (EVERYONE if cited else KEEPER_ALONE),
            "note": self.written.get("note", ""),
            "is_inferred": self.written.get("inferred", False),
        }


def read_common(at: Place, kind: str, entry_id: str | None, setting: Setting, *, is_common_frame: bool) -> Common:
    """The common values of the entry at that place; `entry_id` is its key, where it stands in a mapping."""
    assert isinstance(at.node, MappingNode)
    keys = {key: node for key, node in at.node.entries.items() if key in COMMON}
    written = read_fields(at.with_node(MappingNode(at.node.line, keys, at.node.key_lines)), COMMON)
    if entry_id is not None and written.get("id", entry_id) != entry_id:
        at.step("id", keys["id"]).fault(f"found '{written['id']}' under the key '{entry_id}'; leave 'id' out here")
    item_id = entry_id or written.get("id") or made_id(at.node, kind, setting.prefix)
    default = EVERYONE if is_common_frame or written.get("cite") else None
    holders = written.get("held_by") or setting.holders or default
    known = written.get("known") or publication(written.get("cite", ()), at.frame) or setting.known
    if setting.owner and holders != setting.holders:
        at.fault(
            f"held by {in_words(holders or KEEPER_ALONE)}, but all of this file by its party and 'entrusted_to'; leave 'held_by' out"
        )
    elif setting.holders and holders and not are_within(holders, setting.holders):
        at.fault(f"held by {in_words(holders)}, but what it is part of only by {in_words(setting.holders)}; narrow 'held_by'")
    if setting.owner and written.get("owner", setting.owner) != setting.owner:
        at.step("owner", keys["owner"]).fault(
            f"found '{written['owner']}', but all of this file is {setting.owner}'s; leave 'owner' out"
        )
    return Common(item_id, setting, written, holders, known)


def publication(cited: tuple[Citation, ...], frame: Frame) -> When | None:
    """When the earliest of the cited sources was published, if that is known."""
    dates = [frame.published[citation.source] for citation in cited if citation.source in frame.published]
    return min((date for date in dates if not date.is_unknown), key=lambda date: date.sort_key, default=None)


def are_within(holders: frozenset[str], outer: frozenset[str]) -> bool:
    """Whether all who hold the one hold the other; what the public holds, everyone holds."""
    return PUBLIC in outer or holders <= outer


def in_words(holders: frozenset[str]) -> str:
    """The holders in a fixed order."""
    return listed(sorted(holders))


def check_namings(desk: Desk) -> None:
    """Keeps a fault for every item that is held more widely than something it names."""
    for holders, naming in desk.namings:
        outer = desk.frame.holders.get(naming.name)
        if outer is None or are_within(holders, outer):
            continue
        kind, name = naming.name
        naming.place.fault(
            f"held by {in_words(holders)}, but the {kind} '{name}' only by {in_words(outer)}; narrow 'held_by' here or widen it there"
        )


def made_id(node: Node, kind: str, prefix: str) -> str:
    """An id made from the entry's words: it tells nothing of how many other entries there are, nor of their order."""
    digest = hashlib.sha256(f"{prefix}{kind}{_written(node, top=True)}".encode()).hexdigest()
    return f"{kind.replace(' ', '-')}-{digest[:8]}"


def _written(node: Node, *, top: bool = False) -> str:
    if isinstance(node, Scalar):
        return repr(node.text)
    if isinstance(node, SequenceNode):
        return "[" + ",".join(map(_written, node.items)) + "]"
    pairs = (f"{key!r}:{_written(below)}" for key, below in sorted(node.entries.items()) if not (top and key == "held_by"))
    return "{" + ",".join(pairs) + "}"
