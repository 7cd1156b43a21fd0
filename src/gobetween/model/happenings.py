"""What happens in and around talks: rounds, meetings, acts, parallel tracks, pressure, judgements, disputes over facts."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from gobetween.model.evidence import MeetingForm, MeetingStatus, Tone
from gobetween.model.items import Item
from gobetween.model.passages import Citation


@frozen
class Round(Item):
    """A stretch of talks."""

    name: str = field(kw_only=True)
    place: str = field(default="", kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class Meeting(Item):
    """One meeting: who, where, of which round, held or planned, face to face or not."""

    round: str | None = field(default=None, kw_only=True)
    participants: tuple[str, ...] = field(kw_only=True)  # actors and persons
    place: str = field(default="", kw_only=True)
    status: MeetingStatus = field(default=MeetingStatus.HELD, kw_only=True)
    form: MeetingForm = field(default=MeetingForm.UNSAID, kw_only=True)
    text: str = field(default="", kw_only=True)


class HappeningKind(StrEnum):
    """Whether something was done by one of the talks' actors or befell the talks from outside."""

    ACT = "act"
    OUTSIDE_EVENT = "outside event"


@frozen
class Happening(Item):
    """An act or outside event during the talks."""

    kind: HappeningKind = field(default=HappeningKind.ACT, kw_only=True)
    actor: str | None = field(default=None, kw_only=True)
    text: str = field(kw_only=True)
    place: str = field(default="", kw_only=True)


@frozen
class Assessment(Item):
    """A source's judgement of how the talks go; `by` is words for the source, `actor` whom it belongs to."""

    by: str = field(kw_only=True)
    actor: str | None = field(default=None, kw_only=True)
    told_to: str = field(default="", kw_only=True)
    tone: Tone = field(kw_only=True)
    text: str = field(kw_only=True)
    round: str | None = field(default=None, kw_only=True)


@frozen
class Signal(Item):
    """Words about mood or intent that are no answer."""

    by: str = field(kw_only=True)
    text: str = field(kw_only=True)
    said_by: str | None = field(default=None, kw_only=True)
    round: str | None = field(default=None, kw_only=True)


@frozen
class Allegation(Item):
    """What one actor claims about another's motive or conduct; never the other's interest."""

    by: str = field(kw_only=True)
    against: str = field(kw_only=True)
    text: str = field(kw_only=True)
    said_by: str | None = field(default=None, kw_only=True)


@frozen
class TrackText:
    """A text of a parallel track, and what became of it."""

    name: str
    by: str | None = field(default=None, kw_only=True)
    calls_for: str = field(default="", kw_only=True)
    fate: str = field(default="", kw_only=True)
    citations: tuple[Citation, ...] = field(default=(), kw_only=True)


@frozen
class Track(Item):
    """A parallel process with its own body and texts."""

    name: str = field(kw_only=True)
    body: str = field(default="", kw_only=True)
    texts: tuple[TrackText, ...] = field(default=(), kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class Leverage(Item):
    """Pressure: who, on whom, to do what, or else what."""

    by: str = field(kw_only=True)
    on: str = field(kw_only=True)
    demand: str = field(kw_only=True)
    otherwise: str = field(default="", kw_only=True)


@frozen
class Commitment(Item):
    """What a third party says that it will or will not do."""

    by: str = field(kw_only=True)
    text: str = field(kw_only=True)


@frozen
class Deadline(Item):
    """A time by which something is wanted or due; its date is `when`."""

    by: str | None = field(default=None, kw_only=True)
    text: str = field(kw_only=True)


@frozen
class DisputeSide:
    """What one actor says about a disputed fact."""

    actor: str
    text: str
    citations: tuple[Citation, ...] = field(default=(), kw_only=True)


@frozen
class FactualDispute(Item):
    """A fact that is asserted and denied under a demand, and ways in which it could be verified."""

    issue: str | None = field(default=None, kw_only=True)
    text: str = field(kw_only=True)
    sides: tuple[DisputeSide, ...] = field(kw_only=True)
    verification: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Contradiction(Item):
    """Two or more accounts that do not fit together, side by side."""

    text: str = field(kw_only=True)
    sides: tuple[DisputeSide, ...] = field(kw_only=True)  # `actor` here is the source's name


@frozen
class EarlierAgreement(Item):
    """An agreement made before, and its fate."""

    name: str = field(kw_only=True)
    text: str = field(default="", kw_only=True)
    fate: str = field(default="", kw_only=True)


@frozen
class Figure(Item):
    """A number with what it counts and who gives it."""

    counted: str = field(kw_only=True)
    value: int | Fraction = field(kw_only=True)
    upper: int | Fraction | None = field(default=None, kw_only=True)
    qualifier: str = field(default="", kw_only=True)
    unit: str = field(default="persons", kw_only=True)
    place: str = field(default="", kw_only=True)
    given_by: str = field(default="", kw_only=True)


@frozen
class StickingPoint(Item):
    """What a source says stands in the way of a deal; a computed one is a conflict and never stands here."""

    issues: tuple[str, ...] = field(default=(), kw_only=True)
    parties: tuple[str, ...] = field(default=(), kw_only=True)
    text: str = field(kw_only=True)
    said_by: str = field(default="", kw_only=True)
    round: str | None = field(default=None, kw_only=True)
