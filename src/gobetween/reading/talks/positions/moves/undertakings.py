"""What a party would do and on what condition, what it says it will not do, and what it has not yet made up its mind on."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import RELATIVES, child, child_called, children, has_auxiliary, has_child, is_negated, subject_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import clause_tokens, issue_words
from gobetween.reading.talks.positions.modality.conditions import condition_near, condition_of, is_adverse, while_it_lasts
from gobetween.reading.talks.positions.modality.moods import least_wanted
from gobetween.reading.talks.positions.modality.threats import HARMFUL, is_staying_away, is_threat
from gobetween.reading.talks.positions.modality.unreal import is_only_thought_of
from gobetween.reading.talks.positions.sayings.own_words import is_of_own, of_own_body, own_body
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_UNDERTAKING = frozenset({"may", "would", "will", "could", "might", "can", "'d", "’d", "'ll", "’ll"})
_REFUSING = frozenset({"will", "would", "wo", "can", "could", "ca"})
_TAKING = words("accept countenance tolerate sign support")
_ANYTHING = words("do happen")
_ASKED_BY = words("how why when where whether")
_GOING_ON = words("continue go keep carry persist work press")
_ENDS = words("deal agreement accord truce ceasefire settlement peace solution pact")
_FIRM = words("accept countenance tolerate entertain agree sign concede compromise budge negotiate")  # 'would not accept it' refuses
_SOME = words("more some most many all half hundreds thousands dozens")
_GIVING = frozenset({"send", "give", "deliver", "convey"})
# those who strike or fight, called by what they are: the threat is that of whoever speaks for them
RANKS = words(
    """driver worker member pilot nurse teacher crew staff farmer trucker soldier troop guard fisherman boat vessel writer actor miner
    docker trader tractor train employee clerk porter controller engineer doctor picket truck fighter"""
)
_HANDING_OUT = words("provide give offer share release disclose add")
_WILL = frozenset({"will", "would", "'ll", "’ll"})
_STUDIED = stances.ANSWERED | stances.IDEAS


def conditional_stand(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """'would lift the quota if ...': conditional; where what would follow is harm to the other side, a threat.

    Also 'In exchange, it would ...', where the condition stands before.
    """
    if not has_child(verb, _UNDERTAKING, "aux"):
        return None
    if verb.lemma_ in stances.NO_UNDERTAKINGS and not is_staying_away(verb):
        return None
    if verb.dep_ in ("pcomp", "ccomp") and any(t.lower_ in _ASKED_BY for t in verb.doc[verb.left_edge.i : verb.i]):
        return None  # 'on how much water Norway will release if'
    if has_child(verb, ("have",), "aux") or verb.lemma_ in ("like", "love", "prefer"):
        return None  # 'would have freed ten', 'would like it as soon as it can be had'
    condition = condition_near(verb)
    if condition is not None and _is_own_goal(verb, condition):
        return None  # 'we will go on until we have won'
    is_exchange = any(
        p.lower_ == "in" and p.i < verb.i and any(g.lemma_ in ("exchange", "return") for g in children(p, "pobj"))
        for p in children(verb, "prep")
    )
    is_else = any(c.lower_ == "otherwise" and c.i < verb.i for c in children(verb, "advmod")) and is_threat(verb, None)
    if (condition is None and not is_exchange and not is_else) or _is_conditional_clause(verb) or is_leaving_nothing(verb):
        return None
    is_ballot = _is_procedure(verb)
    if is_ballot and (condition is None or not is_adverse(verb, condition)):
        return None
    if condition is not None and is_negated(verb) and verb.lemma_ in stances.RESTING and child(verb, "xcomp", "dobj") is None:
        return _wanted_first(scene, verb, condition)
    if condition is not None and has_child(verb, ("never",), "neg"):
        return _refused_until(scene, verb, condition)
    stance = Stance.THREATEN if is_ballot or is_threat(verb, condition) else Stance.CONDITIONAL
    is_warned = stance is Stance.THREATEN
    found = (_of_ranks(scene, verb) or _of_bare_ranks(voices, verb) if is_warned else None) or plain_stand(scene, verb, stance)
    found = found or (_warned_of(scene, verb) if is_warned else None) or _promised(voices, verb, stance)
    found = found or of_own_body(scene, voices, verb, stance)
    if found is None:
        return None
    last = max(found.words[1], condition[1]) if condition is not None else found.words[1]
    first = min(found.words[0], condition[0]) if condition is not None and condition[0] < found.words[0] else found.words[0]
    issue = found.issue
    if stance is Stance.THREATEN and found.issue[0] > verb.i:
        issue = verb.i, condition[0] if condition is not None and condition[0] > verb.i else found.issue[1]
    elif condition is not None and not issue_words(scene, issue[0], min(issue[1], condition[0]) if condition[0] > verb.i else issue[1]):
        issue = verb.i, condition[0] if condition[0] > verb.i else found.words[1]  # 'would strike unless ...'
    return evolve(found, words=(first, last), issue=issue, condition=condition)


def _is_own_goal(verb: Token, condition: tuple[int, int]) -> bool:
    """'until it has its answer', 'will go on until a deal is reached'."""
    opened = verb.doc[slice(*condition)]
    if verb.lemma_ in _GOING_ON and opened[0].lower_ in ("until", "till") and any(t.lemma_.lower() in _ENDS for t in opened):
        return not is_negated(verb)
    is_until = opened[0].lower_ in ("until", "till") or (opened[0].lower_ == "as" and opened[1].lower_ == "long")
    subject = child(verb, "nsubj")
    own = next((t for t in opened if t.dep_ == "nsubj"), None)
    return is_until and subject is not None and own is not None and subject.lower_ == own.lower_ and own.pos_ == "PRON"


def _warned_of(scene: Scene, verb: Token) -> Stand | None:
    """'licences will be sold unless there is an agreement, the ministry warned': the threat of whoever warns."""
    over, subject = verb.head, child(verb, "nsubjpass")
    if (
        over.lemma_ not in ("warn", "threaten", "announce", "vow", "hint", "know")
        or verb.dep_ not in ("ccomp", "parataxis")
        or subject is None
    ):
        return None
    parties = agents_of(scene, over)
    words = subject.left_edge.i, verb.right_edge.i + 1
    return Stand(parties, Stance.THREATEN, words, words) if parties else None


def _of_ranks(scene: Scene, verb: Token) -> Stand | None:
    """'the federation warned that the bank's staff will walk out': the threat of whoever warns, and not of the bank."""
    over, subject = verb.head, child(verb, "nsubj")
    of = child_called(subject, ("of",), "prep") if subject is not None else None
    if subject is not None and of is not None and subject.lower_ in _SOME:
        subject = child(of, "pobj")  # 'more of its members'
    is_told = verb.dep_ == "ccomp" and over.lemma_ in ("warn", "threaten", "announce", "say") and subject is not None
    if subject is None or not is_told or subject.lemma_.lower() not in RANKS or child(subject, "poss") is None:
        return None
    parties = agents_of(scene, over)
    first, last = clause_tokens(verb)
    return Stand(parties, Stance.THREATEN, (first, last), (verb.i, last), shown_by=verb.i) if parties else None


