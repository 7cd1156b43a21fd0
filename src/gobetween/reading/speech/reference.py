"""Whom a speaker's words stand for: 'he', 'the group', 'the source', a surname, each resolved backwards through the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from attrs import frozen
from spacy.tokens import Token

from gobetween.model.evidence import SourceType
from gobetween.reading.naming.names import COLLECTIVES, Names
from gobetween.reading.speech.attribution import QuoteMap
from gobetween.reading.speech.cues import SAYING
from gobetween.reading.syntax import children, noun_phrase
from gobetween.reading.word_lists import words

_FAR = 40  # candidates looked back over, at most
_MALE_FEMALE = words("he she him her his hers himself herself")
_THEY = words("they them their themselves")
_IT = words("it its itself")
SOURCES = words("source sources")
OFFICIALS = words(
    """official officials diplomat diplomats negotiator negotiators aide aides spokesman spokeswoman spokesperson adviser advisor
    person people mediator mediators minister ministers insider insiders envoy member members leader leaders commander figure"""
)
_DOCUMENTS = words(
    """report reports resolution statement document draft letter poll survey study data figure figures count counts communique
    email book article complaint proposal text agreement memo transcript filing census video footage"""
)
_POINTING = frozenset({"the", "this", "that", "these", "those", "same"})
_ANONYMOUS = frozenset({SourceType.ANONYMOUS_OFFICIAL, SourceType.ANONYMOUS_SOURCE, SourceType.ANONYMOUS_SOURCES})


@frozen
class Referent:
    """Someone meant: the fullest name, the actor they belong to, what kind of source they are."""

    name: str
    actor: str | None
    source_type: SourceType
    is_plural: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is one named person."""
        return self.source_type is SourceType.NAMED_PERSON

    @property
    def is_anonymous(self) -> bool:
        """Whether it is someone whom the text does not name."""
        return self.source_type in _ANONYMOUS


@frozen
class _Candidate:
    at: int
    is_subject: bool
    sentence: int
    paragraph: int
    is_quoted: bool
    referent: Referent
    is_speaker: bool


