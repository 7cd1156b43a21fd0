"""The kinds of things that are read from reports: the words of the field, as enumerations."""

from __future__ import annotations

from enum import StrEnum


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
    """Whether a meeting is behind, under way or ahead, or was to be and is not, as the text has it."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CALLED_OFF = "called off"


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


class ItemKind(StrEnum):
    """What sort of item was read; the value is the attribute of `Document` that holds them."""

    STATEMENT = "statements"
    FIGURE = "figures"
    DATE = "dates"
    MEETING = "meetings"
    DELEGATION = "delegations"
    POSITION = "positions"
    STICKING_POINT = "sticking_points"
    ASSESSMENT = "assessments"
    LEVERAGE = "leverage"
    DELIVERABLE = "deliverables"
    DISPUTE = "disputes"
    ACT = "acts"
    OFFICE = "offices"
    EVENT = "events"

    @property
    def word(self) -> str:
        """The kind as ids and people call one of them: "sticking-point"."""
        return _SINGULAR.get(self.value, self.value.removesuffix("s")).replace("_", "-")


_SINGULAR = {"leverage": "leverage"}


class Standing(StrEnum):
    """Who stands behind an item: rules that read it, a model that proposed it, or a person who judged it."""

    READ = "read by rules"
    PROPOSED = "AI-proposed; not accepted by a person"
    CONFIRMED = "confirmed by a person"
    CHANGED = "changed by a person"
