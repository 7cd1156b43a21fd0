"""Reports from which nothing was taken, or of whose language nothing is known to be read."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.accounts.coverage import Coverage
from gobetween.briefs.accounts.lines import listing
from gobetween.briefs.blocks import Cell, Listing, Mark
from gobetween.briefs.phrasing import listed
from gobetween.model.evidence import Document, Report
from gobetween.model.passages import Citation

READ = "en"
UNKNOWN = "und"
KINDS = (
    "statements",
    "figures",
    "meetings",
    "delegations",
    "positions",
    "sticking_points",
    "assessments",
    "leverage",
    "acts",
    "offices",
)
LANGUAGES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
    UNKNOWN: "unknown",
}


def unread_sentences(coverage: Coverage) -> tuple[str, ...]:
    """What was not read, in sentences: the reports of one language in one, and those from which nothing could be taken."""
    return tuple(text for text, _ in _unread(coverage))


def unread_listing(coverage: Coverage) -> tuple[Listing, ...]:
    """The same as a list, each line citing its reports."""
    return listing("Not read", (_cell(text, reports) for text, reports in _unread(coverage)))


def language_of(document: Document) -> str:
    """The language's English name, or its code."""
    return LANGUAGES.get(document.language, f"a language known by its code, {document.language}")


def _cell(text: str, reports: list[Report]) -> Cell:
    return Cell(text, tuple(Citation(report.name) for report in reports), marks=(Mark.READ,))


def _unread(coverage: Coverage) -> Iterator[tuple[str, list[Report]]]:
    foreign: dict[tuple[str, bool], list[Report]] = {}
    empty: list[Report] = []
    for report in coverage.reports:
        if report.document.language not in {READ, UNKNOWN}:
            foreign.setdefault((language_of(report.document), _is_empty(report.document)), []).append(report)
        elif _is_empty(report.document):
            empty.append(report)
    for (language, is_empty), reports in foreign.items():
        yield _in_another_language(language, reports, is_empty=is_empty), reports
    if empty:
        yield f"Nothing could be taken from {listed(report.name for report in empty)}.", empty


def _in_another_language(language: str, reports: list[Report], *, is_empty: bool) -> str:
    are, them = ("is", "it") if len(reports) == 1 else ("are", "them")
    taken = f"nothing was taken from {them}" if is_empty else f"what was taken from {them} is not to be relied on"
    return f"{listed(report.name for report in reports)} {are} in {language}, which is not read: {taken}."


def _is_empty(document: Document) -> bool:
    return not any(getattr(document, kind) for kind in KINDS)
