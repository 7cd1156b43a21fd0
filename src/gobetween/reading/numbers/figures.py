"""The figures of a story: each number that counts something, with its qualifier, unit, place and sentence, and who gives it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise, zip_longest

import attrs
from attrs import field, frozen
from spacy.tokens import Doc, Span, Token

from gobetween.model.evidence import FigureMention, OfficeMention, SourceType, Speaker, Statement, StatementKind
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.numbers.counted import DURATIONS, counted_words
from gobetween.reading.numbers.givers import behind, known_as, putter_of
from gobetween.reading.numbers.governors import lasts
from gobetween.reading.numbers.number_words import CURRENCIES, NumberWords, find_numbers
from gobetween.reading.numbers.quantities import ELLIPTIC, Quantity, quantity_of, token_at
from gobetween.reading.numbers.units import CURRENCY_NOUNS
from gobetween.reading.times.date_mentions import FoundDate

_QUALIFIER = re.compile(
    r"\b(?:(?:well |far |slightly |just )?(?:more|less|fewer) than|no (?:more|fewer|less) than|not (?:more|fewer|less) than"
    r"|at (?:least|most)|as (?:many|few|much|little) as"
    r"|up to|upwards? of|(?:well |just )?(?:over|under|above|below)|close to|in excess of|an? estimated|estimated(?: at)?"
    r"|about|around|some|approximately|roughly"
    r"|nearly|almost|only|exactly|exceed(?:s|ed|ing)|surpass(?:es|ed|ing)|topp(?:ed|ing)|tops|circa|a record|another|an "
    r"additional|additional)\s+(?:the |a total of )?$",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"\b(?:offer(?:ed|s|ing)?|propos(?:ed?|es|ing)|demand(?:ed|s|ing)?|want(?:ed|s|ing)?|sought|seek(?:s|ing)?|accept(?:ed|s)?"
    r"|reject(?:ed|s)?|agree[ds]? (?:to|on)|from|instead of|against)\s+(?:an? |only |just |some )?$",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"\b(?:[A-Z][\w-]+|agreement|treaty|accords?|pact|deal|resolution|law|truce|ceasefire|contract|charter|protocol|statute|constitution"
    r"|ruling|decree|memorandum|settlement)(?: of| dated|,? signed(?: on| in)?) $"
)
_FROM = re.compile(r"\b(?:from|than)\s+$")
_ON = re.compile(r"\s+(?:(?:in|on|at|by|during)\s+)?$")
_LONGEST_NAME = 60
_FAR = 250  # characters of the original
_SUM = 10**6
_DEEPEST = 8  # statements around one number that are looked at
_CURRENCIES = frozenset({*CURRENCIES.values(), *CURRENCY_NOUNS.values()})
_REACTING = re.compile(
    r"\b(?:reject|accus|dismiss|denounc|critici[sz]|condemn|welcom|thank|prais|hail|decr[iy]|mock|question|slam)\w*$"
)
_NEAR = 150  # the same, for a number that says no more than how many
_SETTLED_IN = re.compile(r"\b(?:home to|population of|houses?|numbering|founded|inhabited by)\b", re.IGNORECASE)
_DESCRIBING = frozenset({"be", "have", "house", "host", "number", "employ", "contain"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


@frozen
class FoundFigure:
    """A figure not yet given to anybody; background if it describes a named place or body in passing ("Lyon, a city of 500,000")."""

    figure: FigureMention
    is_background: bool
    giver: Speaker | None = field(default=None, kw_only=True)  # named by the sentence itself, whoever is quoted


def find_figures(clean: CleanText, doc: Doc, dates: tuple[FoundDate, ...]) -> tuple[FoundFigure, ...]:
    """All figures in reading order.

    Ages, times of day, dates, list numbers, numbers in names and how many speak ("two officials said") are none.
    """
    found: list[FoundFigure] = []
    begins = [date.start for date in dates]
    for number in find_numbers(clean.text):
        last = bisect_left(begins, number.end)
        if last and number.start < dates[last - 1].end:
            continue
        quantity = quantity_of(number, doc, clean.text)
        if quantity is not None:
            found.append(_figure(number, quantity, clean, doc))
    return _with_times(_with_shared_counts(found), dates, clean)


def _with_shared_counts(figures: list[FoundFigure]) -> tuple[FoundFigure, ...]:
    """Figures that answer another one count the same: "They want a 12% rise. The owners offered 8%"."""
    shared: list[FoundFigure] = []
    percentage: FigureMention | None = None
    for found in figures:
        figure = found.figure
        before = percentage if figure.unit == "percent" else (shared[-1].figure if shared else None)
        if figure.unit == ELLIPTIC:
            if before is None or not _goes_on(figure, before):
                continue
            figure = attrs.evolve(figure, unit=before.unit, counted=before.counted)
        elif before is not None and _answers(figure, before):
            figure = attrs.evolve(figure, counted=before.counted)
        percentage = figure if figure.unit == "percent" else percentage
        shared.append(attrs.evolve(found, figure=figure))
    return tuple(shared)


def _goes_on(figure: FigureMention, before: FigureMention) -> bool:
    """Whether a number without a noun counts what the one shortly before it does, which counts people or things, no part of them."""
    apart = figure.passage.spans[0].start - before.passage.spans[-1].end
    is_sum = before.unit in _CURRENCIES and figure.value >= _SUM
    return (
        0 < apart < (_FAR if is_sum else _NEAR)
        and before.unit not in {"percent", "share", ELLIPTIC, *DURATIONS}
        and (bool(before.counted) or is_sum)
    )


def _with_times(found: tuple[FoundFigure, ...], dates: tuple[FoundDate, ...], clean: CleanText) -> tuple[FoundFigure, ...]:
    """The figures with the times that their sentences give for them: the one between it and the next figure, else the only one."""
    dates = tuple(date for date in dates if not _is_of_name(date, clean.text))
    if not any(not date.when.is_unknown for date in dates):
        return found
    places = [clean.offsets[date.start] for date in dates]
    timed = []
    for each, following in zip_longest(found, found[1:]):
        sentence, at = each.figure.sentence, each.figure.passage.spans[-1].end
        spans = sentence.spans if sentence is not None else each.figure.passage.spans
        first, last = bisect_left(places, spans[0].start), bisect_left(places, spans[-1].end)
        stop = following.figure.passage.spans[0].start if following is not None else math.inf
        between = (dates[i] for i in range(first, last) if at <= places[i] < stop)
        is_only = last - first == 1 and not (following is not None and _comes_from(following, each, dates[first], clean.text))
        own = next(between, dates[first] if is_only else None)
        timed.append(each if own is None else attrs.evolve(each, figure=attrs.evolve(each.figure, when=own.when)))
    return tuple(timed)


def _comes_from(following: FoundFigure, each: FoundFigure, date: FoundDate, text: str) -> bool:
    """Whether the only date tells when the next figure held, from which this one came: "rose to 310 from 180 in May"."""
    sentence = each.figure.sentence
    if sentence is None or following.figure.sentence != sentence:
        return False
    lead = sentence.text[: max(0, sentence.text.find(following.figure.passage.text))]
    before = _ON.sub("", text[max(0, date.start - _FAR) : date.start])
    return _FROM.search(lead) is not None and before.endswith(following.figure.passage.text)


def _is_of_name(date: FoundDate, text: str) -> bool:
    """Whether the date tells one agreement from another, and nothing happens then: "under the treaty of 1926"."""
    before = text[max(0, date.start - _LONGEST_NAME) : date.start]
    return bool(_NAMING.search(f"{before}of " if text[date.start : date.start + 3].lower() == "of " else before))


def _answers(figure: FigureMention, before: FigureMention) -> bool:
    """Whether the figure is set against one that stands shortly before ("offered 8%"), or is a part of it ("half of them")."""
    if figure.passage.spans[0].start - before.passage.spans[-1].end > _FAR:
        return False
    if figure.counted.lower() == "them":
        return True
    if figure.unit == "percent" and not figure.counted and figure.sentence == before.sentence:
        return True
    sentence = figure.sentence.text if figure.sentence else ""
    lead = sentence[: max(0, sentence.find(figure.passage.text))]
    return figure.unit == "percent" and not figure.counted and bool(_ANSWERING.search(lead))


def _is_during(match: re.Match[str], quantity: Quantity, doc: Doc, number: NumberWords) -> bool:
    """Whether "over three years" says when, not how many."""
    over = token_at(doc, number.start - len(match.group()), number.start - 1)
    return quantity.unit in DURATIONS and over is not None and over.lower_ == "over" and over.dep_ == "prep" and not lasts(over.head)


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
    speaker = told.speaker_at(found.figure.passage.spans[0].start)
    giver = found.giver
    if giver is None:
        return behind(speaker) if speaker is not None else None
    if speaker is not None and speaker.passage.start < giver.passage.end and giver.passage.start < speaker.passage.end:
        return speaker
    named = (Speaker(giver.passage, each, actor=each, source_type=giver.source_type) for each in actors)
    return known_as(giver, (*known, *named))


class _Told:
    """Statements by place, without those that answer to what others said: a number in these is the others'."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        own = (
            each
            for each in statements
            if each.kind is not StatementKind.NO_COMMENT and not (each.cue and _REACTING.search(each.cue.text))
        )
        self._parts = sorted(((span.start, span.end, each) for each in own for span in each.content.spans), key=lambda part: part[:2])
        self._starts = [start for start, _, _ in self._parts]
        self._reach = list(accumulate((end for _, end, _ in self._parts), max))

    def speaker_at(self, place: int) -> Speaker | None:
        """The speaker of the shortest statement around a character of the original; one whose speaker is known goes first."""
        holding: list[Statement] = []
        for i in range(bisect_right(self._starts, place) - 1, -1, -1):
            if self._reach[i] <= place or len(holding) == _DEEPEST:
                break
            if self._parts[i][1] > place:
                holding.append(self._parts[i][2])
        return min(holding, key=_by_length).speaker if holding else None


