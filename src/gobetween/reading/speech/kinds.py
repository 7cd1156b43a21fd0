"""What a statement does: says, denies, alleges, signals, holds for true, or withholds an answer."""

from __future__ import annotations

import re

from spacy.tokens import Token

from gobetween.model.evidence import Speaker, StatementKind
from gobetween.reading.scene import Scene
from gobetween.reading.speech.attribution import Attribution
from gobetween.reading.speech.cues import BELIEVING, CLAIMS, HELD, MOODS, WANTING
from gobetween.reading.syntax import child, has_auxiliary, has_child, is_negated
from gobetween.reading.word_lists import words

_DENYING = words("deny refute rebut")
_DISMISSING = words("dismiss reject")  # a denial where a claim is rejected, not an offer
_ALLEGING = words("accuse allege blame charge")
_NOT_COMMENTING = re.compile(r"\bdeclin\w* to (?:\w+ly )?(?:comment|confirm|discuss|elaborate|give|answer|say)", re.IGNORECASE)
# words about another's motive: what the speaker says the other is after
_MOTIVE = re.compile(
    r"\btry(?:ing)? to (?:evade|avoid|delay|sabotage|obstruct|undermine|stall|buy time)|\battempt\w* to (?:prolong|"
    r"evade|delay|sabotage|obstruct)|"
    r"\b(?:has|have|had|is|was|are) no (?:intention|desire|interest|will)\b|\bno intention (?:by|of|to)|"
    r"\bfor (?:political|personal|electoral) reasons|"
    r"\b(?:stalling|prolong\w*|evad\w+|sabotag\w+|dragging its feet|bad faith|not serious|obstruct\w*|concerned with prolonging)\b",
    re.IGNORECASE,
)
# words of mood or will that are no answer
_MOOD = re.compile(
    r"\b(?:positive (?:spirit|attitude)|good faith|goodwill|determined|committed to|commitment to|open to|open-minded|"
    r"ready to|serious about|"
    r"desire (?:to|for)|willing(?:ness)?|keen (?:to|on)|constructive|flexib\w+|never stop|determination)\b",
    re.IGNORECASE,
)
# what is not said, confirmed or told is no statement, but an answer withheld
_WITHHELD = words("say tell confirm disclose specify reveal announce explain elaborate indicate clarify mention deny")
_NOBODYS = frozenset({"neither", "no", "none", "nobody"})
_SUPPOSED = frozenset({"would", "could", "should", "might"})


def kind_of(scene: Scene, attribution: Attribution, content: str, speaker: Speaker) -> StatementKind | None:
    """What a statement does; `None` where the text says that it was never made."""
    verb = scene.doc[attribution.verb]
    lemma = verb.lemma_.lower()
    if attribution.rule == "silence" or (lemma == "decline" and _NOT_COMMENTING.search(scene.clean.text[verb.idx : verb.idx + 60])):
        return StatementKind.NO_COMMENT
    if attribution.rule == "clause" and (lemma in _WITHHELD or lemma == "rule") and _is_unsaid(verb):
        is_never = has_child(verb, ("never",)) or lemma in ("rule", "deny")
        return None if is_never else StatementKind.NO_COMMENT
    rejected = child(verb, "dobj")
    if lemma in _DENYING or (lemma in _DISMISSING and rejected is not None and rejected.lemma_ in CLAIMS):
        return StatementKind.DENIAL
    if lemma in _ALLEGING:
        return StatementKind.ALLEGATION
    if _MOTIVE.search(content) and _is_about_another(scene, attribution, speaker):
        return StatementKind.ALLEGATION
    if lemma in BELIEVING | WANTING or verb.lower_ in MOODS or (attribution.rule == "noun" and lemma in HELD):
        return StatementKind.BELIEF
    return StatementKind.SIGNAL if _MOOD.search(content) else StatementKind.STATEMENT


def _is_about_another(scene: Scene, attribution: Attribution, speaker: Speaker) -> bool:
    """Whether what is said names an actor or a person other than the speaker's own side, or speaks of 'he' and 'they'."""
    for start, end in attribution.content:
        tokens = scene.doc.char_span(start, end, alignment_mode="expand")
        if tokens is None:
            continue
        for token in tokens:
            mention = scene.names.at(token)
            if mention is not None and mention.actor != speaker.actor and mention.name != speaker.name:
                return True
            if token.lower_ in ("he", "they", "she", "his", "their"):
                return True
    return False


def _is_none(word: Token) -> bool:
    """Whether a word makes nobody of those behind it; 'No 10' is an address."""
    return word.lower_ in _NOBODYS and not word.nbor().like_num


def _is_unsaid(verb: Token) -> bool:
    """Whether the saying is denied, by its verb or its subject: 'has not confirmed that', 'neither side has said whether'."""
    if has_auxiliary(verb, _SUPPOSED):
        return is_negated(verb) and not has_auxiliary(verb, _SUPPOSED - {"would"})
    subject = child(verb, "nsubj")
    is_nobodys = subject is not None and (subject.lower_ in _NOBODYS or any(_is_none(c) for c in subject.lefts))
    return is_nobodys or is_negated(verb)
