"""Postures: what a party is said to be towards what is at issue: 'is up in arms over the toll', 'is on board with the plan'.

The words behind 'is' are compared as they stand, so that it does not matter what the parser makes of them. A posture towards a
person, a side or an outrage is none.
"""

from __future__ import annotations

from attrs import frozen
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, has_auxiliary, has_left, is_negated
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import is_within_condition
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.word_lists import words

_BEING = words("be remain stay")
_MIGHT = words("could might may should must would")
_LIGHT = words(
    """still also now very deeply firmly strongly fully totally wholly quite rather too never not n't n’t as so more increasingly
    reportedly already again broadly fiercely vehemently staunchly privately publicly clearly however largely all really
    particularly especially far from"""
)
_ABOUT = ("about", "over", "on", "at", "with", "by", "of", "to")
_LONG = 3  # light words before the posture


def _joined(text: str, *prepositions: str) -> tuple[str, ...]:
    return tuple(f"{each.strip()} {prep}" for each in text.split(",") for prep in prepositions)


@frozen
class _Posture:
    """The words behind 'is', the stance, what 'not' makes of it, and what it must be about."""

    said: tuple[str, ...]
    stance: Stance
    negated: Stance | None = None
    about: frozenset[str] | None = None  # matters that it must be about, if not any


_MATTERS = CLASSES["matter"] | CLASSES["disputed"]
_POSTURES: tuple[_Posture, ...] = (
    _Posture(_joined("up in arms, dead set, set", "over", "about", "against"), Stance.OPPOSE),
    _Posture(_joined("no fan, no friend", "of"), Stance.OPPOSE),
    _Posture(_joined("unconvinced, unimpressed, unenthusiastic, lukewarm, cool, dubious, doubtful", *_ABOUT), Stance.OPPOSE),
    _Posture(_joined("in no hurry, in no rush", "to"), Stance.OPPOSE),
    _Posture(
        _joined("critical, suspicious, fearful, resentful, dismissive, scornful, disdainful", "of"),
        Stance.OPPOSE,
        about=_MATTERS,
    ),
    _Posture(
        _joined("uneasy, uncomfortable, concerned, worried, alarmed, nervous, furious, angry, unhappy, displeased", *_ABOUT),
        Stance.OPPOSE,
        about=_MATTERS,
    ),
    _Posture(_joined("on board, okay, OK, at ease", "with"), Stance.ACCEPT, Stance.REJECT),
    _Posture(_joined("game, up", "for"), Stance.ACCEPT, Stance.REJECT, about=_MATTERS),
    _Posture(_joined("resigned", "to"), Stance.ACCEPT),
    _Posture(_joined("supportive, in favour, in favor, in support", "of"), Stance.SUPPORT, Stance.OPPOSE),
    _Posture(
        _joined("behind, all for", "the", "a", "its", "this"),
        Stance.SUPPORT,
        Stance.OPPOSE,
        about=_MATTERS - words("delay force border mission base pause"),
    ),
    _Posture(_joined("keen, sold", "on"), Stance.SUPPORT, Stance.OPPOSE),
    _Posture(_joined("enthusiastic, positive", "about", "over"), Stance.SUPPORT, Stance.OPPOSE, about=_MATTERS),
    _Posture(_joined("fan, supporter, backer, advocate, champion, proponent", "of"), Stance.SUPPORT, Stance.OPPOSE),
    _Posture(_joined("opponent, critic", "of"), Stance.OPPOSE, about=_MATTERS),
    _Posture(_joined("in no mood, in no position, not about", "to"), Stance.REJECT),
    _Posture(_joined("uninterested", "in"), Stance.REJECT),
    _Posture(_joined("interested", "in"), Stance.ACCEPT, Stance.REJECT),
    _Posture(_joined("bent, intent", "on"), Stance.DEMAND),
    _Posture(_joined("desperate, hungry", "for"), Stance.DEMAND, about=_MATTERS),
    _Posture(
        _joined(
            "on the fence, in two minds, of two minds, undecided, unsure, torn, non-committal, noncommittal", "about", "over", "on"
        ),
        Stance.PENDING,
    ),
    _Posture(_joined("unsure", "whether", "of"), Stance.PENDING),
)
_ANSWERS_AWAITED = (
    "under review by",
    "under consideration by",
    "under study by",
    "before the board of",
    "being studied by",
    "with the board of",
)
_PUT = CLASSES["text"] | CLASSES["offer"] | words("deal agreement draft request demand")


