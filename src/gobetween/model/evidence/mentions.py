"""Items that were read from one document: each points at its words; none of it is a fact, all of it is what a text says."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.evidence.kinds import (
    MeetingForm,
    MeetingStatus,
    Mode,
    SourceType,
    Stance,
    Standing,
    StatementKind,
    Tone,
)
from gobetween.model.passages import Passage

DOUBTFUL = 60
"""Percent: an item that is right less often than this is shown as doubtful."""

FEW = 30
"""Annotated items; of fewer, a share of right ones says little."""


@frozen
class Confidence:
    """How likely it is that a careful reader would agree with an item, in whole percent, with the reasons for more or less.

    Calibrated: of items with confidence 80, about four in five agree with hand annotation (docs/explanation/reading.md). `measured_on`
    says on how many annotated items of the kind; of few, the percentage is little more than a guess.
    """

    percent: int = field()
    reasons: tuple[str, ...] = ()
    measured_on: int | None = field(default=None, kw_only=True)

    @percent.validator
    def _is_percent(self, _attribute: object, value: int) -> None:
        if not 0 <= value <= 100:
            msg = f"a confidence is 0 to 100 percent, not {value}"
            raise ValueError(msg)

    @property
    def is_doubtful(self) -> bool:
        """Whether items like this one were found to be wrong so often that a person had better look."""
        return self.percent < DOUBTFUL and (self.measured_on is None or self.measured_on >= FEW)


@frozen
class Mention:
    """What all items share: how sure it is that the text says so, and who stands behind the item.

    `id` is given where a person judged items of the document: an item keeps its id when others are struck (see `items_of`).
    """

    id: str = field(default="", kw_only=True, eq=False)
    confidence: Confidence | None = field(default=None, kw_only=True, eq=False)
    standing: Standing = field(default=Standing.READ, kw_only=True)


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
class Statement(Mention):
    """Who said what to whom."""

    speaker: Speaker
    content: Passage
    cue: Passage | None = field(default=None, kw_only=True)
    mode: Mode = field(default=Mode.INDIRECT, kw_only=True)
    kind: StatementKind = field(default=StatementKind.STATEMENT, kw_only=True)
    told_to: str | None = field(default=None, kw_only=True)
    via: Speaker | None = field(default=None, kw_only=True)  # by way of whose words it is known, where one tells what another said

    @property
    def passage(self) -> Passage:
        """The words that were said, as other items have it."""
        return self.content


@frozen
class FigureMention(Mention):
    """A number with what it counts and who gives it; `upper` makes it a range."""

    passage: Passage
    value: int | Fraction
    upper: int | Fraction | None = field(default=None, kw_only=True)
    qualifier: str | None = field(default=None, kw_only=True)  # "more than", as the text has it
    unit: str = field(default="", kw_only=True)  # persons, days, months, percent, ...
    counted: str = field(default="", kw_only=True)  # "dead", "displaced Palestinians"
    place: str | None = field(default=None, kw_only=True)
    when: When = field(default=UNKNOWN_DATE, kw_only=True)  # the time the text gives it for; unknown where it gives none
    attributed_to: Speaker | None = field(default=None, kw_only=True)
    sentence: Passage | None = field(default=None, kw_only=True)


@frozen
class DateMention(Mention):
    """Words for a time, and what they resolve to against the document's own date, or a range, or unknown."""

    passage: Passage
    when: When


@frozen
class MeetingMention(Mention):
    """People who met, meet or are to meet."""

    passage: Passage
    participants: tuple[str, ...]
    kind: str = field(default="meeting", kw_only=True)  # meeting, talks, visit, delegation, contact
    place: str | None = field(default=None, kw_only=True)
    when: When = field(default=UNKNOWN_DATE, kw_only=True)
    status: MeetingStatus = field(default=MeetingStatus.HELD, kw_only=True)
    form: MeetingForm = field(default=MeetingForm.UNSAID, kw_only=True)


@frozen
class DelegationMention(Mention):
    """A delegation, as one text has it."""

    passage: Passage
    actor: str
    head: str | None = field(default=None, kw_only=True)
    size: int | None = field(default=None, kw_only=True)
    movement: str | None = field(default=None, kw_only=True)  # "arrived", "expected", "heading to", in the text's sense
    place: str | None = field(default=None, kw_only=True)


@frozen
class PositionMention(Mention):
    """Where a party stands on an issue, as one text has it; `via` is the source that says so of the party."""

    passage: Passage
    party: str
    stance: Stance = field(kw_only=True)
    issue: str = field(default="", kw_only=True)
    condition: Passage | None = field(default=None, kw_only=True)
    via: Speaker | None = field(default=None, kw_only=True)
    when: When = field(default=UNKNOWN_DATE, kw_only=True)


@frozen
class StickingPointMention(Mention):
    """What a text says stands in the way of a deal; `is_explicit` if it says so in such words."""

    passage: Passage
    issue: str
    parties: tuple[str, ...] = field(default=(), kw_only=True)
    is_explicit: bool = field(default=True, kw_only=True)
    via: Speaker | None = field(default=None, kw_only=True)


@frozen
class AssessmentMention(Mention):
    """A source's judgement of how the talks go; `by` is `None` where the outlet speaks in its own voice."""

    passage: Passage
    tone: Tone
    by: Speaker | None = field(default=None, kw_only=True)
    told_to: str | None = field(default=None, kw_only=True)


@frozen
class LeverageMention(Mention):
    """Pressure: who, on whom, to do what (`demand`), or else what (`otherwise`, or the condition as the text has it)."""

    passage: Passage
    by: str
    on: str
    demand: str = field(default="", kw_only=True)
    otherwise: str = field(default="", kw_only=True)
    via: Speaker | None = field(default=None, kw_only=True)


@frozen
class ActMention(Mention):
    """Something done on the ground or elsewhere while the talks go on."""

    passage: Passage
    actor: str
    when: When = field(default=UNKNOWN_DATE, kw_only=True)


@frozen
class OfficeMention(Mention):
    """A person and the post that the text gives them, kept as said even where it is wrong."""

    passage: Passage
    person: str
    title: str
    actor: str | None = field(default=None, kw_only=True)


@frozen
class DeliverableMention(Mention):
    """What one party owes the talks: a plan, a list, an answer asked for; `is_delivered` is `None` where the text leaves it open."""

    passage: Passage
    owed_by: str
    what: str
    owed_to: str | None = field(default=None, kw_only=True)
    due: When = field(default=UNKNOWN_DATE, kw_only=True)
    is_delivered: bool | None = field(default=None, kw_only=True)
    via: Speaker | None = field(default=None, kw_only=True)


@frozen
class DisputeMention(Mention):
    """A matter of fact on which the text gives two accounts: who asserts, who denies."""

    passage: Passage
    matter: str
    asserted_by: str
    denied_by: str
    denial: Passage | None = field(default=None, kw_only=True)


@frozen
class EventMention(Mention):
    """Something that happened or is to happen, in the codes of PLOVER (Open Event Data Alliance) and, where one fits, CAMEO.

    `plover` is an event type ("CONSULT"), `mode` its mode ("visit"), `cameo` a code of that scheme ("042"); `read_from` says from which
    kind of item it was coded.
    """

    passage: Passage
    plover: str
    source: tuple[str, ...]
    target: tuple[str, ...] = field(default=(), kw_only=True)
    mode: str = field(default="", kw_only=True)
    cameo: str = field(default="", kw_only=True)
    when: When = field(default=UNKNOWN_DATE, kw_only=True)
    place: str | None = field(default=None, kw_only=True)
    read_from: str = field(default="", kw_only=True)
