"""Figures in what is on the table: spans, shares and sums that belong to a proposal, an offer or a draft, and who offers them."""

from __future__ import annotations

import re

from gobetween.briefs.accounts.coverage import Coverage, Found, gather
from gobetween.briefs.accounts.lines import dated, line, table
from gobetween.briefs.accounts.wording import agreeing, quoted
from gobetween.briefs.blocks import Cell, Table
from gobetween.briefs.phrasing import amount
from gobetween.model.evidence import FigureMention, PositionMention, Stance

TEXT = r"proposals?|wording|drafts?|offers?|bids?|terms|blueprint|framework|package|counter-?(?:offer|proposal)s?"
ON_THE_TABLE = re.compile(
    rf"\b(?:{TEXT}|propos(?:es|ed|ing)|offer(?:s|ed|ing)|under discussion|on the table)\b"
    r"|\b(?:deal|agreement|text|contract)\b[^.;]{0,40}\b(?:would|will|includ\w+|calls for|envisag\w+|provid\w+)\b",
    re.IGNORECASE,
)
HOLDS = re.compile(  # a text under discussion, or someone who offers, and what it gives
    rf"\b(?:{TEXT})\b[^.;]{{0,60}}\b(?:is for|has|have|includ\w+|involv\w+|provid\w+|calls? for|envisag\w+|foresees?|contains?|of)\b"
    r"|\b(?:offer(?:s|ed|ing)|propos(?:es|ed|ing))\b|\bunder discussion\b",
    re.IGNORECASE,
)
REJECTS = re.compile(
    r"\b(?:reject\w*|refus\w+|turn(?:s|ed|ing)? down|rul(?:es|ed|ing) out|dismiss\w*|spurn\w*|scorn\w*)\b", re.IGNORECASE
)
BESIDE_IT = re.compile(
    r"\b(?:cost\w*|worth of damage|los(?:e|es|t|ing|s|ses)|fined?|fines|profits?|revenues?|deficit|debts?)\b", re.IGNORECASE
)
OFFERED_BEFORE = re.compile(
    r"\bhad (?:first |initially |previously |earlier |already )?(?:offered|proposed|bid)\b[^,;]*$"
    r"|\bhas (?:first|initially|previously|earlier) (?:offered|proposed|bid)\b[^,;]*$"
    r"|\b(?:first|initially|previously|earlier) (?:offered|proposed|bid)\b[^,;]*$"
    r"|\b(?:up|down|raised|lowered|increased|cut) from\W*$",
    re.IGNORECASE,
)
ANEW = re.compile(
    r"\b(?:improv\w+|rais\w+|increas\w+|lower\w+|cut\w*|sweeten\w+|better\w*|revis\w+|new|now)\b[^.;]{0,40}\b(?:offer|bid|proposal)s?\b"
    r"|\bnow offer\w*\b|\boffer\w* now\b",
    re.IGNORECASE,
)
BEFORE, AFTER = 40, 25  # characters around a figure that say what it is a figure of
SPANS_OF_TIME = ("minute", "hour", "day", "week", "month", "year", "decade")
SPAN_AS_TERM = re.compile(
    r"\b(pause|truce|ceasefire|cease-fire|halt|strike|contract|lease|lock-?up|moratorium|freeze|notice|term)\b", re.IGNORECASE
)

Group = tuple[Found[FigureMention], ...]


def terms(coverage: Coverage) -> tuple[Group, ...]:
    """Figures that belong to a text on the table, those first whose sentence has the text, or someone, give them."""
    found = sorted((each for each in coverage.found("figures") if _is_term(each)), key=lambda each: not HOLDS.search(sentence_of(each)))
    return gather(found, says_same, by=coverage.origin)


def standing_terms(coverage: Coverage) -> tuple[Group, ...]:
    """The terms but for those that the reports tell as past: offered first or before, or followed by a later offer of the same."""
    groups = terms(coverage)
    return tuple(
        group for group in groups if not _is_past(group[0]) and not any(_replaces(coverage, group[0], each[0]) for each in groups)
    )


