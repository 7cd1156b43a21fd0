"""Whose a saying is that goes on with another's: '..., adding that the town could pay no more', '... and urged the guild to sign'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.naming.name_words import COLLECTIVES, SIDES
from gobetween.reading.speech.cues import OBJECT, PARTICLES, SAYING
from gobetween.reading.speech.meant.referents import DOCUMENTS, OFFICIALS, PERSONS, POSTS, SOURCES
from gobetween.reading.syntax import NOMINALS, SUBJECTS, child, has_child, has_left, subject_of
from gobetween.reading.word_lists import words

_VOICES = (
    COLLECTIVES
    | SIDES
    | OFFICIALS
    | PERSONS
    | POSTS
    | SOURCES
    | DOCUMENTS
    | words("head firm company employer district group bank body")
)
_ISSUING = words("issue release publish send post make sign circulate distribute put read deliver")
_ISSUED = words("statement communique communiqué letter message note post declaration tweet release email memo")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_EMPTY = frozenset({"it", "there", "this", "that", "these", "those"})
_HIGHEST = 6  # clauses climbed, at most


def teller_alongside(verb: Token, subject: Token) -> Token | None:
    """The teller of the saying around, if `verb` goes on with that one's words and its `subject` is only what they are about.

    'Lund said the offer was fair and urged the guild to sign': Lund urges. 'The mayor said the guild had refused, adding that ...':
    the mayor adds. 'The mayor said the guild had refused and demanded more' stays with the guild, which may well have demanded it.
    """
    is_participle = verb.dep_ == "advcl" and verb.tag_ == "VBG"
    if child(verb, *SUBJECTS) is not None or not (is_participle or verb.dep_ == "conj") or subject.dep_ not in SUBJECTS:
        return None
    clause = subject.head
    is_adding = is_participle and verb.lemma_ == "add"
    is_voice = may_tell(subject) and not (is_participle and subject.pos_ == "PRON")  # 'she said they were hurt, saying ...'
    if not is_adding and is_voice and clause.lemma_ != "be" and not _is_bare(clause):
        return None
    return _teller_above(clause, verb, is_outermost=is_adding)


def _teller_above(clause: Token, verb: Token, *, is_outermost: bool) -> Token | None:
    """Who says the clause; of several one within the other, the first or the outermost."""
    found = None
    for _ in range(_HIGHEST):
        above = clause.head
        if clause.dep_ != "ccomp" or above.i >= verb.i or above.lemma_.lower() not in SAYING | OBJECT:
            break
        own = subject_of(above)
        if own is None or own.pos_ not in NOMINALS:
            break
        found, clause = own, above
        if not is_outermost:
            break
    return found


def may_tell(subject: Token) -> bool:
    """Whether a subject is somebody or a text, by name or by its noun: no 'offer' and no 'storm' tells anything."""
    if subject.pos_ == "PRON":
        return subject.lower_ not in _EMPTY
    return subject.pos_ == "PROPN" or subject.ent_type_ in _NAMED or bool({subject.lower_, subject.lemma_.lower()} & _VOICES)


def _is_bare(clause: Token) -> bool:
    """Whether the clause only says what somebody is to do: 'advised reporters not to travel, saying ...'."""
    return clause.tag_ == "VB" and has_left(clause, ("to",), "aux")


def issuer_of(verb: Token, text: Token) -> Token | None:
    """Who issued the text that says it, if the sentence tells: 'The two sides issued a statement saying ...'."""
    issuing = text.head
    is_issued = text.dep_ == "dobj" and issuing.lemma_ in _ISSUING and text.lemma_.lower() in _ISSUED and text.i < verb.i
    issuer = subject_of(issuing) if is_issued and verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBG" else None
    return issuer if issuer is not None and issuer.pos_ in NOMINALS else None


def is_without(verb: Token) -> bool:
    """Whether it is told that nothing was said: 'without saying who had been asked'."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def is_call(joined: Token) -> bool:
    """Whether a joined verb calls for something: '... and called on both sides to think again'."""
    return has_child(joined, PARTICLES.get(joined.lemma_.lower(), ()), "prep", "prt")
