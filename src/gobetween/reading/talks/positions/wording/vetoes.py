"""Why a verb of the lists shows no stance where it stands: the vetoes, in tables by the verb and by the stance.

A veto says whether the verb, as it is used, tells nothing of where anybody stands. One that a verb or a stance names is asked only
there; those of all verbs are asked everywhere. A new exception is a new function, and its name in one of the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gobetween.model.evidence import Stance
from gobetween.reading.speech.cues import ASKED_OF_REPORTERS
from gobetween.reading.syntax import child, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.positions.left_out.everyday import is_no_issue
from gobetween.reading.talks.positions.modality.moods import NO_WISHES
from gobetween.reading.talks.positions.modality.times import when_taken
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.sayings.judgements import is_judged
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.talks.positions.wording.senses import (
    has_needed,
    is_helped,
    is_of_one_body,
    is_of_outcome,
    is_of_talking,
    is_of_words,
    is_step,
    is_taken_up,
    is_timed,
    tells_the_press,
)
from gobetween.reading.talks.positions.wording.uses import Use
from gobetween.reading.talks.promises.owed import THINGS
from gobetween.reading.word_lists import words

Veto = Callable[[Use], bool]

_HAD = frozenset({"had"})
_WILL = words("will would wo 'd ’d")
_ASIDES = words("reason way cause")
_VAGUE = words("what whatever little much")
_POINTS = words("thing point little")
_POINTING = words("it this that which")
_TURNED_OVER = words("give make put")
_SOUGHT = words("peace deal agreement solution settlement talk breakthrough justice freedom")
_CLAUSES = ("relcl", "acl")


# --- the verb says of nobody that they do it, or lacks what it needs ------------------------------------------------------------


def is_not_done(use: Use) -> bool:
    """'if it rejects it', 'was asked to accept': nobody does it."""
    return is_unreal(use.verb)


def lacks_small_word(use: Use) -> bool:
    """'called the minister': no 'for' and no 'on'."""
    return use.lemma in stances.NEEDED_PREPOSITIONS and not has_needed(use.verb, use.lemma)


def stands_alone(use: Use) -> bool:
    """'the two agree', 'they refused': on what is not told."""
    return child(use.verb, "xcomp", "prep", "ccomp", "dobj", "agent") is None


def tells_no_claim(use: Use) -> bool:
    """'claimed the prize': neither a clause behind it nor 'claims to have won'."""
    is_told_done = any(has_auxiliary(c, frozenset({"have"})) for c in children(use.verb, "xcomp"))
    return not is_told_done and not use.has_behind("ccomp")


def wants_nothing_named(use: Use) -> bool:
    """'the records that the chair had requested', which the parser takes for a clause."""
    return use.verb.dep_ == "ccomp" and not any(c.dep_ not in ("punct", "aux", "neg") for c in use.verb.rights)


def asks_for_what_stands_before(use: Use) -> bool:
    """'the names, which Norway has asked for since March'."""
    fors = (p for p in children(use.verb, "prep") if p.lower_ == "for")
    return use.verb.dep_ in _CLAUSES and any(child(p, "pobj", "pcomp") is None or is_timed(p) for p in fors)


def fears_aside(use: Use) -> bool:
    """'the ban, Norway feared, would harm it'."""
    return all(c.is_punct for c in use.verb.rights)


# --- it is a word for saying, or told by another word ---------------------------------------------------------------------------


def says_so(use: Use) -> bool:
    """'not so, insisted Berg': a word for saying."""
    is_inverted = any(c.dep_ in ("nsubj", "nsubjpass") for c in use.verb.rights)
    return is_inverted or not any(c.dep_ in ("prep", "ccomp", "xcomp", "advcl") for c in use.verb.rights)


def is_told_as_refusal(use: Use) -> bool:
    """'insisted it would not', 'insisted the missiles were off limits': the clause behind it is read as the refusal."""
    told = use.told
    return told is not None and ((has_auxiliary(told, _WILL) and is_negated(told)) or (told.lemma_ == "be" and is_judged(told)))


def says_what_it_wants_to(use: Use) -> bool:
    """'I want to thank', 'wants to make clear', 'where the union wants it to be'."""
    goal = use.goal
    is_said = goal is not None and (goal.lemma_ in NO_WISHES or (goal.lemma_ in _TURNED_OVER and is_of_words(goal)))
    return is_said or has_left(use.verb, ("where", "how"))


def concedes_a_point(use: Use) -> bool:
    """'conceded that time was short'."""
    return use.told is not None


# --- its object is at issue nowhere ---------------------------------------------------------------------------------------------


def is_of_no_issue(use: Use) -> bool:
    """'offered an update', 'called for a taxi'."""
    return is_no_issue(use.verb, use.stance)


def is_vague(use: Use) -> bool:
    """'got what it wanted', 'demanded much'."""
    return use.thing is not None and use.thing.lower_ in _VAGUE


def is_of_reporters(use: Use) -> bool:
    """'requested anonymity'."""
    return use.thing is not None and use.thing.lemma_ in ASKED_OF_REPORTERS


def is_courtesy(use: Use) -> bool:
    """'offered his condolences', 'accepted an invitation'."""
    return use.thing is not None and use.thing.lemma_.lower() in stances.COURTESIES


def is_of_nothing(use: Use) -> bool:
    """'had agreed to nothing'."""
    return use.thing is None and any(goal.lower_ == "nothing" for goal in use.goals_of())


def is_explained(use: Use) -> bool:
    """'the reason we asked for it'."""
    return use.verb.dep_ == "relcl" and use.verb.head.lemma_ in _ASIDES


def is_past_for_now(use: Use) -> bool:
    """'which had insisted on loans': where a party stood until then, told beside what it does now and dated by nothing."""
    return use.verb.dep_ == "relcl" and has_auxiliary(use.verb, _HAD) and when_taken(use.scene, use.verb).is_unknown


def condemns_violence(use: Use) -> bool:
    """'condemned the raid': an outrage, and no issue of the talks."""
    return use.thing is not None and use.thing.lemma_.lower() in stances.VIOLENCE


def needs_means(use: Use) -> bool:
    """'it requires a lot of money'."""
    subject = child(use.verb, "nsubj")
    return subject is not None and subject.lower_ in _POINTING


def is_sought_by_all(use: Use) -> bool:
    """'the peace that all the people seek'."""
    return use.verb.dep_ == "relcl" and use.verb.head.lemma_.lower() in _SOUGHT and is_taken_up(use.verb)


def is_help(use: Use) -> bool:
    """'the rebels, who are backed by Norway'."""
    return child(use.verb, "agent") is not None and is_helped(use.scene, use.verb)


def agrees_on_a_point(use: Use) -> bool:
    """'they agreed on one thing', 'did not agree to an interview'."""
    return any(goal.lemma_ in _POINTS or goal.lemma_.lower() == "interview" for goal in use.goals_of())


def endangers(use: Use) -> bool:
    """'plan a strike, threatening deliveries': what deeds put at risk."""
    return use.goal is None and is_of_outcome(use.scene, use.verb, use.thing)


def fears_for(use: Use) -> bool:
    """'fears for 1,300 jobs'."""
    return use.thing is None and has_child(use.verb, ("for",), "prep")


# --- it is done to reporters, own people or mediators ----------------------------------------------------------------------------


def keeps_from_press(use: Use) -> bool:
    """'declined to give details'."""
    return use.goal is not None and tells_the_press(use.goal)


def says_nothing(use: Use) -> bool:
    """'refused to comment', 'refused to be drawn', 'refused to take questions'."""
    goal = use.goal
    asked = child(goal, "dobj") if goal is not None and goal.lemma_ == "take" else None
    is_asked = asked is not None and asked.lemma_ == "question"
    return goal is not None and (goal.lemma_ in stances.SAYING_NOTHING or is_asked)


def declines_no_issue(use: Use) -> bool:
    """'exports declined', 'declined an interview', 'declined to speculate'."""
    if use.goal is not None:
        return use.goal.lemma_ in stances.NO_REFUSALS
    return use.thing is None or use.thing.lemma_.lower() not in CLASSES["refusable"] | CLASSES["matter"]


def leaves_open(use: Use) -> bool:
    """'refused to rule out': left open, not refused."""
    return use.goal is not None and use.goal.lemma_ == "rule"


def asks_own_people(use: Use) -> bool:
    """'will ask its members whether'."""
    thing = use.thing
    return thing is not None and thing.lemma_.lower() in stances.OWN_PEOPLE and child(thing, "poss") is not None


def asks_to_mediate(use: Use) -> bool:
    """'has asked Brazil to look for a compromise'."""
    asked = next(children(use.verb, "xcomp", "advcl"), None)
    return asked is not None and asked.i > use.verb.i and asked.lemma_ in stances.MEDIATING


def asks_for_what_is_owed(use: Use) -> bool:
    """'the records that Norway asked for' are owed to the talks, and no issue of them."""
    return use.verb.dep_ in _CLAUSES and use.verb.head.lemma_.lower() in THINGS


# --- it sets a meeting -----------------------------------------------------------------------------------------------------------


def is_for_a_meeting(use: Use) -> bool:
    """'wants to meet again': a meeting, not an issue."""
    return use.goal is not None and is_of_talking(use.goal)


def agrees_to_meet(use: Use) -> bool:
    """'agreed to meet again'; 'agreed to resume talks' is a step."""
    return is_for_a_meeting(use) and not (use.goal is not None and is_step(use.goal))


def is_within_one_body(use: Use) -> bool:
    """'the joint commission agreed on 38 kilometres'."""
    return is_of_one_body(use.verb)


# --- its particle makes it another verb ------------------------------------------------------------------------------------------


def calls_out(use: Use) -> bool:
    """'called the company out for its conduct'."""
    return has_child(use.verb, ("out",), "prt")


def backs_off(use: Use) -> bool:
    """'won't back down'."""
    return child(use.verb, "prt") is not None


