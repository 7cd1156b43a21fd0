"""Who says what, by the shape of the sentence: cue, the words for the speaker, the words that are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen
from spacy.tokens import Doc, Token

from gobetween.reading.speech.cues import (
    ASKED_OF_REPORTERS,
    BELIEVING,
    INFINITIVE,
    MOODS,
    NOMINAL_CUES,
    OBJECT,
    PARTICLES,
    PLURAL_ADDRESSEES,
    SAYING,
    SHOWING,
    SHOWN_BY,
)
from gobetween.reading.speech.extents import around_aside, around_cue, before_aside, end_of_clause
from gobetween.reading.speech.quotes import Quote
from gobetween.reading.syntax import (
    NOMINALS,
    SUBJECTS,
    Range,
    child,
    children,
    has_auxiliary,
    noun_phrase,
    relative_of,
    subject_of,
    subtree_range,
    trimmed,
)

_COMPLETE_SHAPES = frozenset({"according", "inverted", "parataxis", "clause", "aside"})
_HYPOTHETICAL = frozenset({"if", "whether", "unless"})
_COMPLETING = frozenset({"of", "as", "for", "about", "to", "against", "with"})  # 'accuse him of', 'describe it as'
_FINITE_AUXILIARIES = frozenset({"did", "does", "do", "will"})
_TELLING_AUXILIARIES = frozenset({"did", "does", "do"})
_HYPOTHETICAL_AUXILIARIES = frozenset({"would", "could", "might", "may", "can", "should", "must"})
_NOT_SOURCES = frozenset({"you", "it", "this", "that", "there", "one", "we", "i"})
_SPEAKERS = NOMINALS | {"DET", "NUM", "ADJ"}  # "others", "two", "the former"
_SHORTEST = 6  # characters


@frozen
class Attribution:
    """One saying: cue tokens, the speaker's head word, character ranges of the speaker's words and of what is said, and the rule."""

    cue: Range
    speaker: Token
    speaker_range: Range
    content: tuple[Range, ...]
    rule: str
    told_to: Token | None = None

    @property
    def verb(self) -> int:
        """The index of the last cue token."""
        return self.cue[1] - 1


class QuoteMap:
    """Which quotation, if any, each token stands in."""

    def __init__(self, doc: Doc, quotes: tuple[Quote, ...]) -> None:
        self.quotes = quotes
        self._at = [-1] * len(doc)
        number = 0
        for token in doc:
            while number < len(quotes) and quotes[number].end <= token.idx:
                number += 1
            if number < len(quotes) and quotes[number].start <= token.idx:
                self._at[token.i] = number

    def at(self, token: Token) -> int:
        """The number of the quotation around `token`; -1 if there is none."""
        return self._at[token.i]


def find_attributions(doc: Doc, quoted: QuoteMap) -> list[Attribution]:
    """All attributions that the sentences themselves show, in order of their cues; what is said inside quotations is left alone."""
    found: dict[int, Attribution] = {}
    for token in doc:
        if token.is_space or (quoted.at(token) >= 0 and not _is_scare_quoted(token, quoted)):
            continue
        for attribution in _of_token(token, quoted):
            if token.i not in found and sum(end - start for start, end in attribution.content) >= _SHORTEST:
                found[token.i] = attribution
    return [found[i] for i in sorted(found)]


def _is_scare_quoted(token: Token, quoted: QuoteMap) -> bool:
    quote = quoted.quotes[quoted.at(token)]
    return quote.end - quote.start <= len(token) + 2


def _of_token(token: Token, quoted: QuoteMap) -> Iterator[Attribution]:
    lemma = token.lemma_.lower()
    if lemma == "accord" or token.lower_ == "according":
        yield from _according(token)
    elif token.pos_ in ("VERB", "AUX"):
        if lemma in SAYING or lemma in BELIEVING or lemma in OBJECT or lemma in INFINITIVE or lemma in PARTICLES:
            yield from _of_verb(token, lemma, quoted)
        elif lemma in ("be", "feel", "remain", "seem", "sound"):
            yield from _of_mood(token)
    elif token.pos_ == "NOUN" and token.lemma_ in NOMINAL_CUES:
        yield from _of_noun(token)


# --- "according to", "as reported by" -----------------------------------------------------------------------------------------


def _according(token: Token) -> Iterator[Attribution]:
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    to = doc[token.i + 1]
    source = child(to, "pobj", "pcomp") or next((c for c in token.children if c.i > to.i and c.pos_ in NOMINALS), None)
    if source is None:
        source = next((t for t in doc[to.i + 1 : to.i + 8] if t.pos_ in NOMINALS and t.head.pos_ not in NOMINALS), None)
    if source is None or source.i < to.i:
        return
    first, last = noun_phrase(source)
    content = around_aside(token, last)
    words = trimmed(doc[first:last])
    if content and words:
        yield Attribution((token.i, to.i + 1), source, words, (content,), "according")


# --- verbs ----------------------------------------------------------------------------------------------------------------------


def _of_verb(verb: Token, lemma: str, quoted: QuoteMap) -> Iterator[Attribution]:
    if _is_reporting_passive(verb):
        yield from _as_reported_by(verb)
        return
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in ("quote", "cite"):
        yield from _quoted_as_saying(verb, verb.head.head)
        return
    clauses = [c for c in children(verb, "ccomp") if c.i != verb.i]
    inverted = _inverted_speaker(verb, lemma, quoted)
    subject = subject_of(verb) if inverted is None else inverted
    if subject is None or subject.pos_ not in _SPEAKERS or not subject.text[:2].isalnum():
        return
    if quoted.at(subject) >= 0 and not _is_scare_quoted(subject, quoted):
        return
    content, rule = _content_of(verb, lemma, clauses, subject, inverted is not None, quoted)
    if content is None:
        return
    first, last = noun_phrase(subject, verb)
    if content[0] <= subject.idx < content[1] and rule != "object":
        return
    if rule in ("object", "belief", "infinitive") and not _is_own_act(verb, subject):
        return
    if rule == "clause" and verb.tag_ == "VB" and not has_auxiliary(verb, _TELLING_AUXILIARIES):
        return
    stands = relative_of(verb) if inverted is None else None
    words = trimmed(verb.doc[first:last] if stands is None else [stands])
    if words:
        yield Attribution((verb.i, verb.i + 1), subject, words, (content,), rule, _told(verb, lemma))


def _content_of(
    verb: Token, lemma: str, clauses: list[Token], subject: Token, is_inverted: bool, quoted: QuoteMap
) -> tuple[Range | None, str]:
    doc = verb.doc
    if is_inverted:
        return _fronted(verb, quoted), "inverted"
    if lemma in SAYING or lemma in BELIEVING:
        after = [c for c in clauses if c.i > verb.i]
        before = [c for c in clauses if c.i < verb.i]
        if before and not after and lemma in SAYING:
            first = before[0].left_edge.i
            if verb.dep_ == "ROOT" and verb.sent.end - verb.i <= 4:  # '..., the source added.' closes the whole sentence
                first = verb.sent.start
            stop = min(subject.left_edge.i, verb.i) if subject.i > before[0].i else before[0].right_edge.i + 1
            return trimmed(t for t in doc[first : max(stop, first + 1)]), "clause"
        if after:
            if _is_junk_clause(verb, lemma, after[0], subject):
                return None, ""
            start = min(after[0].left_edge.i, *(c.left_edge.i for c in after)) if len(after) > 1 else after[0].left_edge.i
            return trimmed(doc[max(start, verb.i + 1) : end_of_clause(after[-1], verb)]), "clause" if lemma in SAYING else "belief"
        if verb.dep_ == "parataxis" and lemma in SAYING:
            return around_cue(verb), "parataxis"
        if lemma in SAYING and (said := _joined_behind(verb, subject)) is not None:
            return said, "parataxis"
    return _without_clause(verb, lemma, subject)


def _joined_behind(verb: Token, subject: Token) -> Range | None:
    """What stands before ', a source told the paper, but ...', where the parser joined the telling to it as one more clause."""
    doc, first = verb.doc, subject.left_edge.i
    head = verb.head
    if verb.dep_ != "conj" or head.pos_ not in ("VERB", "AUX") or subject.head.i != verb.i or not head.i < first - 1 < verb.i:
        return None
    if child(verb, "ccomp", "xcomp") is not None or any(t.pos_ == "CCONJ" for t in doc[first - 2 : first]):
        return None
    marks = {t.text for t in doc[max(head.i, first - 2) : first]}
    return trimmed(doc[head.left_edge.i : first]) if marks & {","} and verb.lemma_ in ("say", "tell", "add") else None


def _without_clause(verb: Token, lemma: str, subject: Token) -> tuple[Range | None, str]:
    doc = verb.doc
    if lemma in PARTICLES:
        prep = next((c for c in children(verb, "prep") if c.lower_ in PARTICLES[lemma] and c.i > verb.i), None)
        if prep is not None and prep.i + 1 < len(doc) and doc[prep.i + 1].ent_type_ not in ("DATE", "TIME"):
            asked = next((c for c in children(verb, "xcomp", "ccomp") if c.i > prep.i), prep)
            return trimmed(doc[prep.i + 1 : max(before_aside(prep), before_aside(asked), prep.i + 2)]), "object"
    if lemma in INFINITIVE and (goal := child(verb, "xcomp")) is not None and goal.i > verb.i:
        return trimmed(doc[verb.i + 1 : goal.right_edge.i + 1]), "infinitive"
    if lemma in ("believe", "want", "expect") and (goal := child(verb, "xcomp", "ccomp")) is not None and goal.i > verb.i:
        return trimmed(doc[verb.i + 1 : goal.right_edge.i + 1]), "belief"
    if (lemma in OBJECT and subject.pos_ in NOMINALS and verb.tag_ != "VBN") or (
        lemma in OBJECT and has_auxiliary(verb, frozenset({"has", "have", "had"}))
    ):
        objects = [
            c
            for c in verb.rights
            if c.dep_ in ("dobj", "xcomp", "ccomp", "dative", "oprd")
            or c.lower_ in _COMPLETING
            or (c.lower_ == "on" and lemma == "stress")
        ]
        if any(c.dep_ != "prep" for c in objects):
            return trimmed(doc[objects[0].left_edge.i : max(before_aside(objects[-1]), objects[0].i + 1)]), "object"
    return None, ""


def _is_own_act(verb: Token, subject: Token) -> bool:
    """Whether a wish, a belief or a demand is told as a fact about its subject: finite, active, not hypothetical, not 'you' or 'it'."""
    if child(verb, "auxpass", "nsubjpass") is not None or subject.lower_ in _NOT_SOURCES:
        return False
    wanted = child(verb, "dobj")
    if wanted is not None and (wanted.lower_ == "what" or wanted.lemma_ in ASKED_OF_REPORTERS):
        return False
    if verb.tag_ == "VB" and not has_auxiliary(verb, _FINITE_AUXILIARIES):
        return False
    if has_auxiliary(verb, _HYPOTHETICAL_AUXILIARIES):
        return False
    return not any(c.dep_ == "mark" and c.lower_ in _HYPOTHETICAL for c in verb.children)


def _is_junk_clause(verb: Token, lemma: str, clause: Token, subject: Token) -> bool:
    """A question asked oneself ('see how'), a condition ('if he says'), or a wish in the text's own voice is nobody's statement."""
    if any(c.dep_ == "mark" and c.lower_ in _HYPOTHETICAL for c in verb.children):
        return True
    if clause.pos_ in ("ADJ", "NOUN", "PROPN") and child(clause, "cop", "aux", "mark") is None and child(clause, "nsubj") is not None:
        return True  # 'declare it responsible' says nothing in a clause
    if lemma in SHOWING and subject.lower_ in _NOT_SOURCES | {"which"}:
        return True
    if lemma == "show" and clause.left_edge.lower_ in ("whether", "if"):
        return True
    if lemma == "show" and subject.lemma_.lower() not in SHOWN_BY:
        return True
    return lemma in ("see", "know", "find", "show", "feel", "decide", "ask", "confirm", "promise") and clause.left_edge.lower_ in (
        "how",
        "what",
        "why",
        "when",
        "where",
    )


def _inverted_speaker(verb: Token, lemma: str, quoted: QuoteMap) -> Token | None:
    """The speaker in '..., added the source': a verb of saying after a comma or a quotation, its speaker right behind it."""
    if lemma not in SAYING or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == 0 or child(verb, "aux", "auxpass", "mark"):
        return None
    doc = verb.doc
    before = doc[verb.i - 1]
    if not (before.text in (",", "-", "–", "—") or quoted.at(before) >= 0 or before.text in ("”", '"')) or verb.i + 1 >= len(doc):
        return None
    if verb.i - verb.sent.start < 3:
        return None
    own = child(verb, *SUBJECTS)
    if own is not None and own.i < verb.i:
        return None
    if own is not None:
        return own
    for token in doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)]:
        if token.pos_ in ("VERB", "AUX", "ADP", "SCONJ") or token.is_punct or token.lower_ in ("that", "it", "them", "him", "me", "us"):
            return None
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "poss", "nmod", "amod"):
            return token if token.head.i <= verb.i or token.head.i - token.i < 3 else None
    return None


def _fronted(verb: Token, quoted: QuoteMap) -> Range | None:
    """What stands before an inverted cue, from the sentence's start, or from a quotation that began before it."""
    doc, start = verb.doc, verb.sent.start
    number = quoted.at(doc[verb.i - 1])
    if number < 0 and verb.i >= 2:
        number = quoted.at(doc[verb.i - 2])
    words = trimmed(doc[start : verb.i])
    if words and number >= 0:
        quote = quoted.quotes[number]
        return min(words[0], quote.start), max(words[1], quote.end)
    return words