def _by_length(statement: Statement) -> tuple[bool, int]:
    spans = statement.content.spans
    return statement.speaker.source_type is SourceType.UNKNOWN, sum(span.end - span.start for span in spans)


def _figure(number: NumberWords, quantity: Quantity, clean: CleanText, doc: Doc) -> FoundFigure:
    start, qualifier = number.start, None
    words = clean.text[number.start : number.end]
    loose = f"{words.lower()}, at least" if number.is_open else None
    match = _QUALIFIER.search(clean.text[max(0, number.start - 40) : number.start])
    if match and not _is_during(match, quantity, doc, number):
        qualifier = match.group().strip().removesuffix(" the")
        start = max(0, number.start - 40) + match.start()
    token = token_at(doc, number.start, number.end)
    assert token is not None, "a quantity was found at this number"
    sentence = _trimmed(token.sent)
    figure = FigureMention(
        clean.passage((start, max(number.end, quantity.end))),
        number.value,
        upper=number.upper,
        qualifier=f"{qualifier} {loose}" if qualifier and loose else qualifier or loose,
        unit=quantity.unit,
        counted=counted_words(number, quantity, clean.text),
        place=_place(token, quantity),
        sentence=clean.passage((sentence.start_char, sentence.end_char)),
    )
    return FoundFigure(figure, _is_background(token, clean.text), giver=putter_of(token, clean))