OF_ALL: tuple[Veto, ...] = (
    is_not_done,
    lacks_small_word,
    is_of_no_issue,
    is_vague,
    is_of_reporters,
    is_courtesy,
    is_of_nothing,
    is_explained,
    is_past_for_now,
)
BY_STANCE: dict[Stance, tuple[Veto, ...]] = {
    Stance.DEMAND: (is_sought_by_all, wants_nothing_named),
    Stance.SUPPORT: (is_help,),
    Stance.CLAIM: (tells_no_claim,),
}
BY_VERB: dict[str, tuple[Veto, ...]] = {
    "agree": (stands_alone, agrees_on_a_point, agrees_to_meet, is_within_one_body),
    "ask": (asks_for_what_stands_before, asks_own_people, asks_to_mediate, asks_for_what_is_owed),
    "back": (backs_off,),
    "call": (calls_out,),
    "concede": (concedes_a_point,),
    "condemn": (condemns_violence,),
    "decline": (keeps_from_press, says_nothing, declines_no_issue),
    "denounce": (condemns_violence,),
    "fear": (fears_aside, fears_for),
    "insist": (says_so, is_told_as_refusal),
    "refuse": (stands_alone, keeps_from_press, says_nothing, leaves_open),
    "request": (asks_for_what_is_owed,),
    "require": (needs_means,),
    "seek": (is_for_a_meeting,),
    "threaten": (endangers,),
    "want": (says_what_it_wants_to, is_for_a_meeting),
}


def is_no_stance(use: Use) -> bool:
    """Whether the verb says nothing of where anybody stands, as it is used."""
    return any(veto(use) for veto in _asked(use))


def _asked(use: Use) -> Iterator[Veto]:
    yield from OF_ALL
    yield from BY_STANCE.get(use.stance, ())
    yield from BY_VERB.get(use.lemma, ())
