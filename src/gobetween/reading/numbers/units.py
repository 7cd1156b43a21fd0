"""Units: what kind of thing a noun counts in, be it people, time, money, a measure or the thing itself."""

from __future__ import annotations

import re

from spacy.tokens import Token

from gobetween.reading.word_lists import words

TIMES = {unit: f"{unit}s" for unit in ("second", "minute", "hour", "day", "night", "week", "month", "year", "decade")}
CURRENCY_NOUNS = {"euro": "EUR", "shekel": "ILS", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY"} | {
    noun: f"{noun}s"
    for noun in (
        *("dollar", "pound", "riyal", "rial", "dirham", "franc", "rouble", "ruble", "lira", "peso", "rupee", "dinar"),
        *("crown", "shilling", "hryvnia", "koruna", "cedi", "birr", "tenge", "lari", "dram"),
    )
}
CURRENCY_NOUNS |= {"kroner": "kroner", "krone": "kroner", "krona": "kronor", "kronor": "kronor", "forint": "forints"}
CURRENCY_NOUNS |= {noun: noun for noun in ("zloty", "baht", "ringgit", "rupiah", "taka", "naira")}
_RATE = re.compile(
    r"(?: of [a-z]+)?,? (?:(?:a|an|per|every|each) (?P<unit>second|minute|day|night|week|month)\b"
    r"(?! (?:after|before|later|earlier|ago)\b)"
    r"|(?P<adverb>daily|weekly|monthly)\b)"
)
_OF_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month"}
_OF_STATES = {
    ("dollar", "us"): "USD",
    ("dollar", "u.s."): "USD",
    ("dollar", "american"): "USD",
    ("dollar", "canadian"): "CAD",
    ("dollar", "australian"): "AUD",
    ("franc", "swiss"): "CHF",
    ("pound", "british"): "GBP",
    ("pound", "egyptian"): "EGP",
}
MEASURES = words(
    "kilometre kilometer mile metre meter foot acre hectare tonne ton litre liter barrel gram kilogram kg km degree kilo inch megawatt"
    " gigawatt kilowatt watt hectolitre gallon carat ounce bushel"
)
_PEOPLE = words(
    "people person individual civilian hostage captive prisoner detainee dead wounded casualty death fatality soldier troop "
    "fighter militant worker child"
    " woman man boy girl member refugee resident migrant displaced student passenger protester demonstrator voter victim "
    "survivor family"
    " personnel officer policeman journalist doctor medic patient employee staff citizen settler inhabitant evacuee gunman "
    "rebel martyr minor"
    " inmate abductee combatant guard reservist participant delegate observer monitor peacekeeper striker farmer miner nurse teacher "
    "pilot injured missing"
)
SPEAKERS = words(
    "source official diplomat negotiator mediator minister aide analyst expert witness lawmaker senator spokesman "
    "spokesperson adviser advisor"
)
TALLIES = words("number figure total count tally toll estimate")
_SUFFIX_PEOPLE = re.compile(r"(?:ians|eans|ans|is|ese|men|women|ists|ers|ors|ees)$")


def unit_of(noun: Token) -> str:
    """The unit that a counted noun stands for; the noun itself where it stands for none, nothing where it only says "number"."""
    lemma = noun.lemma_.lower()
    if lemma in TIMES:
        return TIMES[lemma]
    if lemma in CURRENCY_NOUNS:
        return _OF_STATES.get((lemma, _before(noun)), CURRENCY_NOUNS[lemma])
    if lemma in MEASURES:
        plural = lemma + "s" if not lemma.endswith(("t", "g", "km")) else lemma
        return f"{_before(noun)} {plural}" if _before(noun) in {"cubic", "square"} else plural
    if lemma in TALLIES:
        return "persons" if lemma == "toll" else ""
    if lemma in _PEOPLE or noun.lower_ in _PEOPLE or lemma in SPEAKERS or noun.ent_type_ == "NORP":
        return "persons"
    if (
        noun.text[:1].isupper()
        and noun.text.endswith("s")
        and _SUFFIX_PEOPLE.search(noun.text)
        and noun.ent_type_ not in {"ORG", "GPE", "PRODUCT"}
    ):
        return "persons"
    return noun.lower_


def _before(noun: Token) -> str:
    return noun.nbor(-1).lower_ if noun.i > noun.sent.start else ""


def with_rate(unit: str, after: str) -> str:
    """The unit with the time in which so many are counted, if what follows tells it: "trains a day".

    Spans of time and percentages are left as they are, and so is "a year" and "an hour", which go without saying in pay and funds.
    """
    rate = _RATE.match(after)
    if rate is None or unit in {"", "percent", "share", *TIMES.values()}:
        return unit
    return f"{unit} a {rate['unit'] or _OF_ADVERBS[rate['adverb']]}"
