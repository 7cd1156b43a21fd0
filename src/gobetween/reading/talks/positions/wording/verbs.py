"""Verbs that show where a party stands: demand, offer, accept, refuse, drop, stress."""

from __future__ import annotations

from attrs import evolve, frozen
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
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
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_of, condition_to_take
from gobetween.reading.talks.positions.modality.moods import is_nothing_of_it, is_told, least_wanted
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.senses import is_any_deal, is_foretold, is_judged_past, let_go, without_what
from gobetween.reading.talks.positions.wording.uses import Use
from gobetween.reading.talks.positions.wording.vetoes import is_no_stance
from gobetween.reading.word_lists import words

_WHETHER = frozenset({"whether", "if", "how"})
_WILL = frozenset({"will", "would", "wo", "'d", "’d"})
_STATED = words("statement allegation accusation charge assertion")
_URGING = words("urge ask press call")
_TURNING_DOWN = words("reject oppose veto refuse decline resist spurn")
_LETTING = words("object oppose resist veto block")
_BEGGING = words("ask request beg")
_STOPPING = words("stop cease quit")
_PERFECT = frozenset({"has", "have", "had"})
_REFUSED_ON = frozenset({"unless", "until", "before", "as", "so"})  # 'refuses to talk as long as the raids go on'
_OPEN = frozenset({Stance.ACCEPT, Stance.OFFER, Stance.SUPPORT})


def stand_of_verb(scene: Scene, verb: Token, lemma: str) -> Stand | None:
    """The position that a verb of the lists shows."""
    use = Use(scene, verb, lemma, stances.VERBS[lemma])
    if is_no_stance(use):
        return None
    if (meant := _of_clause(use)) is not None:
        return plain_stand(scene, verb, meant)
    if use.stance is Stance.DEMAND and _is_over(verb):
        return plain_stand(scene, verb, Stance.DROPPED_DEMAND)
    if (issue := _asked_for(use)) is not None:
        found = plain_stand(scene, verb, Stance.DEMAND)
        return None if found is None else evolve(found, issue=issue)
    if (refused := _of_none(use)) is not None:
        return refused.stand
    stance = _when_negated(use) if is_negated(verb) else _by_object(use)
    if stance is None or (stance is Stance.SUPPORT and child(verb, "dobj", "pobj", "agent") is None and verb.dep_ != "relcl"):
        return None
    return _under_condition(use, plain_stand(scene, verb, stance))


def _is_over(verb: Token) -> bool:
    """'no longer insists', 'has stopped insisting'."""
    has_stopped = verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_ in _STOPPING and not is_negated(verb.head)
    return has_stopped or is_no_longer(verb) or verb.doc[max(0, verb.i - 2) : verb.i].text.lower() == "no longer"


def _of_clause(use: Use) -> Stance | None:
    """What the clause behind makes of the verb: 'insisted that it never fired', 'rejected the charge that it had left'."""
    thing, told = use.thing, use.told
    if use.lemma == "reject" and thing is not None and thing.lemma_.lower() in _STATED and child(thing, "acl", "ccomp", "relcl"):
        return Stance.DENY
    if use.lemma != "insist" or told is None:
        return None
    if is_judged_past(told):
        return Stance.REJECT  # 'insisted that a vote is no longer realistic'
    if is_foretold(told):
        return Stance.CLAIM  # 'insisted that a truce would be signed'
    if is_told(told):
        return Stance.DENY if is_nothing_of_it(told) else Stance.CLAIM
    return None


def _asked_for(use: Use) -> tuple[int, int] | None:
    """What a refusal asks for: 'refuses to sign without a guarantee', 'will not agree to less than 6'."""
    goal = use.goal
    if use.lemma == "refuse" and goal is not None and least_wanted(goal) is None and (got := without_what(goal)) is not None:
        return got
    return None if is_negated(use.verb) else least_wanted(use.verb)


def _when_negated(use: Use) -> Stance | None:
    """What 'not' makes of the verb; none where it says nothing then."""
    if use.lemma in _BEGGING and has_auxiliary(use.verb, _WILL):
        return Stance.REJECT  # 'will not ask for a truce'
    if use.stance is Stance.DEMAND and use.lemma not in ("want", "seek"):
        is_over = any(c.lower_ in ("more", "anymore", "longer", "now") for c in use.verb.subtree)
        return Stance.DROPPED_DEMAND if is_over else None
    is_letting = use.lemma in _LETTING and has_auxiliary(use.verb, _WILL)
    return Stance.ACCEPT if is_letting else stances.NEGATED.get(use.stance)