def _is_reporting_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and child(verb, "agent") is not None and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)


def _as_reported_by(verb: Token) -> Iterator[Attribution]:
    agent = child(verb, "agent")
    source = child(agent, "pobj") if agent is not None else None
    if source is None:
        return
    first, last = noun_phrase(source)
    start, end = subtree_range(verb)
    head = verb.head
    words = trimmed(verb.doc[first:last])
    left = trimmed(verb.doc[head.left_edge.i : start])
    content = left or trimmed(verb.doc[end : head.right_edge.i + 1])
    if words and content:
        yield Attribution((verb.i, verb.i + 1), source, words, (content,), "aside")


def _quoted_as_saying(verb: Token, quoting: Token) -> Iterator[Attribution]:
    """'X was quoted as saying (that) ...', and '..., X was quoted as saying'."""
    subject = subject_of(quoting)
    if subject is None:
        return
    clause = child(verb, "ccomp")
    if clause is not None and clause.i > verb.i:
        content = trimmed(verb.doc[clause.left_edge.i : clause.right_edge.i + 1])
    else:
        content = trimmed(verb.doc[verb.sent.start : subject.left_edge.i]) if subject.left_edge.i > verb.sent.start else None
    speaker = trimmed(verb.doc[slice(*noun_phrase(subject, quoting))])
    if content and speaker:
        yield Attribution((verb.i, verb.i + 1), subject, speaker, (content,), "quoted")


