"""All sayings of a document that its sentences show: by verbs, by nouns and moods, by asides, by the name at a line's head."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.attrs import LEMMA, LOWER, POS
from spacy.symbols import AUX, NOUN, VERB
from spacy.tokens import Doc, Token

from gobetween.reading.speech.attribution import Attribution, QuoteMap
from gobetween.reading.speech.cues import (
    BELIEVING,
    INFINITIVE,
    MOOD_VERBS,
    NAMING,
    NOMINAL_CUES,
    OBJECT,
    PARTICLES,
    SAYING,
    VOICED_IN,
    WANTING,
)
from gobetween.reading.speech.forms.asides import (
    according,
    as_put_by,
    as_reported_by,
    as_said_first,
    by_the_count_of,
    in_the_words_of,
    is_reporting_passive,
    is_told_by_the_way,
    put_so,
    quoted_as_saying,
    went_on,
)
from gobetween.reading.speech.forms.closings import CLOSING_WORDS, told_at_the_end
from gobetween.reading.speech.forms.estimates import PUTTING, puts_at, speaks_of
from gobetween.reading.speech.forms.inversions import interposed
from gobetween.reading.speech.forms.nouns import made_known, of_mood, of_noun
from gobetween.reading.speech.forms.passives import said_by_agent
from gobetween.reading.speech.forms.verbs import of_verb
from gobetween.reading.speech.quotations.interruptions import interrupted, is_made_clear, told_behind_quote
from gobetween.reading.syntax import child

_SHORTEST = 6  # characters
_VERBS = frozenset({VERB, AUX})
_CUES = SAYING | BELIEVING | OBJECT | INFINITIVE | WANTING | NAMING | frozenset(PARTICLES)


def find_attributions(doc: Doc, quoted: QuoteMap) -> list[Attribution]:
    """All attributions that the sentences themselves show, in order of their cues; what is said inside quotations is left alone."""
    found: list[Attribution] = []
    for token in _possible_cues(doc):
        if quoted.holds(token):
            continue
        for attribution in _of_token(token, quoted):
            if attribution.rule == "estimate" or sum(end - start for start, end in attribution.content) >= _SHORTEST:
                found.append(attribution)
                break
    return found


def _possible_cues(doc: Doc) -> Iterator[Token]:
    """The tokens that may be cues, looked up by number: a look at each word in turn costs more than all that is found."""
    nouns = {doc.vocab.strings[word] for word in NOMINAL_CUES}
    closing = {doc.vocab.strings[word] for word in CLOSING_WORDS}
    according = {doc.vocab.strings[word] for word in ("according", "by", "By", *VOICED_IN)}
    for i, (pos, lemma, lower) in enumerate(doc.to_array([POS, LEMMA, LOWER]).tolist()):
        if pos in _VERBS or (pos == NOUN and (lemma in nouns or lower in closing)) or lower in according:
            yield doc[i]


def _of_token(token: Token, quoted: QuoteMap) -> Iterator[Attribution]:
    lemma = token.lemma_.lower()
    if lemma == "accord" or token.lower_ == "according":
        yield from according(token)
    elif token.pos_ in ("VERB", "AUX"):
        if lemma not in SAYING:
            yield from told_behind_quote(token, lemma, quoted)
        if is_made_clear(token):
            yield from interrupted(token, lemma, quoted)
        if lemma in _CUES:
            yield from _of_cue(token, lemma, quoted)
        elif lemma == "put" and is_told_by_the_way(token):
            yield from as_put_by(token)
            yield from as_said_first(token)
        elif lemma == "go":
            yield from went_on(token)
        elif lemma in ("put", "describe", "see") and child(token, "advmod") is not None and token.head.lemma_ == "be":
            yield from put_so(token)
        elif lemma in PUTTING:
            yield from puts_at(token)
        elif lemma == "speak":
            yield from speaks_of(token, quoted)
        elif lemma in ("make", "leave") or token.lower_ == "known":
            yield from made_known(token)
        elif lemma in MOOD_VERBS:
            yield from of_mood(token)
    elif token.lower_ == "by":
        yield from by_the_count_of(token)
    elif token.lower_ in VOICED_IN and token.dep_ == "pobj":
        yield from in_the_words_of(token)
        yield from of_noun(token)
    elif token.pos_ == "NOUN":
        if token.lower_ in CLOSING_WORDS:
            yield from told_at_the_end(token)
        if token.lemma_ in NOMINAL_CUES:
            yield from of_noun(token)


def _of_cue(verb: Token, lemma: str, quoted: QuoteMap) -> Iterator[Attribution]:
    if is_told_by_the_way(verb):
        yield from as_put_by(verb)
        yield from as_said_first(verb)
    elif is_reporting_passive(verb):
        yield from as_reported_by(verb)
    elif verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in ("quote", "cite"):
        yield from quoted_as_saying(verb, verb.head.head)
    else:
        yield from interrupted(verb, lemma, quoted)
        yield from of_verb(verb, lemma, quoted)
        yield from interposed(verb, lemma)
        if lemma in PUTTING:
            yield from puts_at(verb)
        if verb.tag_ == "VBN":
            yield from said_by_agent(verb, lemma)
