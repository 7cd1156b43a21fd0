"""Whom a pronoun cannot mean, by the clause it stands in: 'Berg urged him to go' is not Berg, 'the talks ... they' are nobody."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.speech.cues import SAYING
from gobetween.reading.syntax import SUBJECTS, child, has_left, subject_of
from gobetween.reading.word_lists import words

_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_ASKING = words("want ask urge tell order press force allow let persuade expect demand push call invite warn advise compel require")
_DEMANDING = words("demand urge ask request recommend propose insist suggest require")  # 'that he go'
_SINGULAR = frozenset({"he", "she", "it"})
_PERHAPS = frozenset({"should", "must"})
_BLAMING = words("accuse blame criticise criticize condemn denounce praise thank suspect lash attack slam")
_DONE_TO_SOMEBODY = words("join fight bomb help pressure oppose defeat sue lobby assure inform notify trust recognise recognize")
_WISHES = words("demand offer proposal claim call request condition term plan bid plea appeal suggestion")
_ANSWERING = words("reject refuse dismiss accept spurn rebuff decline welcome consider study discuss grant resist oppose")
# what talks are made of: 'the offers ... they'
_THINGS = words(
    """talk negotiation discussion meeting consultation offer proposal term demand condition deal agreement strike walkout measure
    sanction attack clash issue point difference gap deadline plan letter contact session round step concession guarantee"""
)
_CLIMBED = 7


def clause_subject(pronoun: Token) -> Token | None:
    """The subject who does something to the pronoun, or asks it of him, so that somebody else is meant; `None` if there is none.

    Nobody turns down a demand of their own: 'the mill rejected their demand' is not the mill's.
    """
    if pronoun.tag_ == "PRP$":
        return _answering(pronoun)
    if pronoun.lower_.endswith(("self", "selves")):
        return None
    if pronoun.dep_ in SUBJECTS:
        return _asking(pronoun)
    verb = _verb_above(pronoun)
    if verb is None:
        return None
    subject = subject_of(verb)
    return subject if subject is not None and subject.i < pronoun.i else None


def _answering(owner: Token) -> Token | None:
    """Who answers what 'their' owner wants: the mill of 'the mill rejected their demand'."""
    wish, verb = owner.head, owner.head.head
    is_answered = wish.dep_ == "dobj" and wish.lemma_.lower() in _WISHES and verb.lemma_ in _ANSWERING
    subject = subject_of(verb) if is_answered and child(verb, "nsubjpass") is None else None
    return subject if subject is not None and subject.i < owner.i else None


def may_be_somebody(it: Token) -> bool:
    """Whether what is done to 'it' is done to somebody: 'urged it', 'joined it', 'for it to go'; not 'promised it'."""
    return it.dep_ in SUBJECTS or it.tag_ == "PRP$" or it.head.lemma_ in _ASKING | _BLAMING | _DONE_TO_SOMEBODY


def _asking(pronoun: Token) -> Token | None:
    """Who asks something of the one whom a pronoun means: 'they want him to go', 'she demanded that he go'."""
    clause = pronoun.head
    above = clause.head
    if clause.dep_ not in ("ccomp", "xcomp") or above.i > pronoun.i:
        return None
    is_infinitive = has_left(clause, ("to",), "aux") and above.lemma_ in _ASKING
    auxiliaries = [c for c in clause.lefts if c.dep_ in ("aux", "auxpass")]
    is_bare = clause.tag_ == "VB" or (clause.tag_ == "VBP" and pronoun.lower_ in _SINGULAR)  # 'that he withdraw'
    is_bare = is_bare and all(c.lower_ in _PERHAPS | {"be"} for c in auxiliaries)
    if not is_infinitive and not (is_bare and above.lemma_ in _DEMANDING):
        return None
    subject = subject_of(above)
    return subject if subject is not None and subject.i < pronoun.i else None


def _verb_above(pronoun: Token) -> Token | None:
    """The verb whose object a pronoun is, itself or behind a preposition."""
    at = pronoun
    if at.dep_ == "pobj":
        at = at.head
        return at.head if at.dep_ in ("prep", "agent") and at.head.pos_ == "VERB" else None
    return at.head if at.dep_ in _OBJECTS and at.head.pos_ == "VERB" else None


def blamed(pronoun: Token) -> Token | None:
    """Whom the clause around blames, as 'him' in what for takes up: 'accused Berg of a plot that helped him'."""
    at = pronoun
    for _ in range(_CLIMBED):
        if at.head.i == at.i:
            return None
        at = at.head
        if at.lemma_ in _BLAMING and (whom := child(at, "dobj")) is not None and whom.i < pronoun.i:
            return whom
    return None


def blamed_in(saying: Token, pronoun: Token) -> Token | None:
    """Whom somebody blames 'saying that it ...': 'the guild accused the railway, saying it had cheated' is the railway."""
    blaming = saying.head
    if saying.dep_ != "advcl" or saying.tag_ != "VBG" or blaming.lemma_ not in _BLAMING:
        return None
    whom = child(blaming, "dobj")
    if whom is None and (at := next((c for c in blaming.rights if c.dep_ == "prep" and c.lower_ in ("at", "on")), None)) is not None:
        whom = child(at, "pobj")
    is_many = whom is not None and whom.tag_ in ("NNS", "NNPS")
    return whom if whom is not None and whom.i < saying.i and is_many == (pronoun.lower_ == "they") else None


def said_of(owned: Token) -> Token | None:
    """The subject of the words that a speaker of its own closes: 'Canada' of 'Canada had left, its minister said'."""
    speaker = owned.head
    clause = child(speaker.head, "ccomp") if speaker.dep_ == "nsubj" else None
    subject = child(clause, "nsubj") if clause is not None and clause.i < speaker.i and speaker.head.lemma_ in SAYING else None
    return subject if subject is not None and subject.pos_ in ("NOUN", "PROPN") else None


def takes_up_things(they: Token) -> bool:
    """Whether 'they' are the talks, the offers or the like that were the last subject: 'Talks resumed. Berg said they would last'."""
    if they.tag_ == "PRP$":
        return False
    doc, sentence = they.doc, they.sent
    start = doc[sentence.start - 1].sent.start if sentence.start else 0
    for token in reversed(doc[start : they.i]):
        if token.dep_ in SUBJECTS and token.pos_ in ("NOUN", "PROPN"):
            if token.tag_ in ("NNS", "NNPS"):
                return token.lemma_.lower() in _THINGS
            if token.i >= sentence.start and they.dep_ in SUBJECTS and _is_within(they, token):
                continue  # who says so
            return False
    return False


def joined_subject(they: Token) -> tuple[Token, ...]:
    """The subjects of the clause right before that 'they' take up together: 'Chile' and 'Peru' of 'Chile and Peru met. They'."""
    doc, sentence = they.doc, they.sent
    start = doc[sentence.start - 1].sent.start if sentence.start else 0
    subject = next((t for t in reversed(doc[start : they.i]) if t.dep_ in SUBJECTS and t.pos_ in ("NOUN", "PROPN")), None)
    return (subject, *(t for t in subject.conjuncts if t.i > subject.i)) if subject is not None else ()


def _is_within(they: Token, subject: Token) -> bool:
    """Whether the clause of 'they' hangs on the verb of this subject."""
    at = they
    for _ in range(_CLIMBED):
        if at.head.i == at.i:
            return False
        at = at.head
        if at.i == subject.head.i:
            return True
    return False