def _told(verb: Token, lemma: str) -> Token | None:
    if lemma in PLURAL_ADDRESSEES or lemma == "stress":
        for hearer in children(verb, "dobj", "dative", "iobj", "obj"):
            if hearer.i > verb.i and hearer.pos_ in NOMINALS:
                return hearer
    to = next((c for c in children(verb, "prep", "dative") if c.lower_ == "to" and verb.i < c.i <= verb.i + 3), None)
    return child(to, "pobj") if to is not None else None


# --- moods and nouns ------------------------------------------------------------------------------------------------------------


def _of_mood(verb: Token) -> Iterator[Attribution]:
    mood = child(verb, "acomp")
    subject = child(verb, "nsubj")
    if mood is None or mood.lower_ not in MOODS or subject is None:
        return
    clause = child(mood, "ccomp") or child(verb, "ccomp")
    if clause is None or clause.i < mood.i:
        return
    content = trimmed(verb.doc[clause.left_edge.i : clause.right_edge.i + 1])
    words = trimmed(verb.doc[slice(*noun_phrase(subject, verb))])
    if content and words:
        yield Attribution((verb.i, mood.i + 1), subject, words, (content,), "mood")


def _of_noun(noun: Token) -> Iterator[Attribution]:
    owner = child(noun, "poss")
    clause = next((c for c in children(noun, "acl", "ccomp", "relcl") if c.left_edge.lower_ == "that" and c.i > noun.i), None)
    if owner is None or clause is None:
        return
    content = trimmed(noun.doc[clause.left_edge.i : clause.right_edge.i + 1])
    words = trimmed(t for t in noun.doc[slice(*subtree_range(owner))] if t.dep_ != "case")
    if content and words:
        yield Attribution((noun.i, noun.i + 1), owner, words, (content,), "noun")


def with_content(attribution: Attribution, content: Iterable[Range]) -> Attribution:
    """The same attribution, saying `content`: ranges in reading order, those that touch or overlap made one."""
    merged: list[Range] = []
    for start, end in sorted(content):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return evolve(attribution, content=tuple(merged))
