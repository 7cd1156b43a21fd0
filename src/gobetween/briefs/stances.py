"""A position in words: what its actor does about which options, on what condition."""

from __future__ import annotations

from collections.abc import Iterable

from gobetween.briefs.phrasing import joined, phrase, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.evidence import Stance
from gobetween.model.positions import Position, Series

CONDITION = "Condition:"  # stands before what a statement depends on
CONDITION_NOT_GIVEN = "conditional (the condition is not given)"

DOES = {
    Stance.DEMAND: "asks for",
    Stance.OFFER: "offers",
    Stance.ACCEPT: "accepts",
    Stance.CONDITIONAL: "accepts on a condition",
    Stance.REJECT: "rejects",
    Stance.OPPOSE: "opposes",
    Stance.THREATEN: "threatens",
    Stance.DROPPED_DEMAND: "no longer asks for",
    Stance.SUPPORT: "supports",
    Stance.CLAIM: "says it plans",
    Stance.DENY: "denies",
    Stance.PENDING: "has yet to say",
}
ABOUT_TERMS = frozenset(
    {
        Stance.DEMAND,
        Stance.OFFER,
        Stance.ACCEPT,
        Stance.CONDITIONAL,
        Stance.SUPPORT,
        Stance.REJECT,
        Stance.OPPOSE,
        Stance.DROPPED_DEMAND,
    }
)


IN_SERIES = {
    Series.PUBLIC: "in public",
    Series.STATED: "stated to mediators",
    Series.ENTRUSTED: "in confidence",
    Series.BOTTOM_LINE: "as its bottom line",
    Series.REPORTED: "",
}


def stance_in_words(scene: Scene, position: Position) -> str:
    """`asks for “Israeli troops stay”`; without options, the position's own words."""
    options = scene.names.quoted(position.issue, position.options)
    if not options:
        return joined(phrase(position.text), CONDITION_NOT_GIVEN if lacks_condition(position) else "", by=", ")
    does, condition = DOES[position.stance], ""
    if lacks_condition(position):
        does, condition = "accepts", f", {CONDITION_NOT_GIVEN}"
    elif position.stance is Stance.CONDITIONAL:
        does, condition = "accepts", f", on a condition ({phrase(position.condition)})"
    elif position.condition:
        condition = f" (condition: {phrase(position.condition)})"
    final = " (declared a red line)" if position.is_red_line else ""
    series = " (its bottom line)" if position.series is Series.BOTTOM_LINE else ""
    return f"{does} {options}{condition}{final}{series}"


def told_by(scene: Scene, position: Position) -> str:
    """Who said it and who reports it."""
    said_by = f"said by {scene.names.person(position.said_by, scene.time_of(position))}" if position.said_by else ""
    series = IN_SERIES[position.series]
    via = f"reported by {scene.names.words(position.via)}" if position.via else ""
    return joined(said_by, series, via, by=", ")


def position_in_words(position: Position) -> str:
    """The position's own words with its condition, as one sentence; that it has one is said even where the condition is not given."""
    stated = sentence(position.text)
    if lacks_condition(position):
        return joined(stated, sentence(CONDITION_NOT_GIVEN), by=" ")
    if position.condition and position.condition.lower() not in position.text.lower():
        return f"{stated} {CONDITION} {sentence(position.condition)}"
    return stated


def lacks_condition(position: Position) -> bool:
    """Whether the position depends on something, and nothing says on what."""
    return position.stance is Stance.CONDITIONAL and not position.condition


def by_issue(positions: Iterable[Position]) -> dict[str | None, list[Position]]:
    """The positions by the issue that they are on, in the order given."""
    found: dict[str | None, list[Position]] = {}
    for each in positions:
        found.setdefault(each.issue, []).append(each)
    return found
