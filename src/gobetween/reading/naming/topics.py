"""What the sentence before is about, as an opening 'Its' takes it up."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.syntax import subject_of


def topic_before(opening: Token) -> Token | None:
    """The subject of the sentence right before the one that `opening` opens, in its paragraph; `None` for any other token."""
    if not opening.is_sent_start or opening.i == 0:
        return None
    before = opening.doc[opening.i - 1].sent
    is_apart = "\n" in opening.doc[before.root.i : opening.i].text
    return None if is_apart else subject_of(before.root)
