"""Numbers that count nothing in a story: ages, clocks, years, parts of names, list marks, and how many speak."""

from __future__ import annotations

import re

from spacy.tokens import Token

from gobetween.reading.numbers.number_words import NumberWords
from gobetween.reading.numbers.units import SPEAKERS, TIMES, unit_of
from gobetween.reading.syntax import has_child
from gobetween.reading.word_lists import words

_NAMED_BY_NUMBER = words(
    "phase stage article resolution number no no. nos page chapter section clause annex paragraph step room channel flight "
    "group route highway"
    " area zone version day grade level category tier option point line apollo boeing airbus title act rule season episode "
    "game district page no"
)
_NAMED_IF_CAPITAL = words("local unit gate pier berth terminal block bill form points articles pages sections sectors sector ward lot")
_LED_BY_NUMBER = re.compile(r" (?:Corps|Division|Brigade|Battalion|Regiment|Squadron|Infantry|Armou?red)\b")
_MONTH_BEFORE = re.compile(
    r"\b(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? "
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December) )$"
)
_OF_A_YEAR = words(
    "elections talks protests games accords agreements riots floods attacks wars reforms rules negotiations levels borders polls "
    "sanctions prices figures results campaigns hearings championships olympics strikes clashes"
)
_POINTING = words("the these those both its their his her our")
_SPEAKING = words("people person resident witness participant delegate attendee insider")
_KNOWING = words("familiar briefed close involved aware informed")
_CLOCK = re.compile(r"\s?(?:a\.m\b|p\.m\b|am\b|pm\b|o['’]clock|GMT|hrs\b|UTC|BST|CES?T|EST|EDT|[ECMP]T\b)", re.IGNORECASE)
_AGE = re.compile(r"[- ]years?[- ]olds?\b|[- ]years of age\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages?)\s(?:of\s)?(?:[\w-]+(?:,|,? (?:and|or|to))\s)?$", re.IGNORECASE)
_AGE_BEHIND = re.compile(r"[-–](?:old|(?:year|month|week|day)s?-old)\b")
_LIST_NUMBER = re.compile(r"[.)]\s|\s?[-–]\s")
_LONGEST_OF_NAME = 5  # digits, and one
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–]| to | and )(?:1[5-9]|20)\d\d$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def is_no_quantity(number: NumberWords, text: str, after: str, token: Token) -> bool:
    """Whether the number is an age, a time of day, a year, part of a name or the mark of a list's item."""
    before = text[max(0, number.start - 24) : number.start]
    digits = text[number.start : number.end]
    if (
        _CLOCK.match(after)
        or _AGE.match(after)
        or _AGE_BEFORE.search(before)
        or re.match(r"[-–](?:old|(?:year|month|week|day)s?-old)\b", after)
    ):
        return True
    if _YEARS.search(digits) or (digits[:1].isupper() and not number.currency and _is_word_of_name(token)):
        return True  # "the 2007-2013 budget", "talks with Seven and Sons"
    if _YEAR.fullmatch(digits) and not _may_be_counted_by_year(token):
        return True
    if digits.isdigit() and (_MONTH_BEFORE.search(before) or _LED_BY_NUMBER.match(after)):
        return True  # "the pre-May 4 positions", "the commander of 14 Corps"
    if (not before or before.endswith("\n")) and _LIST_NUMBER.match(after):
        return True
    if re.search(r"(?:,|\() ?$", before) and re.match(r" ?[,)]", after) and digits.isdigit() and int(digits) < 120:
        return True  # "Name Surname, 34, said"
    previous = token.nbor(-1) if token.i > token.sent.start else None
    is_digit = digits[:1].isdigit()
    if previous is not None and (is_digit or previous.text[:1].isupper()) and previous.lower_.strip(".") in _NAMED_BY_NUMBER:
        return True
    if digits.isdigit() and len(digits) < _LONGEST_OF_NAME and not after[:1].strip(" ,.;:)") and _is_of_name(token):
        return True
    if (
        previous is not None
        and is_digit
        and previous.pos_ == "PROPN"
        and previous.ent_type_ not in {"", "GPE", "DATE"}
        and token.dep_ != "nummod"
    ):
        return True
    return token.ent_type_ == "TIME" and ":" in after[:2]


def _may_be_counted_by_year(token: Token) -> bool:
    """Whether a number like 1950 may count what follows it: "1950 workers", not "the 1950 elections"."""
    noun = token.head
    if token.dep_ != "nummod" or noun.tag_ != "NNS" or noun.i < token.i or noun.lower_ in _OF_A_YEAR:
        return False
    return token.i == token.sent.start or not (token.nbor(-1).lower_ in _POINTING or token.nbor(-1).tag_ == "POS")


def _is_word_of_name(token: Token) -> bool:
    """Whether a number in words belongs to the name of a body."""
    is_first = token.i == token.sent.start
    goes_on = token.i + 1 < token.sent.end and token.nbor().ent_iob_ == "I"
    return token.ent_type_ == "ORG" and (goes_on or not is_first)


def _is_of_name(token: Token) -> bool:
    """Whether the number is the last part of a name, or joined to such a one: "Local 63", "the FTSE 100 group", "Points 14 and 15"."""
    while token.dep_ == "conj" and token.head.pos_ == "NUM":
        token = token.head
    if token.dep_ != "nummod" or token.i == token.sent.start:
        return False
    if token.head.i < token.i:
        return token.head.pos_ == "PROPN" and token.head.ent_type_ != "DATE"
    name = token.nbor(-1)
    if name.text[:1].isupper() and name.lower_ in _NAMED_IF_CAPITAL:
        return True
    return name.pos_ == "PROPN" and name.dep_ in {"nmod", "compound"} and name.head == token.head and name.ent_type_ != "DATE"


def is_passing_mention(number: NumberWords, noun: Token, token: Token) -> bool:
    """Small numbers that only point at those already named ("the two sides") or count who speaks ("three officials said")."""
    small = number.upper is None and number.value <= 12 and token.text[:1].isalpha()
    if (
        number.value == 1
        and small
        and token.lower_ not in {"a", "an"}
        and (unit_of(noun) not in {"persons", *TIMES.values()} or noun.lemma_ in {"day", "man", "member", "person", "year"})
    ):
        return True
    if number.value == 0 and unit_of(noun) != "persons":
        return True  # "zero tariffs"
    if not small:
        return False
    previous = token.nbor(-1) if token.i > token.sent.start else token
    pointing = [each for each in noun.children if each.i < token.i] + [previous]
    pointed = any(each.lower_ in _POINTING or each.tag_ in {"POS", "PRP$"} for each in pointing)
    if pointed and unit_of(noun) not in TIMES.values():
        return True
    return noun.lemma_ in SPEAKERS | _SPEAKING and (noun.dep_ in {"nsubj", "pobj", "agent", "appos"}) and _is_source(noun)


def _is_source(noun: Token) -> bool:
    """Whether they speak, are said to know, or are officials and the like, who are counted for nothing else."""
    if noun.lemma_ in SPEAKERS:
        return True
    knows = has_child(noun, _KNOWING)
    return knows or (noun.dep_ == "nsubj" and noun.head.lemma_ in {"say", "tell"})
