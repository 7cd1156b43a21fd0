"""Harm to the other side: whether what a party would do on a condition is a threat, or the end of one and so an offer."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.syntax import Range, child, children, has_child, has_left, is_negated
from gobetween.reading.talks.positions.modality.conditions import is_adverse
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

# what only harms: a strike, a suit, an attack
_HURTING = words(
    """strike retaliate sue boycott attack invade expel picket blockade bomb shell seize dismiss sack besiege sanction punish
    outlaw evict bombard dock"""
)
# what harms, or ends harm, by what is left, stopped or taken back
_STOPPING = words(
    "stop suspend halt call lift end cease drop cancel freeze pause refrain withdraw remove ease scrap leave recall close cut"
)
_LEAVING = words("walk pull quit leave withdraw resign")
# what one leaves, to the harm of the talks
_LEFT = words(
    "talk negotiation table agreement deal treaty accord bid race auction process coalition cabinet government alliance body pact"
)
HARMFUL = stances.HARMS | words(
    """strike sanction blockade boycott attack embargo threat expulsion siege fire shelling lawsuit suit ban tariff lockout walkout raid
    offensive war bombing protest fighting hostility action bombardment closure picket ultimatum incursion operation"""
)
_WILLING = stances.YIELDING | words("accept sign support attend join agree come meet talk negotiate continue stay keep be back vote")
_TAKING = words("accept sign agree join back")
_OPPOSING = words("oppose veto reject block")
_HITTING = words("hit strike fire fight shoot")
_GOING_ON = words("continue expand escalate widen intensify extend prolong renew")
_WARNING = words("warn threaten hint")
_BLOCKING = words("block blockade occupy picket barricade besiege camp")
_PUT_FORWARD = stances.OFFERS | words("offer proposal concession nomination candidacy")
_STRIKES = words(
    """strike stoppage walkout boycott blockade lockout picket sanction tariff embargo closure shutdown protest stay-away fighting war
    attack operation offensive hostility bombardment airstrike campaign assault shelling bombing"""
)
_COURTS = words("court tribunal arbitration arbitrator regulator parliament shareholder street public")
_CHANCES = words("opportunity chance moment occasion initiative day momentum")
_FORCES = words("force troop army soldier fighter unit tank militia gunman rebel garrison")
_PLACES = words(
    "town city village area region territory position port valley border zone province district airport front line hill post"
)
_WORK = words("work tool job")


def is_threat(verb: Token, condition: Range | None) -> bool:
    """Whether doing it, on this condition, would harm the other side.

    'would suspend aid if they attack' would; 'would suspend the strike if they raise their offer', 'would not attack if they leave' and
    'would withdraw its troops if the border opens' end what harms, and offer that.
    """
    lemma = verb.lemma_.lower()
    if _is_pulling_back(verb):
        return False
    things = [t for t in verb.subtree if verb.i < t.i < (condition[0] if condition and condition[0] > verb.i else verb.i + 12)]
    hurts = any(t.lemma_.lower() in HARMFUL or t.lower_ in HARMFUL for t in things)
    if is_negated(verb):
        return False
    if lemma in _OPPOSING and condition is not None and is_adverse(verb, condition):
        return True
    if lemma == "seize" and any(t.lemma_.lower() in _CHANCES and t.head.i == verb.i for t in things):
        return False
    if lemma in _HITTING and has_child(verb, ("back",)):
        return True  # 'will hit back'
    if lemma in _HURTING or _is_leaving(verb) or _is_going_to_court(verb) or _is_stopping_work(verb):
        return True
    if is_staying_away(verb) or _is_taking_back(verb, things) or _is_harm_beginning(verb, condition):
        return True
    is_stopping = lemma in _STOPPING and (lemma != "call" or any(c.lower_ in ("off", "back") for c in verb.rights))
    if is_stopping or (lemma == "put" and any(t.lemma_ == "end" for t in things)):
        return (
            not hurts and lemma in stances.HARMING | {"stop", "freeze", "cancel"} and (condition is None or is_adverse(verb, condition))
        )
    if condition is not None and verb.doc[condition[0]].lower_ == "unless":
        return lemma not in _WILLING
    if _is_warned_of(verb) and condition is not None and is_adverse(verb, condition):
        return True
    is_for_court = lemma in ("seek", "request", "demand", "pursue") and any(t.lemma_.lower() in _COURTS | {"damage"} for t in things)
    return (
        is_for_court
        or (lemma in _GOING_ON and hurts)
        or (lemma in ("seek", "impose", "call", "order", "launch", "start", "begin", "resume", "hold", "go") and hurts)
        or (lemma in stances.HARMING and (condition is None or is_adverse(verb, condition)))
    )


def _is_pulling_back(verb: Token) -> bool:
    """'would withdraw from the town', 'its forces would pull back': what the other side asks for."""
    if verb.lemma_ not in ("withdraw", "pull", "retreat", "leave") or child(verb, "dobj") is not None:
        return False
    subject = child(verb, "nsubj")
    goals = [g for p in children(verb, "prep") if p.lower_ == "from" for g in children(p, "pobj")]
    is_of_force = subject is not None and subject.lemma_.lower() in _FORCES
    is_place = any(g.lemma_.lower() in _PLACES or (g.pos_ == "PROPN" and g.ent_type_ in ("GPE", "LOC", "FAC")) for g in goals)
    return is_place or (is_of_force and not any(t.lemma_.lower() in _LEFT for t in goals))


def _is_warned_of(verb: Token) -> bool:
    """'warned that it will send its gas elsewhere', whatever that does."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in _WARNING and verb.head.i < verb.i and verb.lemma_ not in _TAKING


