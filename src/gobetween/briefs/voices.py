"""How sources judge the talks: who told whom, how it sounds, and how many independent origins stand behind it; signals beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import cited, dated, listing_of, noted, table_of
from gobetween.briefs.phrasing import joined, listed, numbered, phrase, sentence
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sources import origins_of
from gobetween.model.evidence import Tone
from gobetween.model.happenings import Assessment

TONES = {
    Tone.CRITICAL: "At a decisive point",
    Tone.HOPEFUL: "Hopeful",
    Tone.GLOOMY: "Gloomy",
    Tone.MIXED: "Mixed",
}


def voice_blocks(scene: Scene) -> Iterator[Block]:
    """Assessments counted by origin and listed by source, then signals."""
    judged = sorted(scene.case.assessments, key=scene.order, reverse=True)
    yield from listing_of("How sources judge the talks", judgement_cells(scene, judged))
    rows = [_row(scene, each) for each in judged]
    note = "A judgement of the talks is its source's own. Reports that tell one story count as one origin."
    columns = ("When", "Source", "Told to", "Sounds", "In words", "Independent origins")
    yield from table_of("Judgements by source", columns, rows, note=note if rows else "")
    yield from _signals(scene)


def judgement_cells(scene: Scene, assessments: Iterable[Assessment]) -> tuple[Cell, ...]:
    """One line for each stretch and tone: who says so, to whom, from how many independent origins."""
    groups: dict[tuple[str, Tone], list[Assessment]] = {}
    for each in assessments:
        home = scene.round_of(each)
        groups.setdefault((home.name if home else "", each.tone), []).append(each)
    return tuple(_together(scene, name, tone, group) for (name, tone), group in groups.items())


def _together(scene: Scene, name: str, tone: Tone, group: Sequence[Assessment]) -> Cell:
    head = joined(name, TONES[tone] if not name else TONES[tone].lower(), by=", ")
    said = joined(*(_said(scene, each) for each in group))
    return cited(f"{head}. {sentence(said)} {_origins(scene, group)}".strip(), *group)


def _said(scene: Scene, assessment: Assessment) -> str:
    """What a source says of the talks, with the source and whom it told, where the words do not name them."""
    text = phrase(assessment.text)
    by, to = scene.names.words(assessment.by), scene.names.words(assessment.told_to)
    told = f" to {to}" if to and to.lower() not in text.lower() else ""
    if by.lower() in text.lower() and not told:
        return text
    return f"{by}{told}: {text}"


def _origins(scene: Scene, group: Iterable[Assessment]) -> str:
    """How many independent origins the reports have; nothing if no report is cited."""
    citations = [citation for each in group for citation in each.citations]
    reports = len({citation.source for citation in citations})
    origins = len(origins_of(scene.case, citations))
    if not citations:
        return ""
    if reports == origins:
        return f"({numbered(origins, 'independent origin')}.)"
    return f"({numbered(reports, 'report')} of {numbered(origins, 'independent origin')}: copies of one story count once.)"


def _row(scene: Scene, each: Assessment) -> tuple[Cell, ...]:
    whose = scene.names.actor(each.actor) if each.actor else ""
    origins = len(origins_of(scene.case, each.citations))
    return (
        dated(scene.time_of(each)),
        Cell(scene.names.words(each.by), detail=f"belongs to {whose}" if whose else ""),
        Cell(scene.names.words(each.told_to)),
        Cell(TONES[each.tone]),
        cited(sentence(each.text), each, detail=noted(each)),
        Cell(str(origins) if origins else ""),
    )


def _signals(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            dated(scene.time_of(each)),
            Cell(listed([scene.names.person(each.said_by, scene.time_of(each)) if each.said_by else "", scene.names.actor(each.by)])),
            cited(sentence(each.text), each),
        )
        for each in sorted(scene.case.signals, key=scene.order, reverse=True)
    ]
    note = "Words about mood or intent; none of them is an answer."
    yield from table_of("Signals", ("When", "By", "In words"), rows, note=note)
