"""How the talks go, by source: each judgement with who made it, to whom, and how many independent sources and origins that is."""

from __future__ import annotations

import re

from attrs import frozen

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart, gather, gather_linked
from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.accounts.lines import Row, dated, section, table, words
from gobetween.briefs.accounts.rules.same_talks import are_of_same_talks
from gobetween.briefs.accounts.sayings import judged_on
from gobetween.briefs.blocks import Cell, Section
from gobetween.briefs.phrasing import counted, listed, when_in_words
from gobetween.model.evidence import AssessmentMention, Tone

Mentions = tuple[Found[AssessmentMention], ...]
MOMENT = re.compile(
    r"\b(critical|crucial|decisive|pivotal|delicate|sensitive|make-or-break|turning|tipping|final|advanced|last)[\s-]+"
    r"(phase|stage|juncture|point|moment|stretch|hours?|days?|round)\b",
    re.IGNORECASE,
)
ONE_TIME = 14  # days within which reports can pass on one judgement
TONES = {Tone.HOPEFUL: "hopeful", Tone.GLOOMY: "gloomy", Tone.CRITICAL: "a decisive moment", Tone.MIXED: "mixed"}


@frozen
class Judgement:
    """One judgement of the talks, and all who made it: one entry of `voices` a source, with its copies."""

    voices: tuple[Mentions, ...]

    @property
    def mentions(self) -> Mentions:
        """Every mention, in order of report."""
        return tuple(found for voice in self.voices for found in voice)

    @property
    def sourced(self) -> tuple[Mentions, ...]:
        """The voices other than a report's own."""
        return tuple(voice for voice in self.voices if voice[0].item.by)


def assessments_section(coverage: Coverage) -> tuple[Section, ...]:
    """All judgements, those with most sources first."""
    ordered = judgements(coverage)
    rows = [row for judgement in ordered for row in _rows(coverage, judgement)]
    columns = ("Judgement", "Who, to whom", "Words", "When")
    copies = " A source in copies of one story counts once." if len(coverage.reports) > 1 else ""
    lead = f"Each source's judgement of the talks.{copies} Several sources may share one outlet."
    ranks = [float(len(judgement.sourced)) for judgement in ordered for _ in judgement.voices]
    return section("account-assessments", "How the talks are said to go", lead, table("Judgements", columns, rows, ranks=ranks))


def judgements(coverage: Coverage) -> tuple[Judgement, ...]:
    """Judgements in like words and tone, with their sources; those with more sources first, then the latest."""
    return coverage.once("judgements", lambda: _judgements(coverage))


def _judgements(coverage: Coverage) -> tuple[Judgement, ...]:
    def are_like(first: Found[AssessmentMention], second: Found[AssessmentMention]) -> bool:
        return _are_of_one_time(coverage, first, second) and _say_alike(coverage, first, second)

    groups = gather_linked(coverage.found("assessments"), are_like, by=lambda each: each.item.tone)
    found = [Judgement(_voices(coverage, group)) for group in groups]
    return tuple(sorted(found, key=lambda judgement: (-len(judgement.sourced), -_latest(judgement))))


def _say_alike(coverage: Coverage, first: Found[AssessmentMention], second: Found[AssessmentMention]) -> bool:
    """Whether they are in much the same words, or call the same talks by the same key words ("critical phase")."""
    if are_alike(first.passage.text, second.passage.text, at_least=0.6):
        return True
    shared = _moments(first) & _moments(second)
    return bool(shared) and are_of_same_talks(coverage, first.report, second.report)


def _moments(found: Found[AssessmentMention]) -> frozenset[str]:
    return frozenset(" ".join(each).casefold() for each in MOMENT.findall(found.passage.text))


def _voices(coverage: Coverage, group: Mentions) -> tuple[Mentions, ...]:
    """Each source once; a report that says in its own voice, as in a headline, what its sources say is no further voice."""
    voices = gather(group, lambda first, second: _same_voice(coverage, first, second))
    sourced = tuple(voice for voice in voices if voice[0].item.by)
    told = {coverage.origin(found) for voice in sourced for found in voice}
    own = tuple(voice for voice in voices if not voice[0].item.by and coverage.origin(voice[0]) not in told)
    return (*sourced, *own)


def independence(coverage: Coverage, judgement: Judgement) -> str:
    """How many sources, outlets and independent origins stand behind a judgement."""
    sourced = judgement.sourced
    mentions = tuple(found for voice in sourced for found in voice) or judgement.mentions
    outlets = {outlet for found in mentions if (outlet := _told(found))}
    parts = [counted(len(sourced), "source") if sourced else "no source named"]
    if outlets:
        parts.append(counted(len(outlets), "outlet"))
    parts.append(counted(coverage.origins(mentions), "independent origin"))
    if sourced and len(sourced) < len(judgement.voices):
        parts.append(f"and {counted(len(judgement.voices) - len(sourced), 'report')} in its own voice")
    return ", ".join(parts)


def who_told_whom(coverage: Coverage, judgement: Judgement) -> str:
    """The sources in a sentence, each with whom it told."""
    parts = []
    for voice in judgement.sourced:
        told = listed(told for found in voice if (told := found.item.told_to))
        source = coverage.source(voice[0].item.by)
        parts.append(f"{source} told {told}" if told else f"{source} ({_label(coverage, voice[0])})")
    return "; ".join(dict.fromkeys(parts)) or "the report in its own voice"


def _label(coverage: Coverage, found: Found[AssessmentMention]) -> str:
    said, published = judged_on(coverage, found), found.report.document.published
    label = coverage.label(found.report)
    return label if said == published else f"{label}; said {when_in_words(said)}"


def _are_of_one_time(coverage: Coverage, first: Found[AssessmentMention], second: Found[AssessmentMention]) -> bool:
    if coverage.origin(first) == coverage.origin(second):
        return True
    apart = days_apart(coverage.when(first), coverage.when(second))
    return apart is not None and apart <= ONE_TIME


def _told(found: Found[AssessmentMention]) -> str:
    outlet = found.report.document.outlet
    return found.item.told_to or (outlet.name if outlet else "")


def _latest(judgement: Judgement) -> int:
    days = [found.report.document.published.latest for found in judgement.mentions]
    return max((day.toordinal() for day in days if day), default=0)


def _same_voice(coverage: Coverage, first: Found[AssessmentMention], second: Found[AssessmentMention]) -> bool:
    mine, theirs = first.item.by, second.item.by
    if mine is None or theirs is None:
        return mine is theirs and coverage.origin(first) == coverage.origin(second)
    if coverage.names.of(mine.name) != coverage.names.of(theirs.name):
        return False
    is_person = " " in mine.name and mine.source_type is theirs.source_type and mine.source_type.value == "named person"
    return is_person or coverage.origin(first) == coverage.origin(second)


def _rows(coverage: Coverage, judgement: Judgement) -> list[Row]:
    rows: list[Row] = []
    for index, voice in enumerate(judgement.voices):
        mention = voice[0].item
        head = Cell(f"{TONES[mention.tone]}: {independence(coverage, judgement)}" if index == 0 else "the same")
        source_type = mention.by.source_type.value if mention.by else ""
        told = listed(told for found in voice if (told := found.item.told_to))
        who = coverage.source(mention.by)
        source = Cell(f"{who}, to {told}" if told else who, detail=source_type)
        when = dated(judged_on(coverage, voice[0]))
        rows.append((head, source, words(voice), when))
    return rows
