"""Of whom a text says that they mediate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from gobetween.reading.naming.mentions import Mention
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_MEDIATING = words("mediator mediators mediate host broker facilitator envoys conciliator")
_MEDIATION = words("mediate mediation broker host facilitate facilitation auspices")


def mediating(doc: Doc, names: Names) -> tuple[str, ...]:
    """The actors who mediate, in reading order: 'Norvan hosts', 'mediated by Norvan', 'mediators Norvan and Tamask'."""
    return tuple(dict.fromkeys(m.actor for m in names.mentions() if m.actor and _mediates(doc, m)))


def _mediates(doc: Doc, mention: Mention) -> bool:
    head = doc[mention.end - 1]
    while head.dep_ == "conj" and head.head.i < head.i:  # 'mediators Norvan and Tamask'
        head = head.head
    if head.dep_ == "pobj" and head.head.lower_ in ("by", "of") and head.head.head.lemma_.lower() in _MEDIATION:
        return True
    if any(c.dep_ in ("compound", "nmod") and c.lemma_.lower() == "mediator" for c in head.lefts):
        return True
    return head.head.lemma_.lower() in _MEDIATING or any(c.dep_ == "relcl" and c.lemma_ in _MEDIATING for c in head.rights)
