"""Why a party refuses, told right behind its refusal: 'rejected the bid, saying it was too low' is one refusal."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from gobetween.model.evidence import PositionMention, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.word_lists import words

_SAYING = words("say call describe argue brand label dismiss insist claim deem add term")
_AGAINST = frozenset({Stance.REJECT, Stance.OPPOSE})
_STEPS = 4  # from a verb up to the participle by which it is said

Told = tuple[Stand, PositionMention]


def told_once(scene: Scene, found: Iterable[Told]) -> list[Told]:
    """All but the refusals that a party gives as the reason for one told by the verb above them."""
    given = list(found)
    against = {(m.party, stand.shown_by) for stand, m in given if m.stance in _AGAINST and stand.shown_by is not None}
    return [(stand, m) for stand, m in given if m.stance not in _AGAINST or not _is_reason(scene, stand, m, against)]


def _is_reason(scene: Scene, stand: Stand, mention: PositionMention, against: set[tuple[str, int]]) -> bool:
    if stand.shown_by is None:
        return False
    above = _refused_above(scene.doc[stand.shown_by])
    return above is not None and (mention.party, above.i) in against


def _refused_above(verb: Token) -> Token | None:
    """'rejected' above 'was' in 'rejected the bid, saying it was too low'."""
    at = verb
    for _ in range(_STEPS):
        if at.tag_ == "VBG" and at.dep_ == "advcl" and at.lemma_ in _SAYING:
            return at.head
        if at.dep_ not in ("ccomp", "conj", "acomp", "xcomp"):
            return None
        at = at.head
    return None
