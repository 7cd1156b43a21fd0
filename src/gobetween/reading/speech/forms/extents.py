"""How far what is said runs: to the end of joined clauses, before an aside, around a cue in the middle of it."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.speech.cues import OBJECT, SAYING
from gobetween.reading.speech.forms.alongside import is_call, teller_alongside
from gobetween.reading.syntax import Range, child, has_auxiliary, has_left, is_another_deed, subtree_range, trimmed
from gobetween.reading.word_lists import words

_REASONS = frozenset({"because", "if", "unless", "until", "when", "once", "so"})
_LATE = frozenset({"when", "where", "while", "whereas"})
_MODALS = frozenset({"would", "could", "will", "might", "may", "should", "must", "can"})
_STOPS = frozenset(';:“”"')
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONDITIONS = words("if unless until till provided providing lest once")
_LONG_CONDITIONS = tuple(
    tuple(each.split())
    for each in (
        "as long as",
        "so long as",
        "but only",
        "but not",
        "only if",
        "even if",
        "only once",
        "on condition that",
        "on the condition",
        "rather than",
    )
)
_CITING = frozenset({"cite", "quote", "refer", "call", "accuse", "echo", "blame", "urge", "describe", "invoke"})


def around_aside(cue: Token, last: int) -> Range | None:
    """What a sentence says besides an aside such as 'according to ...': after it at the sentence's head, else before it."""
    sentence = cue.sent
    before = [t for t in cue.doc[sentence.start : cue.i] if not (t.is_punct or t.is_space)]
    if len(before) <= 2:
        head = _clause_of(cue)
        end = max(head.right_edge.i + 1, last) if head is not None else sentence.end
        return trimmed(cue.doc[last : end if end > last + 1 else sentence.end])
    head = _clause_of(cue)
    first = head
    while first is not None and first.dep_ == "conj" and first.head.i < first.i and not _is_of_another(first.head):
        first = first.head  # both of two joined clauses are told, unless the first has a teller of its own
    start = sentence.start if first is None else min(first.left_edge.i, cue.i)
    tail_end = head.right_edge.i + 1 if head is not None else last
    fresh = next((i for i in range(last, tail_end) if cue.doc[i].text == ";"), None)
    if fresh is not None:  # what is told behind a semicolon is told afresh
        tail_end, start = fresh, sentence.start if start == cue.i else start
    rest = [t for t in cue.doc[last:tail_end] if not (t.is_punct or t.is_space)]
    is_led_by = all(t.is_punct or t.dep_ in ("mark", "cc") for t in cue.doc[start : cue.i])  # 'that, according to X, ...'
    if len(rest) > max(4, len(before)) or (is_led_by and len(rest) > 1):
        return trimmed(cue.doc[last:tail_end])
    return trimmed(cue.doc[_late_clause(cue, head, start) : cue.i])


def _is_of_another(first: Token) -> bool:
    """Whether the first of two joined clauses has a teller of its own: 'Lund said no, and the firm left, according to the radio'."""
    return first.lemma_.lower() in SAYING | OBJECT


def both_sides(cue: Token, last: int) -> tuple[Range, ...]:
    """What an aside between two commas parts: 'by then, according to X, 40 had left'; none where each side stands alone."""
    doc, sentence = cue.doc, cue.sent
    if cue.i - 1 <= sentence.start or last + 1 >= sentence.end or doc[cue.i - 1].text != "," or doc[last].text != ",":
        return ()
    first = next((i + 1 for i in range(cue.i - 2, sentence.start - 1, -1) if doc[i].is_punct or doc[i].dep_ == "cc"), sentence.start)
    end = next((i for i in range(last + 1, sentence.end) if doc[i].text in _STOPS), sentence.end)
    if any(t.tag_ in _FINITE for t in doc[first : cue.i - 1]) or not any(t.tag_ in _FINITE for t in doc[last + 1 : end]):
        return ()
    parts = (trimmed(doc[first : cue.i - 1]), trimmed(doc[last + 1 : end]))
    return tuple(part for part in parts if part is not None)


def _late_clause(cue: Token, head: Token | None, start: int) -> int:
    """Where a last clause begins that alone is told, as the rest is another's: 'A blames B for May, when 40 died, according to C'."""
    if head is None or head.lemma_.lower() not in SAYING | OBJECT or head.i < start:
        return start
    before = cue.i - 1 if cue.doc[cue.i - 1].text == "," else cue.i
    for verb in cue.doc[head.i + 1 : before]:
        if verb.dep_ in ("relcl", "advcl") and verb.right_edge.i == before - 1 and verb.left_edge.lower_ in _LATE:
            first = verb.left_edge.i
            return first + 1 if cue.doc[first - 1].text == "," else start
    return start


def _clause_of(token: Token) -> Token | None:
    at = token.head
    for _ in range(8):
        if at.pos_ in ("VERB", "AUX"):
            return at
        if at.head is at:
            return None
        at = at.head
    return None


def end_of_clause(clause: Token, verb: Token) -> int:
    """The token after what a verb's clause says, coordinated clauses of the same sentence with it."""
    end = clause.right_edge.i + 1
    for joined in clause.conjuncts:
        if joined.i > clause.i and (_is_another_saying(joined, clause) or is_another_deed(joined, clause)):
            return min(end, max(_before(joined), clause.i + 1))
        if joined.i > end - 1 and not joined.is_ancestor(verb):
            end = max(end, joined.right_edge.i + 1)
    return _before_participle(clause, verb, min(_with_late(verb, end), verb.sent.end))


