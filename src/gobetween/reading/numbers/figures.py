"""The figures of a story: each number that counts something, with its qualifier, unit, place and sentence, and who gives it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from itertools import zip_longest

import attrs
from attrs import field, frozen
from spacy.tokens import Doc, Span, Token

from gobetween.model.evidence import FigureMention, Speaker
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.numbers.asides import is_aside, is_background
from gobetween.reading.numbers.counted import DURATIONS, counted_words
from gobetween.reading.numbers.givers import putter_of, teller_of
from gobetween.reading.numbers.governors import lasts
from gobetween.reading.numbers.number_words import CURRENCIES, NumberWords, find_numbers
from gobetween.reading.numbers.quantities import ELLIPTIC, Quantity, quantity_of, token_at
from gobetween.reading.numbers.units import CURRENCY_NOUNS, MEASURES, with_rate
from gobetween.reading.times.date_mentions import FoundDate
from gobetween.reading.word_lists import words

_QUALIFIER = re.compile(
    r"\b(?:(?:well |far |slightly |just )?(?:more|less|fewer) than|no (?:more|fewer|less) than|not (?:more|fewer|less) than"
    r"|at (?:least|most)|as (?:many|few|much|little) as"
    r"|up to|upwards? of|(?:well |just )?(?:over|under|above|below)|close to|in excess of|an? estimated|estimated(?: at)?"
    r"|about|around|some|approximately|roughly"
    r"|nearly|almost|only|exactly|exceed(?:s|ed|ing)|surpass(?:es|ed|ing)|topp(?:ed|ing)|tops|circa|a record|another|an "
    r"additional|additional|a further|further)\s+(?:the |a total of )?$",
    re.IGNORECASE,
)
_QUALIFIER_AFTER = re.compile(r"\s(?:at (?:most|least|best)|or (?:more|fewer|less|so)|in (?:total|all)|altogether)\b", re.IGNORECASE)
_BARGAINING = re.compile(
    r"\b(?:offer(?:ed|s|ing)?|propos(?:ed?|es|ing)|demand(?:ed|s|ing)?|want(?:ed|s|ing)?|s(?:ought|eek(?:s|ing)?)|accept(?:ed|s|ing)?|reject(?:ed|s)?"
    r"|tak(?:e|es|ing)|took|g[ai]v(?:e|es|en|ing)|get(?:s|ting)?|got|ask(?:s|ed|ing)? for|settl(?:e|es|ed|ing) (?:for|on|at)|live with"
    r"|conced(?:e|es|ed|ing)"
    r"|agree[ds]? (?:to|on)|from|to|than|instead of|against|says?|said|is|was|pay(?:s|ing)?)"
    r"\s+(?:(?:an?|the|only|just|some|about|it|them|him|her|at least|up to|no more than) )*$",
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
_AHEAD = re.compile(  # a time that is also a length: "over the next two years", "within 48 hours"
    r"(?:in|over|within|during|for) (?:the |just |about |some )?(?:(?:coming|next|following|past|last) )?[\w-]+"
    r" (?:hour|day|week|fortnight|month|year)s?",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|than)\s+$")
_ON = re.compile(r"\s+(?:(?:in|on|at|by|during)\s+)?$")
_WITH_OVER = words("hand take turn give sign talk talks dispute clash argue disagree row quarrel wrangle negotiate deadlock")
_LONGEST_NAME = 60
_FAR = 250  # characters of the original
_SUM = 10**6
_TIMES = 1000
_WHOLE = 100  # percent
_CURRENCIES = frozenset({*CURRENCIES.values(), *CURRENCY_NOUNS.values()})
_RATE_AHEAD = 40  # characters in which "a day" follows
_NEAR = 150  # the same, for a number that says no more than how many
_PLACES = frozenset({"GPE", "LOC", "FAC"})


@frozen
class FoundFigure:
    """A figure not yet given to anybody; background if it describes a named place or body in passing ("Lyon, a city of 500,000")."""

    figure: FigureMention
    is_background: bool
    giver: Speaker | None = field(default=None, kw_only=True)  # named by the sentence itself, whoever is quoted
    teller: Speaker | None = field(default=None, kw_only=True)  # of the clause around it, if no statement has been read there
    is_aside: bool = field(default=False, kw_only=True)  # told of a place, or of what others did meanwhile


def find_figures(clean: CleanText, doc: Doc, dates: tuple[FoundDate, ...]) -> tuple[FoundFigure, ...]:
    """All figures in reading order.

    Ages, times of day, dates, list numbers, numbers in names and how many speak ("two officials said") are none; nor is what only
    says that there were many ("thousands of people").
    """
    found: list[FoundFigure] = []
    begins = [date.start for date in dates]
    for number in find_numbers(clean.text):
        if number.is_open:
            continue  # "thousands of people": nobody gave a number
        last = bisect_left(begins, number.end)
        if last and number.start < dates[last - 1].end and not _AHEAD.fullmatch(clean.text, dates[last - 1].start, dates[last - 1].end):
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
            if before is not None and (_goes_on(figure, before) or _is_bargained(figure, before)):
                figure = attrs.evolve(figure, unit=before.unit, counted=before.counted)
            elif figure.value >= _SUM:  # "has set 200 million aside": of what, the reader of the whole must know
                figure = attrs.evolve(figure, unit="")
            else:
                continue
        elif before is not None and _are_those(figure, before):
            figure = attrs.evolve(figure, unit=before.unit, counted=before.counted)
        elif before is not None and _answers(figure, before):
            figure = attrs.evolve(figure, counted=before.counted)
        percentage = figure if figure.unit == "percent" else percentage
        shared.append(attrs.evolve(found, figure=figure))
    return tuple(shared)


def _are_those(figure: FigureMention, before: FigureMention) -> bool:
    """Whether people who are only counted are some of those counted before: "of the 410 delegates, 260 voted"."""
    return figure.unit == "persons" and not figure.counted and _goes_on(figure, before)


def _goes_on(figure: FigureMention, before: FigureMention) -> bool:
    """Whether a number without a noun counts what the one shortly before it does, which counts people or things, no part of them."""
    apart = figure.passage.spans[0].start - before.passage.spans[-1].end
    is_sum = figure.value >= _SUM and (before.unit.split(" a ")[0] in _CURRENCIES or before.value >= _SUM)
    is_sized = figure.sentence == before.sentence and before.unit.split(" ")[-1].removesuffix("s") in MEASURES
    return (
        0 < apart < (_FAR if is_sum else _NEAR)
        and before.unit not in {"percent", "share", ELLIPTIC, *DURATIONS}
        and ((bool(before.counted) and not _is_beyond(figure, before)) or is_sum or is_sized)
    )


def _is_beyond(figure: FigureMention, before: FigureMention) -> bool:
    """Whether a sum is too large to count the same: "36 families seek 12 million"."""
    return figure.value >= _SUM and before.value * _TIMES < figure.value


def _is_bargained(figure: FigureMention, before: FigureMention) -> bool:
    """Whether a number without a noun is a percentage as the one before it was: "they offer 22 percent and might accept 28"."""
    if before.unit != "percent" or not 0 < figure.value <= _WHOLE or figure.upper is not None:
        return False
    apart = figure.passage.spans[0].start - before.passage.spans[-1].end
    sentence = figure.sentence.text if figure.sentence else ""
    lead = sentence[: max(0, sentence.find(figure.passage.text))]
    return 0 < apart < _FAR and bool(_BARGAINING.search(lead))


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


def _is_particle(match: re.Match[str], doc: Doc, number: NumberWords) -> bool:
    """Whether "over" belongs to the word before it: "they would hand over 25 percent", "talks over 33 prisoners"."""
    over = token_at(doc, number.start - len(match.group()), number.start - 1)
    if over is None or over.lower_ != "over" or over.i == over.sent.start:
        return False
    return over.dep_ == "prt" or over.nbor(-1).lemma_.lower() in _WITH_OVER


def _figure(number: NumberWords, quantity: Quantity, clean: CleanText, doc: Doc) -> FoundFigure:
    start, qualifier = number.start, None
    match = _QUALIFIER.search(clean.text[max(0, number.start - 40) : number.start])
    if match and not _is_during(match, quantity, doc, number) and not _is_particle(match, doc, number):
        qualifier = match.group().strip().removesuffix(" the")
        start = max(0, number.start - 40) + match.start()
    end = max(number.end, quantity.end)
    behind_it = _QUALIFIER_AFTER.match(clean.text, end) or _QUALIFIER_AFTER.match(clean.text, number.end)
    if behind_it and not qualifier:
        qualifier, end = behind_it.group().strip(), max(end, behind_it.end())
    token = token_at(doc, number.start, number.end)
    assert token is not None, "a quantity was found at this number"
    sentence = _trimmed(token.sent)
    figure = FigureMention(
        clean.passage((start, end)),
        number.value,
        upper=number.upper,
        qualifier=qualifier,
        unit=with_rate(quantity.unit, clean.text[max(number.end, quantity.end) :][:_RATE_AHEAD]),
        counted=counted_words(number, quantity, clean.text),
        place=_place(token, quantity),
        sentence=clean.passage((sentence.start_char, sentence.end_char)),
    )
    return FoundFigure(
        figure,
        is_background(token, clean.text),
        giver=putter_of(token, clean),
        teller=teller_of(token, clean),
        is_aside=is_aside(token),
    )


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
