"""The figures of a story: each number that counts something, with its qualifier, unit, place and sentence, and who gives it."""

from __future__ import annotations

import re
from itertools import pairwise

import attrs
from attrs import frozen
from spacy.tokens import Doc, Span, Token

from gobetween.model.evidence import FigureMention, SourceType, Speaker, Statement
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.numbers.number_words import NumberWords, find_numbers
from gobetween.reading.numbers.quantities import Quantity, quantity_of, token_at
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
_DURATIONS = frozenset({"seconds", "minutes", "hours", "days", "nights", "weeks", "months", "years", "decades"})
_SETTLED_IN = re.compile(r"\b(?:home to|population of|houses?|numbering|founded|inhabited by)\b", re.IGNORECASE)
_DESCRIBING = frozenset({"be", "have", "house", "host", "number", "employ", "contain"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LONGEST_COUNTED = 90


@frozen
class FoundFigure:
    """A figure not yet given to anybody; background if it describes a named place or body in passing ("Lyon, a city of 500,000")."""

    figure: FigureMention
    is_background: bool


def find_figures(clean: CleanText, doc: Doc, dates: tuple[FoundDate, ...]) -> tuple[FoundFigure, ...]:
    """All figures in reading order.

    Ages, times of day, dates, list numbers, numbers in names and how many speak ("two officials said") are none.
    """
    found: list[FoundFigure] = []
    for number in find_numbers(clean.text):
        if any(date.start < number.end and number.start < date.end for date in dates):
            continue
        quantity = quantity_of(number, doc, clean.text)
        if quantity is not None:
            found.append(_figure(number, quantity, clean, doc))
    return tuple(found)


def attribute_figures(figures: tuple[FoundFigure, ...], statements: tuple[Statement, ...]) -> tuple[FigureMention, ...]:
    """The figures, each with the speaker of the innermost statement whose content holds it; one whose speaker is known goes first.

    Background is nobody's but the text's own.
    """
    return tuple(
        found.figure if found.is_background else attrs.evolve(found.figure, attributed_to=_giver(found.figure, statements))
        for found in figures
    )


def _giver(figure: FigureMention, statements: tuple[Statement, ...]) -> Speaker | None:
    at = figure.passage.spans[0]
    holding = [
        (statement.speaker.source_type is SourceType.UNKNOWN, sum(span.end - span.start for span in statement.content.spans), index)
        for index, statement in enumerate(statements)
        if any(span.start <= at.start < span.end for span in statement.content.spans)
    ]
    return statements[min(holding)[2]].speaker if holding else None


def _figure(number: NumberWords, quantity: Quantity, clean: CleanText, doc: Doc) -> FoundFigure:
    start, qualifier = number.start, None
    if match := _QUALIFIER.search(clean.text[max(0, number.start - 40) : number.start]):
        qualifier = match.group().strip().removesuffix(" the")
        start = max(0, number.start - 40) + match.start()
    token = token_at(doc, number.start, number.end)
    assert token is not None, "a quantity was found at this number"
    sentence = _trimmed(token.sent)
    figure = FigureMention(
        clean.passage((start, max(number.end, quantity.end))),
        number.value,
        upper=number.upper,
        qualifier=qualifier,
        unit=quantity.unit,
        counted=_counted(number, quantity, clean.text),
        place=_place(token, quantity),
        sentence=clean.passage((sentence.start_char, sentence.end_char)),
    )
    return FoundFigure(figure, _is_background(token, clean.text))


def _trimmed(sentence: Span) -> Span:
    start, end = sentence.start, sentence.end
    while end > start + 1 and sentence.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and sentence.doc[start].is_space:
        start += 1
    return sentence.doc[start:end]


def _counted(number: NumberWords, quantity: Quantity, text: str) -> str:
    """What is counted, in the text's words: "displaced Palestinians", "deaths of persons", "pause in hostilities"."""
    noun = quantity.noun
    if noun is None:
        return ""
    if noun.pos_ == "VERB":
        return f"people {noun.lower_ if noun.tag_ == 'VBN' else noun.text}"
    if quantity.unit in _DURATIONS and noun.lemma_ + "s" == quantity.unit:
        return _lasting(noun)
    start = number.end if noun.idx + len(noun) <= quantity.end + 1 and noun.idx >= number.end else noun.left_edge.idx
    words = text[start : noun.idx + len(noun)].strip(" -–").removeprefix("the ")
    if quantity.unit in {"percent", "share"}:
        return words[:_LONGEST_COUNTED]
    if noun.idx > quantity.end:  # "40-day pause in hostilities"
        words = text[quantity.end : noun.idx + len(noun)].strip(" -–")
    for child in noun.children:
        if (
            child.dep_ == "prep"
            and child.lower_ in {"in", "of"}
            and quantity.unit in _DURATIONS | {"percent"}
            and len(list(child.subtree)) <= 4
        ):
            words += text[noun.idx + len(noun) : child.right_edge.idx + len(child.right_edge)]
    return _with_fate(words, noun)[:_LONGEST_COUNTED]


def _lasting(noun: Token) -> str:
    """What a stretch of time measures: "months of war" -> "war"; "the conflict has exceeded four months" -> "conflict"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return " ".join(token.text for token in child.subtree if token != child)[:_LONGEST_COUNTED].split(" that ")[0]
    above = noun.head
    subject = (
        next((child for child in above.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if above.pos_ in {"VERB", "AUX"}
        else None
    )
    if subject is not None and subject.tag_ == "WDT" and above.dep_ == "relcl":
        subject = above.head
    return subject.text if subject is not None else ""


def _with_fate(words: str, noun: Token) -> str:
    """Add what befell those who are counted: "deaths of persons", "people killed"."""
    above = noun.head
    if (
        noun.dep_ == "pobj"
        and above.lower_ == "of"
        and above.head.lemma_ not in {"percent", "%"}
        and above.head.pos_ == "NOUN"
        and above.head.i < above.i
    ):
        return f"{above.head.text} of {words}"
    if (
        above.pos_ == "VERB"
        and noun.dep_ in {"nsubjpass", "dobj"}
        and above.lemma_ in {"kill", "wound", "injure", "displace", "detain", "arrest", "abduct", "kidnap"}
    ):
        past = {"kill": "killed", "injure": "injured", "displace": "displaced", "kidnap": "kidnapped"}
        return f"{words} {past.get(above.lemma_, above.lemma_ + 'ed')}"
    return words


def _place(token: Token, quantity: Quantity) -> str | None:
    """Where: a place named after "in" or "at" that belongs to the counted noun or its verb; the nearest counts."""
    places = _places_in(token.sent)
    after = [span for span in places if span.start > token.i and _is_in(span) and not _parts(token, span)]
    if after:
        return after[0].text
    noun = quantity.noun if quantity.noun is not None else token
    before = [span for span in places if span.end <= token.i and _is_in(span) and span.root.head.head in {*noun.ancestors}]
    return before[-1].text if before else None


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
