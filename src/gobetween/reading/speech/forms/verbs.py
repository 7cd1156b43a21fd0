"""Sayings that a verb shows: who is its subject, and what stands for its clause, its object or its infinitive is what is said."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from gobetween.reading.speech.attribution import Attribution, QuoteMap, words_of
from gobetween.reading.speech.cues import ADDRESSED, BELIEVING, SAYING
from gobetween.reading.speech.forms.alongside import is_without, issuer_of, teller_alongside
from gobetween.reading.speech.forms.clauses import (
    JUNK,
    is_opened_by_adding,
    is_own_act,
    is_trailing_teller,
    said_behind,
    said_in_clause,
)
from gobetween.reading.speech.forms.extents import around_cue, clause_before, condition_behind
from gobetween.reading.speech.forms.inversions import fronted, inverted_speaker
from gobetween.reading.speech.forms.objects import without_clause
from gobetween.reading.speech.meant.referents import OFFICIALS, PERSONS, POSTS
from gobetween.reading.syntax import (
    NOMINALS,
    Range,
    child,
    children,
    has_auxiliary,
    has_left,
    is_negated,
    is_no_longer,
    is_participle,
    noun_phrase,
    opening_of,
    relative_of,
    subject_of,
    trimmed,
)
from gobetween.reading.word_lists import words

Said = tuple[tuple[Range, ...], str]

_NOBODY = frozenset({"n't", "n’t", "nobody", "nothing", "none"})  # what the parser may take for a subject, and who says nothing
_NOTHING: Said = ((), "")
_CONDITIONS = words("if unless until once provided")
_TIMES = words("day week month year hour minute moment night morning evening time date")
_TELLING_AUXILIARIES = frozenset({"did", "does", "do"})
_CLOSING = frozenset({"say", "tell", "add", "report", "demand", "claim", "argue", "insist", "warn"})
_WOULD = frozenset({"would", "could"})
_SPEAKERS = NOMINALS | {"DET", "NUM", "ADJ"}  # "others", "two", "the former"
_WEAK = frozenset({"object", "belief", "infinitive", "naming"})  # rules that take a wish or a deed for words: only a finite verb's


def of_verb(verb: Token, lemma: str, quoted: QuoteMap) -> Iterator[Attribution]:
    """What the subject of `verb` says, believes, wants or asks for."""
    inverted = inverted_speaker(verb, lemma, quoted)
    if inverted is None and (is_participle(verb) or _is_asked(verb, lemma) or (lemma == "echo" and _is_of_another(verb))):
        return  # who echoes what another said says no words that stand here
    if lemma in ADDRESSED and child(verb, "auxpass", "nsubjpass") is not None:
        return  # who was told says nothing
    echoing = verb.dep_ == "ccomp" and verb.tag_ == "VBG" and verb.head.lemma_ == "echo"  # 'echoed that, saying ...'
    subject = subject_of(verb.head if echoing else verb) if inverted is None else inverted
    if subject is None or subject.pos_ not in _SPEAKERS or not subject.text[:1].isalnum() or subject.lower_ in _NOBODY:
        return
    if quoted.holds(subject) or is_without(verb):
        return
    subject = teller_alongside(verb, subject) or issuer_of(verb, subject) or subject
    content, rule = fronted(verb, subject, quoted) if inverted is not None else _content_of(verb, lemma, subject, quoted)
    if not content:
        return
    if any(start <= subject.idx < end for start, end in content) and rule != "object":
        return
    if rule in _WEAK and (not is_own_act(verb, subject) or (verb.dep_ == "acl" and rule != "object")):
        return
    if rule in _WEAK - {"naming"} and (_lacks_object(verb, subject) or _is_on_the_way(verb)):
        return
    is_withheld = is_negated(verb) and has_auxiliary(verb, _WOULD) and lemma in ("say", "comment", "confirm", "disclose", "elaborate")
    if is_no_longer(verb) or (
        rule == "clause" and verb.tag_ == "VB" and not (is_withheld or has_auxiliary(verb, _TELLING_AUXILIARIES))
    ):
        return
    if inverted is None and rule == "clause" and (before := clause_before(verb, subject, content[0])) is not None:
        content = (before,)  # 'It would accept that, she indicated, provided ...': the parser took the condition for the clause
    late = _told_late(verb, subject, content) if inverted is None else None
    if late is None and len(content) == 1:
        late = condition_behind(verb, subject, content[0])
    if late is not None:
        content = (*content, late)
    stands = relative_of(verb) if inverted is None else None
    if stands is not None and stands.lower_ == "that" and rule in _WEAK:
        return  # 'a draft that calls for a truce' tells which draft is meant, not what somebody said
    naming = words_of(_phrase_of(subject, verb) if stands is None else [stands])
    if naming:
        yield Attribution((verb.i, verb.i + 1), subject, naming, content, rule, _told(verb, lemma))


def _phrase_of(subject: Token, verb: Token) -> Span:
    """The words for a teller before or behind the verb."""
    first, last = noun_phrase(subject, verb)
    return verb.doc[min(first, opening_of(subject, verb)) : last]


def _told_late(verb: Token, subject: Token, content: tuple[Range, ...]) -> Range | None:
    """What a sentence adds behind its teller to what it said before: '..., officials said on Friday, the fourth text in a year'."""
    if content[0][0] > subject.idx or subject.i > verb.i:
        return None
    if (clause := next((c for c in verb.rights if _is_late_clause(c)), None)) is not None:
        return trimmed(clause.doc[clause.left_edge.i : clause.right_edge.i + 1])
    if subject.ent_type_ == "PERSON":
        return None
    added = (*children(subject, "appos"), *children(verb, "npadvmod"))
    late = next((c for c in added if c.left_edge.i > verb.i and c.doc[c.left_edge.i - 1].text == ","), None)
    if late is None or late.lower_ in POSTS | OFFICIALS | PERSONS or late.lemma_ in _TIMES or late.ent_type_ in ("DATE", "TIME"):
        return None
    return trimmed(late.doc[late.left_edge.i : late.right_edge.i + 1])


def _is_late_clause(clause: Token) -> bool:
    """Whether a condition behind the teller's comma goes on with what is said: 'It would sign, he said, only if ...'."""
    first = clause.left_edge
    is_condition = has_left(clause, _CONDITIONS, "mark", "advmod")
    return clause.dep_ == "advcl" and is_condition and first.doc[first.i - 1].text == ","