def _is_past(found: Found[FigureMention]) -> bool:
    """Whether the sentence has the figure as what was offered before: "which had first offered $57 in April"."""
    said = sentence_of(found)
    where = said.find(found.passage.text)
    return where >= 0 and OFFERED_BEFORE.search(said[max(where - BEFORE, 0) : where]) is not None


def _replaces(coverage: Coverage, first: Found[FigureMention], second: Found[FigureMention]) -> bool:
    """Whether the second is the same party's offer of another number of the same unit, by a later report that says it is a new one."""
    who = offered_by(coverage, first)
    if not who or who != offered_by(coverage, second) or first.item.unit != second.item.unit or first.item.value == second.item.value:
        return False
    one, other = first.report.document.published, second.report.document.published
    is_later = one.latest is not None and other.earliest is not None and one.latest < other.earliest
    return is_later and ANEW.search(sentence_of(second)) is not None


def offered_by(coverage: Coverage, found: Found[FigureMention]) -> str:
    """Who offers it, where the report has somebody offer in words that hold the figure; else empty."""
    positions: tuple[PositionMention, ...] = found.report.document.positions
    offers = (each for each in positions if each.stance is Stance.OFFER and _holds(each, found))
    return next((coverage.names.of(each.party) for each in offers), "")


def terms_table(coverage: Coverage) -> tuple[Table, ...]:
    """Each such figure with its sentence, who offers it, and who says so."""
    rows = [
        (
            line(_with_counted(group[0].item), group),
            Cell(quoted(sentence_of(group[0]))),
            Cell(offer_in_words(coverage, group[0])),
            Cell(coverage.source(group[0].item.attributed_to)),
            dated(group[0].report.document.published),
        )
        for group in terms(coverage)
    ]
    return table("Figures in what is on the table", ("Figure", "Sentence", "Offer", "Given by", "Report of"), rows)


def offer_in_words(coverage: Coverage, found: Found[FigureMention]) -> str:
    """As in "the operator offers"; empty if the report does not say who does."""
    who = offered_by(coverage, found)
    return f"{who} {agreeing(who, 'offers')}" if who else ""


def sentence_of(found: Found[FigureMention]) -> str:
    """The figure's sentence, or its own words."""
    return found.item.sentence.text if found.item.sentence else found.passage.text


def number_in_words(figure: FigureMention) -> str:
    """The number with its qualifier and unit; persons need no unit."""
    number = f"{amount(figure.value)} to {amount(figure.upper)}" if figure.upper is not None else amount(figure.value)
    unit = figure.unit if figure.unit and figure.unit != "persons" else ""
    return " ".join(part for part in (figure.qualifier or "", number, unit) if part)


def says_same(first: Found[FigureMention], second: Found[FigureMention]) -> bool:
    """Whether two figures are one number of one unit."""
    return first.item.value == second.item.value and first.item.unit == second.item.unit


def _is_term(found: Found[FigureMention]) -> bool:
    figure, said = found.item, sentence_of(found)
    if figure.unit == "persons" and figure.attributed_to:
        return False
    if not ON_THE_TABLE.search(said) or REJECTS.search(said) or BESIDE_IT.search(_around(found, said)):
        return False
    is_span = any(figure.unit.startswith(unit) for unit in SPANS_OF_TIME)
    return not is_span or bool(SPAN_AS_TERM.search(f"{found.passage.text} {figure.counted}"))


def _around(found: Found[FigureMention], said: str) -> str:
    where = said.find(found.passage.text)
    return said[max(where - BEFORE, 0) : where + len(found.passage.text) + AFTER] if where >= 0 else ""


def _holds(position: PositionMention, found: Found[FigureMention]) -> bool:
    return any(mine.overlaps(theirs) for mine in position.passage.spans for theirs in found.passage.spans)


def _with_counted(figure: FigureMention) -> str:
    return f"{number_in_words(figure)}: {figure.counted}" if figure.counted else number_in_words(figure)
