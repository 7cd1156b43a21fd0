"""What was read from one document: every item points at its words; nothing here is a fact, all of it is what a text says."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.passages import Passage, Span


class SourceType(StrEnum):
    """Who stands behind words: the kind of speaker."""

    NAMED_PERSON = "named person"
    BODY = "body"  # a state, an organisation, a ministry, a movement
    ANONYMOUS_OFFICIAL = "anonymous official"
    ANONYMOUS_SOURCE = "anonymous source"
    ANONYMOUS_SOURCES = "anonymous sources"
    DOCUMENT = "document"
    OUTLET = "outlet itself"
    UNKNOWN = "unknown"


class Mode(StrEnum):
    """How words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class StatementKind(StrEnum):
    """What a statement does; a signal or an allegation is neither an answer nor a position."""

    STATEMENT = "statement"
    DENIAL = "denial"
    NO_COMMENT = "no comment"
    ALLEGATION = "allegation"
    SIGNAL = "signal"
    BELIEF = "belief"


class Stance(StrEnum):
    """What a party does with respect to an issue."""

    DEMAND = "demand"
    OFFER = "offer"
    ACCEPT = "accept"
    CONDITIONAL = "conditional"
    REJECT = "reject"
    OPPOSE = "oppose"
    THREATEN = "threaten"
    DROPPED_DEMAND = "dropped_demand"
    SUPPORT = "support"
    CLAIM = "claim"
    DENY = "deny"
    PENDING = "pending"


class MeetingStatus(StrEnum):
    """Whether a meeting is behind, under way or ahead, as the text has it."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"


class MeetingForm(StrEnum):
    """Whether the text says that the sides sat together."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    UNSAID = "unsaid"


class Tone(StrEnum):
    """How a judgement of the talks sounds."""

    HOPEFUL = "hopeful"
    GLOOMY = "gloomy"
    CRITICAL = "critical"  # a decisive moment, neither good nor bad
    MIXED = "mixed"


@frozen
class Speaker:
    """Who speaks: the words that name them here, and whom these were resolved to.

    `name` is the fullest name in the document ("Ahmed Abd Al Hadi" for "he"); `actor` the full name of the actor whom the speaker
    belongs to ("Hamas"), `None` if unsaid. An anonymous speaker is never resolved to a person.
    """

    passage: Passage
    name: str
    actor: str | None = field(default=None, kw_only=True)
    source_type: SourceType = field(default=SourceType.UNKNOWN, kw_only=True)


@frozen
class Statement:
    """Who said what to whom."""

    speaker: Speaker
    content: Passage
    cue: Passage | None = field(default=None, kw_only=True)
    mode: Mode = field(default=Mode.INDIRECT, kw_only=True)
    kind: StatementKind = field(default=StatementKind.STATEMENT, kw_only=True)
    told_to: str | None = field(default=None, kw_only=True)


@frozen
class FigureMention:
    """A number with what it counts and who gives it; `upper` makes it a range."""

    passage: Passage
    value: int | Fraction
    upper: int | Fraction | None = field(default=None, kw_only=True)
    qualifier: str | None = field(default=None, kw_only=True)  # "more than", as the text has it
    unit: str = field(default="", kw_only=True)  # persons, days, months, percent, ...
    counted: str = field(default="", kw_only=True)  # "dead", "displaced Palestinians"
    place: str | None = field(default=None, kw_only=True)
    attributed_to: Speaker | None = field(default=None, kw_only=True)
    sentence: Passage | None = field(default=None, kw_only=True)


@frozen
class DateMention:
    """Words for a time, and what they resolve to against the document's own date, or a range, or unknown."""

    passage: Passage
    when: When


@frozen
class MeetingMention:
    """People who met, meet or are to meet."""

    passage: Passage
    participants: tuple[str, ...]
    kind: str = field(default="meeting", kw_only=True)  # meeting, talks, visit, delegation, contact
    place: str | None = field(default=None, kw_only=True)
    when: When = field(default=UNKNOWN_DATE, kw_only=True)
    status: MeetingStatus = field(default=MeetingStatus.HELD, kw_only=True)
    form: MeetingForm = field(default=MeetingForm.UNSAID, kw_only=True)


@frozen
class DelegationMention:
    """A delegation, as one text has it."""

    passage: Passage
    actor: str
    head: str | None = field(default=None, kw_only=True)
    size: int | None = field(default=None, kw_only=True)
    movement: str | None = field(default=None, kw_only=True)  # "arrived", "expected", "heading to", in the text's sense
    place: str | None = field(default=None, kw_only=True)