def is_staying_away(verb: Token) -> bool:
    """'will stay away from the next round', 'will stay in their hotels': who does not come, or blocks and does not go."""
    if verb.lemma_ not in ("stay", "remain", "keep"):
        return False
    near = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4]]
    is_until = any(t.lower_ in ("until", "till", "unless") for t in verb.subtree if t.i > verb.i)
    is_blocking = is_until and any(t.lemma_.lower() in _BLOCKING for t in verb.sent)
    return near[:1] in (["away"], ["out"]) or is_blocking


def _is_taking_back(verb: Token, things: list[Token]) -> bool:
    """'will withdraw its offer', 'would take its proposal off the table'."""
    is_offer = any(t.lemma_.lower() in _PUT_FORWARD and t.head.i == verb.i for t in things)
    is_off = verb.lemma_ == "take" and any(t.lower_ in ("off", "back") for t in things)
    return is_offer and (is_off or verb.lemma_ in ("withdraw", "pull", "retract", "rescind", "revoke", "scrap"))


def _is_harm_beginning(verb: Token, condition: Range | None) -> bool:
    """'a third strike would begin on Monday if there was no deal'."""
    subject = child(verb, "nsubj", "nsubjpass")
    is_harm = subject is not None and (subject.lemma_.lower() in _STRIKES or subject.lower_ in _STRIKES)
    is_beginning = verb.lemma_ in ("begin", "start", "follow", "resume", "come", "go", "take", "happen", "call", "stage", "impose")
    return is_harm and is_beginning and condition is not None and is_adverse(verb, condition)


def _is_leaving(verb: Token) -> bool:
    """'would walk out', 'would leave the talks', 'would quit', 'would withdraw'."""
    if verb.lemma_ not in _LEAVING:
        return False
    thing = child(verb, "dobj")
    goals = [g for p in children(verb, "prep") for g in children(p, "pobj")]
    is_out = any(t.lower_ in ("out", "away") for t in verb.doc[verb.i + 1 : verb.i + 3])
    if verb.lemma_ in ("walk", "pull") and not is_out:
        return False
    near = [thing] if thing is not None else goals
    if is_out and thing is None:
        return True  # 'would walk out at 22 hospitals on Monday'
    return any(t.lemma_.lower() in _LEFT for t in near) or (thing is None and not any(t.pos_ in ("NOUN", "PROPN") for t in goals))


def _is_going_to_court(verb: Token) -> bool:
    """'would take the matter to court', 'would go to arbitration', 'will turn to the regulator'."""
    if verb.lemma_ not in ("take", "go", "turn", "bring", "refer", "appeal"):
        return False
    goals = [
        g
        for t in (verb, *children(verb, "dobj", "advmod"))
        for p in children(t, "prep")
        if p.lower_ in ("to", "before")
        for g in p.children
    ]
    is_council = any(g.lemma_.lower() == "council" and has_left(g, ("security",)) for g in goals)
    return is_council or any(t.lemma_.lower() in _COURTS for t in goals)


def _is_stopping_work(verb: Token) -> bool:
    """'will stop work', 'will down tools'."""
    thing = child(verb, "dobj")
    return thing is not None and thing.lemma_ in _WORK and verb.lemma_ in ("stop", "down", "lay", "refuse", "cease", "quit")
