"""What a person judged of what was read: an item of its own beside it, which survives a re-run and wins."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.evidence import mentions
from gobetween.model.evidence.item_fields import with_changes
from gobetween.model.evidence.items import Item
from gobetween.model.evidence.kinds import ItemKind
from gobetween.model.passages import Span


class Verdict(StrEnum):
    """What a person says of an item."""

    RIGHT = "right"
    WRONG = "wrong"
    CHANGED = "changed"
    MERGED = "merged"  # it is the same as another item of the document
    ADDED = "added"  # the reader missed it
    OPEN = "open"  # an earlier judgement is taken back

    @property
    def keeps(self) -> bool:
        """Whether the item stands by this judgement, even if it is no longer read."""
        return self in (Verdict.RIGHT, Verdict.CHANGED, Verdict.ADDED)


@frozen
class JudgedItem:
    """Which item of which document was judged, as it was read then: enough to find it again, or to let it stand alone."""

    sha256: str
    kind: ItemKind
    item: Item

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its words stand."""
        return self.item.passage.spans

    @property
    def key(self) -> tuple[str, str, tuple[Span, ...], str]:
        """The same for two judgements of one reading: of these, the later counts."""
        return (self.sha256, self.kind.value, self.spans, told_apart(self.item))


@frozen
class Judgement:
    """One judgement of one item.

    `changes` are the fields that a changed item has otherwise, as (name, value as people write it); `into` the item that a merged one
    is the same as; `report` the name by which the document was known then, for whoever reads the file.
    """

    about: JudgedItem
    verdict: Verdict
    changes: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    into: JudgedItem | None = field(default=None, kw_only=True)
    by: str = field(default="", kw_only=True)
    day: dt.date | None = field(default=None, kw_only=True)
    note: str = field(default="", kw_only=True)
    report: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if bool(self.changes) is not (self.verdict is Verdict.CHANGED):
            msg = (
                "a changed item, and only such a one, says which fields it has otherwise: give both 'changed' and that verdict, or none"
            )
            raise ValueError(msg)
        if (self.into is None) is (self.verdict is Verdict.MERGED):
            msg = "a merged item says which it is the same as, and only such a one: give both 'into' and that verdict, or neither"
            raise ValueError(msg)
        if self.into is not None and (self.into.sha256, self.into.kind) != (self.about.sha256, self.about.kind):
            msg = "an item is merged with another of its kind in the same document"
            raise ValueError(msg)
        if self.into is not None and self.into.key == self.about.key:
            msg = "an item cannot be merged with itself"
            raise ValueError(msg)
        self.judged_item()

    def judged_item(self) -> Item:
        """The item with its changes.

        Raises:
            ValueError: a change is none that its kind allows.
        """
        return with_changes(self.about.kind, self.about.item, self.changes)


def told_apart(item: Item) -> str:
    """What tells the item from others of its kind on the same words, and what a judgement 'wrong' is about."""
    match item:
        case mentions.Statement():
            return item.speaker.name
        case mentions.FigureMention():
            return f"{item.value}" if item.upper is None else f"{item.value}-{item.upper}"
        case mentions.DateMention():
            return str(item.when)
        case mentions.MeetingMention():
            return f"{', '.join(item.participants)} {item.status}"
        case mentions.DelegationMention() | mentions.ActMention():
            return item.actor
        case mentions.PositionMention():
            return f"{item.party} {item.stance}"
        case mentions.AssessmentMention():
            return f"{item.by.name if item.by else ''} {item.tone}"
        case mentions.LeverageMention():
            return f"{item.by} on {item.on}"
        case mentions.DeliverableMention():
            return item.owed_by
        case mentions.DisputeMention():
            return f"{item.asserted_by} {item.denied_by}"
        case mentions.OfficeMention():
            return f"{item.person}, {item.title}"
        case mentions.EventMention():
            return f"{item.plover} {', '.join(item.source)}"
        case mentions.StickingPointMention():
            return item.issue
