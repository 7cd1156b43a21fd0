"""Verbs that show a stance only with the words they go with: a table of frames, and the frame that a verb stands in.

A frame is a verb, then the small words that must stand behind it in this order, then, behind `=`, what it must be about:
`hold out for`, `put forward`, `table =text`. Verbs that share the rest are joined by `/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, is_negated
from gobetween.reading.talks.positions import stances
from gobetween.reading.talks.positions.conditions import condition_to_take
from gobetween.reading.talks.positions.stands import Stand, is_unreal, plain_stand
from gobetween.reading.word_lists import words

_TEXTS = stances.TEXTS | stances.OFFERS | stances.IDEAS | words("map roadmap term concession list")
_CLASSES: dict[str, frozenset[str]] = {
    "text": _TEXTS,
    "refusable": _TEXTS | words("demand request condition call ultimatum threat appeal bid"),
    "claim": words("demand claim insistence position line condition stance requirement call"),
    "offer": stances.OFFERS | {"offer"},
    "yielding": words("concession offer bid counteroffer proposal"),
    "sum": words("percent % euro dollar pound crown share year day month week hour"),
    "demand": words("demand pressure call request condition term"),
    "objection": words("objection reservation misgiving doubt concern"),
    "condition": words("condition precondition term deadline"),
    "line": words("line"),
    "case": words("case"),
    "reason": words("reason need cause room point"),
    "terms": words("term"),
    "time": words("time"),
    "mind": words("mind"),
    "judgement": words("judgement judgment"),
    "ground": words("ground"),
    "issue": words("issue exception"),
    "weight": words("weight"),
    "blessing": words("blessing backing approval consent nod assent light support"),
    "cold": words("water"),
    "intention": words("intention plan"),
    "less": words("less"),
    "anything": words("nothing anything"),
}

_TABLE: dict[Stance, str] = {
    Stance.DEMAND: """
        hold out for, settle for nothing, prefer, press/argue/make/plead =case for, stick to =claim, stand by =claim,
        cling to =claim, dig in over, dig in on, stand firm on, hold firm on, lay claim to,
        campaign/lobby/argue/plead/clamour/clamor/fight/agitate/angle for, hold for, set/lay/impose =condition, draw
        =line, stick out for, insist upon, reiterate =claim, repeat =claim, renew =claim, set out =claim, make =demand""",
    Stance.OFFER: """
        undertake, put forward, bring forward, come up with =text, come forward with =text,
        table/float/submit/present/lay/circulate/unveil/outline =text, put on table, place on table, lay on table, set
        out =text, dangle, float, improve/sweeten =terms, hold out prospect, make =yielding, bid =sum, extend =offer,
        stick to =offer, stand by =offer, set forth =text, volunteer to, hand over =text""",
    Stance.ACCEPT: """
        recognise, recognize, sign up to, sign up for, sign off on, go along with, consent to, assent to, live with,
        settle for, say yes to, come round to, come around to, bow to, give in to, yield to, cave in to, give way to,
        give =blessing, lend =blessing, put up with, submit to =demand""",
    Stance.SUPPORT: """
        throw =weight behind, get behind, rally behind, rally round, line up behind, speak out for, come out for, come
        out in favour, come out in favor, swing behind, welcome =text, applaud =text, hail =text, praise =text""",
    Stance.REJECT: """
        turn down, brush aside, brush off, throw out, shoot down, swat away, wave away, wave aside, say no to, shut door
        on, shut door to, slam door on, close door on, close door to, dismiss =refusable, have =intention, see =reason,
        walk away from =text, rebuff, knock back, pour =cold on, send back =text, strike down =text""",
    Stance.OPPOSE: """
        balk/baulk/bristle/chafe/recoil at, recoil from, react/respond coolly, react/respond angrily, take =issue with,
        warn against, speak out against, come out against, push back against, raise/voice/express/lodge/have/register
        =objection, argue against, fight/campaign against, protest against, rail against""",
    Stance.DROPPED_DEMAND: """
        give in on, give ground on, give way on, climb down from, climb down on, climb down over, back down on, back
        down from, back down over, back away from, retreat from, relent on, yield on, row back on, row back from,
        backtrack on, walk back, water down =claim, back off""",
    Stance.PENDING: """
        reserve =judgement, ask for =time, need =time, request =time, want =time, seek =time, play for =time, make up
        =mind, ask for =day, think over""",
}
# with 'not' these say what they say; all others say nothing then, or the contrary
_WHEN_NOT = {("have", "intention"), ("see", "reason"), ("make", "mind")}
_CONTRARY: dict[Stance, Stance] = {
    Stance.ACCEPT: Stance.REJECT,
    Stance.SUPPORT: Stance.OPPOSE,
    Stance.DROPPED_DEMAND: Stance.DEMAND,
}
_TELLING = words("expect tell order instruct implore beseech exhort")
_SMALL = ("prt", "prep", "advmod", "acomp", "oprd", "dobj", "pobj", "intj", "dative", "nsubj", "npadvmod", "pcomp")
_BEHIND = 12  # tokens from a verb to the last of its small words
_OWN_MODALS = words("will would wo 'd ’d could can")


@frozen
class _Frame:
    stance: Stance
    behind: tuple[str, ...]
    about: str  # a class of nouns, or empty


def _frames() -> dict[str, tuple[_Frame, ...]]:
    found: dict[str, list[_Frame]] = {}
    for stance, table in _TABLE.items():
        for entry in filter(None, (each.strip() for each in table.split(","))):
            verbs, *rest = entry.split()
            about = next((word[1:] for word in rest if word.startswith("=")), "")
            behind = tuple(word for word in rest if not word.startswith("="))
            for verb in verbs.split("/"):
                found.setdefault(verb, []).append(_Frame(stance, behind, about))
    return {verb: tuple(sorted(each, key=lambda f: -len(f.behind) - bool(f.about))) for verb, each in found.items()}


_FRAMES = _frames()


def stand_in_frame(scene: Scene, verb: Token) -> Stand | None:
    """The position that the verb shows together with the small words and the object it stands with."""
    frame = next((f for f in _FRAMES.get(verb.lemma_.lower(), ()) if _fits(verb, f)), None)
    if frame is None:
        return _asked_of(scene, verb)
    if is_unreal(verb) or (verb.tag_ == "VB" and frame.stance is Stance.OFFER and child(verb, "aux") is not None):
        return None
    if verb.lemma_ == "warn" and child(verb, "dobj") is not None:
        return None  # 'warned them against it': pressure on them
    stance: Stance | None = frame.stance
    is_turned = (verb.lemma_, frame.about) in _WHEN_NOT
    if is_turned != ("no" not in frame.behind and _is_without(verb)):
        stance = None if is_turned else _CONTRARY.get(frame.stance)
        if frame.about == "objection" or (frame.stance in (Stance.REJECT, Stance.OPPOSE) and has_auxiliary(verb, _OWN_MODALS)):
            stance = Stance.ACCEPT  # 'has no objection', 'would not stand in the way'
    if stance is None:
        return None
    found = plain_stand(scene, verb, stance)
    is_open = stance in (Stance.ACCEPT, Stance.OFFER, Stance.SUPPORT)
    return found.on_condition(condition_to_take(verb)) if found is not None and is_open else found


def _asked_of(scene: Scene, verb: Token) -> Stand | None:
    """'expects Canada to give up its claim', 'told Canada to leave': what one side wants another to do."""
    if verb.lemma_ not in _TELLING or is_negated(verb) or is_unreal(verb):
        return None
    goal = next((c for c in children(verb, "xcomp", "ccomp") if c.i > verb.i and c.tag_ == "VB"), None)
    if goal is None or not any(c.lower_ == "to" for c in goal.lefts) or goal.lemma_ in stances.TALKING:
        return None
    asked = child(goal, "nsubj") or child(verb, "dobj")
    return plain_stand(scene, verb, Stance.DEMAND) if asked is not None and scene.party(asked) is not None else None


def _fits(verb: Token, frame: _Frame) -> bool:
    at = verb
    for word in frame.behind:
        below = next((t for t in _small_words(verb) if t.i > at.i and t.lower_ == word), None)
        if below is None:
            return False
        at = below
    if not frame.about:
        return bool(frame.behind) or child(verb, "dobj", "nsubjpass", "xcomp") is not None
    if frame.about == "objection" and verb.lemma_ == "have" and child(verb, "dobj") is None:
        return False
    return any(_is_about(thing, frame.about) for thing in _things(verb, at))


def _is_about(thing: Token, about: str) -> bool:
    return thing.lemma_.lower() in _CLASSES.get(about, frozenset({about}))


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
    thing = child(verb, "dobj")
    return is_negated(verb) or (thing is not None and any(c.lower_ in ("no", "little") for c in thing.lefts))
