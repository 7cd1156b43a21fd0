"""Adjectives that show where a party stands: ready, unwilling, open to."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_child, is_negated, subject_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.positions.modality.conditions import condition_near, condition_of, is_within_condition
from gobetween.reading.talks.positions.modality.threats import is_threat
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_DONE_ALONE = words("sign talk negotiate compromise accept agree leave withdraw listen meet deal help concede yield return strike")
_COURSES = words("result outcome progress pace course meeting talk discussion atmosphere work performance")
_LOOKING = words("consider study examine review weigh explore")
_EAGER = words("determined keen anxious")
_KEPT = words(
    """limit keep retain maintain hold protect preserve secure regain recover obtain see restore restrict prevent cap reduce
    raise"""
)
_DECLARING = words("show declare pronounce call profess")  # 'has shown itself willing to talk'
_SELVES = words("itself themselves himself herself")
_FIGHTING = words("fight battle wage struggle die suffer endure persevere march")
_MIGHT = frozenset({"could", "might", "may"})
_REACHING = words("reach find secure agree resolve come bridge settle attend make get do go say comment confirm travel")
_SHOULD = frozenset({"should", "must"})
# what one does when one goes along with others: all else that one is ready to do is offered
_TAKING = words(
    """accept agree sign join meet discuss negotiate enter take embrace implement respect honour honor observe resume restart continue
    reach conclude strike make find see have hear hold settle resolve face stay keep fight defend do go come work return attend sit
    recognise recognize adopt ratify follow obey approve endorse tolerate live start begin open engage play let use act"""
)
_TALKED = stances.TALKED | words("deal agreement accord peace truce ceasefire part place step compromise chance way war")
_NEAR = 8  # tokens from a subject to a verb that only borrows it


def stand_of_adjective(scene: Scene, adjective: Token, lemma: str) -> Stand | None:
    """The position that "ready", "unwilling" or the like shows of its subject."""
    verb = adjective.head
    content = child(adjective, "xcomp", "prep") or (child(verb, "xcomp") if adjective.dep_ == "acomp" else None)
    if lemma in ("comfortable", "fine", "happy") and content is not None and content.dep_ == "prep" and content.lower_ != "with":
        return None
    if content is not None and verb.dep_ == "relcl" and content.dep_ == "xcomp" and child(content, "dobj", "ccomp") is None:
        return None  # 'the number of ports that they are prepared to sell'
    is_shown = verb.lemma_ in _DECLARING and any(t.lower_ in _SELVES for t in (*verb.rights, *adjective.lefts))
    if (
        content is None
        or not (is_shown or verb.lemma_ in ("be", "remain", "seem", "appear"))
        or (lemma == "prepared" and content.dep_ != "xcomp")
    ):
        return None
    if lemma in _EAGER and (content.dep_ != "xcomp" or content.lemma_ not in _KEPT):
        return None  # 'is determined to win'
    if lemma == "unable" and content.lemma_ in _REACHING:
        return None  # 'we have been unable to reach an agreement'
    if lemma == "open" and content.lower_ != "to" and content.dep_ != "xcomp":
        return None
    if has_auxiliary(verb, _SHOULD) or (lemma == "unable" and has_auxiliary(verb, _MIGHT)):
        return None  # 'must be ready for a long fight', 'may be unable to pay'
    if is_within_condition(verb) or (
        stances.ADJECTIVES[lemma] is Stance.ACCEPT
        and content.lower_ == "with"
        and any(g.lemma_.lower() in _COURSES for g in children(content, "pobj"))
    ):
        return None  # 'only if they are ready to', 'is satisfied with the results'
    parties = agents_of(scene, verb)
    stance = stances.ADJECTIVES[lemma]
    if (
        stance is Stance.ACCEPT
        and content.dep_ == "xcomp"
        and content.lemma_ not in _DONE_ALONE
        and not any(True for _ in content.rights)
    ):
        return None  # 'is ready to march'
    if stance is Stance.ACCEPT and content.dep_ == "xcomp" and content.lemma_ in _FIGHTING:
        return None  # 'is prepared to fight for years'
    if is_negated(verb):
        stance = Stance.ACCEPT if stance is Stance.OPPOSE and lemma != "hesitant" else stances.NEGATED.get(stance, stance)
    condition = condition_near(verb) or condition_of(content) or _once(verb, content)
    if stance is Stance.ACCEPT and content.dep_ == "xcomp":
        stance = _of_what_is_done(content, condition)
    if stance is Stance.THREATEN and has_auxiliary(verb, _MIGHT):
        return None  # 'could be ready to quit the talks': what others think
    if condition and stance is Stance.OFFER:
        stance = Stance.CONDITIONAL
    if condition and stance in (Stance.ACCEPT, Stance.PENDING):
        stance = Stance.CONDITIONAL
    subject = subject_of(verb)
    is_near = subject is not None and subject.i < verb.i and (child(verb, "nsubj") is not None or verb.i - subject.i < _NEAR)
    first = subject.left_edge.i if subject is not None and is_near else verb.i
    last = content.right_edge.i + 1
    while last > content.i + 1 and (scene.doc[last - 1].dep_ == "cc" or scene.doc[last - 1].lower_ == "once"):
        last -= 1  # 'are ready to negotiate and'
    around = (first, max(last, condition[1])) if condition else (first, last)
    return Stand(parties, stance, around, (content.left_edge.i, last), condition)


def _once(*verbs: Token) -> tuple[int, int] | None:
    """'is ready to meet when there is an agenda': a time that is yet to come."""
    for clause in (c for verb in verbs for c in children(verb, "advcl")):
        is_when = has_child(clause, ("when",), "advmod", "mark")
        if is_when and clause.tag_ in ("VBZ", "VBP") and clause.left_edge.lower_ == "when":
            return clause.left_edge.i, clause.right_edge.i + 1
    for verb in verbs:
        once = next((c for c in children(verb, "advmod") if c.lower_ == "once" and c.i > verb.i), None)
        parted = _parted(once) if once is not None else None
        if once is not None and parted is not None:
            return once.i, parted.right_edge.i + 1
    return None


def _parted(once: Token) -> Token | None:
    """The clause of 'is ready to vote once a plan is put to it', where the parser hangs it on the verb of saying."""
    following = once.doc[once.i + 1 : once.i + 9]
    clause = next((t.head for t in following if t.dep_ in SUBJECTS), None)
    is_present = clause is not None and any(t.tag_ in ("VBZ", "VBP") for t in (clause, *children(clause, "auxpass", "aux")))
    return clause if clause is not None and is_present and clause.left_edge.i == once.i + 1 else None


def _is_of_talks(goal: Token) -> bool:
    """'start talks', 'sign the deal', 'take part': agreed to, and not offered."""
    return any(t.lemma_.lower() in _TALKED for t in children(goal, "dobj"))


def _of_what_is_done(goal: Token, condition: tuple[int, int] | None) -> Stance:
    """'ready to pay' offers, 'ready to back the plan' supports, 'ready to strike' threatens; else one is ready to accept."""
    if goal.lemma_ in _LOOKING and child(goal, "dobj", "prep") is not None:
        return Stance.PENDING  # 'is willing to consider the idea'
    if goal.lemma_ in stances.YIELDING and child(goal, "dobj") is not None:
        return Stance.OFFER
    if is_threat(goal, condition) or any(is_threat(each, None) for each in children(goal, "conj")):
        return Stance.THREATEN
    told = stances.VERBS.get(goal.lemma_.lower())
    if told in (Stance.SUPPORT, Stance.REJECT, Stance.OFFER) and child(goal, "dobj", "xcomp") is not None:
        return told
    is_deed = goal.lemma_ not in _TAKING and told is None and child(goal, "dobj") is not None
    return Stance.OFFER if is_deed and not _is_of_talks(goal) else Stance.ACCEPT
