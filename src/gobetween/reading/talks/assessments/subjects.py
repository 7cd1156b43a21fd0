"""Whether a judgement is of the talks: by its subject, by the noun it stands with, and by what a hope is for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import children, has_child, subject_of
from gobetween.reading.talks.meetings.words import TALKS
from gobetween.reading.word_lists import words

_PEOPLE = words(
    """
    negotiator mediator diplomat official delegate delegation envoy minister observer analyst expert leader family relative
    resident investor creditor lender employer union member source participant people person side party camp team government
    spokesman spokeswoman spokesperson secretary president commissioner ambassador adviser advisor aide economist anyone nobody
    everyone somebody none neither both one capital council conciliator facilitator chairman chairwoman chair chief steward
    lawyer worker villager voter critic insider colleague neighbour neighbor two three body all each few most many rest other
    second third soul hand"""
)
_OUTCOMES = words(
    """
    deal agreement truce ceasefire cease-fire accord settlement breakthrough solution treaty contract compromise pact peace
    progress headway movement merger draft text paper proposal offer package outcome result talks bargaining diplomacy mission
    push round exchange contact encounter process negotiation initiative effort step resolution consensus formula framework swap
    release handshake signing conclusion end understanding"""
)
_STATES = words(
    """
    mood atmosphere tone climate spirit trust relation gap gulf chasm rift divide difference distance hurdle obstacle issue
    question point hope chance prospect odds outlook likelihood expectation optimism pessimism confidence doubt scepticism
    skepticism patience momentum goodwill appetite time clock window door path way road room hour day week phase stage moment
    juncture situation picture assessment note signal sign thing matter stake ice outline contour shape word language position
    visit meeting start morning night evening afternoon rest third half part lot what nothing something everything anything much
    little remainder danger risk fear sense feeling temperature chemistry verdict reading view wall snag course track direction
    reason ground line fate quarrel dispute standoff stand-off conflict crisis deadlock impasse stalemate"""
)
_TOPICS = (
    TALKS
    | _OUTCOMES
    | words(
        """
    side party hostage prisoner captive detainee war fighting strike border crossing quota gap difference issue dispute
    negotiator mediator sign agree resolve settle reach negotiate compromise conclude succeed solve bridge overcome"""
    )
)
_OF_TALKS = TALKS | _OUTCOMES | _STATES
# what a mood or a moment may be that is not one of talks: it is told behind 'of', 'in', 'for', 'about' or 'that'
_OPEN_WORDS = words(
    """
    optimistic pessimistic hopeful confident upbeat sceptical skeptical doubtful sanguine bullish buoyant convinced optimism
    expectation expectations pessimism hope hopes confidence
    chance chances prospect prospects odds outlook mood atmosphere climate day moment phase
    stage start news signs signals developments sign signal certain sure milestone"""
)
_BEHIND = words("of in for about on that to with at")
_GAINS = words("progress headway movement breakthrough advance")  # made in much else, too
_THINKING = words("believe expect think hope doubt trust see convinced confident optimistic pessimistic sceptical skeptical hopeful")
_BREAKING = words("break close narrow stall lift move head bring run")
_AT_HAND = words("room hall table building corridor lobby hotel capital delegation camp meeting force play place principle camp moment")
_CLAUSES = frozenset({"ccomp", "acl", "xcomp", "advcl"})


def is_of_talks(scene: Scene, found: Span) -> bool:
    """Whether the words found are said of the talks, of those in them, or of nothing named: 'it', not 'the harvest', 'looks good'."""
    return (
        not _is_of_others(found)
        and _has_fitting_subject(scene, found)
        and _stands_with_talks(found)
        and all(_is_hope_for_talks(scene, t, found) for t in found)
    )


def _is_of_others(found: Span) -> bool:
    """Whether the words go on into a clause about something else: 'a list of those who are alive', 'the crew that is in danger'."""
    clause = found[-1]
    while clause.dep_ in ("acomp", "attr", "advmod", "pobj", "prep") and clause.head.i >= found.start:
        clause = clause.head
    if clause.dep_ != "relcl" or clause.i < found.start or not found.start <= clause.head.i < found.end:
        return False
    return clause.head.lemma_.lower() not in _OF_TALKS | _PEOPLE


def _has_fitting_subject(scene: Scene, found: Span) -> bool:
    if any(t.lemma_.lower() in (TALKS | _OUTCOMES) - _GAINS for t in found):
        return True
    subject = _subject(found.root)
    if any(t.lemma_ in _THINKING for t in found):  # only people believe and expect
        return True
    if subject is None or found.start <= subject.i < found.end:
        return True
    return _is_fitting(scene, subject)


def _subject(root: Token) -> Token | None:
    at = root
    for _ in range(5):
        if at.pos_ in ("VERB", "AUX"):
            return subject_of(at)
        if at.dep_ in ("nsubj", "nsubjpass") or at.head.i == at.i:
            return None
        at = at.head
    return None


def _is_fitting(scene: Scene, subject: Token) -> bool:
    """A pronoun, somebody, or a noun for talks, their people and their state."""
    if subject.pos_ in ("PRON", "DET", "NUM", "ADJ", "VERB", "AUX") or subject.lemma_.lower() in _OF_TALKS | _PEOPLE:
        return True
    referent = scene.references.who(subject)
    if referent is not None and (referent.actor or referent.is_person or referent.is_anonymous):
        return not any(c.dep_ == "poss" for c in subject.lefts) or referent.is_person or subject.tag_ == "NNP"
    return subject.pos_ == "PROPN"


def _stands_with_talks(found: Span) -> bool:
    """'a difficult year' and 'broke down the door' are of the year and the door."""
    last = found[-1]
    if last.dep_ == "amod" and last.head.i >= found.end and last.head.pos_ == "NOUN":
        return last.head.lemma_.lower() in _OF_TALKS | _PEOPLE
    things = [c for t in found if t.lemma_ in _BREAKING for c in children(t, "dobj") if c.i >= found.end]
    return all(c.pos_ != "NOUN" or c.lemma_.lower() in _OF_TALKS | _PEOPLE for c in things)


def _is_hope_for_talks(scene: Scene, token: Token, found: Span) -> bool:
    """Whether what the hope is for has to do with talks, or is told by a mere pronoun or a party's name."""
    if token.lower_ in ("gap", "gaps"):
        return not has_child(token, ("in",), "prep")
    if token.lower_ not in _OPEN_WORDS:
        return True
    told = [t for clause in _behind(token) for t in clause.subtree if t.i > token.i and t.i != clause.i]
    if token.lower_ == "moment" and told and all(found.start <= t.i < found.end for t in told):  # 'a moment of truth' is one idea
        return True
    if not any(t.pos_ in ("NOUN", "PROPN", "VERB") for t in told):
        return all(_is_topical(scene, c) for c in children(token, "compound"))  # not 'growth prospects'
    return any(_is_topical(scene, t) for t in told if t.dep_ != "poss" or t.pos_ != "PRON")


def _behind(token: Token) -> Iterator[Token]:
    yield from (c for c in token.children if c.i > token.i and (c.dep_ in _CLAUSES or (c.dep_ == "prep" and c.lower_ in _BEHIND)))


def _is_topical(scene: Scene, token: Token) -> bool:
    if token.pos_ == "PRON":
        return token.dep_ != "expl" and token.lower_ not in ("that", "which", "who", "what")
    if token.lemma_.lower() in _TOPICS | _AT_HAND or token.ent_type_ in ("DATE", "TIME"):
        return True
    mention = scene.names.at(token)
    return mention is not None and mention.actor is not None and not scene.names.is_place(mention)