def _with_late(verb: Token, end: int) -> int:
    """The end with what the parser hung on the verb of saying but is said too: '..., because ...', '... and would go on'."""
    for late in verb.rights:
        if late.left_edge.i < end - 1:
            continue
        is_reason = late.dep_ == "advcl" and has_left(late, _REASONS, "mark", "advmod")
        is_promise = late.dep_ == "conj" and child(late, "nsubj", "nsubjpass") is None and has_auxiliary(late, _MODALS)
        if is_reason or is_promise:
            end = max(end, late.right_edge.i + 1)
    return end


def _before_participle(clause: Token, verb: Token, end: int) -> int:
    """Where a clause ends if a last ', adding that ...' or ', citing ...' belongs to the speaker, not to what is said."""
    for late in clause.rights:
        is_told = late.dep_ == "advcl" and late.tag_ == "VBG" and (late.lemma_.lower() in SAYING or late.lemma_.lower() in _CITING)
        if is_told and verb.i < late.left_edge.i < end and verb.doc[late.left_edge.i - 1].text == ",":
            return late.left_edge.i
    return end


def _is_another_saying(joined: Token, clause: Token) -> bool:
    """Whether a coordinated verb says something of its own ('said ... and warned against ...') and is no second that-clause.

    What those of whom it is told say themselves is part of it: 'said Norway had voiced concerns and condemned the raids'.
    """
    subject = child(clause, "nsubj", "nsubjpass")
    is_told_of = subject is not None and subject.pos_ != "PRON" and child(joined, "nsubj") is None
    if subject is not None and is_told_of and teller_alongside(joined, subject) is None and not is_another_deed(joined, clause):
        return False
    is_saying = joined.lemma_.lower() in SAYING or joined.lemma_.lower() in OBJECT or is_call(joined)
    return is_saying and not any(c.dep_ == "mark" or c.lower_ == "that" for c in joined.lefts) and joined.pos_ in ("VERB", "AUX")


def _before(joined: Token) -> int:
    """The token where a coordinated clause begins, its 'and' and comma with it."""
    start = joined.left_edge.i
    while start > joined.sent.start and (joined.doc[start - 1].dep_ == "cc" or joined.doc[start - 1].is_punct):
        start -= 1
    return start


def before_aside(phrase: Token) -> int:
    """The token after a phrase, a relative clause behind a comma not counted: it is the text's own aside."""
    end = phrase.right_edge.i + 1
    for token in phrase.doc[phrase.i + 1 : end]:
        if token.dep_ == "relcl" and token.left_edge.i > phrase.i + 1 and token.doc[token.left_edge.i - 1].text == ",":
            return token.left_edge.i - 1
    return end


def condition_behind(verb: Token, subject: Token, said: Range) -> Range | None:
    """What goes on behind the teller's comma with a condition: 'It will sign, she said, as long as ...', '..., but only if ...'."""
    doc, last = verb.doc, max(verb.i, subject.i)
    if said[1] > min(verb.idx, subject.left_edge.idx):
        return None
    for token in doc[last + 1 : verb.sent.end]:
        if token.text in _STOPS or token.tag_ in _FINITE:
            return None
        if token.text == "," and _opens_condition([t.lower_ for t in doc[token.i + 1 : token.i + 4]]):
            end = next((t.i for t in doc[token.i : verb.sent.end] if t.text in _STOPS), verb.sent.end)
            return trimmed(doc[token.i + 1 : end])
    return None


def clause_before(verb: Token, subject: Token, said: Range) -> Range | None:
    """What stands before a teller between two commas, if it is a clause and what was taken to be said is a condition behind it."""
    doc, opening, closing = verb.doc, subject.left_edge.i - 1, verb.i + 1
    if opening <= verb.sent.start or closing >= verb.sent.end or doc[opening].text != "," or doc[closing].text != ",":
        return None
    if said[0] < verb.idx or not _opens_condition([t.lower_ for t in doc[closing + 1 : closing + 4]]):
        return None
    first = next((i + 1 for i in range(opening - 1, verb.sent.start - 1, -1) if doc[i].text in _STOPS), verb.sent.start)
    return trimmed(doc[first:opening]) if any(t.tag_ in _FINITE for t in doc[first:opening]) else None


def _opens_condition(ahead: list[str]) -> bool:
    """Whether words open a condition: 'unless', 'as long as', 'but only if'."""
    return bool(ahead) and (ahead[0] in _CONDITIONS or any(tuple(ahead[: len(each)]) == each for each in _LONG_CONDITIONS))


def around_cue(verb: Token) -> tuple[Range, ...]:
    """What the sentence around a parenthetical 'sources said' says: before it, behind it, or both."""
    head = verb.head
    first, last = subtree_range(verb)
    before, after = verb.doc[head.left_edge.i : first], verb.doc[last : head.right_edge.i + 1]
    is_split = len(before) > 0 and sum(not (t.is_punct or t.is_space) for t in after) > (0 if head.i > verb.i else 3)
    parts = (before, after) if is_split else (before if len(before) else after,)
    return tuple(said for part in parts if (said := trimmed(part)) is not None)
