"""How a party looks upon what is at issue, and how it presses: 'sees the dam as critical', 'put pressure on both to'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, is_negated
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.word_lists import words

_SEEING = words("see regard view consider perceive deem")
_NEEDED = words("critical vital essential crucial indispensable necessary key lifeline fundamental pivotal")
_FEARED = words("threat danger menace provocation affront violation encroachment")
_PRESSING = words("put apply exert pile increase keep bring maintain heap")


def viewed(scene: Scene, verb: Token) -> Stand | None:
    """'sees the dam as critical to its growth': a claim; 'regards the canal as a threat': opposed."""
    thing = child(verb, "dobj") if verb.lemma_ in _SEEING else None
    if thing is None or thing.pos_ == "PRON" or thing.ent_type_ == "PERSON" or is_negated(verb) or is_unreal(verb):
        return None
    goals = [goal for p in children(verb, "prep") if p.lower_ == "as" for goal in (*children(p, "pobj", "amod", "pcomp"),)]
    goals += children(verb, "oprd")
    said = {t.lemma_.lower() for goal in goals for t in (goal, *goal.conjuncts)}
    if said & _FEARED:
        return plain_stand(scene, verb, Stance.OPPOSE)
    return plain_stand(scene, verb, Stance.CLAIM) if said & _NEEDED else None


def pressing(scene: Scene, verb: Token) -> Stand | None:
    """'applied pressure on both parties to end the war': demanded."""
    thing = child(verb, "dobj") if verb.lemma_ in _PRESSING else None
    if thing is None or thing.lemma_.lower() != "pressure" or is_negated(verb) or is_unreal(verb):
        return None
    holders = [verb, thing, *children(verb, "prep"), *children(thing, "prep")]
    holders += [goal for prep in holders if prep.dep_ == "prep" for goal in children(prep, "pobj")]
    aim = next((c for h in holders for c in children(h, "xcomp", "acl", "advcl", "relcl") if c.tag_ == "VB" and c.i > thing.i), None)
    is_on = any(p.lower_ in ("on", "upon") for h in (verb, thing) for p in children(h, "prep"))
    return plain_stand(scene, verb, Stance.DEMAND) if aim is not None and is_on else None
