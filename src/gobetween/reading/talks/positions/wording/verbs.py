"""Verbs that show where a party stands: demand, offer, accept, refuse, drop, stress."""

from __future__ import annotations

from attrs import evolve, frozen
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.cues import ASKED_OF_REPORTERS
from gobetween.reading.syntax import (
    child,
    child_called,
    children,
    has_auxiliary,
    has_child,
    has_left,
    is_negated,
    is_no_longer,
)
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.left_out.everyday import is_no_issue
from gobetween.reading.talks.positions.modality.conditions import condition_of, condition_to_take
from gobetween.reading.talks.positions.modality.moods import NO_WISHES, is_nothing_of_it, is_told, least_wanted
from gobetween.reading.talks.positions.modality.times import when_taken
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.sayings.terms import is_judged
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.talks.positions.wording.senses import (
    has_needed,
    is_any_deal,
    is_foretold,
    is_helped,
    is_judged_past,
    is_of_one_body,
    is_of_outcome,
    is_of_talking,
    is_of_words,
    is_step,
    is_taken_up,
    is_timed,
    let_go,
    tells_the_press,
    without_what,
)
from gobetween.reading.talks.promises.owed import THINGS
from gobetween.reading.word_lists import words

_WHETHER = frozenset({"whether", "if", "how"})
_WILL = frozenset({"will", "would", "wo", "'d", "’d"})
_HAD = frozenset({"had"})
_VIOLENCE = words(
    "attack killing murder massacre bombing bombardment raid shelling shooting assassination airstrike violence abduction"
)
_STATED = words("statement allegation accusation charge assertion")
_URGING = words("urge ask press call")
_TURNING_DOWN = words("reject oppose veto refuse decline resist spurn")
_SOUGHT = words("peace deal agreement solution settlement talk breakthrough justice freedom")
_PERFECT = frozenset({"has", "have", "had"})
_REFUSED_ON = frozenset({"unless", "until", "before", "as", "so"})  # 'refuses to talk as long as the raids go on'


