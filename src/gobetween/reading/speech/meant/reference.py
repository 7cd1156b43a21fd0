"""Whom a speaker's words stand for: 'he', 'the group', 'the source', a surname, each resolved backwards through the text."""

from __future__ import annotations

import copy

from spacy.attrs import POS
from spacy.symbols import NOUN, PROPN
from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Speaker
from gobetween.reading.naming.genders import HE, gender_of_words, genders_of
from gobetween.reading.naming.name_words import WILLING
from gobetween.reading.naming.names import Names
from gobetween.reading.naming.offices import Office, posts_of
from gobetween.reading.naming.topics import topic_before
from gobetween.reading.naming.unions import is_union
from gobetween.reading.speech.attribution import QuoteMap
from gobetween.reading.speech.cues import SAYING
from gobetween.reading.speech.meant.bindings import (
    blamed,
    blamed_in,
    clause_subject,
    joined_subject,
    may_be_somebody,
    said_of,
    takes_up_things,
)
from gobetween.reading.speech.meant.candidates import Candidates
from gobetween.reading.speech.meant.nouns_taken_up import NounsTakenUp
from gobetween.reading.speech.meant.phrases import Phrases
from gobetween.reading.speech.meant.referents import (
    IT,
    MALE_FEMALE,
    POSTS,
    SPEAKING,
    THEY,
    WE,
    Referent,
)
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, subject_of

_NOUNS = frozenset({NOUN, PROPN})