def _of_bare_ranks(voices: Voices, verb: Token) -> Stand | None:
    """'drivers will stay away, the union announced': the threat of the union that speaks for them."""
    subject = child(verb, "nsubj")
    is_bare = subject is not None and subject.lemma_.lower() in RANKS and subject.left_edge.i == subject.i
    return _promised(voices, verb, Stance.THREATEN) if is_bare else None


def _promised(voices: Voices, verb: Token, stance: Stance) -> Stand | None:
    """'the list will be delivered once all are free, Norway said': what is done by nobody named is done by whoever says so."""
    speaker, subject = voices.at(verb.idx), child(verb, "nsubjpass")
    is_theirs = speaker is not None and speaker.source_type not in (SourceType.OUTLET, SourceType.DOCUMENT)
    if subject is None and stance is Stance.THREATEN:
        doer = child(verb, "nsubj")
        is_of_none = (
            doer is not None and (doer.lemma_.lower() in RANKS | HARMFUL or doer.lower_ in HARMFUL) and child(doer, "poss") is None
        )
        subject = doer if is_of_none else None
    if speaker is None or not speaker.actor or not is_theirs or subject is None or child(verb, "agent") is not None:
        return None
    words = subject.left_edge.i, verb.right_edge.i + 1
    return Stand((speaker.actor,), stance, words, (subject.left_edge.i, subject.right_edge.i + 1), shown_by=verb.i)


def _wanted_first(scene: Scene, verb: Token, condition: tuple[int, int]) -> Stand | None:
    """'will never stop until all are free': what is demanded is what must come first."""
    found = plain_stand(scene, verb, Stance.DEMAND)
    return None if found is None else evolve(found, condition=condition, issue=(condition[0] + 1, condition[1]))