class References:
    """Who is meant by each word; built once for a document, asked for any token. Looks back over a bounded stretch."""

    def __init__(self, names: Names, actors: dict[str, str], quoted: QuoteMap) -> None:
        self._names, self._actors, self._quoted = names, actors, quoted
        self._doc = names.doc
        self._cache: dict[int, Referent | None] = {}
        self._kind_of = {m.name: m.kind for m in names.mentions() if not m.is_person and not m.is_adjective}
        self._sentence, self._paragraph = _numbered(names)
        self._candidates: list[_Candidate] = []
        self._indices: list[int] = []
        for token in self._doc:
            if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod", "nmod"):
                self._consider(token)

    def _consider(self, token: Token) -> None:
        referent = self._by_itself(token) or self._anaphor(token)
        if referent is None:
            return
        is_subject = token.dep_ in ("nsubj", "nsubjpass", "ROOT") or (
            token.dep_ == "appos" and token.head.dep_ in ("nsubj", "nsubjpass", "ROOT")
        )
        is_speaker = (is_subject and token.head.lemma_ in SAYING) or (
            token.head.lower_ == "to" and token.head.head.lower_ == "according"
        )
        quoted = self._quoted.at(token) >= 0
        where = (self._sentence[token.i], self._paragraph[token.i])
        self._candidates.append(_Candidate(token.i, is_subject or is_speaker, *where, quoted, referent, is_speaker))
        self._indices.append(token.i)

    def who(self, token: Token) -> Referent | None:
        """Whom the phrase around `token` means; `None` where that cannot be told."""
        if token.i not in self._cache:
            self._cache[token.i] = self._resolve(token)
        return self._cache[token.i]

    def _resolve(self, token: Token) -> Referent | None:
        word = token.lower_
        if word in _MALE_FEMALE:
            inside = self._quoted.at(token) >= 0
            within = self._back(token, lambda r: r.is_person, quoted_only=True) if inside else None
            return within or self._back(token, lambda r: r.is_person)
        if token.dep_ == "nsubj" and token.head.lemma_ in SAYING and word in _THEY:
            speaker = self._back(token, lambda r: r.is_plural and r.is_anonymous, speakers_only=True)
            if speaker is not None:
                return speaker
        if word in _THEY:
            return self._back(token, lambda r: r.is_plural) or self._back(token, lambda r: not r.is_person and r.actor is not None)
        if word in _IT:
            return self._back(token, lambda r: r.source_type is SourceType.BODY and r.actor is not None, is_topic=True)
        return self._by_itself(token) or self._anaphor(token) or self._plain(token)

    # --- what a phrase says by itself

    def _by_itself(self, token: Token) -> Referent | None:
        mention = self._names.at(token)
        lower = token.lower_
        if mention is not None and mention.is_person:
            return Referent(mention.name, mention.actor or self._actors.get(mention.name), SourceType.NAMED_PERSON)
        if mention is not None and not mention.is_adjective:
            return None if self._names.is_place(mention) else Referent(mention.name, mention.actor, SourceType.BODY)
        named = next((m for c in children(token, "appos") if (m := self._names.at(c)) is not None and not m.is_adjective), None)
        if named is not None:
            kind = SourceType.NAMED_PERSON if named.is_person else SourceType.BODY
            return Referent(named.name, named.actor or self._actors.get(named.name), kind)
        if mention is not None and token.tag_ in ("NNPS", "NNP", "NNS"):
            return Referent(mention.name, mention.actor, SourceType.BODY, is_plural=True)
        actor = self.actor_within(token)
        if lower in SOURCES or (lower in OFFICIALS and not self._points_back(token, actor)):
            return self._unnamed(token, actor)
        if lower in _DOCUMENTS and lower not in COLLECTIVES:
            return Referent(self.phrase(token), actor, SourceType.DOCUMENT)
        if actor is not None and (lower in COLLECTIVES or lower in ("side", "negotiators", "troops", "army")):
            return Referent(self.phrase(token), actor, SourceType.BODY, is_plural=token.tag_ in ("NNS", "NNPS"))
        return None

    def _points_back(self, token: Token, actor: str | None) -> bool:
        return actor is None and any(c.lower_ in _POINTING for c in token.lefts) and token.tag_ == "NN"

    def _unnamed(self, token: Token, actor: str | None) -> Referent | None:
        plural = token.tag_ in ("NNS", "NNPS")
        described = [c for c in token.lefts if c.dep_ in ("amod", "compound", "nummod", "poss", "nmod") and c.lower_ != "same"]
        if not described and actor is None and any(c.lower_ in _POINTING for c in token.lefts):
            return None
        if token.lower_ in SOURCES:
            kind = SourceType.ANONYMOUS_SOURCES if plural else SourceType.ANONYMOUS_SOURCE
        elif plural and not any(c.dep_ == "nummod" for c in token.lefts) and token.lower_ not in ("aides", "people", "diplomats"):
            kind = SourceType.BODY if actor is not None else SourceType.ANONYMOUS_SOURCES
        else:
            kind = SourceType.ANONYMOUS_SOURCES if plural else SourceType.ANONYMOUS_OFFICIAL
        return Referent(self.phrase(token), actor, kind, is_plural=plural)

    def actor_within(self, token: Token) -> str | None:
        """The actor that the words of a noun phrase name: 'the Israeli side', 'Hamas's negotiators', 'militants from Hamas'."""
        first, last = noun_phrase(token)
        before = [m for m in self._names.mentions(first, token.i + 1) if self._counts(m.start, token)]
        for named in before:
            actor = self._actors.get(named.name) if named.is_person else named.actor
            if actor:
                return actor
        for prep in children(token, "prep"):
            if (
                prep.lower_ in ("of", "from", "for")
                and (mention := next(self._names.mentions(prep.i + 1, min(last, prep.i + 6)), None)) is not None
            ):
                return self._actors.get(mention.name) if mention.is_person else mention.actor
        pronoun = next((c for c in children(token, "poss") if c.lower_ in ("its", "their")), None)
        if pronoun is not None and (owner := self.who(pronoun)) is not None:
            return owner.actor
        return None

    def _counts(self, i: int, head: Token) -> bool:
        at = self._doc[i]
        return at.i == head.i or at.dep_ in ("amod", "compound", "poss", "nmod", "conj", "appos")

    def phrase(self, token: Token) -> str:
        """The words of a noun phrase before and with its head, without its article: 'Egyptian security source'."""
        first, _ = token.left_edge.i, token
        words = list(self._doc[first : token.i + 1])
        while len(words) > 1 and (
            words[0].lower_ in ("the", "a", "an", "same", "this", "that", "these", "those", "both", "other") or words[0].is_punct
        ):
            words.pop(0)
        return "".join(t.text_with_ws for t in words).strip()

    def _plain(self, token: Token) -> Referent | None:
        if token.pos_ not in ("NOUN", "PROPN"):
            return None
        kind = SourceType.DOCUMENT if token.lower_ in _DOCUMENTS else SourceType.UNKNOWN
        if token.lower_ in COLLECTIVES or token.ent_type_ in ("ORG", "GPE", "NORP"):
            kind = SourceType.BODY
        if token.ent_type_ == "PERSON":
            kind = SourceType.NAMED_PERSON
        if token.lower_ in OFFICIALS:
            kind = SourceType.ANONYMOUS_SOURCES if token.tag_ == "NNS" else SourceType.ANONYMOUS_OFFICIAL
        return Referent(self.phrase(token), self.actor_within(token), kind, is_plural=token.tag_ in ("NNS", "NNPS"))

    # --- what it stands for

    def _anaphor(self, token: Token) -> Referent | None:
        lower = token.lower_
        if not any(c.lower_ in _POINTING for c in token.lefts) or token.pos_ != "NOUN":
            return None
        if lower == "source" or (lower in OFFICIALS and token.tag_ == "NN"):
            return self._back(token, lambda r: r.is_anonymous and not r.is_plural)
        if lower == "sources" or (lower in OFFICIALS and any(c.lower_ in ("these", "those", "same") for c in token.lefts)):
            return self._back(token, lambda r: r.is_anonymous and r.is_plural)
        if lower in COLLECTIVES and lower not in ("mediators", "guarantors"):
            return self._back(token, lambda r: lower in r.name.lower()) or self._back(
                token, lambda r: r.source_type is SourceType.BODY and r.actor is not None and self._suits(lower, r)
            )
        return None

    def _suits(self, noun: str, referent: Referent) -> bool:
        kinds = {self._kind_of.get(referent.name, "")}
        if noun in ("rebels", "militants", "militia", "faction", "insurgents", "separatists"):
            return "group" in kinds
        if noun in ("group", "movement", "organisation", "organization"):
            return bool(kinds & {"group", "organisation"})
        if noun in ("government", "cabinet", "administration", "army", "military", "parliament", "presidency"):
            return "state" in kinds
        return bool(kinds & {"organisation", "body"}) and noun in (
            "agency",
            "ministry",
            "department",
            "council",
            "commission",
            "office",
            "court",
        )

    def _back(
        self,
        token: Token,
        fits: Callable[[Referent], bool],
        *,
        is_topic: bool = False,
        speakers_only: bool = False,
        quoted_only: bool = False,
    ) -> Referent | None:
        """The nearest fitting candidate before `token`: a subject of this sentence or the last two, else the nearest at all."""
        stop = bisect_left(self._indices, token.i)
        inside = self._quoted.at(token) >= 0
        sentence, paragraph = self._sentence[token.i], self._paragraph[token.i]
        nearest: Referent | None = None
        earlier: list[_Candidate] = []
        for candidate in reversed(self._candidates[max(0, stop - _FAR) : stop]):
            if (candidate.is_quoted and not inside) or not fits(candidate.referent) or candidate.at == token.i:
                continue
            if quoted_only and not candidate.is_quoted:
                continue
            if speakers_only and (not candidate.is_speaker or sentence - candidate.sentence > 3):
                continue
            if nearest is None:
                nearest = candidate.referent
            if candidate.is_subject and sentence - candidate.sentence <= 4:
                earlier.append(candidate)
        if not earlier:
            return nearest
        if is_topic and earlier[0].paragraph < paragraph:  # 'it' at a paragraph's head takes up the topic of the one before
            same = [c for c in earlier if c.paragraph == earlier[0].paragraph]
            return same[-1].referent
        return earlier[0].referent


def _numbered(names: Names) -> tuple[list[int], list[int]]:
    """The number of the sentence and of the paragraph that each token stands in."""
    sentences, paragraphs = [], []
    sentence = paragraph = 0
    for token in names.doc:
        if token.is_sent_start:
            sentence += 1
        sentences.append(sentence)
        paragraphs.append(paragraph)
        if "\n" in token.text_with_ws:
            paragraph += 1
    return sentences, paragraphs
