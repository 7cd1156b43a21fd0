"""Pressure as a noun: 'under pressure from Norway', 'put pressure on Canada', 'an ultimatum to', 'its threat to'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import LeverageMention
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import Range, child, child_called, children, has_left, is_negated, subject_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import issue_words
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.pressure.pressed import others_than
from gobetween.reading.talks.pressure.telling import demand_of, is_infinitive
from gobetween.reading.word_lists import words

BURDENS = words("pressure leverage ultimatum threat sanction urging insistence request behest warning")
_APPLYING = words(
    """put step exert apply pile increase ramp maintain keep bring issue give renew raise turn intensify heighten mount make repeat
    deliver send present"""
)
_EASING = words("withdraw drop lift abandon retract deny dismiss resist ease reject ignore end withstand")
_BEARING = words("face feel bear confront")
_AT_WHOSE = words("urging insistence request behest")
_THREATS = frozenset({"threat", "ultimatum", "warning"})
_LONGEST = 40  # tokens of a clause that is quoted
_ONTO = frozenset({"on", "upon", "against", "to", "over"})


def find_burden(scene: Scene, voices: Voices, noun: Token) -> LeverageMention | None:
    """The pressure that the noun names; none where it is taken back, or where the words do not say whose it is and on whom."""
    lemma, governor = noun.lemma_.lower(), noun.head
    if governor.lemma_ in _EASING and noun.dep_ in ("dobj", "nsubjpass"):
        return None
    if is_negated(governor) or has_left(noun, ("no",)):
        return None
    if lemma in _AT_WHOSE:
        return _at_whose_urging(scene, voices, noun)
    by = _by_whom(scene, noun)
    if by is None:
        return None
    pressed, goal = _on_whom(noun), _goal(noun)
    on = tuple(p for p in parties_of(scene, pressed) if p != by) if pressed is not None else ()
    if not on and lemma == "threat" and (goal is not None or child(noun, "prep") is not None):
        thing = child(governor, "dobj") if noun.dep_ == "nsubj" else None  # 'its threat to cut off gas has rattled Moldova'
        on = tuple(p for p in parties_of(scene, thing) if p != by) if thing is not None else ()
        on = on or (others_than(scene, noun, by) if goal is not None else ())
    if not on:
        return None
    told = demand_of(scene, goal) if goal is not None else ""
    demand, otherwise = ("", told or _of_what(scene, noun)) if lemma in _THREATS and lemma != "ultimatum" else (told, "")
    return _mention(scene, voices, noun, (by, on[0]), demand, otherwise)


def _mention(scene: Scene, voices: Voices, noun: Token, sides: tuple[str, str], demand: str, otherwise: str) -> LeverageMention | None:
    first, last = _clause(noun)
    passage = scene.passage(first, last)
    if passage is None:
        return None
    return LeverageMention(passage, *sides, demand=demand, otherwise=otherwise, via=voices.at(noun.idx))


def _clause(noun: Token) -> Range:
    """The noun's phrase, with the verb that it hangs on where that says who or on whom."""
    governor = noun.head
    verb = governor.head if governor.pos_ == "ADP" else governor
    is_told = verb.pos_ in ("VERB", "AUX") and (governor.lower_ == "under" or noun.dep_ in ("dobj", "nsubj"))
    if not is_told or verb.right_edge.i - verb.left_edge.i > _LONGEST:
        return noun.left_edge.i, noun.right_edge.i + 1
    return verb.left_edge.i, verb.right_edge.i + 1


def _by_whom(scene: Scene, noun: Token) -> str | None:
    """The owner, whoever it comes from, or whoever puts it on."""
    if (owner := owner_of(scene, noun)) is not None:
        return owner
    for prep in _preps(noun):
        maker = child(prep, "pobj") if prep.lower_ in ("from", "by") else None
        if maker is not None and (found := parties_of(scene, maker)):
            return found[0]
    is_put_on = noun.dep_ == "dobj" and noun.head.lemma_ in _APPLYING
    return next(iter(agents_of(scene, noun.head)), None) if is_put_on else None


def _preps(noun: Token) -> list[Token]:
    """Prepositions of the noun and of what it is a threat of: 'a threat of sanctions from Norway'."""
    own = list(children(noun, "prep"))
    return own + [p for prep in own for goal in children(prep, "pobj") for p in children(goal, "prep") if prep.lower_ == "of"]


def _on_whom(noun: Token) -> Token | None:
    governor = noun.head
    if (governor.lower_ == "under" and governor.dep_ == "prep") or (governor.lemma_ in _BEARING and noun.dep_ == "dobj"):
        return subject_of(governor.head if governor.lower_ == "under" else governor)
    holders = (noun, governor) if noun.dep_ in ("dobj", "nsubjpass") and governor.lemma_ in _APPLYING else (noun,)
    for holder in holders:
        for prep in children(holder, "prep", "dative"):
            if prep.lower_ in _ONTO and (goal := child(prep, "pobj")) is not None:
                return goal
    return child(governor, "dative") if noun.dep_ == "dobj" else None


def _goal(noun: Token) -> Token | None:
    """'to end the war', wherever the parser hung it."""
    own = next((c for c in children(noun, "acl", "relcl") if is_infinitive(c)), None)
    if own is not None:
        return own
    for prep in _preps(noun):
        for thing in children(prep, "pobj"):
            if (of_thing := next((c for c in children(thing, "acl", "relcl") if is_infinitive(c)), None)) is not None:
                return of_thing
    governor = noun.head.head if noun.head.pos_ == "ADP" else noun.head
    is_of_pressure = noun.lemma_ in ("pressure", "ultimatum", "leverage")
    late = (c for c in children(governor, "advcl", "xcomp") if is_infinitive(c) and c.i > noun.i)
    return next(late, None) if is_of_pressure and governor.pos_ in ("VERB", "AUX") else None


def _of_what(scene: Scene, noun: Token) -> str:
    of = child_called(noun, ("of",), "prep")
    what = child(of, "pobj", "pcomp") if of is not None else None
    return issue_words(scene, what.left_edge.i, what.right_edge.i + 1) if what is not None else ""


def _at_whose_urging(scene: Scene, voices: Voices, noun: Token) -> LeverageMention | None:
    """'At the urging of Norway, Canada lowered its quota'."""
    prep = noun.head
    verb = prep.head
    if prep.lower_ != "at" or prep.dep_ != "prep" or verb.pos_ != "VERB":
        return None
    source = next((child(p, "pobj") for p in children(noun, "prep") if p.lower_ == "of"), None)
    by = owner_of(scene, noun) or (next(iter(parties_of(scene, source)), None) if source is not None else None)
    on = agents_of(scene, verb)
    if by is None or not on or on[0] == by:
        return None
    return _mention(scene, voices, noun, (by, on[0]), "", "")
