"""Signs that a document is less reliable than it looks; each says what was seen and where, none says that the text is false."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from gobetween.model.dates import When
from gobetween.model.evidence import ReliabilitySign
from gobetween.model.passages import Span
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.times.date_mentions import stated
from gobetween.reading.times.date_words import WEEKDAYS, DateWords, find_date_words
from gobetween.reading.times.months import is_in_calendar, near_day
from gobetween.reading.times.tenses import lies_ahead
from gobetween.reading.word_lists import words

_TRANSLATED = re.compile(
    r"(?:(?:powered|translated) (?:by|using|with) |using )?(?:an? )?(?:automated|automatic|machine|ai)[- ](?:assisted )?translation"
    r"|(?:automatically|machine)[- ]translated|translated (?:automatically|by (?:google|deepl|ai|a machine|software))|google translate",
    re.IGNORECASE,
)
_WEIGHING = words(
    (
        "critical crucial vital pivotal complex complexity delicate dire alarming staggering urgent urgency immense significant "
        "significantly unique"
    ),
    "underscore underscores underscored highlight highlights highlighted underline underlines juncture hurdle dilemma layer landscape",
    (
        "implications potentially prolonged deepened deepens broader role perspectives challenge challenges challenging essential "
        "imperative lasting"
    ),
    (
        "fragile escalating growing mounting mounts profound testament sustainable stability ultimately navigate stakes "
        "importance important necessary"
    ),
    (
        "concern concerns tensions suffering devastating widespread severe dynamics long-standing long-term security humanitarian "
        "prospects efforts"
    ),
)
_SOURCED = re.compile(
    r"\b(?:said|says|told|tells|according to|stated|states|announced|confirmed|denied|added|reported|informed|declared"
    r"|claimed|asserts?|wrote"
    r"|insisted|warned|accused|declined)\b|[“\"].{12,}[”\"]",
    re.IGNORECASE,
)
_FACTS = frozenset({"PERSON", "DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"})
_VAGUE_TIMES = re.compile(r"\b(?:years?|months?|decades?) to come\b|\byears?\b|\bfuture\b", re.IGNORECASE)
_SHORTEST = 25  # words of a paragraph that can be judged
_WORD = re.compile(r"[\w-]+")


def find_signs(raw: str, clean: CleanText, doc: Doc, published: When) -> tuple[ReliabilitySign, ...]:
    """All signs in the order of their places: machine translation, unsourced commentary, rewritten copy, dates that cannot both be."""
    commentary = _commentary(clean, doc)
    signs = [*_translation(raw), *commentary, *_rewriting(clean, commentary), *_odd_dates(clean, doc, published)]
    return tuple(sorted(signs, key=lambda sign: sign.span.start if sign.span else -1))


def _translation(raw: str) -> list[ReliabilitySign]:
    match = _TRANSLATED.search(raw) if "translat" in raw.lower() else None
    note = "the document says that a machine translated it"
    return [ReliabilitySign("machine translation", note, span=Span(match.start(), match.end()))] if match else []


def _commentary(clean: CleanText, doc: Doc) -> list[ReliabilitySign]:
    note = "a paragraph in the outlet's own voice: it judges, no source speaks in it, and no person, number or day is named"
    return [
        ReliabilitySign("unsourced commentary", note, span=clean.span(start, end))
        for start, end in clean.paragraphs()
        if _is_commentary(clean.text, start, end, doc)
    ]


def _is_commentary(text: str, start: int, end: int, doc: Doc) -> bool:
    paragraph = text[start:end]
    found = _WORD.findall(paragraph.lower())
    if len(found) < _SHORTEST or _SOURCED.search(paragraph):
        return False
    weighing = sum(word in _WEIGHING for word in found)
    if weighing < 3 or weighing < 0.035 * len(found):
        return False
    span = doc.char_span(start, end, alignment_mode="expand")
    names = [each for each in span.ents if each.label_ in _FACTS and not _VAGUE_TIMES.search(each.text)] if span is not None else []
    return not any(each.label_ != "CARDINAL" or any(letter.isdigit() for letter in each.text) for each in names)


def _rewriting(clean: CleanText, commentary: list[ReliabilitySign]) -> list[ReliabilitySign]:
    paragraphs = len(clean.paragraphs())
    if len(commentary) < 2 or paragraphs < 4 or len(commentary) > 0.6 * paragraphs:
        return []
    note = (
        f"{len(commentary)} of {paragraphs} paragraphs are commentary without a source between reported ones, as in copy that was "
        f"rewritten and padded"
    )
    return [ReliabilitySign("rewritten copy", note)]


def _odd_dates(clean: CleanText, doc: Doc, published: When) -> list[ReliabilitySign]:
    found = list(find_date_words(clean.text))
    return [
        *_impossible(clean, found, published),
        *_not_yet(clean, found, doc, published),
        *(_clashing(clean, found, doc) if published.is_unknown else []),
    ]


def _impossible(clean: CleanText, found: list[DateWords], published: When) -> list[ReliabilitySign]:
    """Days that no calendar has, and weekdays that the date did not fall on; a date without its year is seen from publication."""
    signs = []
    for each in found:
        if each.form != "day":
            continue
        if "y" in each.parts:
            day, said = stated(each).earliest, each.parts.get("wd", "").lower()
        else:
            day, said = near_day(each, published.day), each.parts.get("wd", "").lower()
            if day is None and is_in_calendar(each):
                continue
        written = clean.text[each.start : each.end]
        if day is None:
            note = f"'{written}' is no day of the calendar"
        elif said and day.weekday() != WEEKDAYS.index(said):
            note = f"'{written}': that day was a {WEEKDAYS[day.weekday()].capitalize()}"
        else:
            continue
        signs.append(ReliabilitySign("impossible date", note, span=clean.span(each.start, each.end)))
    return signs


def _not_yet(clean: CleanText, found: list[DateWords], doc: Doc, published: When) -> list[ReliabilitySign]:
    """Dates with their year that lie after publication, told as past."""
    if published.day is None:
        return []
    late = [
        each
        for each in found
        if each.form == "day" and "y" in each.parts and (day := stated(each).earliest) is not None and day > published.day
    ]
    return [
        ReliabilitySign(
            "impossible date",
            f"'{clean.text[each.start : each.end]}' is told as past, but lies after the day of publication ({published.day})",
            span=clean.span(each.start, each.end),
        )
        for each in late
        if not lies_ahead(clean.text, each.start, each.end, doc, is_far=True)
    ]


def _clashing(clean: CleanText, found: list[DateWords], doc: Doc) -> list[ReliabilitySign]:
    """In a text without a date, a weekday that is still to come in one place and over in another."""
    ahead: dict[str, DateWords] = {}
    behind: dict[str, DateWords] = {}
    for each in found:
        written = clean.text[each.start : each.end].lower()
        if each.form != "weekday" or "rel" in each.parts or written.startswith(("later", "earlier")):
            continue
        side = ahead if lies_ahead(clean.text, each.start, each.end, doc) else behind
        for day in filter(None, (each.parts["wd"].lower(), each.parts.get("wd_end", "").lower())):
            side.setdefault(day, each)
    return [
        ReliabilitySign(
            "clashing dates",
            f"{day.capitalize()} is still to come in one place ('{clean.text[ahead[day].start : ahead[day].end]}') and over "
            f"in this one; "
            "the text gives no date by which to tell the two apart",
            span=clean.span(behind[day].start, behind[day].end),
        )
        for day in sorted(set(ahead) & set(behind), key=WEEKDAYS.index)
    ]
