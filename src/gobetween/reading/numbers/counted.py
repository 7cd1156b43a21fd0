"""What a figure counts, in the text's own words."""

from __future__ import annotations

import re

from spacy.tokens import Token

from gobetween.reading.numbers.governors import thing_that_lasted
from gobetween.reading.numbers.number_words import NumberWords, without_joined_number
from gobetween.reading.numbers.quantities import Quantity, is_percent
from gobetween.reading.word_lists import words

DURATIONS = frozenset({"seconds", "minutes", "hours", "days", "nights", "weeks", "months", "years", "decades"})

_LONGEST = 90
_FATES = {"kill": "killed", "injure": "injured", "displace": "displaced", "kidnap": "kidnapped", "free": "freed", "die": "who died"}
_FATES |= {"release": "released", "evacuate": "evacuated", "capture": "captured", "hurt": "hurt", "put": "put", "expel": "expelled"}
_OWNED = re.compile(r"^(?:[\w.-]+ ){0,3}[\w.-]+(?:[’']s|(?<=s)[’']) \d[\d,.]* (?=\w)")  # "Norda's 7,400 workers"
_SHARES = words("half third thirds quarter quarters fifth tenth majority most rest dozens hundreds thousands tens scores millions")
_NO_PART = words("the a an its their his her our own this that these those such")


def counted_words(number: NumberWords, quantity: Quantity, text: str) -> str:
    """What is counted: "displaced Palestinians", "deaths of persons", "pause in hostilities"; empty where the text does not say."""
    noun = quantity.noun
    if noun is None:
        return ""
    if noun.pos_ == "VERB":
        return f"people {_fate(noun)}"
    if quantity.unit in DURATIONS and noun.lemma_ + "s" == quantity.unit:
        return _lasting(noun)
    if noun.idx < number.start:
        return _phrase(noun)
    words = (
        text[number.end : noun.idx + len(noun)]
        if noun.idx + len(noun) <= quantity.end + 1
        else text[quantity.end : noun.idx + len(noun)]
    )
    words = _OWNED.sub("", _without_lead(without_joined_number(words.strip(" -–"))))
    if quantity.unit == "percent" and is_percent(words):
        return ""
    if quantity.unit in {"percent", "share"}:
        return words[:_LONGEST]
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "of"} and quantity.unit in DURATIONS and len(list(child.subtree)) <= 4:
            words += text[noun.idx + len(noun) : child.right_edge.idx + len(child.right_edge)]
    return words[:_LONGEST] if noun.idx > quantity.end and quantity.unit not in DURATIONS else _with_fate(words, noun)[:_LONGEST]


def _phrase(noun: Token) -> str:
    """The noun with the nouns and adjectives before it: "final offer" for "their final offer"."""
    first = noun.i
    while first > noun.sent.start and _leads(noun.doc[first - 1]):
        first -= 1
    return noun.doc[first : noun.i + 1].text[-_LONGEST:]


def _leads(token: Token) -> bool:
    return (token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.dep_ == "amod") and token.lower_ not in _NO_PART


def _without_lead(phrase: str) -> str:
    """The phrase without what only leads up to it: "of all the", "in"."""
    parts = phrase.split(" ")
    while len(parts) > 1 and parts[0].lower() in _NO_PART | {"of", "all", "in", "for"}:
        parts = parts[1:]
    return " ".join(parts)


def _lasting(noun: Token) -> str:
    """What a stretch of time measures: "months of war" -> "war"; "the conflict has exceeded four months" -> "conflict"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return " ".join(token.text for token in child.subtree if token != child)[:_LONGEST].split(" that ")[0]
    thing = thing_that_lasted(noun)
    return _phrase(thing) if thing is not None else ""


def _with_fate(words: str, noun: Token) -> str:
    """Add what befell those who are counted: "deaths of persons", "people killed"."""
    above = noun.head
    if (
        noun.dep_ == "pobj"
        and above.lower_ == "of"
        and above.head.lemma_ not in {"percent", "%"}
        and above.head.pos_ == "NOUN"
        and above.head.ent_type_ != "ORDINAL"
        and above.head.lower_ not in _SHARES
        and above.head.i < above.i
    ):
        return f"{above.head.text} of {words}"
    if (
        above.pos_ == "VERB"
        and noun.dep_ in {"nsubjpass", "dobj"}
        and above.lemma_ in {"kill", "wound", "injure", "displace", "detain", "arrest", "abduct", "kidnap"}
    ):
        return f"{words} {_fate(above)}"
    return words


def _fate(verb: Token) -> str:
    lemma = verb.lemma_
    return _FATES.get(lemma) or (f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed")