def stand_of_verb(scene: Scene, verb: Token, lemma: str) -> Stand | None:
    """The position that a verb of the lists shows."""
    if is_unreal(verb) or (lemma in stances.NEEDED_PREPOSITIONS and not has_needed(verb, lemma)):
        return None
    stance = stances.VERBS[lemma]
    if is_no_issue(verb, stance):
        return None
    wanted = child(verb, "dobj")
    if wanted is not None and (wanted.lower_ in ("what", "whatever", "little", "much") or wanted.lemma_ in ASKED_OF_REPORTERS):
        return None
    if lemma in ("agree", "refuse") and child(verb, "xcomp", "prep", "ccomp", "dobj", "agent") is None:
        return None
    goal = child(verb, "xcomp")
    is_inverted = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.rights)
    if lemma == "insist" and (is_inverted or not any(c.dep_ in ("prep", "ccomp", "xcomp", "advcl") for c in verb.rights)):
        return None  # 'not so, insisted Berg': a word for saying
    told = child(verb, "ccomp") if lemma == "insist" else None
    if told is not None and has_auxiliary(told, _WILL) and is_negated(told):
        return None  # 'insisted it would not': told as a refusal
    if told is not None and told.lemma_ == "be" and is_judged(told):
        return None  # 'insisted the missiles were off limits': told as a refusal
    if told is not None and is_judged_past(told):
        return plain_stand(scene, verb, Stance.REJECT)  # 'insisted that a vote is no longer realistic'
    if told is not None and is_foretold(told):
        return plain_stand(scene, verb, Stance.CLAIM)  # 'insisted that a truce would be signed'
    if told is not None and is_told(told):
        return plain_stand(scene, verb, Stance.DENY if is_nothing_of_it(told) else Stance.CLAIM)
    is_only_said = goal is not None and (goal.lemma_ in NO_WISHES or (goal.lemma_ in ("give", "make", "put") and is_of_words(goal)))
    if lemma == "want" and (is_only_said or has_left(verb, ("where", "how"))):
        return None  # 'I want to thank', 'where the union wants it to be'
    if lemma == "require" and (subject := child(verb, "nsubj")) is not None and subject.lower_ in ("it", "this", "that", "which"):
        return None  # 'it requires a lot of money'
    if stance is Stance.DEMAND and verb.dep_ == "relcl" and verb.head.lemma_.lower() in _SOUGHT and is_taken_up(verb):
        return None  # 'the peace that all the people seek'
    if stance is Stance.SUPPORT and child(verb, "agent") is not None and is_helped(scene, verb):
        return None  # 'the rebels, who are backed by Norway'
    if lemma == "agree" and any(g.lemma_ in ("thing", "point", "little") for p in children(verb, "prep") for g in children(p, "pobj")):
        return None  # 'they agreed on one thing'
    if lemma == "reject" and wanted is not None and wanted.lemma_.lower() in _STATED and child(wanted, "acl", "ccomp", "relcl"):
        return plain_stand(scene, verb, Stance.DENY)  # 'rejected the statement that it had left'
    if lemma == "threaten" and goal is None and is_of_outcome(scene, verb, wanted):
        return None  # 'plan a strike, threatening deliveries'
    if lemma == "fear" and not any(True for c in verb.rights if not c.is_punct):
        return None  # 'the ban, Norway feared, would harm it'
    if verb.dep_ == "relcl" and verb.head.lemma_ in ("reason", "way", "cause"):
        return None  # 'the reason we asked for it'
    if lemma in ("decline", "refuse") and goal is not None and tells_the_press(goal):
        return None
    if (
        lemma == "decline"
        and goal is None
        and (wanted is None or wanted.lemma_.lower() not in CLASSES["refusable"] | CLASSES["matter"])
    ):
        return None  # 'exports declined', 'declined an interview'
    if lemma == "decline" and goal is not None and goal.lemma_ in stances.NO_REFUSALS | stances.SAYING_NOTHING:
        return None
    if lemma == "agree" and any(g.lemma_.lower() == "interview" for p in children(verb, "prep") for g in children(p, "pobj")):
        return None  # 'did not agree to an interview'
    if lemma == "call" and has_child(verb, ("out",), "prt"):
        return None  # 'called the company out for its conduct'
    if wanted is not None and wanted.lemma_.lower() in stances.COURTESIES:
        return None
    if lemma in ("condemn", "denounce") and wanted is not None and wanted.lemma_.lower() in _VIOLENCE:
        return None  # an outrage, and no issue of the talks
    if lemma == "refuse" and goal is not None and least_wanted(goal) is None and (got := without_what(goal)) is not None:
        found = plain_stand(scene, verb, Stance.DEMAND)  # 'refuses to sign without a guarantee'
        return None if found is None else evolve(found, issue=got)
    if lemma == "refuse" and goal is not None and goal.lemma_ == "rule":
        return None  # "refused to rule out": left open, not refused
    if lemma == "refuse" and goal is not None and goal.lemma_ in stances.SAYING_NOTHING:
        return None
    if _is_past_for_now(scene, verb):
        return None
    if wanted is None and any(g.lower_ == "nothing" for p in children(verb, "prep") for g in children(p, "pobj")):
        return None  # 'had agreed to nothing'
    if stance is Stance.DEMAND and verb.dep_ == "ccomp" and not any(c.dep_ not in ("punct", "aux", "neg") for c in verb.rights):
        return None  # 'the records that the chair had requested', which the parser takes for a clause
    if (
        lemma == "ask"
        and verb.dep_ in ("relcl", "acl")
        and any(p.lower_ == "for" and (child(p, "pobj", "pcomp") is None or is_timed(p)) for p in children(verb, "prep"))
    ):
        return None  # 'the names, which Norway has asked for since March'
    if lemma == "ask" and wanted is not None and wanted.lemma_.lower() in stances.OWN_PEOPLE and child(wanted, "poss") is not None:
        return None  # 'will ask its members whether'
    asked = next(children(verb, "xcomp", "advcl"), None)
    if lemma in ("ask", "invite") and asked is not None and asked.i > verb.i and asked.lemma_ in stances.MEDIATING:
        return None  # 'has asked Brazil to look for a compromise'
    if lemma in ("ask", "request") and verb.dep_ in ("relcl", "acl") and verb.head.lemma_.lower() in THINGS:
        return None  # 'the records that Norway asked for' are owed to the talks, and no issue of them
    if lemma in ("agree", "want", "seek") and goal is not None and is_of_talking(goal) and not (lemma == "agree" and is_step(goal)):
        return None  # 'agreed to meet again' sets a meeting, not an issue
    if lemma == "agree" and is_of_one_body(verb):
        return None
    if lemma == "fear" and wanted is None and has_child(verb, ("for",), "prep"):
        return None  # 'fears for 1,300 jobs'
    if lemma == "concede" and child(verb, "ccomp") is not None:
        return None
    told_done = any(has_auxiliary(c, frozenset({"have"})) for c in children(verb, "xcomp"))  # 'claims to have won'
    if stance is Stance.CLAIM and not told_done and not any(c.i > verb.i for c in children(verb, "ccomp")):
        return None
    if lemma == "back" and child(verb, "prt") is not None:
        return None  # 'won't back down'
    if stance is Stance.DEMAND and (is_no_longer(verb) or verb.doc[max(0, verb.i - 2) : verb.i].text.lower() == "no longer"):
        return plain_stand(scene, verb, Stance.DROPPED_DEMAND)
    if not is_negated(verb) and (least := least_wanted(verb)) is not None:
        found = plain_stand(scene, verb, Stance.DEMAND)
        return None if found is None else evolve(found, issue=least)
    if (refused := _of_none(scene, verb, stance, wanted)) is not None:
        return refused.stand
    if is_negated(verb):
        if lemma in ("ask", "request", "beg") and has_auxiliary(verb, _WILL):
            return plain_stand(scene, verb, Stance.REJECT)  # 'will not ask for a truce'
        if stance is Stance.DEMAND and lemma not in ("want", "seek"):
            is_over = any(c.lower_ in ("more", "anymore", "longer", "now") for c in verb.subtree)
            return plain_stand(scene, verb, Stance.DROPPED_DEMAND) if is_over else None
        is_letting = lemma in ("object", "oppose", "resist", "veto", "block") and has_auxiliary(verb, _WILL)
        turned = Stance.ACCEPT if is_letting else stances.NEGATED.get(stance)
        if turned is None:
            return None
        stance = turned
    elif lemma in ("want", "seek") and wanted is not None and is_any_deal(wanted):
        stance = Stance.SUPPORT  # 'wants a deal', 'seeks common ground'
    elif lemma in _URGING and goal is not None and goal.lemma_ in _TURNING_DOWN and child(goal, "dobj") is not None:
        stance = Stance.OPPOSE  # 'urged them to reject the plan'
    if stance is Stance.SUPPORT and child(verb, "dobj", "pobj", "agent") is None and verb.dep_ != "relcl":
        return None
    found = plain_stand(scene, verb, stance)
    is_open = stance in (Stance.ACCEPT, Stance.OFFER, Stance.SUPPORT)
    condition = condition_to_take(verb) if is_open else condition_of(verb) or (condition_of(goal) if goal is not None else None)
    is_unless = stance is Stance.REJECT and condition is not None and scene.doc[condition[0]].lower_ in _REFUSED_ON
    if found is not None and condition is not None and (is_open or is_unless):
        words = min(found.words[0], condition[0]) if condition[0] < verb.i else found.words[0], max(found.words[1], condition[1])
        if stance is Stance.OFFER and scene.doc[condition[0]].lower_ == "in":
            return evolve(
                found, words=words, condition=condition
            )  # 'offered relief in exchange for inspections': an offer with its price
        return evolve(found, stance=Stance.CONDITIONAL, words=words, condition=condition)
    return found


