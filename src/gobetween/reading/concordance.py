"""The concordance of a parsed text: what hangs on each word, where each word stands, and what was answered of it before.

The parser's library makes a word anew for whoever asks, and its strings from numbers. Hundreds of rules put the same questions to the
same words, so what they ask most is looked up here once, and kept with the parsed text as indices and strings: nothing that holds the
text itself. What rules ask must not change once it was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TypeVar

from spacy.attrs import DEP, HEAD, LEMMA, LOWER, ORTH, SENT_START
from spacy.tokens import Doc, Token

_TEXT = "the text"
_SPELLED = "each word as it stands"
_CAPITALS = "the words with a capital"
_FORMS = "the form of each word"
_BELOW = "what hangs on each word"
_PLACES = "where each word stands"
_SENTENCES = "the sentence of each word"
_SIGN = 1 << 63  # heads are told as unsigned steps

Answer = TypeVar("Answer")
Hanging = tuple[str, str, int]
"""One word that hangs on another: by what, its lower-case form, its index."""


def text_of(doc: Doc) -> str:
    """The whole text: the library puts it together whenever it is asked."""
    known: str | None = doc.user_data.get(_TEXT)
    if known is None:
        known = doc.user_data[_TEXT] = doc.text
    return known


def spelled(doc: Doc) -> list[str]:
    """The words of the text as they stand."""
    known: list[str] | None = doc.user_data.get(_SPELLED)
    if known is None:
        known = doc.user_data[_SPELLED] = _strings(doc, ORTH)
    return known


def capitalised(doc: Doc) -> list[int]:
    """Where the words stand that begin with a capital."""
    known: list[int] | None = doc.user_data.get(_CAPITALS)
    if known is None:
        known = doc.user_data[_CAPITALS] = [i for i, word in enumerate(spelled(doc)) if word[:1].isupper()]
    return known


def written(doc: Doc, words: AbstractSet[str]) -> Iterator[Token]:
    """The tokens whose form, in small letters, is one of `words`, in reading order."""
    return (doc[i] for i, form in enumerate(forms(doc)) if form in words)


def forms(doc: Doc) -> list[str]:
    """The words of the text in small letters."""
    known: list[str] | None = doc.user_data.get(_FORMS)
    if known is None:
        known = doc.user_data[_FORMS] = _strings(doc, LOWER)
    return known


def below(token: Token) -> list[Hanging]:
    """The words that hang on `token`, in reading order."""
    doc = token.doc
    try:  # asked for more often than anything else
        known: list[list[Hanging]] = doc.user_data[_BELOW]
    except KeyError:
        known = doc.user_data[_BELOW] = _tree(doc)
    return known[token.i]


def _strings(doc: Doc, kind: int) -> list[str]:
    numbers = doc.to_array(kind).tolist()
    told = {number: doc.vocab.strings[number] for number in set(numbers)}
    return [told[number] for number in numbers]


def _tree(doc: Doc) -> list[list[Hanging]]:
    """Those that hang on each word. Cost is linear in the text's length."""
    tree: list[list[Hanging]] = [[] for _ in range(len(doc))]
    steps = doc.to_array(HEAD).tolist()
    for i, (step, dep, form) in enumerate(zip(steps, _strings(doc, DEP), forms(doc), strict=True)):
        if step:
            tree[i + (step if step < _SIGN else step - 2 * _SIGN)].append((dep, form, i))
    return tree


def called(doc: Doc, words: AbstractSet[str]) -> Iterator[Token]:
    """The tokens whose form or lemma, in small letters, is one of `words`, in reading order."""
    places: dict[str, list[int]] | None = doc.user_data.get(_PLACES)
    if places is None:
        places = doc.user_data[_PLACES] = _places(doc)
    return (doc[i] for i in sorted({i for word in places.keys() & words for i in places[word]}))


def _places(doc: Doc) -> dict[str, list[int]]:
    """Where each form and each lemma stands. Cost is linear in the text's length."""
    places: dict[str, list[int]] = {}
    for i, (form, lemma) in enumerate(zip(forms(doc), _strings(doc, LEMMA), strict=True)):
        places.setdefault(form, []).append(i)
        if (small := lemma.lower()) != form:
            places.setdefault(small, []).append(i)
    return places


def sentence_of(token: Token) -> tuple[int, int]:
    """The tokens `[first, last)` of the sentence around `token`: the library looks for both ends whenever it is asked."""
    doc = token.doc
    known: list[tuple[int, int]] | None = doc.user_data.get(_SENTENCES)
    if known is None:
        known = doc.user_data[_SENTENCES] = _sentences(doc)
    return known[token.i]


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    starts = [i for i, start in enumerate(doc.to_array(SENT_START).tolist()) if start == 1 or i == 0]
    return [bounds for bounds in pairwise([*starts, len(doc)]) for _ in range(*bounds)]


def answered_once(ask: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """The same question, worked out once for each word of a text: its answer follows from the parsed text alone, and holds no token."""
    key = f"{ask.__module__}.{ask.__qualname__}"

    def answer(token: Token) -> Answer:
        told, i = token.doc.user_data, token.i
        known: dict[int, Answer] | None = told.get(key)
        if known is None:
            known = told[key] = {}
        if i not in known:
            known[i] = ask(token)
        return known[i]

    answer.__doc__, answer.__name__ = ask.__doc__, ask.__name__
    return answer
