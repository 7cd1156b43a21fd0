"""Who said what to whom: attributions with their speakers resolved, and what each statement does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import Mode, SourceType, Speaker, Statement, StatementKind
from gobetween.reading.naming.name_words import TITLES
from gobetween.reading.scene import Scene
from gobetween.reading.speech.attribution import Attribution
from gobetween.reading.speech.forms.silences import find_silences
from gobetween.reading.speech.hearsay import without_hearsay
from gobetween.reading.speech.kinds import kind_of
from gobetween.reading.speech.meant.referents import POSTS
from gobetween.reading.speech.quotations.quoted_speech import attach_quotes
from gobetween.reading.speech.quotations.transcripts import find_lines
from gobetween.reading.speech.sayings import find_attributions
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import Range, child, noun_phrase, trimmed

_SENT = frozenset({"envoy", "ambassador", "representative", "coordinator", "rapporteur", "emissary", "commissioner"})
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
            found += _of_the_others(scene, statement, attribution)
    return _with_vias(scene, found)


def _of_the_others(scene: Scene, statement: Statement, attribution: Attribution) -> Iterator[tuple[Statement, Attribution]]:
    """The same silence of those joined to one who kept it: 'the guild and the bank declined to comment'."""
    if statement.kind is not StatementKind.NO_COMMENT:
        return
    for other in attribution.speaker.conjuncts:
        words = trimmed(scene.doc[other.left_edge.i : other.i + 1]) if other.i > attribution.speaker.i else None
        speaker = _speaker(scene, evolve(attribution, speaker=other, speaker_range=words)) if words is not None else None
        if speaker is not None:
            yield evolve(statement, speaker=speaker), attribution


def _with_vias(scene: Scene, found: list[tuple[Statement, Attribution]]) -> tuple[tuple[Statement, Attribution], ...]:
    """The statements, each with the one by way of whose words it is known: 'diplomats said the union had told them that ...'."""
    voices = Voices(tuple(found))
    told = []
    for statement, attribution in found:
        around = voices.statement_at(scene.doc[attribution.verb].idx)
        is_anothers = around is not None and around.speaker.name != statement.speaker.name
        told.append((evolve(statement, via=around.speaker) if around is not None and is_anothers else statement, attribution))
    return tuple(told)


def _statement(scene: Scene, attribution: Attribution) -> Statement | None:
    content = scene.words(*attribution.content)
    speaker = _speaker(scene, attribution)
    if content is None or speaker is None:
        return None
    kind = kind_of(scene, attribution, content.text, speaker)
    if kind is None:
        return None
    cue_start, cue_end = _cue(scene, attribution)
    return Statement(
        speaker,
        content,
        cue=scene.words((cue_start, cue_end)),
        mode=_mode(scene.clean.text, attribution.content),
        kind=kind,
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
    """The last word of the name behind a post, where the parser did not see a name: 'Transport Minister Per Aldous'.

    Also behind the land or the task of the post: 'the special envoy to Norland Anna Berg'.
    """
    if speaker.lower_ not in TITLES | POSTS:
        return None
    at = speaker.i + 1
    of = next((c for c in speaker.rights if c.i == at and c.dep_ == "prep"), None) if speaker.lower_ in _SENT else None
    for i in range(at, min(at + 1 if of is None else of.right_edge.i + 2, speaker.sent.end)):
        mention, before = scene.names.at(i), scene.doc[i - 1]
        if mention is not None and mention.is_person and mention.start == i and (i == at or _ends_task(before, at)):
            return scene.doc[mention.end - 1]
    return None


def _ends_task(word: Token, first: int) -> bool:
    """Whether a post's land or task, begun at token `first`, may end with `word`: a noun that is no other's post."""
    return word.i > first and word.pos_ in ("NOUN", "PROPN") and word.lower_ not in TITLES | POSTS


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


def _told_to(scene: Scene, hearer: Token | None) -> str | None:
    if hearer is None or hearer.lower_ in ("themselves", "himself", "herself", "itself"):
        return None
    first, last = noun_phrase(hearer)
    words = trimmed(scene.doc[first : min(last, hearer.i + 4)])
    if child(hearer, "appos") is not None or words is None:
        words = trimmed(scene.doc[first : hearer.i + 1])
    return scene.clean.text[words[0] : words[1]] if words else None
