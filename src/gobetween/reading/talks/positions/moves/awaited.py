"""Answers still awaited: 'has yet to sign', 'had not confirmed it by nightfall', 'neither has replied', 'is still weighing it'."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, has_child, is_negated, subject_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.threats import HARMFUL, is_threat
from gobetween.reading.talks.positions.stands import Stand, issue_range, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

# by these a side settles what was put to it
_SETTLING = words(
    """sign confirm accept approve ratify endorse agree commit decide respond reply answer consent initial countersign react pronounce
    assent"""
)
_ANSWERING = words("confirm sign ratify decide commit respond reply answer react initial countersign")
_REPLYING = words("reply respond answer decide react")
_GIVING = words("give send deliver submit return make announce reach take state say issue provide offer table communicate convey")
_GIVEN = stances.REPLIES | words("consent approval verdict assent view signature blessing opinion mind position ruling word agreement")
_WEIGHING = words("weigh ponder deliberate mull debate digest study consider examine review assess")
_ENDED = words("cancel terminate expel withdrawal cancellation termination disruption grounding stoppage")
_PERFECT = frozenset({"has", "have", "had", "'s", "’s"})
_NEITHER = frozenset({"neither", "none", "nobody"})
_CONFIRMED = (
    stances.TEXTS
    | stances.OFFERS
    | words(
        """it them this that these those deal agreement accord truce ceasefire pact offer date time place attendance term meeting
        talk participation"""
    )
)
_TAKEN = stances.ANSWERED | stances.IDEAS | words("it them response answer option move step reply deal agreement accord truce formula")


def awaited(scene: Scene, verb: Token) -> Stand | None:
    """The answer that the verb says is not given yet; none where it was refused for good."""
    lemma = verb.lemma_.lower()
    is_settling = lemma in _SETTLING or (lemma in _GIVING and _is_given(verb))
    if is_settling and _is_of_neither(verb):
        return _by_neither(scene, verb) if lemma in _REPLYING else None
    if is_settling and (_is_not_yet(verb, lemma) or (_is_yet_to(verb) and (lemma != "confirm" or _is_of_agreeing(verb)))):
        return plain_stand(scene, verb, Stance.PENDING)
    if lemma in _WEIGHING and verb.tag_ == "VBG" and has_child(verb, ("still",)) and not is_negated(verb):
        thing = child(verb, "dobj")
        is_text = thing is None or thing.lemma_.lower() in _TAKEN or child(verb, "ccomp") is not None
        return plain_stand(scene, verb, Stance.PENDING) if is_text else None
    return None


def _is_given(verb: Token) -> bool:
    thing = child(verb, "dobj")
    return thing is not None and thing.lemma_.lower() in _GIVEN


def _is_yet_to(verb: Token) -> bool:
    """'has yet to sign', 'have still to give their consent', 'is yet to decide'."""
    over = verb.head
    if verb.dep_ not in ("xcomp", "ccomp") or over.lemma_ not in ("have", "be", "remain") or over.i > verb.i:
        return False
    return any(t.lower_ in ("yet", "still") for t in verb.doc[over.i : verb.i])


def _is_not_yet(verb: Token, lemma: str) -> bool:
    """'has not yet agreed', 'had not confirmed it by nightfall'."""
    if not is_negated(verb) or not has_auxiliary(verb, _PERFECT) or has_child(verb, ("never",)):
        return False
    if lemma == "confirm" and not _is_of_agreeing(verb):
        return False  # 'has not confirmed how many died', 'his arrival'
    is_by_now = has_child(verb, ("yet", "by", "so"))
    thing = child(verb, "dobj") if lemma in _GIVING else None
    is_reply = thing is not None and thing.lemma_.lower() in stances.REPLIES - {"decision"}
    return is_by_now or is_reply or (lemma in _ANSWERING and lemma not in stances.ANSWERING)


def _is_of_agreeing(verb: Token) -> bool:
    """'confirm the truce', 'confirm it'; neither 'confirm his arrival' nor 'confirm that they met'."""
    thing = child(verb, "dobj", "nsubjpass")
    is_bare = thing is None and child(verb, "ccomp") is None
    return is_bare or (thing is not None and thing.lemma_.lower() in _CONFIRMED)


def _is_of_neither(verb: Token) -> bool:
    subject = subject_of(verb)
    is_neither = subject is not None and any(t.lower_ in _NEITHER for t in (subject, *subject.lefts))
    return is_neither and has_auxiliary(verb, _PERFECT)


def _by_neither(scene: Scene, verb: Token) -> Stand | None:
    """'Neither government has replied to it yet': both owe an answer."""
    subject = subject_of(verb)
    parties = parties_of(scene, subject) if subject is not None else ()
    if subject is None or len(parties) < len(scene.pair):
        parties = scene.pair
    if not parties or subject is None:
        return None
    first, last = clause_tokens(verb)
    found = Stand(parties, Stance.PENDING, (first, last), issue_range(verb, last), shown_by=verb.i)
    return evolve(found, words=(min(first, subject.left_edge.i), last))


def unexcluded(scene: Scene, verb: Token) -> Stand | None:
    """'did not rule it out', 'has not ruled out a truce': no answer yet; a strike that is not ruled out threatens."""
    is_ruling_out = verb.lemma_ in ("rule", "exclude") and (verb.lemma_ == "exclude" or (child(verb, "prt") or verb).lower_ == "out")
    thing = child(verb, "dobj")
    thing = thing or next((c for c in children(verb, "xcomp") if c.tag_ == "VBG"), None)  # 'did not rule out leaving'
    if not is_ruling_out or not is_negated(verb) or thing is None:
        return None
    is_harm = (thing.pos_ == "VERB" and is_threat(thing, None)) or any(t.lemma_.lower() in HARMFUL | _ENDED for t in thing.subtree)
    return plain_stand(scene, verb, Stance.THREATEN if is_harm else Stance.PENDING)
