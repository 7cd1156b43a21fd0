"""What news tells of a party in few words: its reply awaited, its service as a mediator, its refusal, its strike."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children, has_auxiliary, has_left, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_WAITING = words("await wait")
_ANSWERS = stances.REPLIES | words("agreement consent approval confirmation signature verdict reaction acceptance feedback go-ahead")
_SERVING = words("resume offer continue begin take assume")
_SERVICES = words("mediation role office effort service")
_HOSTING = words("host hold convene organise organize arrange")
_TALKED = words("talk negotiation dialogue meeting summit round consultation contact")
_REVIVING = words(
    "revive broker bridge end save rescue restart help mediate resolve settle relaunch salvage reconcile find reach secure"
)
_MEDIATED = words("revive broker bridge mediate relaunch reconcile")
_REVIVED = words(
    "talk negotiation dialogue process truce ceasefire peace deal conflict war crisis dispute agreement gap solution accord"
)
_WILL = words("will would shall 'll ’ll")
_CALLING = words("call announce declare stage plan schedule")
_STRIKES = words("strike walkout stoppage lockout")
_CONSEQUENCES = words("consequence repercussion retaliation reprisal sanction penalty")
_REFUSALS = {
    "refusal": Stance.REJECT,
    "unwillingness": Stance.REJECT,
    "reluctance": Stance.OPPOSE,
    "willingness": Stance.ACCEPT,
    "readiness": Stance.ACCEPT,
    "insistence": Stance.DEMAND,
    "opposition": Stance.OPPOSE,
}
_MADE_BY = words("make present submit draft draw prepare write circulate outline lay put table unveil float propose announce")
_HOLDING = words("include provide contain offer foresee envisage entail give")
_GREETED = words("welcome hail praise applaud support back endorse")
_TEXTS = stances.TEXTS | stances.OFFERS | words("initiative move idea suggestion step call scheme formula mission effort")


def awaited_from(scene: Scene, verb: Token) -> Stand | None:
    """'is awaiting a response from Norway and Canada', 'still waiting for agreement from Norway', 'for Norway to reply'."""
    if verb.lemma_ not in _WAITING or is_negated(verb) or has_auxiliary(verb, words("will would could may")):
        return None
    goals = [*children(verb, "dobj"), *(g for p in children(verb, "prep") if p.lower_ in ("for", "on") for g in children(p, "pobj"))]
    goal = next((g for g in goals if g.lemma_.lower() in _ANSWERS), None)
    sender = _sender(goal, verb) if goal is not None else _answerer(verb)
    parties = parties_of(scene, sender) if sender is not None else ()
    if goal is not None and not parties:
        owner = next(children(goal, "poss"), None)
        parties = parties_of(scene, owner) if owner is not None else ()
    if not parties or set(parties) & set(agents_of(scene, verb)):
        return None
    first, last = clause_tokens(verb)
    return Stand(parties, Stance.PENDING, (first, last), (verb.i + 1, last), shown_by=verb.i)


def _sender(goal: Token, verb: Token) -> Token | None:
    sent = next((p for holder in (goal, verb) for p in children(holder, "prep") if p.lower_ in ("from", "by") and p.i > goal.i), None)
    return child(sent, "pobj") if sent is not None else None


def _answerer(verb: Token) -> Token | None:
    """Norway in 'waiting for Norway to reply'."""
    clause = next((c for c in children(verb, "advcl", "xcomp", "ccomp") if c.i > verb.i), None)
    is_reply = clause is not None and clause.lemma_ in ("reply", "respond", "answer", "decide", "agree", "accept", "sign")
    return child(clause, "nsubj") if clause is not None and is_reply else None


def served(scene: Scene, verb: Token) -> Stand | None:
    """'resumed its role as a mediator', 'offered its good offices': a mediator's offer."""
    thing = child(verb, "dobj")
    if verb.lemma_ not in _SERVING or thing is None or thing.lemma_.lower() not in _SERVICES or is_negated(verb) or is_unreal(verb):
        return None
    word = thing.lemma_.lower()
    if verb.lemma_ == "continue" and has_auxiliary(verb, _WILL):
        return None  # 'will continue their mediation until a deal is reached': nothing new is offered
    own = next((c for c in thing.lefts if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
    is_as_mediator = any(
        t.lemma_.lower() in ("mediator", "facilitator", "go-between", "broker")
        for p in children(thing, "prep")
        if p.lower_ == "as"
        for t in children(p, "pobj")
    )
    is_service = has_left(thing, ("mediation", "mediating", "mediator", "good"))
    if own is None or not (is_as_mediator or is_service or word == "mediation"):
        return None
    if (found := plain_stand(scene, verb, Stance.OFFER)) is not None:
        return found
    first, last = clause_tokens(verb)  # 'the emirate resumed its role', which only 'its' tells of
    return Stand(parties_of(scene, own), Stance.OFFER, (first, last), (verb.i + 1, last), shown_by=verb.i)


def brought_together(scene: Scene, verb: Token) -> Stand | None:
    """'will hold talks with the rebels in a bid to revive the truce', of a side that is none of the quarrel's: a mediator's offer."""
    thing = child(verb, "dobj") if verb.lemma_ in _HOSTING else None
    if thing is None or thing.lemma_.lower() not in _TALKED or is_negated(verb) or is_unreal(verb):
        return None
    if not has_auxiliary(verb, _WILL):
        return None
    aim = next((t for t in verb.subtree if t.i > thing.i and t.lemma_.lower() in _REVIVING and t.tag_ == "VB"), None)
    is_aim = aim is not None and has_left(aim, ("to",)) and any(t.lemma_.lower() in _REVIVED for t in aim.subtree)
    found = plain_stand(scene, verb, Stance.OFFER) if is_aim else None
    if found is None or aim is None:
        return None
    return found if aim.lemma_.lower() in _MEDIATED or not set(found.parties) & set(scene.pair) else None


def striking(scene: Scene, verb: Token) -> Stand | None:
    """'called a strike for Monday', 'voted in favour of a walkout': a threat, until it begins; none in the past of a story."""
    if verb.lemma_ not in _CALLING and verb.lemma_ != "vote":
        return None
    if is_negated(verb) or is_unreal(verb) or child(verb, "nsubjpass") is not None:
        return None
    is_past = verb.dep_ in ("advcl", "relcl") or has_auxiliary(verb, frozenset({"had"}))  # 'since it called a strike'
    thing = child(verb, "dobj") if verb.lemma_ in _CALLING and not is_past else None
    if verb.lemma_ == "vote":
        thing = next((goal for goal in _goals(verb) if goal.lemma_.lower() in _STRIKES | {"action"}), None)
        if thing is not None and thing.lower_ == "action" and not has_left(thing, ("strike", "industrial")):
            thing = None
    is_of_work = thing is not None and (thing.lemma_.lower() in _STRIKES or verb.lemma_ == "vote")
    is_off = any(c.dep_ == "prt" for c in verb.children) or (thing is not None and has_left(thing, ("no",)))
    is_raid = thing is not None and any(p.lower_ in ("on", "against", "at") and _is_place(p) for p in children(thing, "prep"))
    return plain_stand(scene, verb, Stance.THREATEN) if is_of_work and not is_off and not is_raid else None


def _is_place(prep: Token) -> bool:
    return not any(goal.ent_type_ in ("DATE", "TIME") for goal in children(prep, "pobj"))


def _goals(verb: Token) -> list[Token]:
    """What a vote is for: 'for a strike', 'in favour of strike action', 'to strike'."""
    found = [goal for p in children(verb, "prep") if p.lower_ == "for" for goal in children(p, "pobj")]
    for p in children(verb, "prep"):
        for favour in children(p, "pobj"):
            if p.lower_ == "in" and favour.lower_ in ("favour", "favor", "support"):
                found += [goal for of in children(favour, "prep") for goal in children(of, "pobj")]
    return found + [c for c in children(verb, "xcomp") if c.tag_ == "VB"]


def warned_of(scene: Scene, verb: Token) -> Stand | None:
    """'warned both of the consequences if they stay away': a threat."""
    if verb.lemma_ != "warn" or is_negated(verb) or is_unreal(verb) or child(verb, "nsubjpass") is not None:
        return None
    holders = (verb, *children(verb, "dobj"))
    goals = [g for h in holders for p in children(h, "prep") if p.lower_ in ("of", "about") for g in children(p, "pobj")]
    return plain_stand(scene, verb, Stance.THREATEN) if any(g.lemma_.lower() in _CONSEQUENCES for g in goals) else None


def refusal_of(scene: Scene, noun: Token) -> Stand | None:
    """'the refusal of Norway to sign', 'the reluctance of both governments to accept it'."""
    stance = _REFUSALS.get(noun.lemma_.lower())
    of = child_called(noun, ("of", "by"), "prep") if stance is not None else None
    source = child(of, "pobj") if of is not None else None
    parties = parties_of(scene, source) if source is not None else ()
    if stance is None or source is None or not parties or noun.dep_ == "compound":
        return None
    holders = (noun, source, *source.conjuncts)
    clause = next(
        (c for holder in holders for c in children(holder, "acl", "relcl", "xcomp") if c.tag_ == "VB" and c.i > source.i), None
    )
    if clause is None or has_left(noun, ("no",)):
        return None
    last = clause.right_edge.i + 1
    return Stand(parties, stance, (noun.left_edge.i, last), (clause.left_edge.i, last), shown_by=noun.i)


def put_by(scene: Scene, verb: Token) -> Stand | None:
    """'the proposal made by the union', 'an initiative welcomed by Norway': a text and whoever made or greeted it."""
    if verb.dep_ not in ("acl", "relcl") or verb.tag_ != "VBN" or is_negated(verb) or is_unreal(verb):
        return None
    agent, thing = child(verb, "agent"), verb.head
    source = child(agent, "pobj") if agent is not None else None
    parties = parties_of(scene, source) if source is not None else ()
    stance = _stance_of_putting(verb.lemma_, thing.lemma_.lower())
    if not parties or stance is None or agent is None:
        return None
    if thing.dep_ == "nsubj" and thing.head.lemma_ in _HOLDING:
        return None  # 'the plan put by Norway provides a raise': what it holds is what is offered
    first = _first_of(thing)
    return Stand(parties, stance, (first, agent.right_edge.i + 1), (first, thing.i + 1), shown_by=verb.i)


def attending(scene: Scene, verb: Token) -> Stand | None:
    """'would send a delegation to the talks', 'invited the rebels to Bern to continue talks': one comes, the other asks to come."""
    thing = child(verb, "dobj") if verb.lemma_ in ("send", "dispatch", "invite") else None
    if thing is None or is_negated(verb) or is_unreal(verb) or child(verb, "nsubjpass") is not None:
        return None
    if verb.lemma_ == "invite":
        is_to_talks = any(t.lemma_.lower() in _TALKED for t in verb.subtree if t.i > thing.i)
        return plain_stand(scene, verb, Stance.OFFER) if is_to_talks and parties_of(scene, thing) else None
    is_team = thing.lemma_.lower() in ("delegation", "team", "negotiator", "representative") and has_auxiliary(verb, _WILL)
    return plain_stand(scene, verb, Stance.ACCEPT) if is_team and verb.dep_ != "relcl" else None


def _stance_of_putting(verb: str, thing: str) -> Stance | None:
    if verb in _GREETED:
        return Stance.SUPPORT if thing in _TEXTS else None
    if verb not in _MADE_BY:
        return None
    return stances.NOUNS.get(thing) if thing in ("demand", "request") else Stance.OFFER if thing in _OFFERED else None


_OFFERED = words(
    "proposal offer counteroffer counterproposal suggestion bid compromise concession plan framework formula roadmap text draft"
)


def _first_of(thing: Token) -> int:
    return min((c.left_edge.i for c in thing.lefts), default=thing.i)