@frozen
class PositionMention:
    """Where a party stands on an issue, as one text has it; `via` is the source that says so of the party."""

    passage: Passage
    party: str
    stance: Stance = field(kw_only=True)
    issue: str = field(default="", kw_only=True)
    condition: Passage | None = field(default=None, kw_only=True)
    via: Speaker | None = field(default=None, kw_only=True)
    when: When = field(default=UNKNOWN_DATE, kw_only=True)


@frozen
class StickingPointMention:
    """What a text says stands in the way of a deal; `is_explicit` if it says so in such words."""

    passage: Passage
    issue: str
    parties: tuple[str, ...] = field(default=(), kw_only=True)
    is_explicit: bool = field(default=True, kw_only=True)
    via: Speaker | None = field(default=None, kw_only=True)


@frozen
class AssessmentMention:
    """A source's judgement of how the talks go; `by` is `None` where the outlet speaks in its own voice."""

    passage: Passage
    tone: Tone
    by: Speaker | None = field(default=None, kw_only=True)
    told_to: str | None = field(default=None, kw_only=True)


@frozen
class LeverageMention:
    """Pressure: who, on whom, to do what (`demand`), or else what (`otherwise`, or the condition as the text has it)."""

    passage: Passage
    by: str
    on: str
    demand: str = field(default="", kw_only=True)
    otherwise: str = field(default="", kw_only=True)
    via: Speaker | None = field(default=None, kw_only=True)


@frozen
class ActMention:
    """Something done on the ground or elsewhere while the talks go on."""

    passage: Passage
    actor: str
    when: When = field(default=UNKNOWN_DATE, kw_only=True)


@frozen
class OfficeMention:
    """A person and the post that the text gives them, kept as said even where it is wrong."""

    passage: Passage
    person: str
    title: str
    actor: str | None = field(default=None, kw_only=True)


@frozen
class Furniture:
    """A stretch that is not the report: tags, captions, links, notices."""

    kind: str
    span: Span


@frozen
class ReliabilitySign:
    """A sign of lower reliability: machine translation, unsourced commentary, rewritten copy, impossible dates."""

    kind: str
    note: str
    span: Span | None = field(default=None, kw_only=True)


@frozen
class Outlet:
    """Who published the document, and how that is known."""

    name: str
    basis: str


@frozen
class Document:
    """One document and all that was read from it."""

    sha256: str
    chars: int
    title: str | None = field(default=None, kw_only=True)
    outlet: Outlet | None = field(default=None, kw_only=True)
    published: When = field(default=UNKNOWN_DATE, kw_only=True)
    language: str = field(default="en", kw_only=True)  # ISO 639-1; "und" where it could not be told
    authors: tuple[str, ...] = field(default=(), kw_only=True)
    furniture: tuple[Furniture, ...] = field(default=(), kw_only=True)
    signs: tuple[ReliabilitySign, ...] = field(default=(), kw_only=True)
    actors: tuple[str, ...] = field(default=(), kw_only=True)  # full names, in order of first mention
    offices: tuple[OfficeMention, ...] = field(default=(), kw_only=True)
    statements: tuple[Statement, ...] = field(default=(), kw_only=True)
    figures: tuple[FigureMention, ...] = field(default=(), kw_only=True)
    dates: tuple[DateMention, ...] = field(default=(), kw_only=True)
    meetings: tuple[MeetingMention, ...] = field(default=(), kw_only=True)
    delegations: tuple[DelegationMention, ...] = field(default=(), kw_only=True)
    positions: tuple[PositionMention, ...] = field(default=(), kw_only=True)
    sticking_points: tuple[StickingPointMention, ...] = field(default=(), kw_only=True)
    assessments: tuple[AssessmentMention, ...] = field(default=(), kw_only=True)
    leverage: tuple[LeverageMention, ...] = field(default=(), kw_only=True)
    acts: tuple[ActMention, ...] = field(default=(), kw_only=True)
    fingerprint: tuple[int, ...] = field(default=(), kw_only=True)  # hashes of its word 3-grams, sorted: for finding copies
    reader: str = field(default="", kw_only=True)  # version of the reader that read it


@frozen
class Report:
    """A document under the name by which the reader knows it (its path within the folder that was given)."""

    name: str
    document: Document


@frozen
class Story:
    """Documents that tell one story: copies, excerpts, rewrites; `reason` says how that was found."""

    names: tuple[str, ...]
    reason: str


@frozen
class Account:
    """All that was read from a set of reports: the reports in order of name, and which of them tell one story."""

    reports: tuple[Report, ...] = ()
    stories: tuple[Story, ...] = ()

    def origin_of(self, name: str) -> str:
        """The name that stands for the report's story: copies of one story count as one origin."""
        return next((story.names[0] for story in self.stories if name in story.names), name)
