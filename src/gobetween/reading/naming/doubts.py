"""How sure it is who is meant by a word, kept with the parsed text: where two may be meant alike, and where only one can be.

What finds items asks who is meant, and what weighs items asks how that was told; the parsed text is what both hold.
"""

from __future__ import annotations

from attrs import field, frozen
from spacy.tokens import Doc, Span

_KEY = "who is meant"


@frozen
class Meant:
    """The word, the actor whom it means, and others who may be meant about as well; `is_sole` where nobody else could be at all."""

    word: str
    actor: str
    rivals: frozenset[str] = field(default=frozenset())
    is_sole: bool = field(default=False, kw_only=True)


def note(doc: Doc, token: int, meant: Meant | None) -> None:
    """Keeps whom the token at this index means; `None` forgets what was kept."""
    kept: dict[int, Meant] = doc.user_data.setdefault(_KEY, {})
    if meant is None:
        kept.pop(token, None)
    else:
        kept[token] = meant


def meant_in(words: Span) -> tuple[Meant, ...]:
    """Who is meant by those of these words that name nobody themselves."""
    kept: dict[int, Meant] = words.doc.user_data.get(_KEY, {})
    return tuple(kept[i] for i in range(words.start, words.end) if i in kept) if kept else ()