def posture(scene: Scene, copula: Token) -> Stand | None:
    """The stand in what a party is said to be towards the matter."""
    if copula.lemma_ not in _BEING:
        return None
    head = copula.head if copula.dep_ in ("auxpass", "aux") else copula
    if has_auxiliary(head, _MIGHT) or is_unreal(head) or is_within_condition(head):
        return None
    subject = child(head, "nsubj", "nsubjpass")
    if subject is None or subject.i > copula.i:
        return None
    at = _behind(copula)
    said = " ".join(t.lower_ for t in copula.doc[at : at + 8] if not (t.pos_ == "ADJ" and t.dep_ == "amod" and t.i > at))
    said = said.removeprefix("an ") if not said.startswith("a ") else said.removeprefix("a ")
    last = max(head.right_edge.i + 1, at + 1)
    if said.startswith(_ANSWERS_AWAITED) and subject.lemma_.lower() in _PUT:
        return _weighed(scene, copula, subject, last)
    found = next(((p, phrase) for p in _POSTURES for phrase in p.said if said.startswith(phrase.lower() + " ")), None)
    parties = parties_of(scene, subject) if found is not None else ()
    if found is None or not parties:
        return None
    meant, phrase = found
    first_of_issue = next((i + 1 for i in range(at, last) if copula.doc[i].lower_ == phrase.split()[-1].lower()), last)
    stance = meant.negated if _is_not(copula, head, at) else meant.stance
    if stance is None or first_of_issue >= last or not _is_matter(scene, first_of_issue, last, meant.about):
        return None
    return Stand(parties, stance, (subject.left_edge.i, last), (first_of_issue, last), shown_by=copula.i)


def _behind(copula: Token) -> int:
    """The first token behind 'is' that is no light word."""
    at = copula.i + 1
    while at < min(len(copula.doc) - 1, copula.i + 1 + _LONG) and copula.doc[at].lower_ in _LIGHT and copula.doc[at].lower_ != "in":
        if copula.doc[at : at + 2].text.lower() in ("all for", "dead set"):
            break
        at += 1
    return at


def _is_not(copula: Token, head: Token, at: int) -> bool:
    between = {t.lower_ for t in copula.doc[copula.i + 1 : at]}
    return is_negated(head) or is_negated(copula) or bool(between & {"not", "never", "n't", "n’t", "far"})


def _is_matter(scene: Scene, first: int, last: int, about: frozenset[str] | None) -> bool:
    """Whether what the posture is towards is a matter, and where it must be, one of these."""
    doc = scene.doc
    root = next((t for t in doc[first:last] if t.head.i < first or t.head.i >= last), doc[first])
    if root.pos_ == "VERB":
        return about is None
    thing = root if root.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else next((t for t in doc[first:last] if t.pos_ == "NOUN"), root)
    if thing.pos_ == "PRON" or thing.ent_type_ == "PERSON" or thing.lemma_.lower() in stances.VIOLENCE:
        return False
    is_named = child(thing, "poss") is None and not has_left(thing, ("a", "an", "any"))
    if is_named and scene.party(thing) is not None:
        return False
    return about is None or thing.lemma_.lower() in about


def _weighed(scene: Scene, copula: Token, subject: Token, last: int) -> Stand | None:
    """'the bid is under review by the board': its answer is awaited."""
    by = next((t for t in copula.doc[copula.i + 1 : last] if t.lower_ in ("by", "of") and child(t, "pobj") is not None), None)
    source = child(by, "pobj") if by is not None else None
    parties = parties_of(scene, source) if source is not None else ()
    if not parties:
        return None
    first = subject.left_edge.i
    return Stand(parties, Stance.PENDING, (first, last), (first, subject.right_edge.i + 1), shown_by=copula.i)
