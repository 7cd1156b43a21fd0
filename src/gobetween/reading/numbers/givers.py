"""Who gives a figure, beyond who is quoted: the subject that puts a thing at it, and whoever stands behind "figures from"."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs
from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Speaker
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.numbers.governors import thing_put_at
from gobetween.reading.word_lists import words

_BODIES = words(
    "ministry government union agency police authority army company group council department office court bank federation association "
    "movement party commission administration service bureau institute"
)
_TALLIES = words("figure data statistic tally count number record toll estimate survey poll")
_SPEAKING = words("speak talk tell know")
_COUNTING = words("count tally estimate document verify")
_BEHIND = re.compile(r"\b(?:from|by|of)\s+(?:the\s+)?(?P<name>\S.{2,90})$", re.IGNORECASE)


def putter_of(token: Token, clean: CleanText) -> Speaker | None:
    """Whoever puts something at the number ("the ministry put its dead at 13"); `None` where nobody does, or only a pronoun."""
    put = thing_put_at(token)
    subject = put[1] if put else _speaker_of(token) or _owner_of_tally(token) or _counter_of(token)
    if subject is None or subject.pos_ == "PRON":
        return None
    subject = next((c for c in subject.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON"), subject)
    first, last = subject.left_edge, subject
    start, end = first.idx, last.idx + len(last)
    passage = clean.passage((start, end))
    return Speaker(passage, passage.text.removeprefix("The ").removeprefix("the "), source_type=_kind(subject))


def _speaker_of(token: Token) -> Token | None:
    """Who speaks of so many: "the company spoke of fewer than 9,000"."""
    above = _top(token)
    verb = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "of" else None
    if verb is None or verb.lemma_ not in _SPEAKING:
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _owner_of_tally(token: Token) -> Token | None:
    """Whose count it is: "the union's own estimate is 600 jobs"."""
    above = _top(token)
    if above.dep_ != "attr" or above.head.lemma_ != "be":
        return None
    tally = next((child for child in above.head.children if child.dep_ == "nsubj" and child.lemma_ in _TALLIES), None)
    return next((child for child in tally.children if child.dep_ == "poss"), None) if tally is not None else None


def _counter_of(token: Token) -> Token | None:
    """Who counted so many: "the harbour police counted 40 boats"."""
    at = _top(token)
    at = at.head if at.dep_ == "nummod" else at
    verb = at.head
    if at.dep_ not in {"dobj", "nsubj"} or at.i < verb.i or verb.lemma_ not in _COUNTING or verb.pos_ != "VERB":
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)


def _top(token: Token) -> Token:
    while token.dep_ in {"nummod", "compound", "quantmod"} and token.head.i > token.i:
        token = token.head
    return token


def _kind(subject: Token) -> SourceType:
    if subject.ent_type_ == "PERSON":
        return SourceType.NAMED_PERSON
    is_body = subject.ent_type_ in {"ORG", "GPE", "NORP"} or subject.lemma_.lower() in _BODIES
    return SourceType.BODY if is_body else SourceType.UNKNOWN


def known_as(giver: Speaker, known: Iterable[Speaker]) -> Speaker:
    """The giver with the full name and the side of the only one known whose name ends with its words: "Berg", "the union".

    Of the same name, the first counts; where two different ones fit, nobody is meant for certain.
    """
    tail = f" {giver.name.casefold()}"
    fitting = {each.name: each for each in reversed(tuple(known)) if f" {each.name.casefold()}".endswith(tail)}
    if len(fitting) != 1:
        same = fitting.get(giver.name)
        return giver if same is None else attrs.evolve(same, passage=giver.passage)
    (each,) = fitting.values()
    return attrs.evolve(each, passage=giver.passage)


def behind(speaker: Speaker) -> Speaker:
    """The speaker, or whoever stands behind it where only a tally speaks: "figures from both governments" are theirs."""
    head = speaker.name.split(" ")[0].lower()
    match = _BEHIND.search(speaker.passage.text)
    if match is None or not ({head, head.removesuffix("s")} & _TALLIES):
        return speaker
    return attrs.evolve(speaker, name=match["name"].split(",")[0])
