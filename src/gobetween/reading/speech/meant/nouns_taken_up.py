"""Nouns that take up somebody named before: 'the group', 'the minister', 'the source', 'the carmaker'."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from gobetween.model.evidence import SourceType
from gobetween.reading.naming.doubts import Meant, note
from gobetween.reading.naming.name_words import COLLECTIVES, DESCRIBED_AS, MAKERS, POWERS, TITLES
from gobetween.reading.naming.names import Names
from gobetween.reading.speech.meant.candidates import Candidates
from gobetween.reading.speech.meant.known_kinds import KNOWN_AS
from gobetween.reading.speech.meant.referents import (
    OFFICIALS,
    POINTING,
    POSTS,
    Referent,
    has_noun,
    is_called,
    is_hinted,
    is_told_apart,
    suits,
)
from gobetween.reading.syntax import SUBJECTS, child, has_left, subject_of
from gobetween.reading.word_lists import words

_RUNNING = frozenset({"management", "bosses", "managers", "executives"})
_OF_FIRMS = (DESCRIBED_AS | MAKERS | {"landlord", "brewery", "hotelier", "automaker"}) - words(
    "network charity party movement union federation club league newspaper company firm"
)
_THEIRS = TITLES | COLLECTIVES | words("demand offer proposal refusal leaders officials negotiators ministers position stance")
# nouns by which a body is called that has them in its name
_IN_NAMES = words(
    """university college hospital museum school theatre theater orchestra opera city town village county district borough parish
    province confederation organisation organization society institute academy church club congress forum agency authority network
    brotherhood chamber foundation library port initiative force congregation diocese assembly cooperative bloc league trust"""
)


class NounsTakenUp:
    """The nouns of one document, by those who were named before them."""

    def __init__(self, names: Names, posts: Mapping[str, frozenset[str]], kind_of: Mapping[str, str], candidates: Candidates) -> None:
        self._names, self._doc = names, names.doc
        self._posts, self._kind_of = posts, kind_of
        self._candidates, self._back = candidates, candidates.back

    def weighed(self, token: Token, fits: Callable[[Referent], bool], *, is_topic: bool = False) -> Referent | None:
        """Who is taken up; keeps in mind who else may be."""
        referent, rivals = self._candidates.weighed(token, fits, is_topic=is_topic)
        if referent is not None:
            note(self._doc, token.i, Meant(token.lower_, referent.actor or referent.name, rivals))
        return referent

    def _player(self, token: Token) -> Referent | None:
        """Who plays the part that a bare noun calls: 'the government', 'the rebels', 'the drivers'."""
        actor = self._names.parts.of(token)
        if actor is None:
            return None
        note(self._doc, token.i, Meant(token.lower_, actor, is_sole=True))
        return Referent(actor, actor, SourceType.BODY, is_plural=token.tag_ in ("NNS", "NNPS"))

    def of(self, token: Token) -> Referent | None:
        """Whom a noun with 'the' or 'this' takes up; `None` for any other word, and where nobody fits."""
        lower = token.lower_
        if (player := self._player(token)) is not None:
            return player
        if (
            lower in _RUNNING
            and (token.tag_ in ("NN", "NNS") or token.is_sent_start)
            and (firm := self._firm_run_by(token)) is not None
        ):
            return firm
        if not has_left(token, POINTING) or token.pos_ != "NOUN":
            return None
        if token.tag_ == "NN" and lower in POSTS:  # 'the minister' is the last who was called so, with a name or without one
            holder = self._back(token, lambda r: lower in self._posts.get(r.name, ()) or (r.is_anonymous and lower in r.name.lower()))
            if holder is not None:
                return holder
        if lower == "source" or (lower in OFFICIALS and token.tag_ == "NN"):
            return self._back(token, lambda r: r.is_anonymous and not r.is_plural)
        if lower == "sources" or (lower in OFFICIALS and has_left(token, ("these", "those", "same"))):
            return self._back(token, lambda r: r.is_anonymous and r.is_plural)
        if token.tag_ == "NN" and (told := self._told(token)) is not None:
            return told
        if token.tag_ == "NN" and (known := self._of_known_kind(token) or self._by_noun_of_name(token)) is not None:
            return known
        if lower in POWERS and any(c.lower_ == "of" for c in token.rights):
            return None  # 'the government of Ada Berg' says itself whose it is
        if token.tag_ == "NN" and lower in _OF_FIRMS and not is_told_apart(token):
            others = {self._own_subject(token)} | self._others(token)
            return self._firm(token, lambda r: r.name not in others and is_hinted(lower, r.name)) or self._firm(
                token, lambda r: r.name not in others
            )
        if lower in COLLECTIVES and lower not in ("mediators", "guarantors"):
            own = {self._own_subject(token)} | self._others(token)
            if lower in POWERS and self._back(token, lambda r: r.name.lower() in POWERS) is not None:
                return self._back(token, lambda r: r.name.lower() == lower)  # where a government has no name, neither has its army
            if is_told_apart(token):
                return self._back(token, lambda r: is_called(lower, r))
            return self.weighed(token, lambda r: is_called(lower, r) and r.name not in own) or self.weighed(
                token,
                lambda r: (
                    r.source_type is SourceType.BODY
                    and r.actor is not None
                    and r.name not in own
                    and suits(lower, r, self._kind_of.get(r.name, ""))
                ),
            )
        return None

    def _told(self, token: Token) -> Referent | None:
        """Whom the text has called by this noun: 'the carmaker', where one before it was said to be that."""
        actors = self._names.parts.unions if token.lower_ == "union" else self._names.parts.told.get(token.lower_)
        if not actors or is_told_apart(token):
            return None
        others = self._others(token)
        return self.weighed(token, lambda r: r.actor in actors and r.actor not in others and r.source_type is SourceType.BODY)

    def _of_known_kind(self, token: Token) -> Referent | None:
        """Whom the world calls by this noun: 'the kingdom' after Jordan, and before it where the text names no other such."""
        actors = KNOWN_AS.get(token.lower_)
        if actors is None or not _acts(token) or is_told_apart(token) or any(c.dep_ in ("prep", "amod") for c in token.children):
            return None
        found = self.weighed(token, lambda r: r.actor in actors and r.source_type is SourceType.BODY)
        if found is not None:
            return found
        named = {m.actor for m in self._names.mentions(token.i) if m.actor in actors and not self._names.is_place(m)}
        return Referent(min(named), min(named), SourceType.BODY) if len(named) == 1 else None

    def _by_noun_of_name(self, token: Token) -> Referent | None:
        """The body whose name begins or ends with the noun: 'the university' after the University of Dunmere."""
        lower = token.lower_
        if lower not in _IN_NAMES or is_told_apart(token) or not _acts(token):
            return None
        return self.weighed(token, lambda r: r.source_type is SourceType.BODY and r.actor == r.name and has_noun(lower, r.name))

    def _firm(self, token: Token, fits: Callable[[Referent], bool]) -> Referent | None:
        """The firm named last of those that fit."""
        kinds = self._kind_of
        return self.weighed(
            token,
            lambda r: r.source_type is SourceType.BODY and suits("firm", r, kinds.get(r.name, "")) and not _is_told(r) and fits(r),
        )

    def _firm_run_by(self, token: Token) -> Referent | None:
        """The firm whose 'management', 'bosses' or 'managers' act, where the words do not say whose they are."""
        if token.dep_ not in SUBJECTS or self._names.at(token) is not None or any(c.dep_ != "det" for c in token.lefts):
            return None
        is_one = all(c.lower_ == "the" for c in token.lefts) and child(token, "prep") is None
        return self._firm(token, lambda _: True) if is_one else None

    def _others(self, token: Token) -> set[str]:
        """The actors of whom `token` says something, or to whom it does something, and who are then not meant by it."""
        verb = token.head
        if token.dep_ != "nsubj" or verb.pos_ != "VERB":
            return set()
        said = child(verb, "ccomp")
        about = (child(verb, "dobj"), child(said, "nsubj") if said is not None else None)
        mentions = (self._names.at(each) for each in about if each is not None and each.i > verb.i)
        return {mention.actor for mention in mentions if mention is not None and mention.actor}

    def _own_subject(self, token: Token) -> str | None:
        """The name of the one who does something to `token`, who is then not meant by it."""
        subject = subject_of(token.head) if token.dep_ in ("dobj", "pobj", "dative") and token.head.pos_ == "VERB" else None
        mention = self._names.at(subject) if subject is not None else None
        return mention.name if mention is not None else None


def _acts(token: Token) -> bool:
    """Whether a noun stands for somebody who does or has something: 'on the island' and 'the island's beaches' are places."""
    if token.dep_ in SUBJECTS:
        return True
    is_dealt_with = token.dep_ == "pobj" and (token.head.dep_ == "agent" or token.head.lower_ in ("with", "against", "from"))
    return is_dealt_with or (token.dep_ == "poss" and token.head.lemma_.lower() in _THEIRS)


def _is_told(referent: Referent) -> bool:
    """Whether a body has no name but words that tell it: 'the dockers' union'."""
    return referent.name.islower()
