"""Answers still awaited: 'has yet to sign', 'had not confirmed it by nightfall', 'neither has replied', 'is still weighing it'."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_near
from gobetween.reading.talks.positions.modality.threats import HARMFUL, is_threat
from gobetween.reading.talks.positions.stands import Stand, issue_range, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

# by these a side settles what was put to it
_SETTLING = words(
    """sign confirm accept approve ratify endorse agree commit decide respond reply answer consent initial countersign react pronounce
    assent vote"""
)
_ANSWERING = words("confirm sign ratify decide commit respond reply answer react initial countersign")
_REPLYING = words("reply respond answer decide react")
_GIVING = words("give send deliver submit return make announce reach take state say issue provide offer table communicate convey")
_GIVEN = stances.REPLIES | words("consent approval verdict assent view signature blessing opinion mind position ruling word agreement")
_WEIGHING = words("weigh ponder deliberate mull debate digest study consider examine review assess")
_THOUGHTS = words("thought consideration")
_WITH_CARE = words("closely carefully seriously thoroughly")
_OWN_HEADS = words("commander leadership leader principal government capital cabinet council executive lawyer superior headquarters")
_REFUSING = words("reject refuse decline rebuff dismiss")
_WILL = words("will would 'll ’ll")
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
    if _is_thought_over(verb) or _is_put_to_own(verb) or _is_neither_nor(verb):
        return plain_stand(scene, verb, Stance.PENDING)
    if lemma in _WEIGHING and has_child(verb, ("while",), "mark") and verb.dep_ == "advcl":
        return _while_weighing(scene, verb)
    if lemma in _WEIGHING and verb.tag_ == "VBG" and has_child(verb, ("still",)) and not is_negated(verb):
        thing = child(verb, "dobj")
        is_text = thing is None or thing.lemma_.lower() in _TAKEN or child(verb, "ccomp") is not None
        return plain_stand(scene, verb, Stance.PENDING) if is_text else None
    return None


def _is_thought_over(verb: Token) -> bool:
    """'would give careful thought to the offer', 'is going to look at it closely', 'are still consulting their commanders'."""
    is_coming = has_auxiliary(verb, _WILL) or (verb.dep_ == "xcomp" and verb.head.lemma_ == "go" and verb.head.tag_ == "VBG")
    thing = child(verb, "dobj")
    if is_negated(verb):
        return False
    if verb.lemma_ == "give":
        return is_coming and thing is not None and thing.lemma_ in _THOUGHTS and any(t.lower_ == "to" for t in verb.subtree)
    if verb.lemma_ == "consult":
        is_own = thing is not None and child(thing, "poss") is not None and thing.lemma_.lower() in stances.OWN_PEOPLE | _OWN_HEADS
        return is_own and verb.tag_ == "VBG"
    at = child(verb, "prep") if verb.lemma_ == "look" and is_coming else None
    return at is not None and at.lower_ == "at" and has_child(verb, _WITH_CARE, "advmod")


def _is_put_to_own(verb: Token) -> bool:
    """'would put the offer to its members', 'will let its members decide'."""
    thing = child(verb, "dobj") if verb.lemma_ in ("put", "submit", "present", "take") else None
    is_text = thing is not None and thing.lemma_.lower() in _TAKEN and has_auxiliary(verb, _WILL) and not is_negated(verb)
    is_text = is_text and condition_near(verb) is None
    if verb.lemma_ == "let" and has_auxiliary(verb, _WILL) and not is_negated(verb):
        goal = child(verb, "ccomp", "xcomp")
        asked = child(goal, "nsubj") if goal is not None and goal.lemma_ in ("decide", "vote") else None
        return asked is not None and asked.lemma_.lower() in stances.OWN_PEOPLE
    to = [p for h in (verb, thing) if h is not None for p in children(h, "prep", "dative") if p.lower_ == "to"] if is_text else []
    return any(g.lemma_.lower() in stances.OWN_PEOPLE | stances.BALLOTS | _OWN_HEADS for p in to for g in children(p, "pobj"))


def _is_neither_nor(verb: Token) -> bool:
    """'has neither accepted nor rejected the plan'."""
    is_paired = has_left(verb, ("neither",)) and has_child(verb, ("nor",), "cc")
    return is_paired and verb.lemma_ in _SETTLING and any(c.lemma_ in _REFUSING for c in children(verb, "conj"))


def _while_weighing(scene: Scene, verb: Token) -> Stand | None:
    """'has halted the strike while it studies the proposal'."""
    thing, over = child(verb, "dobj"), verb.head
    is_text = thing is not None and thing.lemma_.lower() in _TAKEN | {"recommendation", "finding", "ruling"}
    found = plain_stand(scene, over, Stance.PENDING) if is_text and not is_negated(over) and over.pos_ == "VERB" else None
    return None if found is None else evolve(found, words=(found.words[0], max(found.words[1], verb.right_edge.i + 1)))


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
