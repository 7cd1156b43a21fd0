"""What a number counts: its noun by the parse, the unit, and the numbers that count nothing in a story (ages, clocks, names)."""

from __future__ import annotations

import re

from attrs import frozen
from spacy.tokens import Doc, Token

from gobetween.reading.numbers.number_words import NumberWords
from gobetween.reading.word_lists import words

_TIMES = {unit: f"{unit}s" for unit in ("second", "minute", "hour", "day", "night", "week", "month", "year", "decade")}
_MONEY = words("dollar euro pound shekel riyal rial dirham yen franc rouble ruble lira")
_MEASURES = words(
    "kilometre kilometer mile metre meter foot acre hectare tonne ton litre liter barrel gram kilogram kg km degree kilo inch megawatt"
)
_PEOPLE = words(
    "people person individual civilian hostage captive prisoner detainee dead wounded casualty death fatality soldier troop "
    "fighter militant worker child"
    " woman man boy girl member refugee resident migrant displaced student passenger protester demonstrator voter victim "
    "survivor family"
    " personnel officer policeman journalist doctor medic patient employee staff citizen settler inhabitant evacuee gunman "
    "rebel martyr minor"
    " inmate abductee combatant guard reservist delegate observer monitor peacekeeper striker farmer miner nurse teacher "
    "pilot injured missing"
)
_SPEAKERS = words(
    "source official diplomat negotiator mediator minister aide analyst expert witness lawmaker senator spokesman "
    "spokesperson adviser advisor"
)
_HURT = words(
    "kill wound injure displace detain arrest abduct kidnap capture hurt die free release evacuate dead injured wounded "
    "killed missing displaced"
)
_NAMED_BY_NUMBER = words(
    "phase stage article resolution number no no. nos page chapter section clause annex paragraph step room channel flight "
    "group route highway"
    " area zone version day grade level category tier option point line apollo boeing airbus title act rule season episode "
    "game district page no"
)
_HYPHENED = re.compile(
    (
        r"[-–](?P<unit>second|minute|hour|day|week|month|year|decade|mile|kilomet(?:re|er)|met(?:re|er)|km|percent"
        r"|point)s?\b(?P<old>[- ]olds?)?"
    ),
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\s?(?:a\.m\b|p\.m\b|am\b|pm\b|o['’]clock|GMT|hrs\b|UTC|EST|EDT)", re.IGNORECASE)
_PERCENT = re.compile(r"\s?%|[ -](?:per ?cent|percentage points?|percent)\b", re.IGNORECASE)
_AGE = re.compile(r"[- ]years?[- ]olds?\b|[- ]years of age\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages?)\s(?:of\s)?$", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"[.)]\s")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SUFFIX_PEOPLE = re.compile(r"(?:ians|eans|ans|is|ese|men|women|ists|ers|ors|ees)$")


@frozen
class Quantity:
    """A number's unit, the noun (or verb) of what is counted, and where the words for both end."""

    unit: str
    noun: Token | None
    end: int


def quantity_of(number: NumberWords, doc: Doc, text: str) -> Quantity | None:
    """What the number counts; `None` where it is an age, a time of day, a name's part, a list's mark, a year, or nothing is counted."""
    after = text[number.end : number.end + 60]
    token = token_at(doc, number.start, number.end)
    if token is None or _is_no_quantity(number, text, after, token):
        return None
    if match := _PERCENT.match(after):
        end = number.end + match.end()
        return Quantity("percent", _noun_after_of(doc, text, end), end)
    if match := _HYPHENED.match(after):
        end = number.end + match.end()
        unit = match["unit"].lower()
        return None if unit == "point" else Quantity(_TIMES.get(unit, unit), _noun_beyond(doc, end), end)
    if re.match(r"[-–][A-Za-z]", after):
        return None  # "two-state", "four-man": the number is part of a word
    if number.is_share:
        return Quantity("share", _noun_after_of(doc, text, number.end), number.end)
    noun = _noun_of(token, number, doc)
    if number.is_money:
        return Quantity("money", noun if noun is not None and noun.idx - number.end < 20 else None, number.end)
    if noun is None:
        return _bare(number, token)
    if _is_passing_mention(number, noun, token):
        return None
    return Quantity(_unit(noun), noun, noun.idx + len(noun))


def token_at(doc: Doc, start: int, end: int) -> Token | None:
    """The last token that the characters `[start, end)` touch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span[-1] if span is not None and len(span) else None


def _is_no_quantity(number: NumberWords, text: str, after: str, token: Token) -> bool:
    before = text[max(0, number.start - 24) : number.start]
    digits = text[number.start : number.end]
    if _CLOCK.match(after) or _AGE.match(after) or _AGE_BEFORE.search(before) or re.match(r"[-–](?:old|year-old)", after):
        return True
    if _YEAR.fullmatch(digits) and not (token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i):
        return True
    if (not before or before.endswith("\n")) and _LIST_NUMBER.match(after):
        return True
    if re.search(r"(?:,|\() ?$", before) and re.match(r" ?[,)]", after) and digits.isdigit() and int(digits) < 120:
        return True  # "Name Surname, 34, said"
    previous = token.nbor(-1) if token.i > token.sent.start else None
    is_digit = digits[:1].isdigit()
    if previous is not None and (is_digit or previous.text[:1].isupper()) and previous.lower_.strip(".") in _NAMED_BY_NUMBER:
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


def _noun_of(token: Token, number: NumberWords, doc: Doc) -> Token | None:
    """The noun that the number goes with: its head by the parse if that follows at once, else the nearest noun after it."""
    first = token_at(doc, number.end - 1, number.end)
    limit = min(token.sent.end, token.i + 7)
    head: Token | None = token
    for _ in range(3):
        if head is None or head.head == head:
            break
        head = head.head
        if head.pos_ in {"NOUN", "PROPN"} and head.idx >= number.end and head.i < limit and not _parted(doc, token, head):
            return _whole_noun(head)
        if head.pos_ not in {"NUM", "ADJ", "SYM", "ADV"}:
            break
    start = (first.i if first is not None else token.i) + 1
    for each in doc[start:limit]:
        if each.pos_ in {"NOUN", "PROPN"} or each.lower_ in {"dead", "wounded", "injured", "missing", "killed"}:
            return _whole_noun(each)
        if (
            each.pos_ not in {"ADJ", "VERB", "ADV", "NUM", "PUNCT"}
            or each.text in {",", ".", ";", ":", "—", "–", "-", "(", ")", "\n"}
            or each.tag_ in {"VBD", "VBZ", "VBP"}
        ):
            break
    return None


def _whole_noun(noun: Token) -> Token:
    """The last of a chain of nouns: "workers" in "health workers"."""
    last = noun
    while last.i + 1 < noun.sent.end and last.nbor().pos_ in {"NOUN", "PROPN"} and last.dep_ == "compound" and last.head.i > last.i:
        last = last.nbor()
    return last


def _parted(doc: Doc, token: Token, noun: Token) -> bool:
    return any(
        each.text in {",", ";", ":", ".", "—", "("} or each.tag_ in {"VBD", "VBZ", "VBP", "IN"} for each in doc[token.i + 1 : noun.i]
    )


def _noun_after_of(doc: Doc, text: str, end: int) -> Token | None:
    match = re.match(r"\s*of (?:the |its |their |all |those |these )?", text[end : end + 20])
    if not match:
        return None
    token = token_at(doc, end + match.end(), end + match.end() + 1)
    while token is not None and token.dep_ in {"compound", "amod", "nummod", "poss", "case", "det"} and token.head.i > token.i:
        token = token.head
    return token


def _noun_beyond(doc: Doc, end: int) -> Token | None:
    """The noun that "40-day" describes."""
    first = token_at(doc, end + 1, end + 2)
    for token in doc[first.i : first.i + 5] if first is not None else ():
        if token.pos_ in {"NOUN", "PROPN"}:
            return _whole_noun(token)
        if token.pos_ not in {"ADJ", "SPACE", "PUNCT", "NUM", "VERB", "ADV"}:
            return None
    return None


def _bare(number: NumberWords, token: Token) -> Quantity | None:
    """A number without a noun counts people where it is killed, freed and so on, or stands for them ("40 were killed", "killed 40")."""
    above = token.head
    while above.pos_ == "NUM" and above.head != above:
        above = above.head
    if above.lemma_ in _HURT and number.value != 1:
        return Quantity(
            "persons", above, max(number.end, number.end if above.i < token.i or above.i > token.i + 3 else above.idx + len(above))
        )
    return None


def _unit(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    if lemma in _TIMES:
        return _TIMES[lemma]
    if lemma in _MONEY:
        return "money"
    if lemma in _MEASURES:
        return lemma + "s" if not lemma.endswith("t") else lemma
    if lemma in _PEOPLE or noun.lower_ in _PEOPLE or lemma in _SPEAKERS or noun.ent_type_ == "NORP":
        return "persons"
    if (
        noun.text[:1].isupper()
        and noun.text.endswith("s")
        and _SUFFIX_PEOPLE.search(noun.text)
        and noun.ent_type_ not in {"ORG", "GPE", "PRODUCT"}
    ):
        return "persons"
    return noun.lower_


def _is_passing_mention(number: NumberWords, noun: Token, token: Token) -> bool:
    """Small numbers that only point at those already named ("the two sides") or count who speaks ("three officials said")."""
    small = number.upper is None and number.value <= 12 and token.text[:1].isalpha()
    if (
        number.value == 1
        and small
        and (_unit(noun) not in {"persons", *_TIMES.values()} or noun.lemma_ in {"day", "man", "member", "person", "year"})
    ):
        return True
    if not small:
        return False
    leading = [each for each in token.sent if each.i < token.i and each.i >= token.i - 2]
    pointed = any(
        each.lower_ in {"the", "these", "those", "both", "its", "their", "his", "her", "our"} or each.tag_ in {"POS", "PRP$"}
        for each in leading
    )
    if pointed and _unit(noun) not in _TIMES.values():
        return True
    return noun.lemma_ in _SPEAKERS and (noun.dep_ in {"nsubj", "pobj", "agent"})
