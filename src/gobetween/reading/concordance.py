"""The concordance of a parsed text: what hangs on each word, where each word stands, and what was answered of it before.

The parser's library makes a word anew for whoever asks, and its strings from numbers. Hundreds of rules put the same questions to the
same words, so what they ask most is looked up here once, and kept with the parsed text as indices and strings: nothing that holds the
text itself. What rules ask must not change once it was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import TypeVar

from spacy.attrs import DEP, HEAD, LEMMA, LOWER
from spacy.tokens import Doc, Token

_BELOW = "what hangs on each word"
_PLACES = {LEMMA: "where each lemma stands", LOWER: "where each form stands"}
_SIGN = 1 << 63  # heads are told as unsigned steps

Answer = TypeVar("Answer")
Hanging = tuple[str, str, int]
"""One word that hangs on another: by what, its lower-case form, its index."""


def below(token: Token) -> list[Hanging]:
    """The words that hang on `token`, in reading order."""
    doc = token.doc
    known: list[list[Hanging]] | None = doc.user_data.get(_BELOW)
    if known is None:
        known = doc.user_data[_BELOW] = _tree(doc)
    return known[token.i]


def _tree(doc: Doc) -> list[list[Hanging]]:
    """Those that hang on each word. Cost is linear in the text's length."""
    strings = doc.vocab.strings
    told: dict[int, str] = {}
    tree: list[list[Hanging]] = [[] for _ in range(len(doc))]
    for i, (step, dep, lower) in enumerate(doc.to_array([HEAD, DEP, LOWER]).tolist()):
        if step:
            for number in (dep, lower):
                if number not in told:
                    told[number] = strings[number]
            tree[i + (step if step < _SIGN else step - 2 * _SIGN)].append((told[dep], told[lower], i))
    return tree


def forms(doc: Doc, words: AbstractSet[str]) -> Iterator[Token]:
    """The tokens whose lower-case form is one of `words`, in reading order."""
    return _standing(doc, LOWER, words)


def lemmas(doc: Doc, words: AbstractSet[str]) -> Iterator[Token]:
    """The tokens whose lemma in small letters is one of `words`, in reading order."""
    return _standing(doc, LEMMA, words)


def _standing(doc: Doc, kind: int, words: AbstractSet[str]) -> Iterator[Token]:
    places: dict[str, list[int]] | None = doc.user_data.get(_PLACES[kind])
    if places is None:
        places = doc.user_data[_PLACES[kind]] = _places(doc, kind)
    return (doc[i] for i in sorted(i for word in places.keys() & words for i in places[word]))


def _places(doc: Doc, kind: int) -> dict[str, list[int]]:
    places: dict[int, list[int]] = {}
    for i, number in enumerate(doc.to_array(kind).tolist()):
        places.setdefault(number, []).append(i)
    by_word: dict[str, list[int]] = {}
    for number, indices in places.items():
        by_word.setdefault(doc.vocab.strings[number].lower(), []).extend(indices)
    return by_word


def answered_once(ask: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """The same question, worked out once for each word of a text: its answer follows from the parsed text alone, and holds no token."""
    key = f"{ask.__module__}.{ask.__qualname__}"

    def answer(token: Token) -> Answer:
        known: dict[int, Answer] = token.doc.user_data.setdefault(key, {})
        i = token.i
        if i not in known:
            known[i] = ask(token)
        return known[i]

    answer.__doc__, answer.__name__ = ask.__doc__, ask.__name__
    return answer
