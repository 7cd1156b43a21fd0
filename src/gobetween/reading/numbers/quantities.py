"""What a number counts: its noun by the parse, the unit, and the numbers that count nothing in a story (ages, clocks, names)."""

from __future__ import annotations

import re

from attrs import frozen
from spacy.tokens import Doc, Token

from gobetween.reading.numbers.governors import (
    gapped_subject,
    group_of,
    noun_beside,
    noun_described,
    thing_paid_for,
    thing_put_at,
    thing_that_changed,
    thing_that_is,
    thing_that_lasted,
    thing_worth,
)
from gobetween.reading.numbers.number_words import NumberWords
from gobetween.reading.numbers.uncounted import is_no_quantity, is_passing_mention
from gobetween.reading.numbers.units import CURRENCY_NOUNS, MEASURES, TALLIES, TIMES, unit_of
from gobetween.reading.word_lists import words

_HURT = words(
    "kill wound injure displace detain arrest abduct kidnap capture hurt die free release evacuate dead injured wounded "
    "killed missing displaced employ hire recruit force uproot evict expel deport execute rescue sack"
)
_HYPHENED = re.compile(
    (
        r"[-–](?P<unit>second|minute|hour|day|week|month|year|decade|mile|kilomet(?:re|er)|met(?:re|er)|km|percent"
        r"|meeting|session|round|seat|bed|room|vehicle|ship|truck|boat|article|clause|vote|acre|hectare|tonne|ton|barrel|lit(?:re|er)"
        r"|megawatt|kilo(?:gram)?|point)s?\b(?P<old>[- ]olds?)?"
    ),
    re.IGNORECASE,
)
_HYPHENED_MONEY = re.compile(rf"[- ](?P<currency>{'|'.join(sorted(CURRENCY_NOUNS, key=len, reverse=True))})s?(?=[- ])", re.IGNORECASE)
_MARKED = re.compile(r"[CF]\b|\s?°\s?[CF]?\b|p\b|\s?° ")  # degrees, pence
_HEADS = re.compile(r"[-–](?:members?|persons?|people|strong)\b", re.IGNORECASE)
_PERCENT = re.compile(r"\s?(?:%|pct?\b)|[ -](?:per ?cent|percentage points?|percent)\b", re.IGNORECASE)
_FROM_PERCENT = re.compile(
    r"\bfrom (?:\w+ ){0,2}[\d.]+(?:\s?%| ?per ?cent)(?: a year)? to (?:(?:about|just|only|around) )?$", re.IGNORECASE
)
_LEAD = 50  # characters in which "from 11 percent to" stands before a number
_ECHOING = frozenset({"did", "do", "does", "were", "was", "are", "had", "have", "would", "will"})  # "only four did", "nine were"
_POINTING = frozenset({"the", "these", "those", "all", "both", "other", "its", "their", "of"})
ELLIPTIC = "?"
"""The unit of a number that says no more than how many: of what stands with the number before it, if anywhere."""