def _by_object(use: Use) -> Stance:
    """What its object or its aim makes of the verb."""
    if use.lemma in ("want", "seek") and use.thing is not None and is_any_deal(use.thing):
        return Stance.SUPPORT  # 'wants a deal', 'seeks common ground'
    goal = use.goal
    if use.lemma in _URGING and goal is not None and goal.lemma_ in _TURNING_DOWN and child(goal, "dobj") is not None:
        return Stance.OPPOSE  # 'urged them to reject the plan'
    return use.stance


def _under_condition(use: Use, found: Stand | None) -> Stand | None:
    """The stand with the condition that stands with it: 'offered relief if', 'refuses to talk until'."""
    if found is None:
        return None
    is_open = found.stance in _OPEN
    verb, goal = use.verb, use.goal
    condition = condition_to_take(verb) if is_open else condition_of(verb) or (condition_of(goal) if goal is not None else None)
    is_unless = found.stance is Stance.REJECT and condition is not None and verb.doc[condition[0]].lower_ in _REFUSED_ON
    if condition is None or not (is_open or is_unless):
        return found
    words = min(found.words[0], condition[0]) if condition[0] < verb.i else found.words[0], max(found.words[1], condition[1])
    if found.stance is Stance.OFFER and verb.doc[condition[0]].lower_ == "in":
        return evolve(found, words=words, condition=condition)  # 'offered relief in exchange for inspections': an offer with its price
    return evolve(found, stance=Stance.CONDITIONAL, words=words, condition=condition)


@frozen
class _OfNone:
    """What 'no' before the object makes of a verb: a refusal, or no stand at all."""

    stand: Stand | None


def _of_none(use: Use) -> _OfNone | None:
    """'will accept no cap', 'wants no part of it', 'offered no comment'; `None` where no 'no' stands there."""
    thing, verb = use.thing, use.verb
    is_no = thing is not None and (thing.lower_ in ("nothing", "none") or has_left(thing, ("no",)))
    if thing is None or not is_no or is_negated(verb):
        return None
    if use.stance is Stance.DEMAND:
        is_apart = thing.lemma_.lower() in ("nothing", "none", "part", "role", "share", "truck") and any(thing.rights)
        return _OfNone(plain_stand(use.scene, verb, Stance.REJECT)) if is_apart else None
    is_refusal = use.stance in (Stance.ACCEPT, Stance.SUPPORT) and (has_auxiliary(verb, _WILL) or verb.tag_ in ("VBZ", "VBP"))
    return _OfNone(plain_stand(use.scene, verb, Stance.REJECT) if is_refusal else None)


def opposed(scene: Scene, verb: Token) -> Stand | None:
    """'is opposed to ...', which the parser takes for a passive; 'is opposed by Norway', which is one."""
    if child(verb, "agent") is not None:
        return None if is_unreal(verb) or is_negated(verb) else plain_stand(scene, verb, Stance.OPPOSE)
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
    given_up = child(verb, "dobj", "nsubjpass") or let_go(verb)
    if (
        given_up is None
        or given_up.lemma_ not in stances.DROPPED
        or is_negated(verb)
        or is_unreal(verb)
        or (verb.lemma_ == "give" and child(verb, "prt") is None)
    ):
        return None
    if given_up.dep_ == "nsubjpass" and child(verb, "agent") is None:
        return _dropped_by_owner(scene, verb, given_up)
    found = plain_stand(scene, verb, Stance.DROPPED_DEMAND)
    if found is None:
        return None
    start = given_up.i + 1 if given_up.right_edge.i > given_up.i else given_up.left_edge.i
    if start <= given_up.i and (to := next((p for p in children(verb, "prep") if p.i == given_up.i + 1), None)) is not None:
        return evolve(found, issue=(to.i, to.right_edge.i + 1), words=(found.words[0], to.right_edge.i + 1))
    last = max(given_up.right_edge.i + 1, start + 1)
    return evolve(found, issue=(start, last), words=(found.words[0], last))


def _dropped_by_owner(scene: Scene, verb: Token, given_up: Token) -> Stand | None:
    """'Norway's demand for a toll has been dropped'."""
    owner = owner_of(scene, given_up)
    if owner is None or given_up.i > verb.i:
        return None
    start, last = given_up.i + 1, given_up.right_edge.i + 1
    issue = (start, last) if start < last else (given_up.left_edge.i, last)
    return Stand((owner,), Stance.DROPPED_DEMAND, (given_up.left_edge.i, verb.right_edge.i + 1), issue, shown_by=verb.i)


def importance(scene: Scene, verb: Token) -> Stand | None:
    """'stressed (him on) the importance of concluding': a demand, put politely."""
    for c in verb.subtree:
        if c.lemma_ in stances.IMPORTANCE and c.i > verb.i and c.i - verb.i < 12:
            found = plain_stand(scene, verb, Stance.DEMAND)
            return None if found is None else evolve(found, issue=(c.i + 1, max(found.words[1], c.i + 2)))
    return None