def _lacks_object(verb: Token, subject: Token) -> bool:
    """Whether what is said stands before a relative: 'a judge whom the council asked to mediate'."""
    opener = verb.left_edge
    return verb.dep_ == "relcl" and opener.tag_ in ("WDT", "WP") and opener.i < subject.left_edge.i


def _is_of_another(verb: Token) -> bool:
    """Whether another's words are echoed: 'echoed his views', 'echoed that, saying ...'."""
    return child(verb, "dobj") is not None or (verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("that", "this") and _is_stop(verb))


def _is_stop(verb: Token) -> bool:
    return verb.i + 2 < len(verb.doc) and verb.nbor(2).is_punct


def _is_on_the_way(verb: Token) -> bool:
    """Whether the words only lead up to a saying: 'Announcing the new deadline, the mayor said: ...'."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i > verb.i and verb.head.lemma_.lower() in SAYING


def _is_asked(verb: Token, lemma: str) -> bool:
    """Whether the noun before the verb is the one who was asked: 'the envoy, asked about the fund, said'."""
    return lemma == "ask" and verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "xcomp") and child(verb, "agent") is None


def _content_of(verb: Token, lemma: str, subject: Token, quoted: QuoteMap) -> Said:
    if verb.lower_ == "adding" and is_opened_by_adding(verb.head, verb.head.head):
        said = trimmed(verb.doc[verb.i + 1 : verb.head.right_edge.i + 1])
        return ((said,) if said is not None else (), "clause")
    clauses = [c for c in children(verb, "ccomp") if c.i != verb.i]
    if lemma == "demand" and (said := _demanded_before(verb, clauses, subject)) is not None:
        return (said,), "clause"
    if lemma in SAYING or lemma in BELIEVING:
        if clauses and (said := said_in_clause(verb, lemma, clauses, subject)) is not None:
            return ((said,), "clause" if lemma in SAYING else "belief") if said != JUNK else _NOTHING
        if verb.dep_ == "parataxis" and lemma in SAYING:
            return _quoted_alone(around_cue(verb), quoted), "parataxis"
        if lemma in SAYING and (said := _joined_behind(verb, subject)) is not None:
            return (said,), "parataxis"
    said, rule = without_clause(verb, lemma, subject)
    if said is not None:
        return (said,), rule
    if lemma in SAYING and (said := said_behind(verb, lemma, subject)) is not None:
        return (said,), "clause"
    return _NOTHING


def _demanded_before(verb: Token, clauses: list[Token], subject: Token) -> Range | None:
    """What stands before ', its neighbours demanded': 'Norland must hold a vote, its neighbours demanded'."""
    if clauses and clauses[-1].i < verb.i:
        return said_in_clause(verb, "say", clauses, subject)
    return _joined_behind(verb, subject)


def _quoted_alone(parts: tuple[Range, ...], quoted: QuoteMap) -> tuple[Range, ...]:
    """Of two parts the first, if it is one whole quotation and the second is none: '"...", they said, under the rule that'."""
    if len(parts) == 1 or not quoted.begins(parts[0][0]) or quoted.begins(parts[1][0]):
        return parts
    return parts[:1]


def _joined_behind(verb: Token, subject: Token) -> Range | None:
    """What stands before ', a source told the paper, but ...', where the parser joined the telling to it as one more clause."""
    doc, first = verb.doc, subject.left_edge.i
    head = verb.head
    if (
        not (verb.dep_ == "conj" or (verb.dep_ == "ccomp" and is_trailing_teller(verb)))
        or head.pos_ not in ("VERB", "AUX")
        or subject.head.i != verb.i
        or not head.i < first - 1 < verb.i
    ):
        return None
    if child(verb, "ccomp", "xcomp") is not None or any(t.pos_ == "CCONJ" for t in doc[first - 2 : first]):
        return None
    marks = {t.text for t in doc[max(head.i, first - 2) : first]}
    return trimmed(doc[head.left_edge.i : first]) if marks & {","} and verb.lemma_ in _CLOSING else None


def _told(verb: Token, lemma: str) -> Token | None:
    if lemma in ADDRESSED or lemma == "stress":
        for hearer in children(verb, "dobj", "dative", "iobj", "obj"):
            if hearer.i > verb.i and hearer.pos_ in NOMINALS:
                return hearer
    to = next((c for c in children(verb, "prep", "dative") if c.lower_ == "to" and verb.i < c.i <= verb.i + 3), None)
    return child(to, "pobj") if to is not None else None
