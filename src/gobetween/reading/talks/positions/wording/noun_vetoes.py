"""Why a noun of the lists shows no stance where it stands: the vetoes, by the noun and by the stance, as those of verbs."""

from __future__ import annotations

from collections.abc import Callable

from gobetween.model.evidence import Stance
from gobetween.reading.syntax import SUBJECTS, child
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.owned import Owned
from gobetween.reading.word_lists import words

Veto = Callable[[Owned], bool]

OF_ACTS = words("readiness willingness unwillingness reluctance backing endorsement approval consent resistance hesitation")
BACKINGS = words("backing support endorsement blessing approval consent")
_TOPICS = words("over about concerning regarding")
_ACTS_BEHIND = words("to on for against of")
_CLAUSES = ("acl", "ccomp", "relcl")
_REPEATING = words("reiterate announce repeat confirm declare restate")


def leaves_untold(owned: Owned) -> bool:
    """'its demands over pay': what they are is not told."""
    return owned.content.dep_ == "prep" and owned.content.lower_ in _TOPICS


def is_of_demands(owned: Owned) -> bool:
    """'the union's demands that are hard to accept'."""
    clause = owned.content
    return clause.dep_ == "relcl" and any(c.tag_ == "WDT" and c.dep_ in SUBJECTS for c in clause.children)


def is_no_claim_for(owned: Owned) -> bool:
    """'its claim that', 'the call of the birds'; 'its claims to the island', 'its call for' are demands."""
    is_to_thing = owned.lemma == "claim" and owned.content.lower_ == "to" and owned.content.dep_ == "prep"
    return owned.content.lower_ != "for" and owned.content.dep_ != "advcl" and not is_to_thing


def is_of_no_act(owned: Owned) -> bool:
    """'its willingness in the talks': to do what is not told."""
    return owned.content.lower_ not in _ACTS_BEHIND and owned.content.tag_ != "VB"


def is_of_a_side(owned: Owned) -> bool:
    """'Norway's support for the rebels', 'Norwegian support for Harwick Air': help to a side, and no stand on an issue."""
    goal = child(owned.content, "pobj") if owned.content.dep_ == "prep" else None
    if goal is None or goal.lemma_.lower() in stances.TEXTS | stances.TALKED:
        return False
    is_name = goal.pos_ == "PROPN" and goal.ent_type_ not in ("LAW", "EVENT", "DATE")
    return is_name or owned.scene.party(goal) is not None


def is_a_state(owned: Owned) -> bool:
    """'the condition of the army' is no term."""
    return owned.content.dep_ not in _CLAUSES


def is_named_after_place(owned: Owned) -> bool:
    """'Paris' proposal' is named after where it was made, not after who made it."""
    scene, owner = owned.scene, child(owned.noun, "poss", "compound")
    mention = scene.names.at(owner) if owner is not None else None
    if mention is None or mention.is_adjective or mention.kind != "state":
        return False
    said = scene.doc[mention.start : mention.end].text.removeprefix("the ")
    return said != mention.name and not said.replace(".", "").isupper()


def is_not_voiced(owned: Owned) -> bool:
    """'the plan to attack': an intention is a threat where its owner utters it; a plan that others speak of is none."""
    return owned.noun.head.lemma_ not in _REPEATING


BY_STANCE: dict[Stance, tuple[Veto, ...]] = {
    Stance.DEMAND: (leaves_untold, is_of_demands),
    Stance.OFFER: (is_named_after_place,),
}
BY_NOUN: dict[str, tuple[Veto, ...]] = {
    "claim": (is_no_claim_for,),
    "call": (is_no_claim_for,),
    "condition": (is_a_state,),
    "plan": (is_not_voiced,),
    **dict.fromkeys(OF_ACTS - BACKINGS, (is_of_no_act,)),
    **dict.fromkeys(OF_ACTS & BACKINGS, (is_of_a_side, is_of_no_act)),
    **dict.fromkeys(BACKINGS - OF_ACTS, (is_of_a_side,)),
}


def is_no_stance(owned: Owned) -> bool:
    """Whether the noun says nothing of where its owner stands."""
    return any(veto(owned) for veto in (*BY_STANCE.get(owned.stance, ()), *BY_NOUN.get(owned.lemma, ())))