def _trimmed(sentence: Span) -> Span:
    start, end = sentence.start, sentence.end
    while end > start + 1 and sentence.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and sentence.doc[start].is_space:
        start += 1
    return sentence.doc[start:end]


def _place(token: Token, quantity: Quantity) -> str | None:
    """Where: a place named after "in" or "at" that belongs to the counted noun or its verb; the nearest counts."""
    places = _places_in(token.sent)
    after = [span for span in places if span.start > token.i and _is_in(span) and not _parts(token, span)]
    if quantity.unit in DURATIONS:  # of what lasted: another clause may speak of another place
        after = [span for span in after if _verb_over(span.root) == _verb_over(token)]
    if after:
        return after[0].text
    noun = quantity.noun if quantity.noun is not None else token
    before = [span for span in places if span.end <= token.i and _is_in(span) and span.root.head.head in {*noun.ancestors}]
    return before[-1].text if before else None


def _verb_over(token: Token) -> Token | None:
    return next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"}), None)


def _places_in(sentence: Span) -> list[Span]:
    """The named places of a sentence; `Span.ents` would look through the whole document for each."""
    starts = [token.i for token in sentence if token.ent_iob_ == "B" and token.ent_type_ in _PLACES]
    found: list[Span] = []
    for start in starts:
        end = start + 1
        while end < sentence.end and sentence.doc[end].ent_iob_ == "I":
            end += 1
        found.append(sentence.doc[start:end])
    return found


def _is_in(span: Span) -> bool:
    head = span.root.head
    return head.lower_ in {"in", "at", "across", "inside", "within", "into", "on"} and head.i < span.start


def _parts(token: Token, span: Span) -> bool:
    """Whether another figure or a reporting verb stands between."""
    return any(
        each.like_num or each.lemma_ in {"say", "tell", "add"} for each in token.doc[token.i + 1 : span.start] if each.head != token
    )


def _is_background(token: Token, text: str) -> bool:
    """Whether the number only describes something named: within an apposition to a name, or a clause hung on a place or body."""
    chain = [token, *token.ancestors]
    for below, above in pairwise(chain):
        if below.dep_ == "appos" and above.pos_ == "PROPN" and below != token and below.left_edge.i <= token.i <= below.right_edge.i:
            return True
        if below.dep_ == "relcl" and above.pos_ == "PROPN" and below.lemma_ in _DESCRIBING:
            return True
    clause = text[max(token.sent.start_char, token.idx - 40) : token.idx]
    return bool(_SETTLED_IN.search(clause))