def _refused_until(scene: Scene, verb: Token, condition: tuple[int, int]) -> Stand | None:
    """'will never sign until the island is free': told as a refusal, however it may end."""
    found = plain_stand(scene, verb, Stance.REJECT)
    if found is None:
        return None
    is_bare = found.issue[0] >= condition[0] > verb.i
    return evolve(found, condition=condition, issue=(verb.i, condition[0]) if is_bare else found.issue)


def _is_procedure(verb: Token) -> bool:
    """'will hold its ballot', 'will ask its members': how a side comes to its answer, not where it stands."""
    things = [*children(verb, "dobj"), *(g for p in children(verb, "prep") for g in children(p, "pobj"))]
    is_asking_own = verb.lemma_ in stances.CONSULTING and any(
        t.lemma_.lower() in stances.OWN_PEOPLE and child(t, "poss") is not None for t in things
    )
    is_ballot = verb.lemma_ in ("hold", "call", "organise", "organize", "stage", "schedule") and any(
        t.lemma_.lower() in stances.BALLOTS for t in children(verb, "dobj")
    )
    return is_asking_own or is_ballot or verb.lemma_ in stances.BALLOTS


def is_leaving_nothing(verb: Token) -> bool:
    """'will not walk away (from the table)', 'will not give up'."""
    is_off = any(c.lower_ in stances.OFF for c in verb.rights)
    things = [c for c in children(verb, "dobj") if c.lower_ not in stances.OFF]
    things += [g for t in (verb, *verb.rights) if t.dep_ != "dobj" for p in children(t, "prep") if p.lower_ == "to" for g in p.children]
    return is_negated(verb) and verb.lemma_ in stances.GOING_OFF and is_off and not things


def deal_on_condition(scene: Scene, verb: Token) -> Stand | None:
    """'If they come to nine, we have a deal': would be accepted then."""
    thing = child(verb, "dobj")
    if verb.lemma_ != "have" or thing is None or thing.lemma_ not in ("deal", "agreement") or is_negated(verb):
        return None
    condition = condition_of(verb)
    if condition is None or scene.doc[condition[0]].lower_ not in ("if", "provided", "once", "only"):
        return None
    found = plain_stand(scene, verb, Stance.CONDITIONAL)
    if found is None:
        return None
    return evolve(found.on_condition(condition), issue=(condition[0] + 1, condition[1]))


def _is_conditional_clause(verb: Token) -> bool:
    return has_child(verb, ("if", "unless", "whether", "until", "before"), "mark")


