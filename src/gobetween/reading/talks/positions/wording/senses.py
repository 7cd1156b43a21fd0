"""What a verb of the lists means with what it stands with: a wish for any deal, help to a side, a word to the press, an outcome."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import (
    child,
    children,
    has_auxiliary,
    has_child,
    is_negated,
    is_no_longer,
    subject_of,
)
from gobetween.reading.talks.positions.modality.threats import HARMFUL
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_WILL = frozenset({"will", "would", "wo", "'d", "’d"})
_ANY_DEAL = words("peace deal agreement settlement solution compromise accord understanding breakthrough consensus")
_ANY_KIND = words("peaceful negotiated political lasting comprehensive common fair quick solid good new diplomatic swift amicable")
_REALISTIC = words("realistic feasible possible viable workable acceptable relevant practicable tenable")
_SIGNED = words("deal agreement accord truce ceasefire treaty pact settlement peace")
_HELPED = words("rebel force militia group fighter army troop government coalition opposition insurgent separatist faction")
_FOR_PRESS = words("detail interview comment explanation elaboration timeline")
_MANY = words("commission committee council panel conference assembly parliament court jury")


def is_any_deal(thing: Token) -> bool:
    """'peace', 'a negotiated settlement', 'common ground'; 'a deal on cod', 'an agreement that binds both' are what is demanded."""
    is_bare = not any(c.dep_ in ("relcl", "acl") or c.lower_ in ("on", "over", "for", "that", "to") for c in thing.rights)
    said = {c.lower_ for c in thing.lefts if c.dep_ in ("amod", "compound")}
    is_ground = thing.lemma_.lower() == "ground" and "common" in said
    return is_bare and (is_ground or (thing.lemma_.lower() in _ANY_DEAL and said <= _ANY_KIND))


def is_judged_past(told: Token) -> bool:
    """'is no longer realistic', 'is not feasible', of a plan or a course."""
    said = child(told, "acomp")
    is_not = is_negated(told) or (said is not None and is_no_longer(said))
    return told.lemma_ == "be" and said is not None and is_not and said.lemma_ in _REALISTIC


def is_foretold(told: Token) -> bool:
    """'would be signed', 'will be reached', of a deal."""
    subject = child(told, "nsubjpass")
    return subject is not None and subject.lemma_.lower() in _SIGNED and has_auxiliary(told, _WILL) and not is_negated(told)


def is_helped(scene: Scene, verb: Token) -> bool:
    """Whether it is some side that is backed, and neither a plan nor a party that is named."""
    thing = verb.head if verb.dep_ in ("acl", "relcl") else child(verb, "nsubjpass")
    return thing is not None and scene.party(thing) is None and thing.lemma_.lower() in _HELPED


def is_of_outcome(scene: Scene, verb: Token, thing: Token | None) -> bool:
    """What deeds put at risk, and nobody threatens: neither 'threatening sanctions' nor 'threatening the rebels with war'."""
    subject = child(verb, "nsubj")
    is_deed = (verb.tag_ == "VBG" and verb.dep_ == "advcl") or (subject is not None and subject.lemma_.lower() in HARMFUL)
    is_with = has_child(verb, ("with",), "prep")
    is_harm = thing is not None and (thing.lemma_.lower() in HARMFUL or scene.party(thing) is not None)
    return is_deed and thing is not None and not is_harm and not is_with


def is_taken_up(verb: Token) -> bool:
    """'that we seek', 'we want': what is sought stands before the clause."""
    thing = child(verb, "dobj")
    return (thing is None or thing.i < verb.i) and child(verb, "xcomp", "ccomp", "prep") is None


def tells_the_press(goal: Token) -> bool:
    """'to provide details', 'to grant an interview': what is kept back from reporters is at issue nowhere."""
    thing = child(goal, "dobj")
    return goal.lemma_ in ("provide", "give", "offer", "grant", "share") and thing is not None and thing.lemma_.lower() in _FOR_PRESS


def is_of_words(goal: Token) -> bool:
    """'to give a warning', 'to make clear'."""
    thing = child(goal, "dobj", "acomp", "ccomp", "oprd")
    return thing is not None and thing.lemma_.lower() in ("warning", "message", "clear", "point", "assurance", "credit", "rest")


def is_of_talking(goal: Token) -> bool:
    """'to meet', 'to hold further talks'; 'to hold an election' is an issue."""
    thing = child(goal, "dobj")
    if goal.lemma_ in ("let", "allow") and any(t.lemma_.lower() in stances.TALKED for t in goal.subtree if t.i - goal.i < 3):
        return True  # 'agreed to let the talks go on'
    is_talk = goal.lemma_ in stances.TALKING and (thing is None or thing.lemma_.lower() in stances.TALKED)
    return is_talk and not (thing is None and goal.lemma_ in ("resume", "return", "speak", "hold", "continue") and _is_to_thing(goal))


def is_step(goal: Token) -> bool:
    """'to resume talks', 'to meet to discuss the toll': more than a day for a meeting."""
    thing = child(goal, "dobj")
    is_aim = any(c.tag_ == "VB" and c.lemma_ not in ("meet", "hear") for c in children(goal, "advcl", "xcomp"))
    is_again = goal.lemma_ in ("resume", "return", "continue", "negotiate") and (thing is not None or child(goal, "prep") is not None)
    return is_again or is_aim


def _is_to_thing(goal: Token) -> bool:
    """'return to the old border'."""
    return any(g.lemma_.lower() not in stances.TALKED for p in children(goal, "prep") if p.lower_ == "to" for g in children(p, "pobj"))


def is_of_one_body(verb: Token) -> bool:
    """'the joint commission agreed on 38 kilometres': within itself, and not with another side."""
    subject = subject_of(verb)
    is_about = has_child(verb, ("on", "upon"), "prep")
    return subject is not None and subject.lemma_.lower() in _MANY and is_about


def without_what(goal: Token) -> tuple[int, int] | None:
    """What 'refuses to sign without a guarantee' asks for."""
    without = next((t for t in goal.subtree if t.lower_ == "without" and t.i > goal.i and child(t, "pobj") is not None), None)
    return (without.i + 1, without.right_edge.i + 1) if without is not None else None


def has_needed(verb: Token, lemma: str) -> bool:
    """Whether the verb stands with the small word that it needs to show a stance: 'push for', 'call on'."""
    wanted = stances.NEEDED_PREPOSITIONS[lemma]
    if any(c.i > verb.i and c.lower_ in wanted and not _is_of_time(c) for c in children(verb, "prep", "prt")):
        return True
    if lemma in ("push", "press", "call", "ask") and any(
        m.lower_ == "for" for c in children(verb, "advcl", "ccomp") for m in children(c, "mark") if m.i > verb.i
    ):
        return True  # 'is pushing for the hostages to be released'
    if lemma == "appeal":
        return has_child(verb, ("to",), "prep") and any(c.tag_ == "VB" for c in children(verb, "xcomp", "advcl"))
    pressed = child(verb, "dobj") if lemma == "press" else None
    if pressed is not None and pressed.ent_type_ in ("GPE", "NORP", "ORG"):
        is_on = any(c.lower_ in ("on", "over") and not _is_of_time(c) for c in children(verb, "prep"))  # 'pressing Canada on climate'
        return is_on or child(verb, "xcomp", "ccomp") is not None
    return lemma in ("press", "push", "ask") and child(verb, "dobj") is not None and child(verb, "xcomp", "ccomp") is not None


def is_timed(prep: Token) -> bool:
    """'which she asked for three weeks ago', where the parser takes the weeks for what is asked."""
    return any(t.ent_type_ in ("DATE", "TIME") for t in children(prep, "pobj")) or prep.doc[prep.i + 1].ent_type_ in ("DATE", "TIME")


def _is_of_time(prep: Token) -> bool:
    """'called them back on Thursday' calls on nobody; 'asked for seven years' asks for them."""
    is_length = prep.lower_ == "for" and any(t.pos_ == "NUM" for goal in children(prep, "pobj") for t in goal.lefts)
    return not is_length and any(t.ent_type_ in ("DATE", "TIME") for t in children(prep, "pobj"))


def let_go(verb: Token) -> Token | None:
    """'let go of its insistence', 'backed off from its demand', 'retreated from its claim'."""
    holders = (verb, *children(verb, "ccomp", "xcomp", "advmod", "prt", "prep"))
    of = next((p for each in holders for p in children(each, "prep") if p.lower_ in ("of", "from", "off", "on")), None)
    return child(of, "pobj") if of is not None else None
