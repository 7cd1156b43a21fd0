"""Items by name: every item of a document has an id that stays the same as long as its words do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TypeAlias

from gobetween.model.evidence import mentions
from gobetween.model.evidence.documents import Document
from gobetween.model.evidence.kinds import ItemKind

Item: TypeAlias = (
    mentions.Statement
    | mentions.FigureMention
    | mentions.DateMention
    | mentions.MeetingMention
    | mentions.DelegationMention
    | mentions.PositionMention
    | mentions.StickingPointMention
    | mentions.AssessmentMention
    | mentions.LeverageMention
    | mentions.DeliverableMention
    | mentions.DisputeMention
    | mentions.ActMention
    | mentions.OfficeMention
    | mentions.EventMention
)
"""Anything that is read from a document and can be judged."""

_DIGITS = 8


def items_of(document: Document) -> Iterator[tuple[str, ItemKind, Item]]:
    """Every item of the document with its id and kind, kind by kind, in reading order.

    An id is the kind's word and eight hexadecimal digits of a hash over the document's SHA-256, the kind and the spans; two items of
    one kind on the same words (two parties in one clause) are told apart by a number in order: "position-3fa91c2d-2" is the second.
    Items that bear an id of their own keep it.
    """
    for kind in ItemKind:
        seen: dict[str, int] = {}
        for item in getattr(document, kind.value):
            if item.id:
                yield item.id, kind, item
                continue
            name = item_id(document.sha256, kind, item)
            seen[name] = seen.get(name, 0) + 1
            yield (name if seen[name] == 1 else f"{name}-{seen[name]}"), kind, item


def item_id(sha256: str, kind: ItemKind, item: Item) -> str:
    """The id of an item, but for the number that tells it from others on the same words."""
    places = " ".join(f"{span.start}-{span.end}" for span in item.passage.spans)
    digest = hashlib.sha256(f"{sha256} {kind.value} {places}".encode()).hexdigest()
    return f"{kind.word}-{digest[:_DIGITS]}"