def refusal(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """'said it could not go beyond 3': refused by whoever says so of themselves; 'before ...' makes it conditional."""
    is_not_going = verb.dep_ == "xcomp" and verb.head.lemma_ == "go" and verb.head.tag_ == "VBG" and is_negated(verb.head)
    if not is_not_going and not (is_negated(verb) and has_child(verb, _REFUSING, "aux")):
        return None
    is_word = _is_only_word(verb) or is_leaving_nothing(verb) or _is_of_manner(verb)
    if subject_of(verb) is None or is_only_thought_of(verb) or verb.lemma_ in _ANYTHING or is_word or _is_conditional_clause(verb):
        return None
    is_told = voices.at(verb.idx) is not None and child(verb, "dobj", "prep") is not None and verb.lemma_ in _TAKING
    is_would = verb.lemma_ in _FIRM and any(c.lower_ == "would" or (is_told and c.lower_ == "could") for c in children(verb, "aux"))
    is_will = is_would or has_child(verb, ("will", "wo"), "aux")
    is_own = is_of_own(scene, voices, verb) or own_body(scene, voices, verb) is not None
    if not (verb.lemma_ in stances.REFUSED and is_will) and not is_own:
        return None
    found = plain_stand(scene, verb, Stance.REJECT) or of_own_body(scene, voices, verb, Stance.REJECT)
    if found is None:
        return None
    if (least := least_wanted(verb)) is not None:  # 'will not settle for less than 6'
        return evolve(found, stance=Stance.DEMAND, issue=least)
    without = next((t for t in verb.subtree if t.lower_ == "without" and t.i > verb.i and child(t, "pobj") is not None), None)
    if without is not None:  # 'will not sign without an allowance'
        return evolve(found, stance=Stance.DEMAND, issue=(without.i + 1, without.right_edge.i + 1))
    condition = condition_of(verb) or while_it_lasts(verb)
    if condition is not None and _is_own_goal(verb, condition):
        return found  # 'we will not stop until we have won'
    if not issue_words(scene, *found.issue):
        found = evolve(found, issue=(verb.i, found.words[1]))
    if condition is None:
        return found
    return found.on_condition(condition)


def _is_only_word(verb: Token) -> bool:
    """'will not comment', 'would not give details'; 'will not give up its barrier' refuses."""
    thing = child(verb, "dobj")
    is_of_issue = verb.lemma_ in ("give", "discuss", "take") and thing is not None and thing.lemma_.lower() not in stances.INFORMATION
    if thing is not None and thing.lemma_.lower() in stances.INFORMATION and verb.lemma_ in _HANDING_OUT:
        return True  # 'cannot provide any details'
    return verb.lemma_ in stances.NO_REFUSALS and not (is_of_issue and thing is not None and thing.pos_ != "PRON")


def _is_of_manner(verb: Token) -> bool:
    """'will not negotiate through the press', 'would not stand in the way': says how, or agrees; refuses nothing that is at issue."""
    goals = [(p.lower_, g) for p in children(verb, "prep") for g in children(p, "pobj")]
    is_by_press = verb.lemma_ in stances.TALKING | {"bargain", "discuss"} and any(g.lemma_.lower() in stances.PRESS for _, g in goals)
    is_letting = verb.lemma_ in ("stand", "get", "object", "oppose", "block", "obstruct", "interfere", "mind")
    return is_by_press or is_letting


_UNDECIDED = stances.STUDYING | _GIVING | stances.DECIDING | {"look", "respond", "reply", "answer"}


def undecided(scene: Scene, verb: Token) -> Stand | None:
    """'is studying the idea', 'will send its answer', 'has asked for time': no answer yet."""
    lemma = verb.lemma_.lower()
    if lemma not in _UNDECIDED:
        return None
    thing = child(verb, "dobj") if lemma in stances.STUDYING or lemma in _GIVING else _looked_at(verb)
    if lemma == "look" and thing is not None:
        lemma = "study"
    if thing is not None and thing.lower_ in RELATIVES and verb.dep_ == "relcl":
        thing = verb.head  # 'an idea that Norway is studying'
    is_weighed = lemma in ("consider", "weigh") and thing is not None and not any(t.lemma_.lower() in HARMFUL for t in thing.subtree)
    if lemma in stances.STUDYING and thing is not None and (thing.lemma_ in _STUDIED or is_weighed):
        subject = subject_of(verb)
        is_together = lemma == "discuss" and (
            subject is None or subject.tag_ in ("NNS", "NNPS") or any(True for _ in subject.conjuncts)
        )
        is_under_way = not is_together and verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
        is_put = thing.lemma_ in _STUDIED - {"plan"} and lemma != "discuss"
        is_coming = has_auxiliary(verb, _WILL) or (verb.dep_ == "xcomp" and verb.head.lemma_ == "be")  # 'is to look at it'
        is_planned = is_put and is_coming and not is_negated(verb)
        return plain_stand(scene, verb, Stance.PENDING) if is_under_way or is_planned else None
    if lemma in _GIVING and thing is not None and thing.lemma_ in stances.REPLIES:
        is_to_come = has_child(verb, ("will", "would"), "aux") and not is_negated(verb)
        is_owed = is_negated(verb) and has_child(verb, ("has", "have", "had"), "aux")
        return plain_stand(scene, verb, Stance.PENDING) if is_to_come or is_owed else None
    is_coming = has_child(verb, ("will", "would", "'ll"), "aux") or (
        verb.dep_ == "xcomp" and verb.head.lemma_ in ("be", "due", "expect", "have", "set", "schedule") and not is_negated(verb.head)
    )
    goals = {t.lemma_.lower() for p in children(verb, "prep") for g in children(p, "pobj") for t in g.subtree}
    is_struck_at = lemma in ("respond", "reply", "answer") and bool(goals & (HARMFUL | {"aggression", "killing", "violation", "force"}))
    is_told_too = verb.dep_ == "conj" and verb.head.lemma_.lower() in stances.STUDYING
    if is_struck_at and is_coming and not is_negated(verb):
        return plain_stand(scene, verb, Stance.THREATEN)  # 'will respond to the raid with force'
    if is_told_too:
        return None
    if lemma in stances.DECIDING and is_coming and not is_negated(verb) and not _is_conditional_clause(verb):
        return plain_stand(scene, verb, Stance.PENDING)
    return None


def _looked_at(verb: Token) -> Token | None:
    """What one looks at, or into."""
    at = child_called(verb, ("at", "into"), "prep") if verb.lemma_ == "look" else None
    return child(at, "pobj") if at is not None else None
