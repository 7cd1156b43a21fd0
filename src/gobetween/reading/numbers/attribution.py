"""Who gives a figure: whoever is told to have said, counted or put it, by the statements of a story and the sentence itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

import attrs

from gobetween.model.evidence import FigureMention, Mode, OfficeMention, SourceType, Speaker, Statement, StatementKind
from gobetween.reading.numbers.figures import FoundFigure
from gobetween.reading.numbers.givers import behind, known_as

_DEEPEST = 8  # statements around one number that are looked at
_REACTING = re.compile(
    r"\b(?:reject|accus|dismiss|denounc|critici[sz]|condemn|welcom|thank|prais|hail|decr[iy]|mock|question|slam|threaten)\w*$|\bcall(?:s|ed|ing)?$"
)
_MEANING = re.compile(
    r"(?:(?:has|had|have|is|are|was|were) )?(?:planning|plans|planned|intends?|intended|will ask|prepares|preparing)\b"
)
_ADDED = re.compile(
    r"[”\"]?,? (?:adding|noting|saying|stressing|explaining|warning|claiming|insisting|arguing|recalling|pointing out)\b[^.;]{0,160}"
)
_MUTE = re.compile(  # things of which it is told what they do, though they tell nothing
    r"(?:offers?|bids?|proposals?|deals?|agreements?|accords?|consensus|compromises?|talks|negotiations|meetings?|moves?|strikes?|cris[ei]s"
    r"|conflicts?|wars?|violence|fighting|attacks?|clash(?:es)?|decisions?|prices?|shares|costs|increases?|rises?|cuts?|needs?|demands?|withdrawals?|insurgency"
    r"|rebellion|uprising|developments?|tensions?|unrest|stand-?off|deadlines?|blockade|siege|shutdown|walkouts?|stoppages?|truce|ceasefire"
    r"|pause|sanctions|tariffs?|economy|markets?)$",
    re.IGNORECASE,
)
_OFFERING = re.compile(r"(?:suggest|claim|propos|offer)\w*$")
_INDEFINITE = re.compile(r"(?:an?|its|their) ", re.IGNORECASE)
_OTHERS = re.compile(r"(?:and|but|while) (?:\S+ ){1,6}?(?:says?|said|claims?|claimed|puts?|reports?|reported)\b")
_JOINED_ON = re.compile(r"[^.;:,]{1,80},? (?:and|while|but) ")
_JOINED_BY = re.compile(r":[^.;:]{0,80}|(?: [^.;:,]{1,30})?,? (?:and|but) (?:[^.;:,]{1,20} )?")


def attribute_figures(
    figures: tuple[FoundFigure, ...],
    statements: tuple[Statement, ...],
    offices: tuple[OfficeMention, ...] = (),
    actors: tuple[str, ...] = (),
) -> tuple[FigureMention, ...]:
    """The figures, each with the speaker of the innermost statement whose content holds it; one whose speaker is known goes first.

    Whoever gives a figure without a statement is known by the names of speakers, of office-holders and of `actors`. Background is
    nobody's but the text's own.
    """
    known = (
        *(each.speaker for each in statements),
        *(Speaker(each.passage, each.person, actor=each.actor, source_type=SourceType.NAMED_PERSON) for each in offices),
    )
    told = _Told(statements)
    return tuple(
        found.figure if found.is_background else attrs.evolve(found.figure, attributed_to=_giver(found, told, known, actors))
        for found in figures
    )


def _giver(found: FoundFigure, told: _Told, known: tuple[Speaker, ...], actors: tuple[str, ...]) -> Speaker | None:
    is_aside = found.is_aside and not _is_quoted(found.figure)
    speaker, giver = told.speaker_at(found.figure.passage.spans[0].start, is_aside=is_aside), found.giver
    if is_aside and speaker is None:
        return None
    if giver is None and speaker is None:
        speaker = told.speaker_at(found.figure.passage.spans[-1].end - 1) or told.speaker_beside(found.figure)
    if giver is None and speaker is None:
        giver = found.teller if found.teller is not None and not _MUTE.search(found.teller.passage.text) else None
    if giver is None:
        return behind(speaker) if speaker is not None else None
    if speaker is not None and speaker.passage.start < giver.passage.end and giver.passage.start < speaker.passage.end:
        return behind(speaker)
    named = (Speaker(giver.passage, each, actor=each, source_type=giver.source_type) for each in actors)
    return known_as(behind(giver), (*known, *named))


class _Told:
    """Statements by place, without those that answer to what others said, as a number in these is the others', and without plans."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        own = (
            each
            for each in statements
            if each.kind is not StatementKind.NO_COMMENT
            and not _MUTE.search(each.speaker.passage.text)
            and not (each.content.start > each.speaker.passage.end and _tells_of_others(each))
            and not (each.cue and each.cue.text.startswith(("is ", "was ")) and each.speaker.passage.text.lower() == "it")
            and not (each.cue and _OFFERING.search(each.cue.text) and _INDEFINITE.match(each.content.text))
            and not (each.cue and (_REACTING.search(each.cue.text) or _MEANING.match(each.cue.text)))
        )
        self._parts = sorted(((span.start, span.end, each) for each in own for span in each.content.spans), key=lambda part: part[:2])
        self._starts = [start for start, _, _ in self._parts]
        self._reach = list(accumulate((end for _, end, _ in self._parts), max))

    def speaker_at(self, place: int, *, is_aside: bool = False) -> Speaker | None:
        """The speaker of the shortest statement around a character of the original; one whose speaker is known goes first.

        What is said aside, of a place or of what others did meanwhile, is the writer's, unless it stands within a quotation.
        """
        holding: list[Statement] = []
        for i in range(bisect_right(self._starts, place) - 1, -1, -1):
            if self._reach[i] <= place or len(holding) == _DEEPEST:
                break
            if self._parts[i][1] > place and not (is_aside and self._parts[i][2].mode is not Mode.DIRECT):
                holding.append(self._parts[i][2])
        return min(holding, key=_by_length).speaker if holding else None

    def speaker_beside(self, figure: FigureMention) -> Speaker | None:
        """Who says the rest of a sentence of which the figure is one half: "40 died and 30 were hurt, according to the mayor"."""
        if figure.sentence is None:
            return None
        begin, end = figure.sentence.start, figure.sentence.end
        told = {each for start, _, each in self._parts[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]}
        (one,) = told if len(told) == 1 else (None,)
        if one is not None and _ADDED.fullmatch(figure.sentence.text[max(0, one.content.end - begin) : figure.passage.start - begin]):
            return one.speaker
        if one is None or one.content.start >= one.speaker.passage.start or one.mode is not Mode.INDIRECT:
            return None
        first, last = one.content.start, max(one.speaker.passage.end, one.content.end, one.cue.end if one.cue else 0)
        before = figure.sentence.text[figure.passage.end - begin : first - begin] if figure.passage.end <= first else ""
        after = figure.sentence.text[last - begin : figure.passage.start - begin] if last <= figure.passage.start else ""
        return one.speaker if _JOINED_ON.fullmatch(before) or _JOINED_BY.fullmatch(after) else None


def _is_quoted(figure: FigureMention) -> bool:
    """Whether a quotation that is open in its sentence holds the figure."""
    if figure.sentence is None:
        return False
    before = figure.sentence.text[: figure.passage.start - figure.sentence.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _tells_of_others(statement: Statement) -> bool:
    """Whether what is laid to "according to" is what comes behind, told by others: "40 died, according to X, and Y says 30"."""
    is_according = statement.cue is not None and statement.cue.text.lower().startswith("according")
    return is_according and _OTHERS.match(statement.content.text) is not None


def _by_length(statement: Statement) -> tuple[bool, int]:
    spans = statement.content.spans
    return statement.speaker.source_type is SourceType.UNKNOWN, sum(span.end - span.start for span in spans)
