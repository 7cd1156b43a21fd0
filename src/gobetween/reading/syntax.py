"""Small questions put to parsed English: who is the subject, how far a phrase runs."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from spacy.attrs import POS
from spacy.tokens import Doc, Span, Token

from gobetween.reading.concordance import answered_once, below

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_CLIMBED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "oprd"})
_HAVING = frozenset({"has", "have", "had"})
_MODALS = frozenset({"could", "would", "might", "may", "can", "should", "will", "must"})
_NEGATIONS = frozenset({"never", "not", "no"})
_NO = frozenset({"no"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_TRIMMED = frozenset(",;:—–-.…")
_LATE_MODIFIERS = frozenset({"relcl", "advcl", "parataxis", "ccomp"})

Range = tuple[int, int]


def tokens_of(doc: Doc, *kinds: int) -> Iterator[Token]:
    """The tokens whose part of speech is one of `kinds`, found by number: a look at each token costs more than what is then asked."""
    return (doc[i] for i, kind in enumerate(doc.to_array(POS).tolist()) if kind in kinds)


def children(token: Token, *deps: str) -> Iterator[Token]:
    """Those children of `token` that hang on it by one of `deps`."""
    doc = token.doc
    return (doc[i] for dep, _, i in below(token) if dep in deps)


def child(token: Token, *deps: str) -> Token | None:
    """The first of those children, if there is one."""
    for dep, _, i in below(token):  # asked for more often than anything else: a loop of its own costs half of a generator
        if dep in deps:
            return token.doc[i]
    return None


def child_called(token: Token, words: Container[str], *deps: str) -> Token | None:
    """The first of `words` that hangs on `token`, if there is one; by one of `deps`, where any are given."""
    for dep, word, i in below(token):
        if word in words and (not deps or dep in deps):
            return token.doc[i]
    return None


def has_child(token: Token, words: Container[str], *deps: str) -> bool:
    """Whether one of `words` hangs on `token`; by one of `deps`, where any are given."""
    for dep, word, _ in below(token):  # noqa: SIM110 - a loop of its own costs half of a generator
        if word in words and (not deps or dep in deps):
            return True
    return False


def has_left(token: Token, words: Container[str], *deps: str) -> bool:
    """Whether one of `words` hangs on `token` and stands before it; by one of `deps`, where any are given."""
    at = token.i
    for dep, word, i in below(token):
        if i > at:
            return False
        if word in words and (not deps or dep in deps):
            return True
    return False


def subject_of(verb: Token) -> Token | None:
    """Who does what `verb` says: its own subject, else that of the verb it hangs on; a relative is resolved to its noun."""
    at_subject = _subject_at(verb)
    return None if at_subject is None else verb.doc[at_subject]


@answered_once
def _subject_at(verb: Token) -> int | None:
    subject = _subject_of(verb)
    return None if subject is None else subject.i


def _subject_of(verb: Token) -> Token | None:
    at = _own_clause(verb)
    for _ in range(6):
        own = _own_subject(at)
        if own is not None:
            is_empty = own.lower_ in ("it", "there") and at.i != verb.i and child(at, "acomp") is not None
            return None if is_empty else _antecedent(own)  # 'it is worth noting' has nobody who notes
        if at.dep_ in ("acl", "relcl"):
            is_main = at.head.dep_ == "ROOT" and child(at, "ccomp") is not None and child(at, "agent") is None
            return at.head if at.head.pos_ in NOMINALS and (at.tag_ != "VBN" or is_main) else None
        if at.head is at or (at.dep_ not in _CLIMBED and not (at.dep_ == "ccomp" and is_participle(at.head))):
            return None
        at = at.head
    return None


def _own_subject(verb: Token) -> Token | None:
    """A verb's own subject, also where the parser hung it on the auxiliary."""
    own = list(children(verb, *SUBJECTS))
    before = [s for s in own if s.i < verb.i]
    if own:
        return (
            before[-1] if before else own[0]
        )  # of two, the one far off is somebody else's: 'The side left, the mayor said, after ...'
    apart = next((c for c in children(verb, "advcl", "ccomp") if c.i < verb.i and is_participle(c)), None)
    if apart is not None:
        return child(apart, *SUBJECTS)
    return next((s for aux in children(verb, "aux", "auxpass") for s in children(aux, *SUBJECTS)), None)


def _own_clause(verb: Token) -> Token:
    """The verb to ask for the subject: in 'backs a plan that could fail and has called' the last verb joins the main clause."""
    joined = verb.head
    if verb.dep_ == "conj" and joined.dep_ == "ccomp" and joined.head.i < joined.i and is_another_deed(verb, joined):
        return joined.head
    if verb.dep_ != "conj" or joined.dep_ != "relcl" or not has_auxiliary(verb, _HAVING) or not has_auxiliary(joined, _MODALS):
        return verb
    at = joined.head
    for _ in range(8):
        if at.dep_ == "ROOT" or at.dep_ in SUBJECTS:
            break
        at = at.head
    return at if at.pos_ in ("VERB", "AUX") else verb


