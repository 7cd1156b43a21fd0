"""Statements that gainsay each other: 'it sent the letter', says one; 'it never received a letter', says the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen
from spacy.attrs import IDX
from spacy.tokens import Token

from gobetween.model.evidence import Statement
from gobetween.reading.concordance import spelled
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, has_child, has_left, is_negated
from gobetween.reading.word_lists import words

_WISHES = words("want demand offer accept reject refuse agree need pay propose seek hope prefer ask")
_INSISTING = words("insist maintain counter retort reply respond answer contend object rejoin shoot hit")
_ALLEGING = words("allege claim accuse charge complain")
_DENYING = words("deny dispute refute reject dismiss rebut contest")
_NO = frozenset({"no", "not", "never", "none", "nobody", "nothing", "neither", "n't", "n’t"})
_LATE_TO_SAY = frozenset({"had"})  # 'Canada had said': before what was told first
_FURTHEST = 160  # characters between two statements
_LONG = 3  # letters of a word that tells anything
_SHORT_ANSWER = 12  # words of a denial that names nothing
_IDLE = words(
    "talk side deal agreement week month year time people government minister country today yesterday have make take place come"
)
_UNTRUE = (
    r"(?:not true|untrue|false|wrong|incorrect|inaccurate|a lie|lies|nonsense|rubbish|fiction|fantasy|(?:an? )?(?:pure )?invention|"
    r"fabrication|baseless|groundless|unfounded|absurd|ridiculous|not so|not the case|not correct|a myth|a fairy ?tale|propaganda|"
    r"misleading|simply not true|a distortion|made up|invented|fake|slander|far-fetched|garbage|hogwash|a fable)"
)
_FLAT = re.compile(
    rf"^(?:that|this|it|they|these|those|all(?: of)? (?:that|this)|the (?:claim|report|figure|number|accusation|charge)s?)"
    rf" ?(?:is|are|was|were|[’']s|[’']re) (?:an? |\w+ )?{_UNTRUE}\b"
    rf"|^(?:(?:utter|pure|complete|total|absolute|sheer|plain|simply|quite|all) ){{0,2}}{_UNTRUE}[.,;!]?$"
    rf"|^(?:no[,.;]|on the contrary|quite the (?:opposite|contrary|reverse)|far from it|not at all)",
    re.IGNORECASE,
)
_CONTRARY = re.compile(
    r"\b(?:the other way (?:a)?round|the (?:exact )?(?:opposite|reverse)|nothing of the (?:kind|sort)|no such|not once|"
    r"anything of the kind)\b",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(
    r"^(?:that )?(?:it|they|he|she|we|i) (?:had|did|was|were|has|have|is|are|does|do)(?: not|n[’']t)?(?:[,.;]|$| so\b| indeed\b)",
    re.IGNORECASE,
)


@frozen
class _Said:
    """A statement with its words and the verb that tells it."""

    statement: Statement
    tokens: tuple[Token, ...]
    cue: Token | None
    start: int
    end: int

    @property
    def by(self) -> str:
        return self.statement.speaker.actor or self.statement.speaker.name

    @property
    def text(self) -> str:
        words = "".join(t.text_with_ws for t in self.tokens)
        return words.strip(" “”\"'‘’,.;").strip()


def find_gainsaid(scene: Scene, voices: Voices) -> Iterator[tuple[Statement, Statement]]:
    """Each statement with the one near it that says that it is not so; the one denied comes first."""
    said = list(_statements(scene, voices))
    for place, later in enumerate(said):
        before = next((each for each in reversed(said[max(0, place - 2) : place]) if each.by != later.by), None)
        if before is not None and later.by and before.by and _are_near(scene, before, later) and _gainsays(before, later):
            yield before.statement, later.statement
            continue
        after = said[place + 1] if place + 1 < len(said) else None
        if after is None or after.by == later.by or not _are_near(scene, later, after) or not _is_told_later(after):
            continue
        if _is_flat(later) and not _is_wish(after):
            yield after.statement, later.statement


def _statements(scene: Scene, voices: Voices) -> Iterator[_Said]:
    last: Statement | None = None
    tokens: list[Token] = []
    starts = scene.doc.to_array(IDX).tolist()
    for at, word in enumerate(spelled(scene.doc)):
        statement = voices.statement_at(starts[at]) if not word.isspace() else None
        if statement is not last:
            if last is not None and tokens:
                yield _said(scene, voices, last, tokens)
            tokens, last = [], statement
        if statement is not None:
            tokens.append(scene.doc[at])
    if last is not None and tokens:
        yield _said(scene, voices, last, tokens)


def _said(scene: Scene, voices: Voices, statement: Statement, tokens: list[Token]) -> _Said:
    attribution = voices.attribution_at(tokens[0].idx)
    cue = scene.doc[attribution.verb] if attribution is not None and attribution.verb is not None else None
    return _Said(statement, tuple(tokens), cue, tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _are_near(scene: Scene, before: _Said, later: _Said) -> bool:
    """Whether no more than a sentence lies between."""
    if not 0 <= later.start - before.end <= _FURTHEST:
        return False
    between = scene.doc[before.tokens[-1].i + 1 : later.tokens[0].i].text  # the text of the whole would be put together each time
    return between.count(". ") <= 1


def _is_told_later(said: _Said) -> bool:
    return said.cue is not None and has_child(said.cue, _LATE_TO_SAY, "aux")


def _gainsays(before: _Said, later: _Said) -> bool:
    if _lemma(before.cue) in _DENYING:  # asserts nothing: what follows may be of the same side
        return False
    if _is_flat(later):
        return not _is_wish(before)
    if _is_wish(before) or _is_wish(later):
        return False
    if _CONTRARY.search(later.text):
        return True
    if _ELLIPSIS.match(later.text):
        return _is_negative(before) != _is_negative(later)
    common = _content(before) & _content(later)
    if _denies_each_other(before, later, common):
        return True
    if not (_is_factual(before) and _is_factual(later)):
        return False
    if _lemma(later.cue) in _INSISTING and (common - _IDLE or _is_taken_up(later, "it", "they")):
        return True
    return _lemma(before.cue) in _ALLEGING and _is_taken_up(later, "they")


def _denies_each_other(before: _Said, later: _Said, common: set[str]) -> bool:
    """The later says no where the other says yes, of the same thing: 'no list has arrived', 'it received no letter'."""
    if _is_negative(before):
        return False
    denied = {t.lemma_.lower() for t in later.tokens if t.pos_ == "NOUN" and has_left(t, ("no",))}
    is_fact = _is_factual(before) and _is_factual(later)
    if common & denied or (_is_negative(later) and is_fact and common - _IDLE):
        return True
    is_nothing = any(t.lower_ in ("nothing", "nobody", "none") and t.dep_ in ("nsubj", "nsubjpass") for t in later.tokens)
    is_answer = _lemma(later.cue) in _INSISTING and bool(common) and any(t.lower_ in _NO for t in later.tokens)
    return (is_nothing and is_fact) or is_answer


def _is_flat(said: _Said) -> bool:
    return len(said.tokens) <= _SHORT_ANSWER * 2 and _FLAT.match(said.text) is not None


def _is_wish(said: _Said) -> bool:
    """A demand, an offer, a forecast: nothing that is so or not."""
    return any(
        (t.lemma_.lower() in _WISHES and t.pos_ == "VERB") or (t.tag_ == "MD" and t.lower_ not in ("can", "could")) for t in said.tokens
    )


def _is_negative(said: _Said) -> bool:
    return any((t.pos_ in ("VERB", "AUX") and is_negated(t)) or t.lower_ in _NO for t in said.tokens)


def _is_factual(said: _Said) -> bool:
    """Told in the past, or as what is done: 'was seized', 'have gone', 'is closed'; not 'is fair'."""
    within = {t.i for t in said.tokens}
    main = next((t for t in said.tokens if t.pos_ in ("VERB", "AUX") and (t.head.i not in within or t.head.i == t.i)), None)
    if main is None:
        return False
    if main.tag_ in ("VBD", "VBN") or has_child(main, ("was", "were", "had", "has", "have")):
        return True
    if main.lemma_ == "be" or main.pos_ == "AUX":
        attribute = child(main, "attr", "acomp")
        return attribute is not None and attribute.pos_ in ("NOUN", "NUM", "PROPN") and child(main, "expl") is not None
    return main.lemma_ in ("exist", "remain", "see") or has_child(main, ("is", "are", "can"))


def _is_taken_up(said: _Said, *pronouns: str) -> bool:
    """Whether the subject only takes up what was said before."""
    return any(t.dep_ in ("nsubj", "nsubjpass") and t.lower_ in pronouns for t in said.tokens[:3])


def _lemma(cue: Token | None) -> str:
    return cue.lemma_.lower() if cue is not None else ""


def _content(said: _Said) -> set[str]:
    return {t.lemma_.lower() for t in said.tokens if t.pos_ in ("NOUN", "PROPN", "VERB", "NUM") and len(t.lemma_) > _LONG}
