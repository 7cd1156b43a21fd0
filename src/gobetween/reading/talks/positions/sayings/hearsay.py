"""What one side tells of where another stands: 'said that Canada wants the port' claims it, 'it was Canada who proposed it'."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import PositionMention, SourceType, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_child, has_left, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.word_lists import words

_PRESENT = frozenset({"VBZ", "VBP", "VBG"})
_NEARBY = frozenset({SourceType.OUTLET, SourceType.DOCUMENT})  # these tell what others want
_FORETOLD = frozenset({Stance.DEMAND, Stance.OFFER, Stance.ACCEPT, Stance.REJECT, Stance.CONDITIONAL, Stance.SUPPORT})
_WILL = words("will would 'll wo 'd")
_CLAIMING = words("claim allege argue contend assert maintain complain charge")
_ANSWERING = words("reject decline spurn rebuff veto")
_STEPS = 3  # from a verb up to that by which it is claimed


def as_claimed(scene: Scene, voices: Voices, verb: Token, stand: Stand) -> Stand | None:
    """The stand; the claim of whoever tells it, where one side tells what another wants now, or argues what it did.

    A third, who mediates, reports where the sides stand. None where the claim is told by its own verb: 'claimed that'.
    """
    if verb.pos_ == "ADJ" and stand.stance is Stance.REJECT and verb.head.dep_ == "ccomp":
        verb = verb.head  # 'had not been willing to'
    elif verb.pos_ != "VERB" or verb.dep_ in ("acl", "amod"):
        return stand
    over = _claimed_by(verb)
    if over is not None:
        if verb.tag_ == "VBN" and child(verb, *SUBJECTS, "aux", "auxpass") is None:
            return None  # 'charged that they wanted to discuss points already agreed upon'
        claimants = agents_of(scene, over)
        if not claimants or set(claimants) & set(stand.parties):
            return stand
        return _claim(verb, claimants, stand) if over.lemma_ in ("argue", "complain", "charge") else None
    speaker = voices.at(verb.idx)
    is_unnamed = speaker is not None and speaker.source_type is SourceType.ANONYMOUS_SOURCES
    is_told = _is_wanted_now(verb, stand) or _is_cleft(verb) or _is_refusal_told(verb, stand)
    if not is_told and not (is_unnamed and _is_foretold(verb, stand)):
        return stand
    if speaker is None or speaker.actor is None or speaker.actor in stand.parties or speaker.source_type in _NEARBY:
        return stand
    if speaker.actor in scene.names.parts.mediators or (scene.pair and speaker.actor not in scene.pair):
        return stand
    return _claim(verb, (speaker.actor,), stand)


def without_inner(mentions: Sequence[PositionMention]) -> list[PositionMention]:
    """Those but the claims that hold another stance of the same party: 'asserts that it is willing to sign' only offers.

    Cost is that of sorting.
    """
    within: dict[str, list[tuple[int, int]]] = {}
    for each in mentions:
        if each.stance is not Stance.CLAIM:
            within.setdefault(each.party, []).append((each.passage.start, each.passage.end))
    for spans in within.values():
        spans.sort(reverse=True)
    nearest = {party: (*accumulate((end for _, end in spans), min),) for party, spans in within.items()}

    def holds(claim: PositionMention) -> bool:
        spans = within.get(claim.party, [])
        behind = bisect_right(spans, -claim.passage.start, key=lambda span: -span[0])  # begun no earlier than the claim
        return behind > 0 and nearest[claim.party][behind - 1] <= claim.passage.end

    return [each for each in mentions if each.stance is not Stance.CLAIM or not holds(each)]


def _claim(verb: Token, parties: tuple[str, ...], stand: Stand) -> Stand:
    first = verb.head.head.left_edge.i if _is_cleft(verb) else clause_tokens(verb)[0]
    return evolve(stand, parties=parties, stance=Stance.CLAIM, words=(min(first, stand.words[0]), stand.words[1]))


def _is_wanted_now(verb: Token, stand: Stand) -> bool:
    """'wants', 'are seeking', 'does not want', in the present of whoever tells it."""
    is_now = verb.tag_ in _PRESENT or (is_negated(verb) and any(c.tag_ in _PRESENT for c in children(verb, "aux")))
    is_had = has_child(verb, ("had", "has", "have", "was", "were", "did"), "aux")
    is_wish = stand.stance is Stance.DEMAND or (stand.stance is Stance.SUPPORT and verb.lemma_ in ("want", "seek"))
    return is_wish and is_now and not is_had and child(verb, "nsubj") is not None


def _is_refusal_told(verb: Token, stand: Stand) -> bool:
    """'had refused to open its books', 'had not been willing to', told by the other side; that an offer was rejected is no reproach."""
    is_past = has_child(verb, ("had", "has", "have"), "aux") and verb.lemma_ not in _ANSWERING
    return stand.stance is Stance.REJECT and verb.dep_ == "ccomp" and is_past and child(verb, "nsubj") is not None


def _is_foretold(verb: Token, stand: Stand) -> bool:
    """'Norway will demand', 'would agree to open the port': what sources of the other side say that it will do."""
    return stand.stance in _FORETOLD and has_child(verb, _WILL, "aux") and child(verb, "nsubj") is not None


def _is_cleft(verb: Token) -> bool:
    """'it was Canada who proposed it'."""
    copula = verb.head.head if verb.dep_ == "relcl" and verb.head.dep_ == "attr" else None
    return copula is not None and copula.lemma_ == "be" and has_left(copula, ("it",))


def _claimed_by(verb: Token) -> Token | None:
    """The verb in 'argues that Canada asks too much', 'claimed Canada continues to demand it'."""
    at = verb
    for _ in range(_STEPS):
        if at.dep_ == "ccomp" and at.head.lemma_ in _CLAIMING and at.head.i < at.i:
            return at.head
        if at.dep_ not in ("xcomp", "conj", "ccomp"):
            return None
        at = at.head
    return None
