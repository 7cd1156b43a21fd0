"""What may stand in a text that is given out to others: nothing that was told in confidence, and none of the keeper's remarks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import evolve, frozen

from gobetween.briefs.shuttle.sayables import owner_of
from gobetween.disclosure.views import View
from gobetween.model.cases import Case, Source
from gobetween.model.caucuses import Told
from gobetween.model.dates import DateBasis, When
from gobetween.model.happenings import Assessment, Signal
from gobetween.model.items import PUBLIC, Item
from gobetween.model.permissions import Form
from gobetween.model.positions import Interest, Position, Series

IN_CONFIDENCE = frozenset({Series.ENTRUSTED, Series.BOTTOM_LINE})
UNSAID = "not stated in so many words"
"""What stands for how the keeper found a date."""


@frozen
class GivenOut:
    """A text that `speaker` drafts from its view for `recipient`, on a day."""

    view: View
    recipient: str
    day: dt.date

    @property
    def case(self) -> Case:
        """What may stand in it, before it is cut down to what the recipient has.

        That the recipient has something, too, does not make it fit to be given out: whoever reads the text learns of it then. What
        somebody told in confidence is in it only under a permission in force that lets the speaker tell this recipient, in the
        speaker's own words and in the owner's name; a permission of an exact wording, or of an idea of the speaker's own, allows no
        more than that.
        """
        kept: dict[str, list[Item]] = {}
        for name, item in self.view.case.items():
            kept.setdefault(name, [])
            if self._may_stand(item):
                kept[name].append(without_remarks(item))
        parts: dict[str, Any] = {name: tuple(items) for name, items in kept.items()}
        return evolve(self.view.case, preferences=(), **parts)

    def _may_stand(self, item: Item) -> bool:
        if PUBLIC in item.holders:
            return True
        whose = _voice_of(item)
        if whose in (None, self.view.audience):
            return not _is_confidence(item)
        return any(
            each.item == item.id
            and each.owner == whose
            and self.recipient in each.to
            and self.view.audience in each.carriers
            and each.is_in_force(self.day)
            and (each.form is Form.PARAPHRASE and each.is_attributed and not each.wording)
            for each in self.view.case.permissions
        )


def _is_confidence(item: Item) -> bool:
    return isinstance(item, Told) or (isinstance(item, Position) and item.series in IN_CONFIDENCE)


def without_remarks(item: Item) -> Item:
    """The entry without the remark that stands with it, and without how a date of it was found: both are the keeper's own words."""
    plain = evolve(item, note="", when=bare(item.when), known=bare(item.known))
    return evolve(plain, published=bare(plain.published)) if isinstance(plain, Source) else plain


def bare(when: When) -> When:
    """The time without how it was found."""
    return evolve(when, inference=UNSAID) if when.basis is DateBasis.INFERRED else when


def _voice_of(item: Item) -> str | None:
    """Whose confidence it is: its owner's, or, of what somebody says or wants, that somebody's."""
    match item:
        case Position() | Interest() | Assessment():
            return owner_of(item) or item.actor
        case Signal():
            return owner_of(item) or item.by
        case _:
            return owner_of(item)