_SMALL = 12
_MORE_THAN_PEOPLE = 10**9  # what is released then is money
_COUNTED_LEVELS = words("membership population turnout attendance strength")
_ARGUMENTS = frozenset({"dobj", "pobj", "attr", "conj", "appos", "nsubj", "nsubjpass", "npadvmod", "ROOT"})
_OF_THEM = re.compile(  # "two of them", "50 of the 200", "seven of 25", "90 of Norda's 300"
    r"\s+of (?:them\b|the (?!way\b)|its |their |those |these |\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"|[^\W\d_][\w.-]*(?: [\w.-]+){0,3}(?:[’']s|(?<=s)[’']) )"
)
_GOING_ON = frozenset({"to", "by", "against", "for"})
_COMING = words(
    "come march attend gather turn join walk stay vote sign flee protest remain leave return starve drown perish survive strike enrol "
    "register demonstrate rally escape cross quit resign"
)
_DRAWING = frozenset({"draw", "attract", "mobilise", "mobilize"})
_TURNING = frozenset({"last", "next", "this", "previous", "past", "today", "yesterday"})  # "up from 900 last week"
_WHOLE = re.compile(
    r"\s*of (?:all )?(?:the |its |their |those |these )?(?:\d[\d,.]* )?|(?<=half) (?:all )?(?:the |its |their |those )?(?=\w)",
    re.IGNORECASE,
)


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
    if token is None or is_no_quantity(number, text, after, token):
        return None
    if match := _PERCENT.match(after):
        end = number.end + match.end()
        mark = token_at(doc, end - 1, end) or token
        return Quantity("percent", _noun_after_of(doc, text, end) or noun_described(mark) or _governor(token), end)
    if match := _HYPHENED.match(after):
        end = number.end + match.end()
        unit = match["unit"].lower()
        if unit == "point" or (number.value == 1 and unit not in TIMES):
            return None
        return Quantity(TIMES.get(unit, unit), _noun_beyond(doc, end), end)
    if (match := _HYPHENED_MONEY.match(after)) and not number.currency:
        end = number.end + match.end()
        return Quantity(CURRENCY_NOUNS[match["currency"].lower()], _noun_beyond(doc, end), end)
    if match := _MARKED.match(after):
        end = number.end + match.end()
        return Quantity("pence" if match.group() == "p" else "degrees", _governor(token), end)
    if match := _HEADS.match(after):
        return Quantity("persons", _noun_beyond(doc, number.end + match.end()), number.end + match.end())
    if (match := re.match(r"[-–](?:plus|odd)\b", after)) and (noun := _noun_beyond(doc, number.end + match.end())) is not None:
        return Quantity(unit_of(noun), noun, number.end + match.end())  # "its 1,400-plus pilots"
    if re.match(r"[-–][A-Za-z]", after) and not (number.currency and after.startswith("-a-")):
        return None  # "two-state", "four-man": the number is part of a word
    if number.is_share:
        return Quantity("share", _noun_after_of(doc, text, number.end) or _noun_of(token, number, doc) or _governor(token), number.end)
    noun = _noun_of(token, number, doc)
    if noun is None and _FROM_PERCENT.search(text[max(0, number.start - _LEAD) : number.start]):
        return Quantity("percent", _governor(token), number.end)
    if number.currency:
        near = noun if noun is not None and noun.idx - number.end < 20 and noun.lemma_.lower() not in TIMES else None
        return Quantity(number.currency, near or thing_worth(token) or _governor(token) or thing_paid_for(token), number.end)
    if noun is None and (group := group_of(token)) is not None:
        return Quantity("persons", group, number.end)
    if noun is None:
        part = _noun_after_of(doc, text, number.end) if _OF_THEM.match(text, number.end) and number.value > 1 else None
        return _bare(number, token) if part is None else Quantity(unit_of(part), part, number.end)
    if is_passing_mention(number, noun, token):
        return None
    unit, end = unit_of(noun), noun.idx + len(noun)
    if noun.lemma_.lower() in CURRENCY_NOUNS:
        return Quantity(unit, thing_worth(token) or _governor(token) or thing_paid_for(token), end)
    if noun.lemma_.lower() in MEASURES:
        return Quantity(unit, _noun_after_of(doc, text, end) or thing_that_lasted(noun), end)
    return Quantity(unit, noun, end)


def is_percent(words: str) -> bool:
    """Whether the words say no more than that a number is a percentage."""
    return _PERCENT.fullmatch(f" {words}") is not None


def _governor(token: Token) -> Token | None:
    """What is put at the number or moves to it; of "the number of displaced" the displaced."""
    put = thing_put_at(token)
    thing = put[0] if put else thing_that_changed(token)
    if thing is None or thing.lemma_ not in TALLIES:
        return thing
    parts = (
        part
        for of in thing.children
        if of.lower_ == "of"
        for part in of.children
        if part.dep_ in {"pobj", "pcomp"} and part.i < token.i
    )
    return next(parts, thing)


