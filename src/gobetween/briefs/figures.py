"""Numbers and facts in the reports: who gives which figure, what is asserted and denied, which accounts contradict one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import EMPTY, cited, dated, inferred_mark, noted, section_of, table_of
from gobetween.briefs.phrasing import amount, joined, listed, sentence
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sources import origins_of
from gobetween.model.happenings import DisputeSide, Figure

# Words by which two figures are taken to count the same thing; the words that a source itself uses stand in the table.
SAME_THING = {
    "Dead or killed": re.compile(r"\b(dead|deaths?|died|killed|lives|toll|fatalities)\b", re.IGNORECASE),
    "Wounded or injured": re.compile(r"\b(wounded|injured)\b", re.IGNORECASE),
    "Displaced or sheltering": re.compile(r"\b(displaced|fled|refuge|refugees|sheltering|uprooted)\b", re.IGNORECASE),
    "Held: hostages, captives, abducted": re.compile(r"\b(hostages?|captives?|kidnapped|abducted)\b", re.IGNORECASE),
    "Held: prisoners, detainees": re.compile(r"\b(prisoners?|detainees?|inmates?)\b", re.IGNORECASE),
}


def figures_section(scene: Scene) -> tuple[Section, ...]:
    """Figures side by side, disputed facts, contradictions."""
    blocks: list[Block] = [*_contradictions(scene), *_figures(scene), *_disputes(scene)]
    lead = "Who gives which number, which facts are disputed, which accounts contradict one another. None is taken for true here."
    return section_of("figures", "Figures, disputed facts, contradictions", lead, blocks)


def _figures(scene: Scene) -> Iterator[Block]:
    groups: dict[str, list[Figure]] = {}
    for each in scene.case.figures:
        groups.setdefault(_thing(each), []).append(each)
    rows = [
        (Cell(thing), *_row(scene, figure))
        for thing, group in sorted(groups.items(), key=lambda each: -len(each[1]))
        for figure in sorted(group, key=scene.order)
    ]
    columns = ("About", "When", "How many", "Of what, in the source's words", "Given by")
    note = "Figures on one thing stand together, by date. The terms are the sources' own."
    yield from table_of("Figures", columns, rows, note=note)


def latest_tolls(scene: Scene) -> tuple[Figure, ...]:
    """Of each count of people that several sources could give, the latest figures: several if they are of one time."""
    groups: dict[str, list[Figure]] = {}
    for each in sorted(scene.case.figures, key=scene.order, reverse=True):
        if _named(each):
            groups.setdefault(_thing(each), []).append(each)
    most_counted_first = sorted(groups.values(), key=len, reverse=True)
    return tuple(each for group in most_counted_first for each in group if scene.order(each) == scene.order(group[0]))


def toll_in_words(scene: Scene, figure: Figure) -> str:
    """`Dead or killed, Gaza: more than 29,300, by the Gaza Health Ministry (22 February 2024)`."""
    by = f"by {scene.names.words(figure.given_by)}" if figure.given_by else "by whom is not said"
    when = dated(scene.time_of(figure), otherwise="").text
    return joined(f"{_thing(figure)}: {_many(figure)}, {by}", f"({when})" if when else "", by=" ")


def _named(figure: Figure) -> str:
    return next((name for name, words in SAME_THING.items() if words.search(figure.counted)), "")


def _thing(figure: Figure) -> str:
    """What the figure counts, so that figures on one thing come together."""
    return joined(_named(figure) or figure.counted, figure.place, by=", ")


def _many(figure: Figure) -> str:
    upper = f" to {amount(figure.upper)}" if figure.upper is not None else ""
    unit = "" if figure.unit == "persons" else figure.unit
    return joined(figure.qualifier, f"{amount(figure.value)}{upper}", unit, by=" ")


def _row(scene: Scene, figure: Figure) -> tuple[Cell, ...]:
    return (
        dated(scene.time_of(figure)),
        cited(_many(figure), figure, detail=noted(figure)),
        Cell(figure.counted),
        Cell(scene.names.words(figure.given_by) or "not said"),
    )


def _disputes(scene: Scene) -> Iterator[Block]:
    disputes = scene.case.disputes
    most = max((len(each.sides) for each in disputes), default=0)
    rows = []
    for each in disputes:
        issue = scene.names.issue(each.issue)
        question = cited(each.text, each, detail=joined(f"under the issue: {issue}" if issue else "", noted(each), by=". "))
        sides = [Cell(sentence(side.text), side.citations, detail=scene.names.words(side.actor)) for side in each.sides]
        rows.append((question, *sides, *[EMPTY] * (most - len(sides)), Cell(joined(*each.verification))))
    columns = ("Question", *_ordinals(most, "side"), "Ways to verify")
    yield from table_of("Facts asserted and denied", columns, rows)


def _contradictions(scene: Scene) -> Iterator[Block]:
    contradictions = scene.case.contradictions
    most = max((len(each.sides) for each in contradictions), default=0)
    rows = []
    for each in contradictions:
        citations = [citation for side in each.sides for citation in side.citations]
        one_story = bool(citations) and len(origins_of(scene.case, citations)) == 1
        detail = joined("within one report or story" if one_story else "", noted(each), by=". ")
        sides = [Cell(sentence(side.text), side.citations, detail=_source(scene, side)) for side in each.sides]
        question = Cell(each.text, () if citations else each.citations, marks=inferred_mark([each]), detail=detail)
        rows.append((question, *sides, *[EMPTY] * (most - len(sides))))
    yield from table_of("Accounts that do not fit together", ("Question", *_ordinals(most, "account")), rows)


def _ordinals(most: int, word: str) -> tuple[str, ...]:
    return tuple(f"{ordinal} {word}" for ordinal in ("One", "Another", "A third", "A fourth", "A fifth", "A sixth")[:most])


def _source(scene: Scene, side: DisputeSide) -> str:
    """The outlets and dates of the reports that a side cites, or else its own words for its source."""
    cited_here = {citation.source for citation in side.citations}
    sources = [each for each in scene.case.sources if each.id in (cited_here or {side.actor})]
    named = listed(joined(scene.names.source(each.id), dated(each.published, otherwise="").text, by=", ") for each in sources)
    return named or scene.names.words(side.actor)