@frozen
class _OfNone:
    """What 'no' before the object makes of a verb: a refusal, or no stand at all."""

    stand: Stand | None


def _of_none(scene: Scene, verb: Token, stance: Stance, thing: Token | None) -> _OfNone | None:
    """'will accept no cap', 'wants no part of it', 'offered no comment'; `None` where no 'no' stands there."""
    is_no = thing is not None and (thing.lower_ in ("nothing", "none") or has_left(thing, ("no",)))
    if thing is None or not is_no or is_negated(verb):
        return None
    if stance is Stance.DEMAND:
        is_apart = thing.lemma_.lower() in ("nothing", "none", "part", "role", "share", "truck") and any(thing.rights)
        return _OfNone(plain_stand(scene, verb, Stance.REJECT)) if is_apart else None
    is_refusal = stance in (Stance.ACCEPT, Stance.SUPPORT) and (has_auxiliary(verb, _WILL) or verb.tag_ in ("VBZ", "VBP"))
    return _OfNone(plain_stand(scene, verb, Stance.REJECT) if is_refusal else None)


def _is_past_for_now(scene: Scene, verb: Token) -> bool:
    """'which had insisted on loans': where a party stood until then, told beside what it does now and dated by nothing."""
    return verb.dep_ == "relcl" and has_auxiliary(verb, _HAD) and when_taken(scene, verb).is_unknown