def is_another_deed(joined: Token, clause: Token) -> bool:
    """Whether a verb joined to what is said cannot be part of it by its form: 'said the plan would fail and left the room'."""
    if child(joined, *SUBJECTS) is not None or not (has_auxiliary(clause, _MODALS) or clause.tag_ in ("VBZ", "VBP")):
        return False
    if joined.doc[joined.left_edge.i - 1].pos_ != "CCONJ" or joined.pos_ != "VERB":
        return False
    aux = next((c.lower_ for c in children(joined, "aux")), "")
    if clause.tag_ in ("VBZ", "VBP"):
        return joined.tag_ == "VBD" and not aux
    return joined.lower_ != joined.lemma_.lower() and (aux in _HAVING or (joined.tag_ in ("VBD", "VBZ") and not aux))


def _antecedent(subject: Token) -> Token:
    if subject.lower_ not in RELATIVES:
        return subject
    clause = subject.head
    if clause.dep_ == "advcl" and subject.lower_ == "that" and subject.i > 0:
        return _thing_of_that_day(subject.doc[subject.i - 1]) if subject.doc[subject.i - 1].ent_type_ == "DATE" else subject
    for _ in range(6):
        if clause.dep_ == "relcl":
            return _thing_of_that_day(clause.head)
        if clause.dep_ not in ("conj", "xcomp", "ccomp") or clause.head is clause:
            return subject
        clause = clause.head
    return subject


def _thing_of_that_day(noun: Token) -> Token:
    """What a relative means that the parser hung on a time: 'published a letter last week that said ...' tells of the letter."""
    thing = child(noun.head, "dobj") if noun.ent_type_ == "DATE" and noun.dep_ == "npadvmod" else None
    return thing if thing is not None and thing.i < noun.i else noun


def is_participle(verb: Token) -> bool:
    """Whether a comma parts `verb` from its subject right before it, whatever its tag: 'Berg, asked whether she would go, said'."""
    subject = child(verb, *SUBJECTS)
    return subject is not None and subject.i == verb.i - 2 and verb.doc[verb.i - 1].text == "," and verb.tag_ in ("VBD", "VBN")


def relative_of(verb: Token) -> Token | None:
    """The 'who' or 'which' that stands as the subject of `verb`, or of the verb it is joined to."""
    at = _own_clause(verb)
    for _ in range(4):
        own = child(at, *SUBJECTS)
        if own is not None:
            return own if own.lower_ in RELATIVES else None
        if at.dep_ not in _CLIMBED or at.head is at:
            return None
        at = at.head
    return None


def subtree_range(token: Token) -> Range:
    """The tokens `[first, last)` below `token`, itself included."""
    return token.left_edge.i, token.right_edge.i + 1


def opening_of(subject: Token, verb: Token) -> int:
    """The token where a subject begins, with a noun right before a name, taken for another subject: 'agency KLP said'."""
    beside = next((s for s in children(verb, "nsubj") if s.i == subject.left_edge.i - 1 and s.pos_ == "NOUN"), None)
    return subject.left_edge.i if beside is None else beside.left_edge.i


def noun_phrase(head: Token, without: Token | None = None) -> Range:
    """The tokens of the phrase around `head`, ended before its relative clause, and not reaching over the token `without`."""
    first, last = head.left_edge.i, head.right_edge.i + 1
    for late in head.rights:
        is_apart = late.dep_ == "acl" and (late.tag_ in ("VBG", "VB") or late.doc[late.left_edge.i - 1].text == ",")
        if late.dep_ in _LATE_MODIFIERS or is_apart:
            last = min(last, late.left_edge.i)
            break
        if late.dep_ in ("punct", "cc") and late.text in ('"', "“", "”"):
            last = min(last, late.i)
            break
    if without is not None:
        if head.i < without.i < last:
            last = without.i
        if first <= without.i < head.i:
            first = without.i + 1
    return first, max(last, head.i + 1)


def trimmed(tokens: Iterable[Token]) -> tuple[int, int] | None:
    """Characters `[start, end)` from the first to the last of `tokens`, without space and stray punctuation at the ends."""
    words = list(tokens)
    first, last = 0, len(words)
    while first < last and (words[first].is_space or words[first].text in _TRIMMED):
        first += 1
    while first < last and (words[last - 1].is_space or words[last - 1].text in _TRIMMED):
        last -= 1
    if first == last:
        return None
    end = words[last - 1]
    return words[first].idx, end.idx + len(end)


def is_negated(verb: Token) -> bool:
    """Whether 'not', 'never' or 'no longer' stands with `verb` or its auxiliaries."""
    for dep, word, i in below(verb):  # noqa: SIM110 - as above
        if dep == "neg" or word in _NEGATIONS or (word == "longer" and has_child(verb.doc[i], _NO)):
            return True
    return False


def is_no_longer(verb: Token) -> bool:
    """Whether 'no longer' stands with `verb`: what it says was so, and is not any more."""
    return any(word == "longer" and has_child(verb.doc[i], _NO) for _, word, i in below(verb))


def has_auxiliary(verb: Token, words: frozenset[str]) -> bool:
    """Whether one of `words` stands as an auxiliary of `verb`."""
    for dep, word, _ in below(verb):  # noqa: SIM110 - as above
        if word in words and dep in _AUXILIARIES:
            return True
    return False


def is_in_title_case(sentence: Span) -> bool:
    """Whether nearly all words have capitals, as in a headline: there a capital makes no name."""
    long_words = [token.text for token in sentence if len(token) > 3 and token.is_alpha]
    return len(long_words) >= 5 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)
