"""What one speaker says that another said, thinks or wants: part of the one's words, no statement of the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from gobetween.reading.naming.names import Names
from gobetween.reading.speech.attribution import Attribution
from gobetween.reading.speech.cues import SHOWING, SHOWN_BY

# verbs of saying that tell what was done rather than what was said
_DONE = frozenset({"agree", "decide", "order", "rule", "find", "show", "point", "signal", "ask", "recall", "conclude"})
_PLAINLY = frozenset({"say", "tell", "state", "add", "announce", "report", "confirm", "warn"})
# each names the source of its words itself
_OF_ITS_OWN = frozenset({"according", "aside", "quote", "signed", "line", "quoted", "silence"})


def without_hearsay(doc: Doc, attributions: Sequence[Attribution], names: Names) -> list[Attribution]:
    """The attributions without those inside another's words: "officials said the union had agreed" is what the officials say.

    What names its source by the way stays ("he said that, according to the bank, ..."), and what a text or a count shows.
    """
    ranges = sorted(part for attribution in attributions for part in attribution.content)
    starts = [start for start, _ in ranges]
    reach, furthest = [], 0
    for _, end in ranges:
        furthest = max(furthest, end)
        reach.append(furthest)

    def is_within(attribution: Attribution) -> bool:
        cue = doc[attribution.verb].idx
        at = bisect_right(starts, cue) - 1
        return at >= 0 and reach[at] > cue

    closing = {a.content[0][0]: doc[a.verb].idx for a in attributions if len(a.content) == 1 and doc[a.verb].idx > a.content[0][1]}

    def is_main(attribution: Attribution) -> bool:
        """Whether the other only closes a sentence whose own telling this is: 'Lund said he would go, the radio reported'."""
        start = min(attribution.speaker_range[0], attribution.content[0][0])
        is_told = attribution.rule in ("clause", "inverted") and doc[attribution.verb].lemma_ in _PLAINLY
        return is_told and closing.get(start, 0) > doc[attribution.verb].idx

    def is_kept(each: Attribution) -> bool:
        return each.rule in _OF_ITS_OWN or not is_within(each) or is_main(each) or _is_shown(doc, each) or _is_actors(doc, names, each)

    return [each for each in attributions if is_kept(each)]


def _is_actors(doc: Doc, names: Names, attribution: Attribution) -> bool:
    """Whether a body that acts for itself says it, by its name: 'after Norway said that it could not ...'."""
    is_said = attribution.rule == "clause" and doc[attribution.verb].lemma_ not in _DONE
    mention = names.at(attribution.speaker) if is_said else None
    return mention is not None and not mention.is_person and mention.actor is not None and not mention.is_adjective


def _is_shown(doc: Doc, attribution: Attribution) -> bool:
    return doc[attribution.verb].lemma_ in SHOWING and attribution.speaker.lemma_.lower() in SHOWN_BY
