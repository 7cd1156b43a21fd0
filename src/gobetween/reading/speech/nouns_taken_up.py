"""Nouns that take up somebody named before: 'the group', 'the minister', 'the source', 'the carmaker'."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from gobetween.model.evidence import SourceType
from gobetween.reading.naming.doubts import Meant, note
from gobetween.reading.naming.name_words import COLLECTIVES, POWERS
from gobetween.reading.naming.names import Names
from gobetween.reading.speech.candidates import Candidates
from gobetween.reading.speech.referents import OFFICIALS, POINTING, POSTS, Referent, is_called, is_told_apart, suits
from gobetween.reading.syntax import child, has_left, subject_of


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
        if lower in POWERS and any(c.lower_ == "of" for c in token.rights):
            return None  # 'the government of Ada Berg' says itself whose it is
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