def opposed(scene: Scene, verb: Token) -> Stand | None:
    """'is opposed to ...', which the parser takes for a passive."""
    holder = verb if child(verb, "nsubjpass") is not None else verb.head  # the parser may take it for an adjective
    subject, to = child(holder, "nsubjpass", "nsubj"), child(verb, "prep")
    if subject is None or to is None or to.lower_ != "to" or is_unreal(holder):
        return None
    stance = Stance.ACCEPT if is_negated(holder) or is_negated(verb) else Stance.OPPOSE
    return Stand(parties_of(scene, subject), stance, (subject.left_edge.i, to.right_edge.i + 1), (to.i + 1, to.right_edge.i + 1))


def unanswered(scene: Scene, verb: Token) -> Stand | None:
    """'has not yet responded to the proposal', 'has yet to reply': an answer is awaited."""
    to = child_called(verb, ("to",), "prep")
    is_yet_to = verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in (*verb.lefts, *verb.head.rights))
    is_not_yet = is_negated(verb) and has_child(verb, ("yet",))
    is_silent = (
        is_negated(verb)
        and to is None
        and not any(c.i > verb.i for c in children(verb, "dobj", "ccomp"))
        and has_auxiliary(verb, _PERFECT)
    )
    is_not_to_text = is_negated(verb) and to is not None and any(t.lemma_ in stances.ANSWERED for t in children(to, "pobj"))
    if verb.lemma_ in ("say", "state", "indicate", "decide", "commit"):
        is_asked = any(m.lower_ in _WHETHER for c in children(verb, "ccomp", "xcomp") for m in c.children)
        is_silent = is_not_to_text = False
        if not is_asked and verb.lemma_ != "decide":
            return None
        is_silent = is_asked and is_negated(verb) and has_auxiliary(verb, _PERFECT)
    if not (is_yet_to or is_not_yet or is_silent or is_not_to_text) or (
        to is not None and any(t.lemma_ == "request" for t in to.subtree)
    ):
        return None
    return plain_stand(scene, verb, Stance.PENDING)


def dropped_demand(scene: Scene, verb: Token) -> Stand | None:
    """A demand, an objection or the like that was given up."""
    given_up = child(verb, "dobj") or let_go(verb)
    if (
        given_up is None
        or given_up.lemma_ not in stances.DROPPED
        or is_negated(verb)
        or is_unreal(verb)
        or (verb.lemma_ == "give" and child(verb, "prt") is None)
    ):
        return None
    found = plain_stand(scene, verb, Stance.DROPPED_DEMAND)
    if found is None:
        return None
    start = given_up.i + 1 if given_up.right_edge.i > given_up.i else given_up.left_edge.i
    if start <= given_up.i and (to := next((p for p in children(verb, "prep") if p.i == given_up.i + 1), None)) is not None:
        return evolve(found, issue=(to.i, to.right_edge.i + 1), words=(found.words[0], to.right_edge.i + 1))
    last = max(given_up.right_edge.i + 1, start + 1)
    return evolve(found, issue=(start, last), words=(found.words[0], last))


def importance(scene: Scene, verb: Token) -> Stand | None:
    """'stressed (him on) the importance of concluding': a demand, put politely."""
    for c in verb.subtree:
        if c.lemma_ in stances.IMPORTANCE and c.i > verb.i and c.i - verb.i < 12:
            found = plain_stand(scene, verb, Stance.DEMAND)
            return None if found is None else evolve(found, issue=(c.i + 1, max(found.words[1], c.i + 2)))
    return None
