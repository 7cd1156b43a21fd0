"""Steps of a party that show a stand: an answer asked for by a day, notice of a strike, tariffs to come, prisoners to be freed."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, is_negated
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.threats import is_threat
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_SERVING = words("give issue serve file hand deliver post")
_STRIKES = words("strike walkout stoppage lockout lock boycott termination")
_IMPOSING = words("impose announce introduce slap levy launch enact increase raise hike double expand stage")
_MEASURES = words("tariff sanction duty embargo blockade countermeasure lockout boycott offensive levy")
_FREED = words("prisoner detainee hostage captive crew sailor soldier inmate body remains")
_LIFTED = words("sanction blockade siege ban tariff toll embargo restriction curfew boycott duty quota")
_DRAWN = words("troop force soldier army")
_OPENED = words("border crossing port road embassy airport corridor strait")
_CONCESSIONS = {
    "release": _FREED,
    "free": _FREED,
    "return": _FREED,
    "lift": _LIFTED,
    "ease": _LIFTED,
    "remove": _LIFTED,
    "scrap": _LIFTED,
    "relax": _LIFTED,
    "withdraw": _DRAWN,
    "reopen": _OPENED,
    "open": _OPENED,
}
_ATTENDING = words("attend join participate")
_PARTAKING = words("attendance participation")
_WILL = words("will would 'll ’ll")
_PLANNING = words("plan intend")
_TELLING = words("say confirm announce declare state tell")
_STEPPING = _SERVING | _IMPOSING | _CONCESSIONS.keys() | _ATTENDING | {"give", "take", "confirm", "announce"}


def stepped(scene: Scene, verb: Token) -> Stand | None:
    """The stand that such a step shows; none where it is not taken, or only thought of."""
    stance = _stance(scene, verb) if verb.lemma_.lower() in _STEPPING else None
    over = verb.head if stance is Stance.OFFER and verb.dep_ == "xcomp" else verb  # 'plans to free them'
    if stance is None or is_negated(over) or is_unreal(over):
        return None
    if child(verb, "nsubjpass") is not None:
        return _confirmed(scene, verb)
    return plain_stand(scene, verb, stance)


def _stance(scene: Scene, verb: Token) -> Stance | None:
    lemma, thing = verb.lemma_.lower(), child(verb, "dobj")
    if lemma == "give" and _is_term(scene, verb):
        return Stance.DEMAND
    if lemma in _SERVING and thing is not None and thing.lemma_ == "notice":
        coming = (c for holder in (verb, thing) for c in children(holder, "ccomp", "acl", "relcl"))
        is_harm = any(t.lemma_.lower() in _STRIKES for t in verb.subtree if t.i > thing.i) or any(is_threat(c, None) for c in coming)
        return Stance.THREATEN if is_harm else None
    is_coming = has_auxiliary(verb, _WILL)
    if lemma in _IMPOSING and is_coming:
        return Stance.THREATEN if thing is not None and thing.lemma_.lower() in _MEASURES else None
    if lemma in _CONCESSIONS and thing is not None and thing.lemma_.lower() in _CONCESSIONS[lemma]:
        is_planned = verb.dep_ == "xcomp" and verb.head.lemma_ in _PLANNING
        return Stance.OFFER if is_coming or is_planned else None
    return Stance.ACCEPT if _is_attending(verb, lemma, is_coming=is_coming) else None


def _is_term(scene: Scene, verb: Token) -> bool:
    """'gave the union until noon to respond', 'gave Canada ten days to leave'."""
    given = [*children(verb, "dative", "dobj")]
    asked = next((c for c in children(verb, "advcl", "xcomp", "relcl") if c.tag_ == "VB" and c.i > verb.i), None)
    asked = asked or next((c for t in given for c in children(t, "relcl", "acl", "xcomp") if c.tag_ == "VB"), None)
    is_until = any(p.lower_ in ("until", "till") for holder in (verb, *given) for p in children(holder, "prep"))
    is_timed = is_until or any(t.ent_type_ in ("DATE", "TIME") for t in given)
    return asked is not None and is_timed and any(parties_of(scene, t) for t in given)


def _is_attending(verb: Token, lemma: str, *, is_coming: bool) -> bool:
    """'said it would attend the talks', 'confirmed its attendance', 'its attendance was confirmed'."""
    if lemma in ("confirm", "announce"):
        thing = child(verb, "dobj", "nsubjpass")
        return thing is not None and thing.lemma_ in _PARTAKING and child(thing, "poss") is not None
    is_told = is_coming and verb.dep_ == "ccomp" and verb.head.lemma_ in _TELLING
    holders = (verb, *children(verb, "prep"))
    things = [t for holder in holders for t in children(holder, "dobj", "pobj")]
    is_part = lemma == "take" and any(t.lemma_ == "part" for t in things)
    things += [t for part in things for p in children(part, "prep") for t in children(p, "pobj")]
    if is_told and lemma == "attend" and not things:
        return True
    return is_told and (is_part or lemma in _ATTENDING) and any(t.lemma_.lower() in stances.TALKED for t in things)


def _confirmed(scene: Scene, verb: Token) -> Stand | None:
    """'Norway's attendance was confirmed by its ambassador': that of whose it is."""
    thing = child(verb, "nsubjpass")
    owner = child(thing, "poss") if thing is not None else None
    parties = parties_of(scene, owner) if owner is not None and thing is not None and thing.lemma_ in _PARTAKING else ()
    words_of = (thing.left_edge.i, verb.right_edge.i + 1) if thing is not None else (verb.i, verb.i + 1)
    return Stand(parties, Stance.ACCEPT, words_of, (words_of[0], verb.i), shown_by=verb.i) if parties else None