class References:
    """Who is meant by each word; built once for a document, asked for any token. Looks back over a bounded stretch."""

    def __init__(self, names: Names, actors: dict[str, str], quoted: QuoteMap, offices: tuple[Office, ...] = ()) -> None:
        self._names, self._quoted = names, quoted
        self._genders = genders_of(names, offices)
        self._posts = posts_of(names, offices, POSTS)
        self._phrases = Phrases(names, actors, self.who)
        self._doc = names.doc
        self._cache: dict[int, Referent | None]
        self._voices: Voices | None
        self.forget(None)
        self._kind_of = {m.name: m.kind for m in names.mentions() if not m.is_person and not m.is_adjective}
        self._candidates = Candidates(names.doc, quoted)
        self._back = self._candidates.back
        self._nouns = NounsTakenUp(names, self._posts, self._kind_of, self._candidates)
        for i, pos in enumerate(self._doc.to_array(POS).tolist()):
            if pos in _NOUNS and self._doc[i].dep_ not in ("compound", "amod", "nmod"):
                self._consider(self._doc[i])

    def _consider(self, token: Token) -> None:
        referent = self._phrases.by_itself(token) or self._nouns.of(token) or self._phrases.described(token)
        if referent is None and token.dep_ == "nsubj" and token.head.lemma_ in SAYING:
            referent = self._phrases.unnamed_person(token) or self._phrases.told_apart(token)
        if referent is None:
            return
        if referent.is_anonymous and token.dep_ == "appos" and (beside := self._names.at(token.head)) is not None and beside.is_person:
            return  # 'Anna Berg, chief negotiator of ...' is Anna Berg
        self._candidates.put(token, referent)

    def hearing(self, voices: Voices) -> References:
        """The same, told whose words the quotations are: 'we' is then the speaker's side, 'he' and 'they' somebody else."""
        heard = copy.copy(self)
        heard.forget(voices)
        return heard

    def forget(self, voices: Voices | None) -> None:
        """Resolve everything afresh, with these voices known."""
        self._cache, self._voices = {}, voices

    def who(self, token: Token) -> Referent | None:
        """Whom the phrase around `token` means; `None` where that cannot be told."""
        if token.i not in self._cache:
            self._cache[token.i] = self._resolve(token)
        return self._cache[token.i]

    def _resolve(self, token: Token) -> Referent | None:
        word = token.lower_
        speaker = self._speaker_around(token)
        if speaker is not None and word in WE | MALE_FEMALE | THEY:
            return self._in_speech(token, speaker)
        if word in IT | THEY and (teller := self._teller(token)) is not None:
            return teller
        if word in MALE_FEMALE:
            return self._of_person(token)
        if token.dep_ == "nsubj" and token.head.lemma_ in SAYING and word in THEY:
            speakers = self._back(
                token, lambda r: (r.is_plural and r.is_anonymous) or r.source_type is SourceType.BODY, speakers_only=True
            )
            if speakers is not None:
                return speakers
        other = self._other_than(token)
        if word in THEY:
            if takes_up_things(token):
                return None
            if (first := self._first_of_joined(token)) is not None and first != other:
                return first
            many = self._nouns.weighed(token, lambda r: r.is_plural and r != other)
            if many is not None and (side := self._in_talks_with(token, many)) is not None and side != other:
                return side
            if many is not None or (word == "them" and any(t.tag_ == "NNS" for t in self._doc[token.sent.start : token.i])):
                return many  # 'ten bodies ... identified them': no body further back
            return self._nouns.weighed(token, lambda r: not r.is_person and r.actor is not None and r != other)
        if word in IT:
            return self._of_body(token, other)
        return self._phrases.by_itself(token) or self._nouns.of(token) or self._phrases.described(token) or self._phrases.plain(token)

    def _first_of_joined(self, they: Token) -> Referent | None:
        """The first of the subjects joined right before, whom 'they' takes up together: 'Norvan and the Front said they would'."""
        joined = joined_subject(they) if they.dep_ in SUBJECTS else ()
        meant = [self.who(each) for each in joined] if len(joined) > 1 and joined[0].head.i != they.head.i else []
        return meant[0] if meant and all(r is not None and r.actor for r in meant) else None

    def _in_talks_with(self, they: Token, many: Referent) -> Referent | None:
        """The union that talks with those many: 'The guild returned to talks with the port authorities. They accepted'."""
        subject = next(iter(joined_subject(they)), None) if they.dep_ in SUBJECTS else None
        side = self.who(subject) if subject is not None and subject.tag_ not in ("NNS", "NNPS") else None
        if subject is None or side is None or side.actor is None or not is_union(side.actor):
            return None
        partners = (t for t in self._doc[subject.i + 1 : they.i] if t.dep_ == "pobj" and t.head.lower_ == "with")
        return side if any(self.who(t) == many for t in partners) else None

    def _of_body(self, token: Token, other: Referent | None) -> Referent | None:
        """Which body 'it' or 'its' means; nobody for what is 'promised' or 'rejected' by the one who would be meant."""
        before = (
            self._speaker_before(token) or self._of_whom_is_said(token) or self._speaks_again(token) or self._stranger_before(token)
        )
        if before is None and other is not None and not may_be_somebody(token) and self._nouns.weighed(token, _is_one_body) == other:
            return None
        return before or self._nouns.weighed(token, lambda r: _is_one_body(r) and r != other, is_topic=True)

    def _other_than(self, pronoun: Token) -> Referent | None:
        """Who does something to the one whom a pronoun means, or asks it of them: somebody else is meant."""
        subject = clause_subject(pronoun)
        return self.who(subject) if subject is not None and subject.i < pronoun.i else None

    def _stranger_before(self, token: Token) -> Referent | None:
        """Somebody of whom the text tells nothing else, who did something in the sentence before: not a body further back is meant."""
        subject = topic_before(token) if token.lower_ == "it" and token.dep_ == "nsubj" else None
        is_stranger = subject is not None and subject.pos_ == "PROPN" and subject.ent_type_ not in ("DATE", "TIME")
        if subject is None or not is_stranger or subject.head.lemma_ not in WILLING | SAYING or self._names.at(subject) is not None:
            return None
        stranger = self.who(subject)
        return stranger if stranger is not None and not stranger.is_person else None

    def _of_person(self, token: Token) -> Referent | None:
        """Whom 'he' or 'she' means: a person, or one unnamed, whom no title and no given name tells to be of the other gender."""
        told = "he" if token.lower_ in HE else "she"
        if (post := self._post_that_says(token)) is not None:
            return post
        inside = self._quoted.at(token) >= 0
        other = self._other_than(token)
        is_done_by_none = other is None or other.source_type is SourceType.UNKNOWN
        if is_done_by_none and (whom := blamed(token)) is not None and (named := self.who(whom)) is not None and named.is_person:
            return named

        def fits(referent: Referent) -> bool:
            if other is not None and referent.name == other.name:
                return False
            known = self._genders.get(referent.name) if referent.is_person else gender_of_words(referent.name.lower().split())
            return known in (None, told)

        within = self._back(token, lambda r: r.is_person and fits(r), same_quotation=True) if inside else None
        return within or self._nouns.weighed(
            token, lambda r: fits(r) and (r.is_person or (r.is_anonymous and not r.is_plural and not inside))
        )

    def _post_that_says(self, token: Token) -> Referent | None:
        """Who says of himself what 'he' does, where a post alone names him: 'the Norvanian president said that he would not come'."""
        clause = token.head
        if token.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.head.lemma_ not in SAYING:
            return None
        subject = subject_of(clause.head)
        if subject is None or subject.i >= token.i or subject.lower_ not in POSTS or subject.tag_ in ("NNS", "NNPS"):
            return None
        holder = self.who(subject)
        if holder is None or holder.is_person or holder.actor is None:
            return None
        return Referent(holder.name, holder.actor, SourceType.ANONYMOUS_OFFICIAL)

    def _teller(self, token: Token) -> Referent | None:
        """Who says of themselves what 'it' or 'they' do: 'the bank told them that it would oppose the deal'."""
        clause = token.head
        if token.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "ccomp" or clause.head.lemma_ not in SAYING:
            return None
        subject = blamed_in(clause.head, token) or subject_of(clause.head)
        if subject is None or subject.i >= token.i or subject.pos_ == "PRON":
            return None
        teller = self.who(subject)
        if teller is not None and teller.actor is None and token.lower_ in THEY and subject.tag_ == "NNS":
            return teller  # 'traders said they would stay': they and nobody else, though the text has no name for them
        is_voice = teller is not None and teller.is_person and bool(self._posts.get(teller.name, frozenset()) & SPEAKING)
        if teller is not None and teller.actor is not None and token.lower_ in THEY and is_voice:
            return Referent(teller.actor, teller.actor, SourceType.BODY)
        if teller is None or teller.actor is None or teller.source_type is not SourceType.BODY:
            return None
        are_many = teller.is_plural or (subject.tag_ == "NNPS" and self._kind_of.get(teller.name) != "state")
        return teller if are_many or token.lower_ in IT else None

    def _speaker_before(self, token: Token) -> Referent | None:
        """Who speaks or acts in the sentence right before an opening 'Its', whatever it is: 'The museum said ... Its director'."""
        subject = topic_before(token) if token.lower_ == "its" else None
        if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
            return None
        referent = self.who(subject)
        if referent is None or referent.is_person or referent.is_anonymous:
            return None
        return referent if referent.actor is not None or subject.head.lemma_ in SAYING else None

    def _of_whom_is_said(self, token: Token) -> Referent | None:
        """Whose minister or aide closes the sentence: 'Norway would join only after Canada left, its minister said'."""
        subject = said_of(token) if token.lower_ == "its" else None
        referent = self.who(subject) if subject is not None else None
        return referent if referent is not None and referent.actor and not referent.is_person else None

    def _speaks_again(self, token: Token) -> Referent | None:
        """The body that spoke last, as an 'it' that says something takes it up: 'The registry denied it. ..., it said'."""
        if token.lower_ != "it" or token.dep_ != "nsubj" or token.head.lemma_ not in SAYING:
            return None
        return self._back(token, lambda r: r.source_type is SourceType.BODY, speakers_only=True)

    def _speaker_around(self, token: Token) -> Speaker | None:
        if self._voices is None or self._quoted.at(token) < 0:
            return None
        return self._voices.at(token.idx)

    def _in_speech(self, token: Token, speaker: Speaker) -> Referent | None:
        """'We' and 'I' are the speaker's side; 'he' and 'they' are others, whom the quotation or what stands before it names."""
        word = token.lower_
        if word in WE:
            return Referent(speaker.name, speaker.actor, speaker.source_type)

        spoken_for = self._voices.spoken_for(token, self._names) if self._voices is not None else None

        def is_other(referent: Referent) -> bool:
            is_same = referent.name in (speaker.name, spoken_for) or (speaker.actor is not None and referent.actor == speaker.actor)
            if word not in MALE_FEMALE:
                return not is_same and not referent.is_person
            told = "he" if word in HE else "she"
            return not is_same and referent.is_person and self._genders.get(referent.name) in (None, told)

        within = self._back(token, is_other, same_quotation=True)
        if within is not None:
            return within
        if word in MALE_FEMALE:
            about = self._voices.spoken_of(token) if self._voices is not None else None
            return (self.who(about) if about is not None else None) or self._back(token, is_other)
        return self._back(token, lambda r: is_other(r) and (r.is_plural or r.actor is not None), is_near=True)

    def actor_within(self, token: Token) -> str | None:
        """The actor that the words of a noun phrase name: 'the Israeli side', 'militants from Hamas'."""
        return self._phrases.actor_within(token)

    def actor_of(self, person: str) -> str | None:
        """Whose side the person of this full name is on."""
        return self._phrases.actor_of(person)

    def phrase(self, token: Token) -> str:
        """The words of a noun phrase before and with its head, without its article: 'Egyptian security source'."""
        return self._phrases.words(token)


def _is_one_body(referent: Referent) -> bool:
    return referent.source_type is SourceType.BODY and referent.actor is not None and not referent.is_plural
