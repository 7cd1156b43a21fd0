"""Going from the table: 'pulled out of the talks', 'suspended its part in the truce', 'declared an end to the ceasefire'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import subject_tokens
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.word_lists import words

_TABLES = words(
    """talk negotiation dialogue table truce ceasefire armistice agreement deal accord pact treaty mediation discussion bargaining
    process round arbitration consultation conference summit congress"""
)
_OUT = {"pull": "out", "walk": "out", "storm": "out", "back": "out", "drop": "out", "opt": "out", "stalk": "out", "bow": "out"}
_FROM = words("withdraw walk retire retreat")
_BREAKING = words("suspend quit abandon boycott leave end freeze halt terminate scrap cancel denounce renounce repudiate exit")
_BREAKING_OFF = {"break": "off", "call": "off", "cut": "off", "tear": "up", "pull": "out"}
_HAD = frozenset({"had"})
_DECLARING = words("declare announce proclaim")
_ENDS = words("end withdrawal suspension termination exit boycott departure pullout collapse")
_BODIES = words("commission committee panel body session meeting")
_CONTACTS = words("contact cooperation exchange tie")
_FREEZING = words("suspend freeze break sever halt cut end")
_TAKING_PART = words("participation part involvement role membership cooperation attendance presence support")
_DECIDING = words("decide choose opt resolve elect vote")
_DEPARTING = words("leave depart fly return go walk")
_SIGNING = words("sign agree accept commit initial endorse")
_TO_COME = words("will would may might could can should must shall 'll ’ll 'd ’d")
_LEAVING = {"stay"} | _FROM | _BREAKING | _FREEZING | _DECLARING | _DEPARTING | _OUT.keys() | _BREAKING_OFF.keys()


def left_table(scene: Scene, verb: Token) -> Stand | None:
    """The refusal that a party shows by going from talks, or from a truce or an accord that holds; none for one that is planned."""
    if verb.lemma_ not in _LEAVING:
        return None
    is_past = verb.dep_ == "relcl" and has_auxiliary(verb, _HAD)  # 'which had left the talks': until then
    if (
        is_past
        or verb.dep_ == "pcomp"
        or is_negated(verb)
        or is_unreal(verb)
        or child(verb, "nsubjpass") is not None
        or _is_to_come(verb)
    ):
        return None
    if not (_is_gone_from(verb) or _is_broken(verb) or _is_declared_over(verb) or _is_gone_without(verb)):
        return None
    found = plain_stand(scene, verb, Stance.REJECT)
    if found is None or len(found.parties) > 1 or found.words[1] <= found.words[0]:
        return None  # those who end a round together refuse nothing
    subject = subject_tokens(verb)
    is_relative = verb.dep_ == "relcl" and subject is not None
    return Stand(
        found.parties, Stance.REJECT, (verb.i if is_relative else found.words[0], found.words[1]), found.issue, shown_by=verb.i
    )


def _is_to_come(verb: Token) -> bool:
    is_settled = verb.dep_ == "xcomp" and verb.head.lemma_ in _DECIDING and verb.head.tag_ in ("VBD", "VBN", "VBZ", "VBP")
    is_aim = verb.tag_ == "VB" and has_child(verb, ("to",), "aux") and not is_settled
    return is_aim or has_child(verb, _TO_COME, "aux")


def _is_gone_from(verb: Token) -> bool:
    """'pulled out of the talks', 'withdrew from the accord', 'stayed away from the session', 'pulled its men out of the commission'."""
    small = [c for c in verb.rights if c.dep_ in ("prt", "prep", "advmod")]
    is_out = verb.lemma_ in _OUT and any(c.lower_ == _OUT[verb.lemma_] for c in small)
    is_off = verb.lemma_ in _FROM and any(c.lower_ in ("from", "away") for c in small)
    is_away = verb.lemma_ == "stay" and any(c.lower_ == "away" for c in small)
    if not (is_out or is_off or is_away):
        return False
    deeper = [p for c in small for p in (c, *c.children) if p.lower_ in ("of", "from")]
    return any(_is_table(goal, _BODIES) for p in deeper for goal in children(p, "pobj"))


def _is_gone_without(verb: Token) -> bool:
    """'left Bern without signing (the accord)'."""
    withouts = (p for p in children(verb, "prep") if p.lower_ == "without") if verb.lemma_ in _DEPARTING else ()
    return any(goal.lemma_ in _SIGNING for p in withouts for goal in children(p, "pcomp"))


def _is_table(goal: Token, others: frozenset[str] = frozenset()) -> bool:
    return any(t.lemma_.lower() in _TABLES | others for t in (goal, *goal.conjuncts))


def _is_broken(verb: Token) -> bool:
    """'suspended its part in the talks', 'broke off talks', 'boycotted the round'."""
    is_off = verb.lemma_ in _BREAKING_OFF and any(c.lower_ == _BREAKING_OFF[verb.lemma_] for c in children(verb, "prt", "advmod"))
    thing = child(verb, "dobj")
    if thing is None or not (is_off or verb.lemma_ in _BREAKING | _FREEZING):
        return False
    if verb.lower_ == "leaving" and verb.dep_ == "advcl":
        return False  # ', leaving the truce in doubt'
    if thing.lemma_.lower() in _TAKING_PART:
        is_of_talks = any(
            _is_table(goal, _BODIES)
            for at in (thing, verb)
            for p in children(at, "prep")
            if p.lower_ in ("in", "of")
            for goal in children(p, "pobj")
        )
        return is_of_talks and verb.lemma_ not in ("leave", "renounce")
    if thing.lemma_.lower() in _CONTACTS:
        return verb.lemma_ in _FREEZING or is_off
    if thing.lemma_.lower() not in _TABLES or not (is_off or verb.lemma_ in _BREAKING):
        return False
    is_round = verb.lemma_ in ("end", "halt") and thing.lemma_.lower() in ("talk", "negotiation", "discussion", "round")
    return not is_round or verb.dep_ == "xcomp" or _is_going_on(verb)  # 'ended the talks in the evening', but 'is ending the talks'


def _is_going_on(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in children(verb, "aux"))


def _is_declared_over(verb: Token) -> bool:
    """'declared an end to the ceasefire', 'announced its withdrawal from the talks'."""
    if verb.lemma_ not in _DECLARING:
        return False
    thing = child(verb, "dobj") or child(verb, "oprd")
    if thing is None or thing.lemma_.lower() not in _ENDS or has_left(thing, ("no",)):
        return False
    return any(_is_table(goal) for p in children(thing, "prep") if p.lower_ in ("to", "from", "of") for goal in children(p, "pobj"))
