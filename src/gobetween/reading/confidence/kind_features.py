"""Signs in the items themselves, kind by kind: who speaks and how, which cue, what was found and what was left open."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.model.evidence import (
    AssessmentMention,
    DateMention,
    DelegationMention,
    DeliverableMention,
    DisputeMention,
    FigureMention,
    Item,
    LeverageMention,
    MeetingForm,
    MeetingMention,
    MeetingStatus,
    Mode,
    OfficeMention,
    PositionMention,
    SourceType,
    Speaker,
    Statement,
    StatementKind,
    StickingPointMention,
)
from gobetween.reading.confidence.position_features import position_features
from gobetween.reading.confidence.surroundings import Surroundings
from gobetween.reading.naming.doubts import meant_in
from gobetween.reading.word_lists import words

CONTESTED = "another may be meant as well"
FAR = 12  # tokens between the speaker's words and what was said
SOME_PARTICIPANTS = 2
_PRONOUNS = words("he she they it i we")
_RELATIVE = words("who that which whom whose")
_BAREST = words("said says wrote")
_SPEECH = words(
    """said says say saying told tells tell telling added adds add stated states announced announces claimed claims confirmed denied
    insisted stressed warned reported declared"""
)
_MODES = {
    Mode.DIRECT: "in quotation marks",
    Mode.MIXED: "partly in quotation marks",
    Mode.INDIRECT: "not in quotation marks",
}
_ANONYMOUS = (SourceType.ANONYMOUS_OFFICIAL, SourceType.ANONYMOUS_SOURCE, SourceType.ANONYMOUS_SOURCES)


def kind_features(item: Item, around: Surroundings) -> Iterator[str]:
    """The names of the signs that are there."""
    match item:
        case Statement():
            yield from _of_statement(item, around)
        case FigureMention():
            yield from _of_figure(item)
        case MeetingMention():
            yield from _of_meeting(item)
        case PositionMention():
            yield from position_features(item, around)
            yield from _named(item.party, item, around)
        case DateMention():
            yield from _of_date(item)
        case AssessmentMention():
            yield f"tone: {item.tone}"
            yield "no source named" if item.by is None else "a source named"
        case StickingPointMention():
            yield "in so many words" if item.is_explicit else "not in so many words"
        case LeverageMention():
            yield from ("or else",) if item.otherwise else ()
            yield from _named(item.by, item, around)
        case DelegationMention():
            yield from ("head named",) if item.head else ()
        case DeliverableMention():
            yield from _named(item.owed_by, item, around)
        case DisputeMention():
            yield from (sign for sign in _named(item.denied_by, item, around) if sign == CONTESTED)
        case OfficeMention():
            yield from ("office of nobody's",) if item.actor is None else ()
        case _:
            pass


def _of_statement(item: Statement, around: Surroundings) -> Iterator[str]:
    yield {Mode.DIRECT: "in quotation marks", Mode.MIXED: "partly in quotation marks", Mode.INDIRECT: "not in quotation marks"}[
        item.mode
    ]
    if item.kind is not StatementKind.STATEMENT:
        yield f"kind: {item.kind}"
    if item.cue is None:
        yield "no word of saying"
    else:
        cue = item.cue.text.casefold().split()
        yield from ("says or said",) if _BAREST & set(cue) else ()
        yield "a plain word of saying" if _SPEECH & set(cue) else "according to" if "according" in cue else "an unusual word of saying"
    yield from _of_speaker(item.speaker, around)
    apart = around.apart(item.speaker.passage, item.content)
    if apart is not None and apart > FAR:
        yield "speaker far from the words"
    if item.speaker.passage.start > item.content.end:
        yield "speaker named after the words"
    one, other = around.sentence(item.speaker.passage), around.sentence(item.content)
    if one is not None and other is not None and one.start != other.start:
        yield "speaker named in another sentence"


def _of_speaker(speaker: Speaker, around: Surroundings) -> Iterator[str]:
    named = speaker.passage.text.casefold()
    if named in _RELATIVE:
        yield "speaker is a relative pronoun"
    elif named in _PRONOUNS:
        yield "speaker is a pronoun"
    elif speaker.source_type in _ANONYMOUS:
        yield "anonymous speaker"
    elif speaker.source_type is SourceType.NAMED_PERSON:
        yield "speaker named"
    tokens = around.tokens(speaker.passage)
    if tokens is not None and any(each.rivals for each in meant_in(tokens) if each.actor in (speaker.actor, speaker.name)):
        yield CONTESTED
    if speaker.source_type is SourceType.UNKNOWN:
        yield "unclear who speaks"
    elif speaker.source_type in (SourceType.BODY, SourceType.DOCUMENT):
        yield "speaker is a body or a document"


def _of_figure(item: FigureMention) -> Iterator[str]:
    yield "given by someone" if item.attributed_to else "given by nobody"
    yield f"counts {item.unit}" if item.unit in ("persons", "days", "percent") else "counts other things"
    if not item.counted:
        yield "unclear what is counted"
    if item.upper is not None:
        yield "a range"


def _of_date(item: DateMention) -> Iterator[str]:
    """How it was told: by the words alone, from the day of publication, or from the tense of a verb as well."""
    yield "a day" if item.when.day else "left open" if item.when.is_unknown else "a range"
    told = item.when.inference
    if "as the verb looks" in told or "such day" in told or "such month" in told:
        yield "before or after publication by the verb"


def _of_meeting(item: MeetingMention) -> Iterator[str]:
    yield "two or more take part" if len(item.participants) >= SOME_PARTICIPANTS else "unclear who takes part"
    if item.status is not MeetingStatus.HELD:
        yield f"status: {item.status}"
    if item.form is not MeetingForm.UNSAID:
        yield "direct or indirect, as said"
    yield from ("place named",) if item.place else ()
    yield f"form: {item.kind}"


def _named(party: str, item: Item, around: Surroundings) -> Iterator[str]:
    """Whether the one whom the item is about is named in its sentence, or was found by reference, and whether another may be meant."""
    sentence = around.sentence(item.passage)
    if sentence is None or not party:
        return
    last = party.rsplit(maxsplit=1)[-1].casefold()
    is_named = last in sentence.text.casefold()
    meant = [each for each in meant_in(sentence) if each.actor == party]
    if any(each.rivals and (not is_named or each.word == last) for each in meant):
        yield CONTESTED
    if not is_named and not any(each.is_sole for each in meant):
        yield "who it is was found by reference"
