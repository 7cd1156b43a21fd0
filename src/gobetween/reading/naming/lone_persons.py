"""Persons whom a text names by one word, or whom the parser takes for a body: told by a title, an owner, a 'he' or a 'she'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.symbols import PROPN
from spacy.tokens import Doc, Token

from gobetween.reading.naming.genders import HE, SHE
from gobetween.reading.naming.given_names import OF_MEN, OF_WOMEN
from gobetween.reading.naming.name_words import (
    COLLECTIVES,
    HONORIFICS,
    LEGAL_FORMS,
    NAME_ENDINGS,
    OF_BODIES,
    PARTICLES,
    PLACE_STARTS,
    TITLES,
)
from gobetween.reading.syntax import child, children, has_child, tokens_of
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

# posts that stand before a lone surname; 'General Motors' and 'Chief Constable' are none
_POSTS = words(
    """president minister premier chancellor senator governor mayor judge colonel captain admiral ambassador secretary commissioner
    professor king queen prince princess emir sultan envoy mediator chairman chairwoman congressman congresswoman"""
)
_HELD = _POSTS | words("spokesman spokeswoman spokesperson executive director negotiator founder lawyer economist analyst")
_NO_SURNAMES = (
    TITLES | COLLECTIVES | HONORIFICS | NAME_ENDINGS | OF_BODIES | words("state defence defense finance transport health house")
)
_GIVEN = OF_MEN | OF_WOMEN
_SAYING = words("say tell add insist claim admit deny vow promise warn write")
_NEAR = 6  # tokens behind a verb of saying
_FAR = 25  # tokens behind a name in which it is taken up
_MOST_WORDS = 3


def lone_persons(doc: Doc, names: Names) -> Iterator[Token]:
    """Lone surnames: 'Ms Okonkwo', 'President Grel', 'Qatar's Osman' and 'Grel said he' where 'he', 'she' or 'who' takes them up."""
    for token in tokens_of(doc, PROPN):
        if names.at(token) is not None or not _is_surname(token) or _is_name_word(doc, token.i + 1):
            continue
        if token.ent_type_ == "PERSON" and _says_of_oneself(token) and _stands_alone(token):
            yield token
            continue
        if token.i == 0:
            continue
        before = doc[token.i - 1]
        is_titled = before.lower_ in HONORIFICS or (before.lower_ in _POSTS and before.text[:1].isupper())
        is_owned = before.tag_ == "POS" and token.i > 1 and token.dep_ != "compound" and _is_body(names, token.i - 2)
        if (is_titled and token.ent_type_ in ("", "PERSON", "ORG")) or (is_owned and taken_up_by(token)):
            yield token


def _says_of_oneself(token: Token) -> bool:
    """'Grel said he would quit', 'Grel told them that she was ill': the very next subject is 'he' or 'she', in what is said."""
    said = token.head
    if token.dep_ != "nsubj" or said.lemma_ not in _SAYING or said.i > token.i + 2:
        return False
    subject = next((t for t in token.doc[said.i + 1 : said.i + _NEAR] if t.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.lower_ in HE | SHE and subject.head.head == said and subject.head.dep_ == "ccomp"


def _stands_alone(token: Token) -> bool:
    """Whether neither a name nor an article stands before it."""
    before = token.doc[token.i - 1] if token.i else None
    return before is None or (before.pos_ not in ("PROPN", "DET", "ADJ", "NOUN") and before.tag_ != "POS" and before.text != "-")


def persons_taken_for_bodies(doc: Doc, names: Names) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of names of two words or three that the parser takes for a body's or for none.

    A title before the surname elsewhere makes a person of them, and so does a given name that 'he' or 'she' takes up.
    """
    titled = {t.text for t in tokens_of(doc, PROPN) if t.i and doc[t.i - 1].lower_ in HONORIFICS}
    end = 0
    for token in tokens_of(doc, PROPN):
        if token.i < end or not _is_surname(token) or names.at(token) is not None:
            continue
        end = token.i + 1
        while _is_name_word(doc, end):
            end += 1
        name = doc[token.i : end]
        is_two = 1 < len(name) <= _MOST_WORDS and all(_is_surname(t) and names.at(t) is None for t in name)
        if not is_two or any(t.ent_type_ == "PERSON" for t in name) or token.lower_ in PLACE_STARTS:
            continue
        last = name[-1]
        is_given = token.lower_ in _GIVEN and (taken_up_by(last) or _has_post_behind(last))
        if last.text in titled or is_given or _is_said_to_be_in_post(last):
            yield token.i, end


def taken_up_by(name: Token) -> str | None:
    """'he', 'she' or 'who', as the next that takes up a subject, no other name between; `None` where nothing of the kind does."""
    doc = name.doc
    for token in doc[name.i + 1 : name.i + _FAR]:
        if token.lower_ == "who" and token.i <= name.i + 2:
            return "who"
        if token.lower_ in HE | SHE and (token.dep_ in ("nsubj", "nsubjpass") or token.sent.start == name.sent.start):
            return token.lower_
        if token.pos_ == "PROPN" and token.dep_ in ("nsubj", "nsubjpass", "poss", "appos"):
            return None
    return None


def _is_said_to_be_in_post(last: Token) -> bool:
    """'Ina Holt, the guild's general secretary,': the parser itself hangs a person's post on the name, whatever it takes that for."""
    if last.i + 1 >= len(last.doc) or last.doc[last.i + 1].text != "," or last.text in LEGAL_FORMS:
        return False
    posts = (c for c in children(last, "appos") if c.lower_ in _HELD)
    return any(child(c, "poss") is not None or has_child(c, ("the", "a", "an", "of", "for")) for c in posts)


def _has_post_behind(last: Token) -> bool:
    """'Marta Okonkwo, the union's leader,'."""
    after = last.doc[last.i + 1 : last.i + 7]
    return len(after) > 1 and after[0].text == "," and any(t.lower_ in TITLES for t in after[1:])


def _is_surname(token: Token) -> bool:
    is_name = len(token) > 1 and token.text[:1].isupper() and not token.text.isupper() and token.lower_ not in PARTICLES
    return is_name and token.lower_ not in _NO_SURNAMES


def _is_name_word(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].pos_ == "PROPN" and doc[i].text[:1].isupper() and bool(doc[i - 1].whitespace_)


def _is_body(names: Names, i: int) -> bool:
    owner = names.at(i)
    return names.doc[i].lower_ in COLLECTIVES if owner is None else not owner.is_person