def token_at(doc: Doc, start: int, end: int) -> Token | None:
    """The last token that the characters `[start, end)` touch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span[-1] if span is not None and len(span) else None


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
        if each.lower_ in _TURNING:
            break
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
        each.text in {",", ";", ":", ".", "—", "("} or each.tag_ in {"VBD", "VBZ", "VBP", "IN"} or each.lower_ in _TURNING | {"the"}
        for each in doc[token.i + 1 : noun.i]
    )


def _noun_after_of(doc: Doc, text: str, end: int) -> Token | None:
    match = _WHOLE.match(text, end)
    if not match:
        return None
    token = token_at(doc, match.end(), match.end() + 1)
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


def _may_be_elliptic(number: NumberWords, token: Token) -> bool:
    """Whether a number without a noun may count what the one before it did: "the company spoke of fewer than 9,000"."""
    if (
        number.value > 1
        and number.upper is None
        and (_is_echo(token) or _is_second(token) or _is_said_alone(token) or gapped_subject(token) is not None)
    ):
        return True
    is_of = token.i > token.sent.start + 1 and token.nbor(-1).lower_ == "of"
    is_of_name = is_of and token.nbor(-2).pos_ in {"NOUN", "PROPN"} and token.nbor(-2).lemma_ not in TALLIES
    is_argument = token.dep_ in _ARGUMENTS or (token.i + 1 < token.sent.end and token.nbor().lower_ in _TURNING)
    return number.value > _SMALL and is_argument and not is_of_name


def _is_second(token: Token) -> bool:
    """Whether a number goes on where the clause before left off: "nine were laid to the army and four to the guard"."""
    if token.i + 1 >= token.sent.end or token.i == token.sent.start:
        return False
    return token.nbor(-1).lower_ in {"and", ",", "but", "while"} and token.nbor().lower_ in _GOING_ON


def _is_said_alone(token: Token) -> bool:
    """Whether a small number in words or digits is all that a verb is given: "the army acknowledges three."."""
    is_given = token.dep_ in {"dobj", "attr"} and token.head.pos_ in {"VERB", "AUX"}
    if not (is_given or (token.dep_ == "pobj" and token.head.lower_ in {"with", "for"})) or token.i < token.head.i:
        return False
    return token.i + 1 == token.sent.end or token.nbor().is_punct or token.nbor().lower_ in {"and", "but", "if", "in", "of"}


def _is_echo(token: Token) -> bool:
    """Whether a number stands for the subject of the clause before: "11 say that they would stay; only four did"."""
    if token.dep_ not in {"nsubj", "nsubjpass"} or token.i + 1 >= token.sent.end or token.nbor().lower_ not in _ECHOING:
        return False
    return token.i == token.sent.start or token.nbor(-1).lower_ not in _POINTING


def _bare(number: NumberWords, token: Token) -> Quantity | None:
    """What a number without a noun counts: people where it is killed, freed and so on ("killed 40"), or the tally that is put at it."""
    above = token.head
    while above.pos_ == "NUM" and above.head != above:
        above = above.head
    if above.lemma_ in _HURT and 1 != number.value < _MORE_THAN_PEOPLE:
        return Quantity(
            "persons", above, max(number.end, number.end if above.i < token.i or above.i > token.i + 3 else above.idx + len(above))
        )
    if number.value == 1:
        return None  # "two meetings, one in the rains"
    if token.dep_ == "dobj" and above.lemma_ in _DRAWING and number.value > _SMALL:
        return Quantity("persons", None, number.end)  # "the march drew 7,000"
    if token.dep_ in {"nsubj", "nsubjpass"} and above.lemma_ in _COMING and above.pos_ == "VERB" and number.value > _SMALL:
        return Quantity("persons", None, number.end)
    described = token.head if token.dep_ == "appos" and token.head.tag_ == "NNS" else None  # "cars, now 30,000 a year"
    thing = _governor(token) or noun_beside(token) or thing_that_is(token) or described
    if thing is not None and thing.lower_ == "those" and thing.nbor(-1).lower_ == "of":
        return Quantity("persons", thing, number.end)  # "puts the number of those in the camps at 90,000"
    if thing is not None and thing.pos_ == "PRON":
        return Quantity(ELLIPTIC, None, number.end)  # "the army put it at 12"
    unit = unit_of(thing) if thing is not None else None
    is_sure = (
        unit in {"", "persons"}
        or (thing is not None and (thing.tag_ == "NNS" or thing.lemma_.lower() in _COUNTED_LEVELS))
        or thing in {noun_beside(token), thing_that_is(token), described}
        or thing_put_at(token) is not None
    )
    if unit is not None and is_sure:
        return Quantity(unit, thing, number.end)
    return Quantity(ELLIPTIC, None, number.end) if _may_be_elliptic(number, token) else None
