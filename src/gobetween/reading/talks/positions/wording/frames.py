"""Verbs that show a stance only with the words they go with: the frame of the table that a verb stands in."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.naming.name_words import COLLECTIVES
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, has_left, is_negated, is_no_longer
from gobetween.reading.talks.positions.left_out.everyday import is_no_issue
from gobetween.reading.talks.positions.modality.conditions import condition_to_take
from gobetween.reading.talks.positions.modality.moods import least_wanted
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.frame_table import CLASSES, TABLE
from gobetween.reading.word_lists import words

# with 'not' these say what they say; all others say nothing then, or the contrary
_WHEN_NOT = {("have", "intention"), ("see", "reason"), ("make", "mind"), ("hear", ""), ("go", "limit"), ("have", "truck")}
_WHEN_NOT |= {(verb, "answer") for verb in ("give", "make", "send", "offer")} | {("take", "stand"), ("take", "side")}
_CONTRARY: dict[Stance, Stance] = {
    Stance.ACCEPT: Stance.REJECT,
    Stance.SUPPORT: Stance.OPPOSE,
    Stance.DROPPED_DEMAND: Stance.DEMAND,
}
_NO_MATTERS = stances.VIOLENCE | words(
    """leader minister president chief official team player referee media press people public man woman member fan crowd rebel
    critic opponent rival reporter journalist weather idea game performance film book song food heat cold
    rain noise weather lighting"""
)
_TELLING = words("expect tell order instruct implore beseech exhort warn pressure pressurise pressurize")
_VOWING = words("vow swear prepare")
_SMALL = ("prt", "prep", "advmod", "acomp", "oprd", "dobj", "pobj", "intj", "dative", "nsubj", "npadvmod", "pcomp", "amod")
_BEHIND = 12  # tokens from a verb to the last of its small words
_LONG = 12  # tokens of a subject with its asides, beyond which the words begin with the verb
_OWN_MODALS = words("will would wo 'd ’d could can")


@frozen
class _Frame:
    stance: Stance
    behind: tuple[str, ...]
    about: tuple[str, ...]  # classes of nouns, or none


def _frames() -> dict[str, tuple[_Frame, ...]]:
    found: dict[str, list[_Frame]] = {}
    for stance, table in TABLE.items():
        for entry in filter(None, (each.strip() for each in table.split(","))):
            verbs, *rest = entry.split()
            about = tuple(word[1:] for word in rest if word.startswith("="))
            behind = tuple(word for word in rest if not word.startswith("="))
            for verb in verbs.split("/"):
                found.setdefault(verb, []).append(_Frame(stance, behind, about))
    return {verb: tuple(sorted(each, key=lambda f: -len(f.behind) - len(f.about))) for verb, each in found.items()}


_FRAMES = _frames()


def stand_in_frame(scene: Scene, verb: Token) -> Stand | None:
    """The position that the verb shows together with the small words and the object it stands with."""
    frame = next((f for f in _FRAMES.get(verb.lemma_.lower(), ()) if _fits(scene, verb, f)), None)
    if frame is None:
        return _asked_of(scene, verb)
    is_needed = frame.stance is Stance.ACCEPT and verb.dep_ == "xcomp" and verb.head.lemma_ == "need"
    if is_no_issue(verb, frame.stance) or is_needed:
        return None  # 'needs to ratify it by Friday' accepts nothing yet
    if is_unreal(verb, may_be_open=verb.lemma_ == "live") or (verb.tag_ == "VB" and _is_offered_later(verb, frame)):
        return None
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _VOWING:
        return None  # 'vowed to block the deal': told by the vow
    if verb.lemma_ == "warn" and child(verb, "dobj") is not None:
        return None  # 'warned them against it': pressure on them; 'warned them not to do it' is asked of them
    stance: Stance | None = frame.stance
    is_turned = any((verb.lemma_, about) in _WHEN_NOT for about in frame.about or ("",))
    if is_turned != ("no" not in frame.behind and _is_without(verb)):
        stance = None if is_turned else _CONTRARY.get(frame.stance)
        if {"objection", "reservation"} & {*frame.about} or (
            frame.stance in (Stance.REJECT, Stance.OPPOSE) and has_auxiliary(verb, _OWN_MODALS)
        ):
            stance = Stance.ACCEPT  # 'has no objection', 'would not stand in the way'
    if frame.stance is Stance.DEMAND and _is_over(verb):
        stance = Stance.DROPPED_DEMAND  # 'is no longer holding out for it'
    if stance is None:
        return None
    if (least := least_wanted(verb)) is not None:  # 'will not settle for less than 6'
        found = plain_stand(scene, verb, Stance.DEMAND)
        return None if found is None else evolve(found, issue=least)
    if verb.lemma_ == "prefer" and any(t.lower_ in ("rather", "instead") for t in verb.subtree if t.i > verb.i):
        stance = Stance.REJECT  # 'would prefer to pay rather than to take the loan'
    found = plain_stand(scene, verb, stance)
    if found is not None and verb.i - found.words[0] > _LONG:
        found = evolve(found, words=(verb.i, found.words[1]))
    is_open = stance in (Stance.ACCEPT, Stance.OFFER, Stance.SUPPORT)
    condition = condition_to_take(verb) if found is not None and is_open else None
    if found is None or condition is None:
        return found
    if stance is Stance.OFFER and verb.doc[condition[0]].lower_ == "in":
        return evolve(found, condition=condition)  # 'put up 3 million in return for a seat': an offer with its price
    return found.on_condition(condition)


def _is_over(verb: Token) -> bool:
    return is_no_longer(verb) or verb.doc[max(0, verb.i - 2) : verb.i].text.lower() == "no longer"


def _is_offered_later(verb: Token, frame: _Frame) -> bool:
    """'will put forward a paper': no offer yet; 'would go no higher than 4' is one."""
    is_sum = "limit" in frame.about or "sum" in frame.about
    return frame.stance is Stance.OFFER and not is_sum and child(verb, "aux") is not None


def _asked_of(scene: Scene, verb: Token) -> Stand | None:
    """'expects Canada to give up its claim', 'told Canada to leave': what one side wants another to do."""
    if verb.lemma_ not in _TELLING or is_negated(verb) or is_unreal(verb):
        return None
    goal = next((c for c in children(verb, "xcomp", "ccomp") if c.i > verb.i and c.tag_ == "VB"), None)
    if goal is None or not has_left(goal, ("to",)) or goal.lemma_ in stances.TALKING | {"discuss", "agree"}:
        return None
    asked = child(goal, "nsubj") or child(verb, "dobj")
    if verb.lemma_ == "warn" and not is_negated(goal):
        return None
    return plain_stand(scene, verb, Stance.DEMAND) if asked is not None and scene.party(asked) is not None else None


def _fits(scene: Scene, verb: Token, frame: _Frame) -> bool:
    at = verb
    for word in frame.behind:
        below = next((t for t in _small_words(verb) if t.i > at.i and t.lower_ == word), None)
        if below is None:
            return False
        at = below
    if verb.lemma_ in ("fight", "look") and frame.behind == ("for",) and any(_is_no_aim(g) for g in children(at, "pobj")):
        return False  # 'will fight for it', 'have been fighting for three years'
    if verb.lemma_ == "submit" and frame.behind == ("to",) and child(verb, "dobj") is not None:
        return False  # 'submitted its terms to them'
    if "pact" in frame.about and _is_signed_with_others(verb):
        return False
    if not frame.about:
        return bool(frame.behind) or child(verb, "dobj", "nsubjpass", "xcomp") is not None
    if {"objection", "reservation"} & {*frame.about} and verb.lemma_ == "have" and child(verb, "dobj") is None:
        return False
    things = tuple(_things(verb, at))
    return all(any(_is_about(scene, thing, about) for thing in things) for about in frame.about)


def _is_signed_with_others(verb: Token) -> bool:
    """'signed a treaty with Chile', 'will sign it', 'signed a pact in 1984': an accord of both, one to come, one of old."""
    is_of_old = any(t.ent_type_ == "DATE" and t.shape_ == "dddd" for t in verb.subtree)
    is_with = any(t.lower_ in ("with", "between") for t in verb.subtree if t.i > verb.i)
    return is_of_old or is_with or (child(verb, "aux") is not None and verb.tag_ == "VB")


def _is_no_aim(goal: Token) -> bool:
    """'it', 'three years'."""
    if any(c.lower_ in ("of", "off", "more") for c in (*goal.rights, *goal.lefts)):
        return False  # 'is fighting for two days off'
    return goal.pos_ == "PRON" or goal.ent_type_ in ("DATE", "TIME") or goal.lemma_ in ("year", "month", "week", "day", "decade")


def _is_about(scene: Scene, thing: Token, about: str) -> bool:
    if about == "any":
        return _is_matter(scene, thing)
    if about in ("sum", "limit") and (thing.pos_ == "NUM" or any(c.pos_ == "NUM" for c in thing.lefts)):
        return thing.ent_type_ != "TIME" and not (thing.ent_type_ == "DATE" and thing.pos_ in ("NUM", "PROPN"))
    return thing.lemma_.lower() in CLASSES.get(about, frozenset({about}))


def _is_matter(scene: Scene, thing: Token) -> bool:
    """Whatever is no person, no side, no pronoun and no outrage: 'a motorway', 'the new court'."""
    is_body = thing.lemma_.lower() in COLLECTIVES and has_left(thing, ("the", "its", "their", "this", "that"))
    is_side = is_body or scene.names.at(thing) is not None
    return thing.pos_ == "NOUN" and thing.lemma_.lower() not in _NO_MATTERS and not is_side


def _things(verb: Token, last: Token) -> Iterator[Token]:
    yield from children(verb, "dobj", "nsubjpass", "oprd")
    if last is not verb:
        yield from children(last, "pobj", "pcomp")


def _small_words(verb: Token) -> Iterator[Token]:
    """What hangs on the verb behind it, and on that, in reading order, where no clause lies between."""
    below = [t for t in verb.rights if t.dep_ in _SMALL and t.i - verb.i <= _BEHIND]
    deeper = [t for each in below for t in each.rights if t.dep_ in _SMALL and t.i - verb.i <= _BEHIND]
    deepest = [t for each in deeper for t in each.rights if t.dep_ == "prep" and t.i - verb.i <= _BEHIND]
    return iter(sorted({*below, *deeper, *deepest}, key=lambda t: t.i))


def _is_without(verb: Token) -> bool:
    """'not', and 'no' before the object: 'has no intention of selling', 'made no demand'."""
    things = (*children(verb, "dobj"), *(goal for prep in children(verb, "prep") for goal in children(prep, "pobj")))
    near = verb.doc[verb.i + 1 : verb.i + 3]
    return (
        is_negated(verb)
        or any(c.lower_ in ("no", "little") for thing in things for c in thing.lefts)
        or any(t.lower_ == "no" for t in near)
    )
