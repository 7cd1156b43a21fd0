"""Who said what to whom: attributions with their speakers resolved, and what each statement does."""

from __future__ import annotations

import re

from spacy.tokens import Token

from gobetween.model.evidence import Mode, SourceType, Speaker, Statement, StatementKind
from gobetween.reading.naming.name_words import TITLES
from gobetween.reading.scene import Scene
from gobetween.reading.speech.attribution import Attribution
from gobetween.reading.speech.cues import BELIEVING, CLAIMS, HELD, MOODS, WANTING
from gobetween.reading.speech.hearsay import without_hearsay
from gobetween.reading.speech.quoted_speech import attach_quotes
from gobetween.reading.speech.sayings import find_attributions
from gobetween.reading.speech.silences import find_silences
from gobetween.reading.speech.transcripts import find_lines
from gobetween.reading.syntax import Range, child, noun_phrase, trimmed
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
_QUOTE_MARKS = re.compile("[“”\"«»„]|''")


def find_statements(scene: Scene) -> tuple[tuple[Statement, Attribution], ...]:
    """All statements in reading order, each with the attribution that it was read from."""
    found, text = [], scene.clean.text
    shown = [*find_attributions(scene.doc, scene.quoted), *find_lines(scene.doc, text), *find_silences(scene.doc, text)]
    attributions = attach_quotes(scene.doc, text, scene.quoted, shown)
    for attribution in sorted(without_hearsay(scene.doc, attributions, scene.names), key=lambda a: a.content[0][0]):
        statement = _statement(scene, attribution)
        if statement is not None:
            found.append((statement, attribution))
    return tuple(found)


def _statement(scene: Scene, attribution: Attribution) -> Statement | None:
    content = scene.words(*attribution.content)
    speaker = _speaker(scene, attribution)
    if content is None or speaker is None:
        return None
    cue_start, cue_end = _cue(scene, attribution)
    return Statement(
        speaker,
        content,
        cue=scene.words((cue_start, cue_end)),
        mode=_mode(scene.clean.text, attribution.content),
        kind=_kind(scene, attribution, content.text, speaker),
        told_to=_told_to(scene, attribution.told_to),
    )


def _cue(scene: Scene, attribution: Attribution) -> Range:
    first, last = attribution.cue
    verb = scene.doc[last - 1]
    while first > 0 and scene.doc[first - 1].head.i == verb.i and scene.doc[first - 1].dep_ in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    start, end = scene.doc[first].idx, verb.idx + len(verb)
    blocked = any(a < end and start < b for a, b in (attribution.speaker_range, *attribution.content))
    return (verb.idx, end) if blocked else (start, end)


# A source's word for who stands behind a body ("state-run") is its own, and stays with the name.
_QUALIFIED = re.compile(r"\w-(?:run|backed|led|controlled|owned|appointed|linked|affiliated|aligned|funded)\b", re.IGNORECASE)


def _speaker(scene: Scene, attribution: Attribution) -> Speaker | None:
    named = _named_behind(scene, attribution.speaker)
    words = attribution.speaker_range
    passage = scene.words(words if named is None else (words[0], named.idx + len(named)))
    if passage is None:
        return None
    referent = scene.references.who(named or attribution.speaker)
    if referent is None:
        name = passage.text.removeprefix("the ").removeprefix("The ")
        return Speaker(passage, name or passage.text, source_type=SourceType.UNKNOWN)
    name = passage.text.removeprefix("the ").removeprefix("The ") if _QUALIFIED.search(passage.text) else referent.name
    return Speaker(passage, name, actor=referent.actor, source_type=referent.source_type)


def _named_behind(scene: Scene, speaker: Token) -> Token | None:
    """The last word of the name behind a post, where the parser did not see a name: 'Transport Minister Per Aldous'."""
    at = speaker.i + 1
    mention = scene.names.at(at) if speaker.lower_ in TITLES and at < len(scene.doc) else None
    if mention is None or not mention.is_person or mention.start != at:
        return None
    return scene.doc[mention.end - 1]


def _mode(text: str, content: tuple[Range, ...]) -> Mode:
    words = [text[start:end].strip() for start, end in content]
    if all(_is_quoted(part) for part in words):
        return Mode.DIRECT
    return Mode.MIXED if any(_QUOTE_MARKS.search(part) for part in words) else Mode.INDIRECT


def _is_quoted(words: str) -> bool:
    marks = "“”\"«»„'‘’"
    return len(words) > 2 and words[0] in marks and (words.rstrip(".,;!?")[-1:] in marks or words[-1] in marks or _is_unclosed(words))


def _is_unclosed(words: str) -> bool:
    return words[0] in '“"«„' and not _QUOTE_MARKS.search(words[1:])


def _kind(scene: Scene, attribution: Attribution, content: str, speaker: Speaker) -> StatementKind:
    verb = scene.doc[attribution.verb]
    lemma = verb.lemma_.lower()
    if attribution.rule == "silence" or (lemma == "decline" and _NOT_COMMENTING.search(scene.clean.text[verb.idx : verb.idx + 60])):
        return StatementKind.NO_COMMENT
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


def _told_to(scene: Scene, hearer: Token | None) -> str | None:
    if hearer is None or hearer.lower_ in ("themselves", "himself", "herself", "itself"):
        return None
    first, last = noun_phrase(hearer)
    words = trimmed(scene.doc[first : min(last, hearer.i + 4)])
    if child(hearer, "appos") is not None or words is None:
        words = trimmed(scene.doc[first : hearer.i + 1])
    return scene.clean.text[words[0] : words[1]] if words else None
